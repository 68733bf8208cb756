/** Whether the values of a table were standardized: each row, or each sample, brought to mean 0 and deviation 1. */
import { takeEvenly, type SampleRange } from "./protein-scale-range.ts";
import { median } from "../../../model/quantile.ts";
import type { ScalableRow } from "./scalable-row.ts";

const fewestRows = 5;
const fewestValues = 20;
const tolerance = 0.1;
/** What is left of rounding where every value of a row takes part in its mean. */
const exact = 0.02;
const fewestOfFew = 5;

/** The share that has to be standard: rows of few values, and rows that were filtered afterwards, are not. */
const isMost = (count: number, of: number): boolean => count * 5 >= of * 4;

/**
 * True where four of five rows have mean 0 and standard deviation 1, or median 0 and MAD 1 (in units of the deviation): each gene was
 * standardized over these samples, which no log2 ratio is by chance. Rows of 20 values and more are held to 0.1, those of 5 to 19 to
 * 0.02. The case may have taken part or not. Fewer than 5 rows decide nothing.
 */
export function hasStandardRows(rows: readonly ScalableRow[]): boolean {
  let judged = 0;
  let standard = 0;
  for (const { value, cohort } of takeEvenly(rows)) {
    const without = cohort.filter((each) => !Number.isNaN(each));
    if (without.length < fewestOfFew) continue;
    judged += 1;
    const within = Number.isNaN(value) ? without : Float64Array.of(value, ...without);
    if (isStandard(without) || isStandard(within)) standard += 1;
  }
  return judged >= fewestRows && isMost(standard, judged);
}

function isStandard(values: Float64Array): boolean {
  const { count, mean, deviation } = findMoments(values);
  const limit = count < fewestValues ? exact : tolerance;
  // Programs divide by n or by n - 1.
  const ofAll = deviation * Math.sqrt((count - 1) / count);
  if (isNear(mean, 0, limit) && (isNear(deviation, 1, limit) || isNear(ofAll, 1, limit)))
    return true;
  const { middle, spread } = findRobustMoments(values);
  return isNear(middle, 0, limit) && isNear(spread, 1, limit);
}

const isNear = (value: number, target: number, limit: number): boolean =>
  Math.abs(value - target) <= limit;

const fewestSamples = 3;
const fewestOfSample = 50;

/**
 * True where four of five samples have mean 0 and standard deviation 1 within 0.02: genes were standardized within each sample. Asks for
 * 3 samples of 50 values.
 */
export function hasStandardSamples(samples: readonly SampleRange[]): boolean {
  const judged = samples.filter(({ all }) => all >= fewestOfSample);
  const standard = judged.filter(({ all, sum, squares }) => {
    const mean = sum / all;
    return isNear(mean, 0, exact) && isNear(Math.sqrt(squares / all - mean ** 2), 1, exact);
  });
  return judged.length >= fewestSamples && isMost(standard.length, judged.length);
}

/** Of the values that are there; the deviation is that of n - 1, and 0 below two values. */
export function findMoments(values: Float64Array): {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
} {
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

/** The MAD of a normal distribution is 1/1.4826 of its deviation. */
const madToDeviation = 1.4826;

function findRobustMoments(values: Float64Array): { middle: number; spread: number } {
  const middle = median(values.toSorted());
  const distances = values.map((each) => Math.abs(each - middle)).toSorted();
  return { middle, spread: madToDeviation * median(distances) };
}
