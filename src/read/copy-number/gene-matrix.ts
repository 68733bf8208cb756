import { peekTable } from "../../io/open-table.ts";
import { callOfValue, isDiscrete } from "./copy-number-calls.ts";
import { readSymbol } from "./copy-number-cells.ts";
import { contigNames, findFields, listColumns, type FieldSpec } from "./copy-number-fields.ts";
import { readCopyNumberTable, type CopyNumberFormat } from "./copy-number-table.ts";
import type { CopyNumberRow } from "./copy-numbers.ts";
import { listNames } from "./gene-list.ts";
import { emptyRow } from "./make-copy-number-reader.ts";
import type { CopyNumberReader } from "../reader.ts";
import { isMissing } from "../tables/table-number.ts";
import { simplifyColumn } from "../tables/table-columns.ts";

const fields: readonly FieldSpec[] = [
  {
    field: "gene",
    names: ["hugo_symbol", "gene_symbol", "gene"],
    meaning: "gene symbol",
    required: true,
  },
];

/** Columns that stand beside the gene in cBioPortal's and GISTIC's tables: numbers in them are no samples. */
const beside: ReadonlySet<string> = new Set([
  "entrez_gene_id",
  "locus_id",
  "gene_id",
  "cytoband",
  ...fields.flatMap(({ names }) => names),
]);

/** A table that says where things lie has rows of segments or bins. */
const placeNames: ReadonlySet<string> = new Set([...contigNames, "start", "end", "log2"]);

/**
 * A matrix of genes and samples: cBioPortal's discrete or log2 values (`data_cna.txt`, `data_log2_cna.txt`), GISTIC's
 * `all_thresholded.by_genes.txt` and `all_data_by_genes.txt`. Where every value of the sample is one of -2, -1.5, -1, 0, 1, 2, they
 * are calls. Others are log2 ratios; with GISTIC's columns `Gene Symbol` and `Cytoband` they are copies minus two (GISTIC 2.0
 * documentation, output files).
 */
export const geneMatrix: CopyNumberReader = {
  id: "cna-matrix",
  title: "Copy numbers of genes, one column for each sample (cBioPortal, GISTIC)",
  input: "copy-number",
  extensions: [".txt", ".tsv", ".txt.gz"],
  columns: [
    ...listColumns(fields),
    {
      name: "(sample name)",
      meaning: "-2 deep deletion, -1 loss, 0, 1 gain, 2 amplification; or log2 ratios",
      required: true,
    },
  ],
  detect(head) {
    const table = peekTable(head);
    if (table === null || findFields(table.columns, fields) === null) return false;
    const names = table.columns.map(simplifyColumn);
    if (names.some((name) => listNames.has(name) || placeNames.has(name))) return false;
    const samples = [...names.keys()].filter((index) => !beside.has(names[index] ?? ""));
    return samples.length > 0 && samples.every((index) => isValue(table.firstRow[index] ?? ""));
  },
  async read(source, options) {
    let isGistic = false;
    const format: CopyNumberFormat = {
      id: geneMatrix.id,
      find(columns) {
        const names = columns.map(simplifyColumn);
        isGistic = names.includes("gene_symbol") && names.includes("cytoband");
        return findFields(columns, fields);
      },
      samples: (columns) => columns.filter((name) => !beside.has(simplifyColumn(name))),
      row(cells) {
        const gene = readSymbol(cells);
        const value = cells.number("value");
        return value === null ? "no value" : { ...emptyRow, gene, log2: value };
      },
      settle: (rows) => (rows.some(isContinuous) ? asMeasured(isGistic) : asCall),
    };
    return await readCopyNumberTable(source, format, options);
  },
};

function isValue(cell: string): boolean {
  return isMissing(cell) || /^[-+]?[.\d]/.test(cell);
}

/** A whole number that is no call is a fault of its row, and does not make the others log2 ratios. */
function isContinuous({ log2 }: CopyNumberRow): boolean {
  return log2 !== null && !Number.isInteger(log2) && !isDiscrete(log2);
}

function asCall(row: CopyNumberRow): CopyNumberRow {
  return { ...row, log2: null, call: callOfValue(row.log2 ?? 0) };
}

function asMeasured(isGistic: boolean): (row: CopyNumberRow) => CopyNumberRow {
  if (!isGistic) return (row) => row;
  return (row) => {
    // Noise below -2 is a ratio that the array does not resolve.
    const apparent = Math.max(0.001, (row.log2 ?? 0) + 2);
    return { ...row, log2: Math.log2(apparent / 2) };
  };
}
