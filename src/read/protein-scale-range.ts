import type { ScalableRow } from "./protein-scale.ts";

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

/** Of the values of one sample that are neither missing nor 0, which an instrument writes for missing. */
export interface SampleRange {
  count: number;
  /** Values below zero. */
  negative: number;
  min: number;
  max: number;
}

/** The case first, then the cohort in its order. */
export function findSampleRanges(rows: readonly ScalableRow[]): SampleRange[] {
  const ranges: SampleRange[] = [];
  const add = (index: number, value: number): void => {
    if (Number.isNaN(value) || value === 0) return;
    const range = (ranges[index] ??= noRange());
    range.count += 1;
    if (value < 0) range.negative += 1;
    if (value < range.min) range.min = value;
    if (value > range.max) range.max = value;
  };
  for (const { value, cohort } of rows) {
    add(0, value);
    for (let index = 0; index < cohort.length; index += 1) {
      add(index + 1, cohort[index] ?? Number.NaN);
    }
  }
  return Array.from(ranges, (range) => range ?? noRange());
}

function noRange(): SampleRange {
  return { count: 0, negative: 0, min: Infinity, max: -Infinity };
}
