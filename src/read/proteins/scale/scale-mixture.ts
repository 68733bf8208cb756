/**
 * Tables whose values are on two scales at once: put together from two exports, or transformed in part. Between intensities and their
 * logarithms, and between intensities and ratios around 0, lie values that neither has.
 */
import { log2Limit, shorten, type SampleRange, type ValueRange } from "./protein-scale-range.ts";
import { showText } from "../../show-text.ts";
import type { ScalableRow } from "./scalable-row.ts";

export interface MixtureInput {
  readonly rows: readonly ScalableRow[];
  /** Names, the case first. */
  readonly samples: readonly string[];
  readonly range: ValueRange;
  /** What the values look like as a whole. */
  readonly kind: "linear" | "ratio" | "log2";
}

interface Group {
  has(value: number): boolean;
  readonly looksLike: string;
}

/** From the lowest to the highest of its values, both included. */
interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly looksLike: string;
}

/** Intensities are mostly above 500, their logarithms below 50; log2 ratios end before 5, log2 intensities begin after 8. */
const groups: Record<MixtureInput["kind"], readonly [lower: Bounds, upper: Bounds]> = {
  linear: [
    { from: 2, to: log2Limit, looksLike: "a logarithm" },
    { from: 500, to: Infinity, looksLike: "a linear intensity" },
  ],
  ratio: [
    { from: -Infinity, to: 5, looksLike: "a ratio" },
    { from: 8, to: Infinity, looksLike: "an intensity" },
  ],
  log2: [
    { from: Number.MIN_VALUE, to: 8, looksLike: "a ratio" },
    { from: 11, to: Infinity, looksLike: "a log2 intensity" },
  ],
};

/**
 * The sentence about a table of two scales, with a value of each; null where all may be of one. Samples of at least 10 values are judged by
 * their ranges, then all values together: two groups of at least 5 % each, with less than 0.5 % beside them.
 */
export function findMixture(input: MixtureInput): string | null {
  return findOtherSamples(input) ?? findTwoGroups(input);
}

const fewestOfSample = 10;

const isThere = (value: number): boolean => !Number.isNaN(value) && value !== 0;

/** Samples that end where logarithms end while others are linear, or begin where intensities begin while others are ratios. */
function findOtherSamples({ rows, samples, range, kind }: MixtureInput): string | null {
  if (kind === "log2") return null;
  const [odd, rest, isOdd]: [Group, Group, (range: SampleRange) => boolean] =
    kind === "linear"
      ? [
          { has: isThere, looksLike: "a logarithm" },
          { has: (value) => value > log2Limit, looksLike: "a linear value" },
          ({ max }) => max <= log2Limit,
        ]
      : [
          { has: isThere, looksLike: "an intensity" },
          { has: (value) => value < 0, looksLike: "a ratio" },
          ({ min }) => min >= 5,
        ];
  const judged = [...range.samples.entries()].filter(([, { count }]) => count >= fewestOfSample);
  const other = new Set(judged.filter(([, each]) => isOdd(each)).map(([index]) => index));
  if (other.size === 0 || other.size === judged.length) return null;
  const cells = [
    showCell({ rows, samples, of: (index) => other.has(index) }, odd),
    showCell({ rows, samples, of: (index) => !other.has(index) }, rest),
  ];
  return `${cells.join(", ")}; samples like the first: ${other.size} of ${judged.length}`;
}

const fewestOfGroup = 20;
const smallestGroup = 0.05;
const mostBetween = 0.005;
/** Logarithms are no whole numbers, and no constant that was put in for what is missing. */
const fractionsOfLower = 0.9;
const fewestDistinct = 10;

function findTwoGroups({ rows, samples, range, kind }: MixtureInput): string | null {
  const [lower, upper] = groups[kind];
  // Nearly every table ends before the one begins.
  if (range.max < upper.from || range.min > lower.to) return null;
  const counts = { all: 0, lower: 0, fractions: 0, upper: 0 };
  const distinct = new Set<number>();
  const add = (value: number): void => {
    if (Number.isNaN(value) || value === 0) return;
    counts.all += 1;
    if (value >= upper.from && value <= upper.to) counts.upper += 1;
    if (value < lower.from || value > lower.to) return;
    counts.lower += 1;
    if (!Number.isInteger(value)) counts.fractions += 1;
    if (distinct.size < fewestDistinct) distinct.add(value);
  };
  for (const { value, cohort } of rows) {
    add(value);
    for (let index = 0; index < cohort.length; index += 1) add(cohort[index] ?? Number.NaN);
  }
  const fewest = Math.max(fewestOfGroup, smallestGroup * counts.all);
  const beside = counts.all - counts.lower - counts.upper;
  if (Math.min(counts.lower, counts.upper) < fewest || beside >= mostBetween * counts.all) {
    return null;
  }
  if (distinct.size < fewestDistinct || counts.fractions < fractionsOfLower * counts.lower) {
    return null;
  }
  const cells = [lower, upper].map(({ from, to, looksLike }) =>
    showCell(
      { rows, samples, of: () => true },
      { has: (value) => value >= from && value <= to, looksLike },
    ),
  );
  return `${cells.join(", ")}; values like the first: ${counts.lower}, like the second: ${counts.upper}, like neither: ${beside}`;
}

/** The lowest and the highest value, each with its place. */
export function showExtremes({
  rows,
  samples,
  range,
}: Pick<MixtureInput, "rows" | "samples" | "range">): string {
  const low = Math.min(...range.samples.map(({ min }) => min));
  const high = Math.max(...range.samples.map(({ max }) => max));
  const cells = [low, high].map((extreme) =>
    describeCell({ rows, samples, has: (_, value) => value === extreme }),
  );
  return cells.filter((cell) => cell !== null).join(", ");
}

/** `ERBB2 of "S1" is 21.5 (line 3) and looks like a logarithm`, of the first value of the group. */
function showCell(
  {
    rows,
    samples,
    of,
  }: Pick<MixtureInput, "rows" | "samples"> & { readonly of: (sample: number) => boolean },
  { has, looksLike }: Group,
): string {
  const cell = describeCell({ rows, samples, has: (sample, value) => of(sample) && has(value) });
  return `${cell ?? "a value"} ${cell === null ? "" : "and "}looks like ${looksLike}`;
}

/** `ERBB2 of "S1" is 21.5 (line 3)`, of the first such value; null where there is none. */
function describeCell({
  rows,
  samples,
  has,
}: Pick<MixtureInput, "rows" | "samples"> & {
  readonly has: (sample: number, value: number) => boolean;
}): string | null {
  for (const { value, cohort, gene, line } of rows) {
    for (let sample = 0; sample <= cohort.length; sample += 1) {
      const cell = sample === 0 ? value : (cohort[sample - 1] ?? Number.NaN);
      if (!has(sample, cell)) continue;
      const row = gene === undefined || gene === "" ? "a value" : showText(gene);
      const place = line === undefined ? "" : ` (line ${line})`;
      return `${row} of ${showText(samples[sample] ?? "")} is ${shorten(cell)}${place}`;
    }
  }
  return null;
}
