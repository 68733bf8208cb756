import type { ReaderBase } from "../reader-base.ts";
import { sampleNames as commonNames } from "../tables/sample-columns.ts";
import { simplifyColumn } from "../tables/table-columns.ts";

/** What a column of a copy-number table holds. */
export type CopyNumberField =
  | "contig"
  | "start"
  | "end"
  | "gene"
  | "sample"
  | "copies"
  | "mostCopies"
  | "major"
  | "minor"
  | "log2"
  | "call"
  | "value"
  | "partStart"
  | "partEnd"
  | "marker";

/** A column by the names that programs give it, the most preferred first; compared without case, blanks, dots and dashes. */
export interface FieldSpec {
  readonly field: CopyNumberField;
  readonly names: readonly string[];
  readonly meaning: string;
  readonly required: boolean;
}

/** 0-based columns by field; null when a required one is missing. */
export function findFields(
  columns: readonly string[],
  specs: readonly FieldSpec[],
): ReadonlyMap<CopyNumberField, number> | null {
  const names = columns.map(simplifyColumn);
  const found = new Map<CopyNumberField, number>();
  for (const { field, names: known, required } of specs) {
    const index = known.map((name) => names.indexOf(name)).find((at) => at !== -1);
    if (index !== undefined) found.set(field, index);
    else if (required) return null;
  }
  return found;
}

/** The columns as `metaction formats` lists them. */
export function listColumns(specs: readonly FieldSpec[]): ReaderBase["columns"] {
  return specs.map(({ names, meaning, required }) => ({
    name: names[0] ?? "",
    meaning: names.length > 1 ? `${meaning}; also named ${names.slice(1).join(", ")}` : meaning,
    required,
  }));
}

/** Names of a column of chromosomes. */
export const contigNames = ["chromosome", "chrom", "chr", "contig"] as const;
/** Names of a column of gene symbols. */
export const geneNames = [
  "gene",
  "hugo_symbol",
  "gene_symbol",
  "symbol",
  "gene_name",
  "hgnc_symbol",
] as const;
/** Names of a column of samples. */
export const sampleNames = [...commonNames, "id", "gdc_aliquot"] as const;
