import { openSections, isCombinedOutput } from "../tables/combined-output.ts";
import { readCopies, readSymbol } from "./copy-number-cells.ts";
import { findFields, listColumns, type FieldSpec } from "./copy-number-fields.ts";
import { readCopyNumberTable } from "./copy-number-table.ts";
import { emptyRow } from "./make-copy-number-reader.ts";
import type { CopyNumberReader } from "../reader.ts";

const fields: readonly FieldSpec[] = [
  { field: "gene", names: ["gene"], meaning: "gene symbol", required: true },
  {
    field: "value",
    names: ["fold_change"],
    meaning: "copies of the sample over those of normal tissue, 1 for two copies",
    required: true,
  },
  {
    field: "copies",
    names: ["absolute_copy_number"],
    meaning: "copies in tumor cells, where the program states them",
    required: false,
  },
  { field: "sample", names: ["sample"], meaning: "of [Analysis Details]", required: false },
];

/**
 * Genes of the combined output of TruSight Oncology 500. The fold change is the linear copy ratio of the gene in the sample (`SM` of the program's
 * VCF of copy numbers), so that it is read as a log2 ratio. Genes that are not listed are not known.
 */
export const tso500Copies: CopyNumberReader = {
  id: "tso500-copies",
  title: "TruSight Oncology 500: [Gene Amplifications] of CombinedVariantOutput.tsv",
  input: "copy-number",
  extensions: [".tsv"],
  columns: listColumns(fields),
  detect: isCombinedOutput,
  read: (source, options) =>
    readCopyNumberTable(
      source,
      {
        id: tso500Copies.id,
        find: (columns) => findFields(columns, fields),
        open: openSections({
          sections: ["Gene Amplifications", "Copy Number Variants"],
          required: ["Gene", "Fold Change"],
          columns: ["gene", "fold_change", "absolute_copy_number", "sample"],
          of: "DNA",
          row: (cell) => ["Gene", "Fold Change", "Absolute Copy Number"].map(cell),
        }),
        row(cells) {
          const gene = readSymbol(cells);
          const copies = readCopies(cells, "copies");
          const fold = cells.number("value");
          if (copies === null && (fold === null || fold < 0)) return "no value";
          const log2 = fold === null || fold < 0 ? null : Math.log2(Math.max(fold, leastFold));
          return { ...emptyRow, gene, copies, log2: copies === null ? log2 : null };
        },
      },
      options,
    ),
};

/** Nothing is left: a ratio of zero has no logarithm. */
const leastFold = 0.001;
