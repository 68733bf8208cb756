import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** EricScript, whose results.filtered.tsv is of one sample. */
export const ericscript = makeFusionReader({
  id: "ericscript",
  title: "EricScript: results.filtered.tsv",
  caller: "EricScript",
  extensions: [".tsv"],
  columns: [
    { name: "GeneName1", meaning: "5' gene", required: true },
    { name: "GeneName2", meaning: "3' gene", required: true },
    { name: "crossingreads", meaning: "spanning pairs", required: true },
    { name: "spanningreads", meaning: "reads over the junction", required: true },
    { name: "EricScore", meaning: "0 to 1", required: true },
  ],
  marks: ["GeneName1", "GeneName2", "EricScore"],
  read(cells) {
    const score = cells.text("EricScore");
    return {
      fivePrime: readGeneName(cells.text("GeneName1")),
      threePrime: readGeneName(cells.text("GeneName2")),
      isReadThrough: cells.text("fusiontype") === "Read-Through",
      support: {
        junctionReads: cells.count("spanningreads"),
        spanningReads: cells.count("crossingreads"),
        rule: "spanningreads and crossingreads",
        confidence: score === "" ? null : `EricScore ${score}`,
      },
    };
  },
});
