import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** Pizzly; its lists of transcripts begin with the 5' partner. */
export const pizzly = makeFusionReader({
  id: "pizzly",
  title: "Pizzly: table of fusions",
  caller: "Pizzly",
  extensions: [".tsv"],
  columns: [
    { name: "geneA.name", meaning: "5' gene", required: true },
    { name: "geneB.name", meaning: "3' gene", required: true },
    { name: "paircount", meaning: "spanning pairs", required: true },
    { name: "splitcount", meaning: "reads over the junction", required: true },
  ],
  marks: ["geneA.name", "geneB.name", "splitcount"],
  read: (cells) => ({
    fivePrime: readGeneName(cells.text("geneA.name")),
    threePrime: readGeneName(cells.text("geneB.name")),
    support: {
      junctionReads: cells.count("splitcount"),
      spanningReads: cells.count("paircount"),
      rule: "splitcount and paircount",
      confidence: null,
    },
  }),
});
