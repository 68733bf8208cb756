import { callOfValue } from "./copy-number-calls.ts";
import { readSymbol } from "./copy-number-cells.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";

/** Discrete copy numbers of cBioPortal in its long form (`data_cna_discrete_long.txt`): one row for each gene and sample. */
export const geneCalls = makeCopyNumberReader({
  id: "cna-long",
  title: "Discrete copy numbers, one row for each gene and sample (cBioPortal)",
  extensions: [".txt", ".tsv", ".txt.gz"],
  fields: [
    { field: "gene", names: ["hugo_symbol"], meaning: "gene symbol", required: true },
    { field: "sample", names: ["sample_id"], meaning: "sample of the row", required: true },
    {
      field: "value",
      names: ["value"],
      meaning: "-2 deep deletion, -1 loss, 0, 1 gain, 2 amplification",
      required: true,
    },
  ],
  row(cells) {
    const gene = readSymbol(cells);
    const value = cells.number("value");
    if (value === null) return "no value";
    return { ...emptyRow, gene, call: callOfValue(value) };
  },
});
