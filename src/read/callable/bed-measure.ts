import { findCountColumn } from "./bed-counts.ts";
import { provenFromDepth } from "./callable-row.ts";

/** What programs write behind the three columns of a BED to say how well a region was read. */
export interface BedMeasure {
  /** As in a sentence: `column 4 is read as depth`. */
  readonly what: string;
  /** Whether the region was read well enough; null where the row does not say. `length`: bases of the region. */
  isRead(cells: readonly string[], length: number): boolean | null;
}

/** Columns behind `chrom`, `start` and `end`, 0-based. */
const fourth = 3;
const fifth = 4;

/** Columns of bedGraph and of mosdepth along the genome, and no more. */
const alongGenome = 4;

const number = /^\d+(?:\.\d+)?$/;
/** Means of mosdepth, bedtools and others have decimals; a score of BED, which stands in the fifth column, has none. */
const decimal = /^\d+\.\d+$/;
const depthRange = /^(\d+):(?:\d+|inf)$/;
const thresholds = /^#chrom\tstart\tend\tregion((?:\t\d+X)+)\r?$/m;

/** States of GATK's CallableLoci, and the names that mosdepth's manual gives to its ranges of depth. */
const states: ReadonlyMap<string, boolean> = new Map([
  ["CALLABLE", true],
  ["HIGH_COVERAGE", true],
  ["NO_COVERAGE", false],
  ["LOW_COVERAGE", false],
  ["EXCESSIVE_COVERAGE", false],
  ["POOR_MAPPING_QUALITY", false],
  ["REF_N", false],
]);

/** Names of columns with the depth of a region, the stricter first: of its least covered base, then of the mean. */
const depthNames = [
  /^min[ _]?(?:cov|coverage|cvg|depth)$/i,
  /^(?:(?:mean|avg|average)[ _]?(?:cov|coverage|cvg|depth)|depth)$/i,
];
/** Names that only a table of what was read has. */
const coverageName = /cov|cvg|depth|reads|read_?count|callab/i;

/**
 * How a BED says what of it was read, by its head: `regions` are its first rows as cells. Null where it names regions and nothing else, as that of
 * a panel does. Known are the states of CallableLoci, bedGraph, mosdepth (per base, by regions, quantized, thresholds), what bedtools and samtools count
 * over regions, and columns that a line of names before the regions calls depth or coverage (sambamba, DRAGEN).
 */
export function findBedMeasure(
  head: string,
  regions: readonly (readonly string[])[],
): BedMeasure | null {
  const header = thresholds.exec(head)?.[1];
  if (header !== undefined) return byThresholds(header.trim().split("\t"));
  const named = byNames(head);
  if (named !== null) return named;
  const width = regions[0]?.length ?? 0;
  const all = (column: number, form: RegExp): boolean =>
    width > column &&
    regions.every((cells) => cells.length === width && form.test(cells[column] ?? ""));
  if (regions.some((cells) => states.has(cells[fourth] ?? ""))) return byState;
  if (width === alongGenome && all(fourth, depthRange)) return byRange;
  const counts = findCountColumn(regions);
  if (counts?.kind === "breadth") return unproven("bedtools coverage counts reads");
  if (counts?.kind === "bases") return unproven("a row tells of one base of its region");
  if (counts?.kind === "sum") return bySum(counts.columns);
  if (width === alongGenome && all(fourth, number)) return byDepth(fourth);
  const last = width - 1;
  return last > fourth && all(last, decimal) ? byDepth(last) : null;
}

const byState: BedMeasure = {
  what: "column 4 says what was read",
  isRead: (cells) => states.get(cells[fourth] ?? "") ?? null,
};

const byRange: BedMeasure = {
  what: "column 4 is read as a range of depth",
  isRead(cells) {
    const least = depthRange.exec(cells[fourth] ?? "")?.[1];
    return least === undefined ? null : Number(least) >= provenFromDepth;
  },
};

function byDepth(column: number): BedMeasure {
  return {
    what: `column ${column + 1} is read as depth`,
    isRead(cells) {
      const depth = cells[column] ?? "";
      return number.test(depth) ? Number(depth) >= provenFromDepth : null;
    },
  };
}

/** Sums and counts over a region show its mean depth at most; which of several BAMs is the tumor's is not said, so that the least counts. */
function bySum(columns: readonly number[]): BedMeasure {
  const named = columns.map((column) => column + 1).toReversed();
  const which = named.length === 1 ? `column ${named[0]} is` : `columns ${named.join(", ")} are`;
  return {
    what: `${which} read as sums over the bases of a region (samtools bedcov)`,
    isRead(cells, length) {
      const sums = columns.map((column) => cells[column] ?? "");
      if (!sums.every((sum) => /^\d+$/.test(sum))) return null;
      return sums.every((sum) => Number(sum) >= provenFromDepth * length);
    },
  };
}

/** What shows that something was read, and not how deeply. */
function unproven(what: string): BedMeasure {
  return { what, isRead: () => false };
}

/** By the last line of names before the regions; null where no name of it tells of coverage. */
function byNames(head: string): BedMeasure | null {
  const [before = ""] = head.split(/^(?!#|track\b|browser\b|\r?$)/m, 1);
  const line = before
    .trimEnd()
    .split("\n")
    .findLast((text) => text.startsWith("#"));
  const names = (line ?? "").split("\t").map((name) => name.trim());
  if (!names.slice(fourth).some((name) => coverageName.test(name))) return null;
  const column = depthNames
    .map((form) => names.findIndex((name, index) => index >= fourth && form.test(name)))
    .find((index) => index !== -1);
  return column === undefined
    ? unproven("no column is called depth or mean coverage")
    : byDepth(column);
}

/** A region was read where each of its bases has the depth of the first column that suffices. */
function byThresholds(names: readonly string[]): BedMeasure {
  const enough = names.findIndex((name) => Number(name.slice(0, -1)) >= provenFromDepth);
  const column = fifth + enough;
  return {
    what:
      enough === -1
        ? `no column counts bases of a depth of ${provenFromDepth} or more`
        : `column ${column + 1} is read as bases with a depth of ${names[enough]}`,
    isRead(cells, length) {
      if (enough === -1) return false;
      const bases = cells[column] ?? "";
      return /^\d+$/.test(bases) ? Number(bases) === length : null;
    },
  };
}
