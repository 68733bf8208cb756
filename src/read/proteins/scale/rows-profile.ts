/** What the rows of a table look like, before anything is known of their scale. */
import { takeEvenly } from "./protein-scale-range.ts";
import { showText } from "../../show-text.ts";
import { findMoments } from "./standardized-rows.ts";
import type { ScalableRow } from "./scalable-row.ts";

/** One row whose values are looked at as they come. */
export interface RowFacts {
  /** As in a sentence. */
  readonly name: string;
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
  readonly negative: number;
}

export interface RowsProfile {
  /** Rows with at least 5 values. */
  readonly rows: readonly RowFacts[];
  /** Values other than 0, ascending. */
  readonly values: Float64Array;
}

const fewestOfRow = 5;

/** Of a large table, evenly spaced rows. */
export function describeRows(rows: readonly ScalableRow[]): RowsProfile {
  const looked = takeEvenly(rows);
  const samples = 1 + (rows[0]?.cohort.length ?? 0);
  const all = new Float64Array(looked.length * samples);
  let count = 0;
  const facts: RowFacts[] = [];
  for (const { value, cohort, gene } of looked) {
    const present = Float64Array.of(value, ...cohort).filter((each) => !Number.isNaN(each));
    if (present.length >= fewestOfRow) {
      facts.push({ name: showText(gene ?? ""), ...describeValues(present) });
    }
    for (const each of present) if (each !== 0) all[count++] = each;
  }
  return { rows: facts, values: all.subarray(0, count).sort() };
}

function describeValues(values: Float64Array): Omit<RowFacts, "name"> {
  let [min, max, negative] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
    if (value < 0) negative += 1;
  }
  return { ...findMoments(values), min, max, negative };
}
