/** Constants that a program put in the place of missing values: what was measured does not have one lowest value many times. */
import { shorten } from "./protein-scale-range.ts";
import { showText } from "../../show-text.ts";
import type { ScalableRow } from "./scalable-row.ts";

/** So many cells, and so large a share, have the lowest value. */
const fewestCells = 20;
const smallestShare = 0.005;
/** Rounded values and counts have their next value about as often. */
const timesNext = 10;

interface Lowest {
  value: number;
  count: number;
  next: number;
  nextCount: number;
  all: number;
}

/** What was put in, by the samples that hold it. */
export interface FilledIn {
  /** As in a sentence, with the value and how often it is there. */
  readonly text: string;
  /** True for such a value of a sample: 0 is the case. */
  has(sample: number, value: number): boolean;
}

/**
 * The constant of the table, or those of its samples; null where there is none. Lowest is what neither is 0 nor missing. One constant stands in 20
 * cells at least, in 0.5 % of those with a value, and ten times as often as the next value above it.
 */
export function findFilledIn(
  rows: readonly ScalableRow[],
  samples: readonly string[],
): FilledIn | null {
  const whole = noLowest();
  const single = Array.from({ length: 1 + (rows[0]?.cohort.length ?? 0) }, noLowest);
  for (const { value, cohort } of rows) {
    see(whole, single[0], value);
    for (let index = 0; index < cohort.length; index += 1) {
      see(whole, single[index + 1], cohort[index] ?? Number.NaN);
    }
  }
  if (isFilledIn(whole)) {
    return { text: describe(whole), has: (_, value) => value === whole.value };
  }
  const found = single.findIndex(isFilledIn);
  const first = single[found];
  if (first === undefined) return null;
  const constants = single.map((each) => (isFilledIn(each) ? each.value : Number.NaN));
  const others = constants.filter((each) => !Number.isNaN(each)).length;
  const name = showText(samples[found] ?? "");
  const text = `${describe(first)} of ${name}${others > 1 ? `, and likewise in other samples: ${others - 1}` : ""}`;
  return { text, has: (sample, value) => value === constants[sample] };
}

function noLowest(): Lowest {
  return { value: Infinity, count: 0, next: Infinity, nextCount: 0, all: 0 };
}

function see(whole: Lowest, single: Lowest | undefined, value: number): void {
  if (Number.isNaN(value) || value === 0) return;
  add(whole, value);
  if (single !== undefined) add(single, value);
}

function add(lowest: Lowest, value: number): void {
  lowest.all += 1;
  if (value > lowest.next) return;
  if (value === lowest.value) lowest.count += 1;
  else if (value < lowest.value) {
    lowest.next = lowest.value;
    lowest.nextCount = lowest.count;
    lowest.value = value;
    lowest.count = 1;
  } else if (value < lowest.next) {
    lowest.next = value;
    lowest.nextCount = 1;
  } else lowest.nextCount += 1;
}

function isFilledIn({ count, nextCount, all }: Lowest): boolean {
  // Where nothing else is there, nothing tells a constant from a measurement.
  if (nextCount === 0) return false;
  return count >= Math.max(fewestCells, smallestShare * all, timesNext * nextCount);
}

function describe({ value, count, next, nextCount, all }: Lowest): string {
  return `the lowest value, ${shorten(value)}, stands in ${count} of ${all} cells, the next one, ${shorten(next)}, in ${nextCount}`;
}
