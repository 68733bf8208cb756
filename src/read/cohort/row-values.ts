/** Values of reference samples of one row, and what is computed of them whatever the case is. */
import { meanOf, standardDeviation } from "../../model/moments.ts";
import { median, quantile } from "../../model/quantile.ts";
import { roundingOf } from "../../model/rounding.ts";

/** NaN where there are too few values. */
export interface ValueNumbers {
  readonly median: number;
  /** Median absolute deviation from the median, unscaled. */
  readonly mad: number;
  /** Mean absolute deviation from the median. */
  readonly meanDeviation: number;
  readonly mean: number;
  /** Standard deviation with n - 1. */
  readonly deviation: number;
  /** Quartiles of type 7. */
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/** The values that are there. Everything is a function: what is not asked for is not read, sorted or computed. */
export interface RowValues {
  count(): number;
  median(): number;
  numbers(): ValueNumbers;
  /** How many values are below one, and how many are it but for rounding. */
  rankOf(value: number): { readonly below: number; readonly equal: number };
  /** Ascending. */
  values(): Float64Array;
}

/** `load` gives values that are there, ascending; it is asked once. */
export function makeRowValues(load: () => Float64Array): RowValues {
  let sorted: Float64Array | null = null;
  let numbers: ValueNumbers | null = null;
  const values = (): Float64Array => (sorted ??= load());
  return {
    values,
    count: () => values().length,
    median: () => median(values()),
    numbers: () => (numbers ??= describeValues(values())),
    rankOf: (value) => rankAmong(value, values(), values().length),
  };
}

export const noValues: RowValues = makeRowValues(() => new Float64Array());

/** `sorted`: ascending. */
export function describeValues(sorted: Float64Array): ValueNumbers {
  const center = median(sorted);
  const deviations = sortedDeviations(sorted, center);
  return {
    median: center,
    mad: median(deviations),
    meanDeviation: meanOf(deviations),
    mean: meanOf(sorted),
    deviation: standardDeviation(sorted),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
  };
}

/** Distances to the center, ascending: those of the values below it and above it are each in order already, and are merged. */
function sortedDeviations(sorted: Float64Array, center: number): Float64Array {
  const deviations = new Float64Array(sorted.length);
  let above = 0;
  while (above < sorted.length && (sorted[above] ?? center) < center) above += 1;
  let below = above - 1;
  for (let index = 0; index < deviations.length; index += 1) {
    const down = center - (sorted[below] ?? Number.NEGATIVE_INFINITY);
    const up = (sorted[above] ?? Number.POSITIVE_INFINITY) - center;
    deviations[index] = Math.min(down, up);
    if (above === sorted.length || (below >= 0 && down < up)) below -= 1;
    else above += 1;
  }
  return deviations;
}

/** The rank among the first `count` of ascending values. */
export function rankAmong(
  value: number,
  sorted: Float64Array,
  count: number,
): ReturnType<RowValues["rankOf"]> {
  const rounding = roundingOf(value);
  let below = 0;
  while (below < count && (sorted[below] ?? value) < value - rounding) below += 1;
  let end = below;
  while (end < count && (sorted[end] ?? Infinity) <= value + rounding) end += 1;
  return { below, equal: end - below };
}
