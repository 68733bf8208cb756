import { findSampleColumn } from "./protein-columns.ts";

/** Units of RNA quantities as columns are named by them, best first, with the scale that they state. */
const quantities = [
  ["TPM", "tpm"],
  ["tpm", "tpm"],
  ["FPKM", "tpm"],
  ["est_counts", "counts"],
  ["NumReads", "counts"],
  ["counts", "counts"],
] as const;

/** Columns that name the gene or transcript of a quantifier's row: PCGR, Salmon, RSEM, kallisto, StringTie. */
const geneColumns = [
  "TargetID",
  "Gene Name",
  "gene_id",
  "Gene ID",
  "Name",
  "target_id",
  "gene",
] as const;

export interface QuantityColumns {
  readonly gene: number;
  readonly value: number;
  readonly unit: string;
  readonly scale: "tpm" | "counts";
  /** Names the sample of a row; null where the table has no such column. */
  readonly sample: number | null;
}

/** The columns of a table of RNA quantities of one sample, whose value column is named by its unit; null for any other table. */
export function quantityColumn(columns: readonly string[]): QuantityColumns | null {
  const gene = geneColumns.map((name) => columns.indexOf(name)).find((index) => index !== -1);
  if (gene === undefined) return null;
  for (const [unit, scale] of quantities) {
    const value = columns.indexOf(unit);
    if (value !== -1) return { gene, value, unit, scale, sample: findSampleColumn(columns) };
  }
  return null;
}
