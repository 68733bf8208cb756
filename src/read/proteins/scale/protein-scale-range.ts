import type { ScalableRow } from "./scalable-row.ts";

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
  /** The case first, then the cohort in its order. */
  readonly samples: readonly SampleRange[];
}

/** Of the values of one sample that are not missing. */
export interface SampleRange {
  all: number;
  sum: number;
  squares: number;
  /** Those that are not 0, which an instrument writes for missing. */
  count: number;
  /** Values below zero. */
  negative: number;
  /** Of those that are not 0. */
  min: number;
  max: number;
}

/** Everything that is asked of every value, in one pass: a matrix has millions. */
export function findRange(rows: readonly ScalableRow[]): ValueRange {
  const samples = Array.from({ length: 1 + (rows[0]?.cohort.length ?? 0) }, noRange);
  const seen = { aboveLimit: 0, belowRatio: 0, fractions: 0 };
  const add = (range: SampleRange | undefined, value: number): void => {
    if (range === undefined || Number.isNaN(value)) return;
    range.all += 1;
    range.sum += value;
    range.squares += value ** 2;
    if (value > log2Limit) seen.aboveLimit += 1;
    if (value < ratioLike) seen.belowRatio += 1;
    if (!Number.isInteger(value)) seen.fractions += 1;
    if (value === 0) return;
    range.count += 1;
    if (value < 0) range.negative += 1;
    if (value < range.min) range.min = value;
    if (value > range.max) range.max = value;
  };
  for (const { value, cohort } of rows) {
    add(samples[0], value);
    for (let index = 0; index < cohort.length; index += 1) {
      add(samples[index + 1], cohort[index] ?? Number.NaN);
    }
  }
  const range = { count: 0, zeros: 0, min: Infinity, max: -Infinity };
  for (const { all, count, min, max } of samples) {
    range.count += all;
    range.zeros += all - count;
    range.min = Math.min(range.min, min, all > count ? 0 : Infinity);
    range.max = Math.max(range.max, max, all > count ? 0 : -Infinity);
  }
  const span = `${range.count} values from ${shorten(range.min)} to ${shorten(range.max)}`;
  return { ...range, ...seen, span, samples };
}

function noRange(): SampleRange {
  return { all: 0, sum: 0, squares: 0, count: 0, negative: 0, min: Infinity, max: -Infinity };
}

const mostRows = 500;

/** Evenly spaced rows of a large table: enough for every share that is asked of them. */
export function takeEvenly<Row>(rows: readonly Row[]): readonly Row[] {
  const step = Math.ceil(rows.length / mostRows);
  return step <= 1 ? rows : rows.filter((_, index) => index % step === 0);
}

/** Four significant digits, the same everywhere. */
export function shorten(value: number): string {
  return String(Number(value.toPrecision(4)));
}
