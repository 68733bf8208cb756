import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";
import { sampleColumn } from "../tables/sample-columns.ts";

/** A table that anyone can write. */
export const fusionList = makeFusionReader({
  id: "fusion-list",
  title: "Plain table of fusions",
  caller: null,
  extensions: [".csv", ".tsv"],
  columns: [
    { name: "five_prime", meaning: "5' gene; empty where it is not known", required: true },
    { name: "three_prime", meaning: "3' gene; empty where it is not known", required: true },
    { name: "in_frame", meaning: "yes or no", required: false },
    { name: "reads", meaning: "reads over the junction", required: false },
    sampleColumn,
  ],
  marks: ["five_prime", "three_prime"],
  isQuoted: true,
  read(cells) {
    const fivePrime = readGeneName(cells.text("five_prime"));
    const threePrime = readGeneName(cells.text("three_prime"));
    return {
      fivePrime,
      threePrime,
      inFrame: readYesNo(cells.text("in_frame")),
      support: {
        junctionReads: cells.count("reads"),
        spanningReads: null,
        rule: "reads",
        confidence: null,
      },
    };
  },
});

function readYesNo(text: string): boolean | null {
  if (/^(?:yes|true|1|in-frame)$/i.test(text)) return true;
  return /^(?:no|false|0|out-of-frame)$/i.test(text) ? false : null;
}
