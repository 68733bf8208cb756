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

const number = /^\d+(?:\.\d+)?$/;
/** Means of mosdepth have two decimals; a score of BED, which stands in the same column, has none. */
const mean = /^\d+\.\d{2}$/;
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

/**
 * How a BED says what of it was read, by its head: `regions` are its first rows as cells. Null where it names regions and nothing else, as that of
 * a panel does. Known are the states of CallableLoci, bedGraph and mosdepth (per base, by regions, quantized, thresholds).
 */
export function findBedMeasure(
  head: string,
  regions: readonly (readonly string[])[],
): BedMeasure | null {
  const header = thresholds.exec(head)?.[1];
  if (header !== undefined) return byThresholds(header.trim().split("\t"));
  const all = (width: number, column: number, form: RegExp): boolean =>
    regions.length > 0 &&
    regions.every((cells) => cells.length === width && form.test(cells[column] ?? ""));
  if (regions.some((cells) => states.has(cells[fourth] ?? ""))) return byState;
  if (all(4, fourth, number)) return byDepth(fourth);
  if (all(4, fourth, depthRange)) return byRange;
  return all(5, fifth, mean) ? byDepth(fifth) : null;
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
