import { findTab, skipColumns } from "./vcf-line-bytes.ts";
import { callAllele, parseGenotype } from "./vcf-genotype.ts";

const infoColumn = 7;
const formatColumn = 8;
const ownFilters = "AS_FilterStatus=";
/** What GATK writes of an allele that failed nothing beside what FILTER says. */
const noOwnFilter = "SITE";

/**
 * Whether a line of one ALT may be judged by its place and FILTER alone: no filter of its own (INFO/AS_FilterStatus, FORMAT/FT), a genotype that holds the
 * allele where one is stated, and no AD without a read of it. Other keys of reads are not looked at. `sampleColumn`: of the tumor, from 0; null where the file has no sample.
 */
export function makePlainCallTest(sampleColumn: number | null): (line: Buffer) => boolean {
  return (line) => {
    const infoStart = columnStart(line, infoColumn);
    if (infoStart === null || hasOwnFilter(line, infoStart)) return false;
    if (sampleColumn === null) return true;
    const format = readColumn(line, formatColumn);
    const sample = readColumn(line, sampleColumn);
    if (format === null || sample === null) return false;
    const keys = format.split(":");
    if (keys.includes("FT")) return false;
    const values = sample.split(":");
    if (keys.includes("AD") && values[keys.indexOf("AD")]?.split(",")[1] === "0") return false;
    const genotype = keys.indexOf("GT");
    return genotype === -1 || callAllele(parseGenotype(values[genotype] ?? ""), 1) === "alt called";
  };
}

function hasOwnFilter(line: Buffer, infoStart: number): boolean {
  const found = line.indexOf(ownFilters, infoStart, "latin1");
  if (found === -1) return false;
  const start = found + ownFilters.length;
  const end = start + noOwnFilter.length;
  const isNone = line.toString("latin1", start, end) === noOwnFilter;
  return !isNone || !";\t".includes(line.toString("latin1", end, end + 1));
}

function readColumn(line: Buffer, column: number): string | null {
  const start = columnStart(line, column);
  return start === null ? null : line.toString("latin1", start, findTab(line, start));
}

/** Null when the line has fewer columns. */
function columnStart(line: Buffer, column: number): number | null {
  const before = skipColumns(line, 0, column);
  return before === null ? null : before + 1;
}
