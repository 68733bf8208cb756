import { callOfText } from "./copy-number-calls.ts";
import { readCopies, readSymbol } from "./copy-number-cells.ts";
import { geneNames, sampleNames } from "./copy-number-fields.ts";
import { emptyRow, makeCopyNumberReader } from "./make-copy-number-reader.ts";
import { simplifyColumn } from "../tables/table-columns.ts";

const copyNames = ["copies", "copy_number", "total_copies", "cn", "total_cn", "tcn"] as const;
const callNames = ["call", "change", "copy_number_alteration", "copy_number_type", "cna"] as const;

/** Names of columns that make a table with a gene column a list, and no matrix of samples. */
export const listNames: ReadonlySet<string> = new Set([
  ...copyNames,
  ...callNames,
  "value",
  "mincopynumber",
]);

/**
 * A list of genes with copies or a call, as a report or a panel states them; also OncoKB's (`Hugo_Symbol`, `Copy_Number_Alteration`). Copies
 * are taken as those of tumor cells.
 */
export const geneList = makeCopyNumberReader({
  id: "gene-list",
  title: "List of genes with copies or a call",
  extensions: [".csv", ".tsv", ".txt"],
  fields: [
    { field: "gene", names: geneNames, meaning: "gene symbol", required: true },
    { field: "copies", names: copyNames, meaning: "copies in tumor cells", required: false },
    {
      field: "call",
      names: callNames,
      meaning:
        "amplification, gain, neutral, loss, homozygous deletion (deletion is the same), or -2 to 2; needed where copies are missing",
      required: false,
    },
    {
      field: "minor",
      names: ["minor", "minor_copies", "minor_copy_number", "lcn"],
      meaning: "copies of the allele that has fewer",
      required: false,
    },
    { field: "sample", names: sampleNames, meaning: "sample of the row", required: false },
  ],
  isOwn: (columns) => {
    const names = columns.map(simplifyColumn);
    const states = names.some((name) => isOneOf(copyNames, name) || isOneOf(callNames, name));
    // Segments carry genes, and PURPLE's genes carry places.
    return states && !names.includes("start");
  },
  row(cells) {
    const gene = readSymbol(cells);
    const copies = readCopies(cells, "copies");
    const minor = readCopies(cells, "minor");
    const word = cells.text("call").trim();
    const call = word === "" || /^na$/i.test(word) ? null : callOfText(word);
    if (copies === null && call === null) return "no value";
    return { ...emptyRow, gene, copies, minor, call };
  },
});

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
