import { callAllele, parseGenotype } from "./genotype.ts";

const infoColumn = 7;
const ownFilters = "AS_FilterStatus=";
/** What GATK writes of an allele that failed nothing beside what FILTER says. */
const noOwnFilter = "SITE";

/** Genotypes that are remembered; a hostile file may have more. */
const mostRemembered = 1_000;

/** Where a FORMAT has what is looked at; -1 where it has not. */
interface FormatKeys {
  readonly text: string;
  readonly genotype: number;
  readonly reads: number;
  readonly hasFilters: boolean;
}

/**
 * Whether a line of one ALT may be judged by its place and FILTER alone: no filter of its own (INFO/AS_FilterStatus, FORMAT/FT), a genotype that holds the
 * allele where one is stated, and no AD without a read of it. Other keys of reads are not looked at. `sampleColumn`: of the tumor, from 0; null where the file has no sample.
 */
export function makePlainCallTest(sampleColumn: number | null): (line: Buffer) => boolean {
  const holdsAllele = rememberGenotypes();
  let keys = readKeys("");
  return (line) => {
    const text = line.toString("latin1");
    const infoEnd = endOfColumns(text, 0, infoColumn);
    if (infoEnd === -1 || hasOwnFilter(text, infoEnd + 1)) return false;
    if (sampleColumn === null) return true;
    const formatStart = endOfColumns(text, infoEnd + 1, 1) + 1;
    const formatEnd = formatStart === 0 ? -1 : text.indexOf("\t", formatStart);
    if (formatEnd === -1) return false;
    const format = text.slice(formatStart, formatEnd);
    // Nearly all records of a file have one FORMAT.
    if (format !== keys.text) keys = readKeys(format);
    if (keys.hasFilters) return false;
    const before = sampleColumn - infoColumn - 2;
    const start = endOfColumns(text, formatEnd + 1, before) + 1;
    if (start === 0) return false;
    const end = text.indexOf("\t", start);
    const sample = text.slice(start, end === -1 ? text.length : end);
    const reads = keys.reads === -1 ? "" : itemAt(sample, keys.reads);
    if (reads.split(",", 2)[1] === "0") return false;
    return keys.genotype === -1 || holdsAllele(itemAt(sample, keys.genotype));
  };
}

function readKeys(text: string): FormatKeys {
  const keys = text.split(":");
  return {
    text,
    genotype: keys.indexOf("GT"),
    reads: keys.indexOf("AD"),
    hasFilters: keys.includes("FT"),
  };
}

/** The tab behind so many columns from a column's start on, or the place before it where there are none to skip; -1 when the line has fewer. */
function endOfColumns(text: string, start: number, count: number): number {
  let end = start - 1;
  for (let column = 0; column < count; column++) {
    end = text.indexOf("\t", end + 1);
    if (end === -1) return -1;
  }
  return end;
}

/** Of a sample's items between colons, counted from 0; empty where the sample has fewer. */
function itemAt(sample: string, index: number): string {
  let start = 0;
  for (let item = 0; item < index; item++) {
    const colon = sample.indexOf(":", start);
    if (colon === -1) return "";
    start = colon + 1;
  }
  const end = sample.indexOf(":", start);
  return sample.slice(start, end === -1 ? sample.length : end);
}

function rememberGenotypes(): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const holds = callAllele(parseGenotype(text), 1) === "alt called";
    if (known.size < mostRemembered) known.set(text, holds);
    return holds;
  };
}

function hasOwnFilter(text: string, infoStart: number): boolean {
  const found = text.indexOf(ownFilters, infoStart);
  if (found === -1) return false;
  const start = found + ownFilters.length;
  const end = start + noOwnFilter.length;
  return text.slice(start, end) !== noOwnFilter || !";\t".includes(text.slice(end, end + 1));
}
