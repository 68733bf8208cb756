import { readGeneName } from "./fusion-cells.ts";
import { makeFusionReader } from "./fusion-table.ts";

/** The table that OncoKB's annotator is given. It does not say which gene comes first. */
export const oncokbSv = makeFusionReader({
  id: "oncokb-sv",
  title: "OncoKB: table of structural variants",
  caller: null,
  extensions: [".txt", ".tsv"],
  columns: [
    { name: "Tumor_Sample_Barcode", meaning: "sample; several stand in one table", required: true },
    { name: "GeneA", meaning: "one gene", required: true },
    { name: "GeneB", meaning: "the other gene", required: true },
  ],
  marks: ["Tumor_Sample_Barcode", "GeneA", "GeneB"],
  read: (cells) => ({
    fivePrime: readGeneName(cells.text("GeneA")),
    threePrime: readGeneName(cells.text("GeneB")),
    isOrdered: false,
    support: { junctionReads: null, spanningReads: null, rule: null, confidence: null },
  }),
});
