import type { ReadInfo } from "./vcf-info.ts";

/** Key under which GATK says which alleles of a record failed: FILTER is that of the best of them (GATK, FilterMutectCalls). */
export const alleleFilterKey = "AS_FilterStatus";

/** Failed filters of each ALT in its order; null where the record does not say which allele failed. */
export type AlleleFilters = readonly (readonly string[])[] | null;

/**
 * Reads INFO/AS_FilterStatus. GATK separates alleles by `|` and the filters of one by a comma (`SITE|map_qual,weak_evidence`); files that were made
 * to fit `Number=A` have them exchanged. A record that was split keeps the text of all its alleles: where some of them did not fail, its own may be one
 * of those.
 */
export function readAlleleFilters({ values }: ReadInfo, altCount: number): AlleleFilters {
  const text = values.get(alleleFilterKey);
  const none = Array.from({ length: altCount }, () => []);
  if (typeof text !== "string") return none;
  const alleles = splitAlleles(text, "|", ",");
  const readings = [alleles, splitAlleles(text, ",", "|")];
  const own = readings.find((reading) => reading.length === altCount && reading.every(isOneStatus));
  if (own !== undefined) return own.map((names) => names.filter(isFailed));
  const failed = alleles.map((names) => names.filter(isFailed));
  if (failed.every((names) => names.length === 0)) return none;
  if (failed.some((names) => names.length === 0)) return null;
  return none.map(() => [...new Set(failed.flat())]);
}

function splitAlleles(text: string, between: string, within: string): string[][] {
  return text.split(between).map((own) => own.split(within));
}

/** An allele that did not fail has no filter beside that. */
function isOneStatus(names: readonly string[]): boolean {
  return names.length === 1 || names.every(isFailed);
}

/** `SITE`: nothing beside what FILTER says. */
function isFailed(name: string): boolean {
  return !["", ".", "PASS", "SITE"].includes(name);
}
