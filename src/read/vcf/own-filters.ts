import { failedFilters, isFailedFilter } from "./failed-filters.ts";
import type { ReadInfo } from "./info.ts";
import { column } from "./record-faults.ts";
import type { RecordContext, ReportFlaw, SampleFields } from "./record-context.ts";

/** Key under which GATK says which alleles of a record failed: FILTER is that of the best of them (GATK, FilterMutectCalls). */
const alleleFilterKey = "AS_FilterStatus";

/** Failed filters of each ALT in its order; null where the record does not say which allele failed. */
type AlleleFilters = readonly (readonly string[])[] | null;

/**
 * Filters that the tumor's genotype failed (FORMAT/FT), and those that single alleles failed, by the 0-based index of the ALT. None of structural
 * variants: DELLY doubts the genotypes of events that it is sure of.
 */
export function readOwnFilters(
  of: { readonly info: ReadInfo; readonly sample: SampleFields | null; readonly altCount: number },
  { header, structural }: Pick<RecordContext, "header" | "structural">,
  flaw: ReportFlaw,
): (index: number) => readonly string[] {
  if (structural === true) return () => [];
  const isText = (header.format.get("FT")?.type ?? "String") === "String";
  const ofSample = isText ? failedFilters(of.sample?.value("FT") ?? ".") : [];
  const ofAlleles = readAlleleFilters(of.info, of.altCount);
  if (ofAlleles === null) {
    const message = `INFO ${alleleFilterKey} is of more alleles than the record has, and some of them failed: which is not known, and FILTER alone is used`;
    flaw("allele-filter-open", message, column.info);
  }
  return (index) => [...ofSample, ...(ofAlleles?.[index] ?? [])];
}

/**
 * Reads INFO/AS_FilterStatus. GATK separates alleles by `|` and the filters of one by a comma (`SITE|map_qual,weak_evidence`); files that were made
 * to fit `Number=A` have them exchanged. A record that was split keeps the text of all its alleles: where some of them did not fail, its own may be one
 * of those.
 */
function readAlleleFilters({ values }: ReadInfo, altCount: number): AlleleFilters {
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
  return name !== "SITE" && isFailedFilter(name);
}
