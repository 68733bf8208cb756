import { refuse } from "../model/refusal.ts";
import type { ScalableRow } from "./protein-scale.ts";
import { showText } from "./show-text.ts";

/** No log2 intensity or ratio goes beyond: 2^50 exceeds every detector. */
export const log2Limit = 50;
/** Linear ratios to a reference lie around 1; log2 intensities do not. */
export const ratioLike = 2;

/** What the values of a table look like, missing ones left out. */
export interface ValueRange {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** Values above `log2Limit`: more than half of them puts the median there. */
  readonly aboveLimit: number;
  /** Values below `ratioLike`. */
  readonly belowRatio: number;
  readonly zeros: number;
  /** Values that are no whole numbers. */
  readonly fractions: number;
  /** `12 values from 0 to 4096`, for messages. */
  readonly span: string;
}

export function findRange(rows: readonly ScalableRow[]): ValueRange {
  const range = { count: 0, min: Infinity, max: -Infinity };
  const seen = { aboveLimit: 0, belowRatio: 0, zeros: 0, fractions: 0 };
  const add = (value: number): void => {
    if (Number.isNaN(value)) return;
    range.count += 1;
    if (value < range.min) range.min = value;
    if (value > range.max) range.max = value;
    if (value > log2Limit) seen.aboveLimit += 1;
    if (value < ratioLike) seen.belowRatio += 1;
    if (value === 0) seen.zeros += 1;
    if (!Number.isInteger(value)) seen.fractions += 1;
  };
  for (const row of rows) {
    add(row.value);
    for (const value of row.cohort) add(value);
  }
  const span = `${range.count} values from ${shorten(range.min)} to ${shorten(range.max)}`;
  return { ...range, ...seen, span };
}

/** Four significant digits, the same everywhere. */
export function shorten(value: number): string {
  return String(Number(value.toPrecision(4)));
}

const fewestRows = 5;
const fewestValues = 20;
const tolerance = 0.1;

/**
 * True where four of five rows have mean 0 and standard deviation 1 within 0.1: each gene was standardized over these samples, which no log2
 * ratio is by chance. Rows of fewer than 20 values have no say, and fewer than 5 rows decide nothing.
 */
export function isStandardized(rows: readonly ScalableRow[]): boolean {
  let judged = 0;
  let standard = 0;
  for (const { cohort } of rows) {
    const { count, mean, deviation } = findMoments(cohort);
    if (count < fewestValues) continue;
    judged += 1;
    if (Math.abs(mean) <= tolerance && Math.abs(deviation - 1) <= tolerance) standard += 1;
  }
  return judged >= fewestRows && standard * 5 >= judged * 4;
}

function findMoments(values: Float64Array): { count: number; mean: number; deviation: number } {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    const difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }
  return { count, mean, deviation: count < 2 ? 0 : Math.sqrt(squares / (count - 1)) };
}

/** Values of a sample that make its own scale plain. */
const fewestOfSample = 10;

interface SampleRange {
  count: number;
  min: number;
  max: number;
}

/**
 * Throws Refusal "input" for a table whose samples are on different scales: one lies within the range of log2 values while the others are
 * linear, or has no value below 5 while the others are ratios around 0. Only samples of at least 10 values are judged.
 */
export function refuseMixture(
  rows: readonly ScalableRow[],
  { file, samples, kind }: { file: string; samples: readonly string[]; kind: "linear" | "ratio" },
): void {
  const ranges = findSampleRanges(rows);
  const isOther = ({ min, max }: SampleRange): boolean =>
    kind === "linear" ? max <= log2Limit : min >= 5;
  const judged = [...ranges.entries()].filter(([, { count }]) => count >= fewestOfSample);
  const other = judged.filter(([, range]) => isOther(range));
  const [first] = other;
  if (first === undefined || other.length === judged.length) return;
  const name = samples[first[0]] ?? "";
  const what =
    kind === "linear"
      ? `values of sample ${showText(name)} end at ${shorten(first[1].max)} and look like log2, those of others are linear`
      : `values of sample ${showText(name)} begin at ${shorten(first[1].min)} and look like intensities, those of others are ratios`;
  throw refuse("input", "scale-mixed", `${what}; samples on another scale: ${other.length}`, {
    where: { file },
    hint: "Export all samples on one scale.",
  });
}

/** The case first, then the cohort in its order. */
function findSampleRanges(rows: readonly ScalableRow[]): SampleRange[] {
  const ranges: SampleRange[] = [];
  const add = (index: number, value: number): void => {
    if (Number.isNaN(value)) return;
    const range = (ranges[index] ??= { count: 0, min: Infinity, max: -Infinity });
    range.count += 1;
    if (value < range.min) range.min = value;
    if (value > range.max) range.max = value;
  };
  for (const { value, cohort } of rows) {
    add(0, value);
    for (let index = 0; index < cohort.length; index += 1) {
      add(index + 1, cohort[index] ?? Number.NaN);
    }
  }
  return Array.from(ranges, (range) => range ?? { count: 0, min: Infinity, max: -Infinity });
}
