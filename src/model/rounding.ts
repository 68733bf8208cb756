import { cohortDecimals } from "./cohort-file.ts";

/** Of the larger of a value and 1: no table tells values apart that lie closer, and sums and logarithms of equal ones differ by less. */
const relativeRounding = 1e-10;

/** How far values near this one may lie apart by rounding alone: `0.1 + 0.2` and `0.3`, or equal values and their mean. */
export function roundingOf(value: number): number {
  return relativeRounding * Math.max(1, Math.abs(value));
}

/**
 * The least spread of reference values, on whatever scale: a step of the decimals that built cohorts keep, so that a matrix and the file built of it
 * agree. On log2 it is 0.07 % of an amount; no laboratory measures that, and distances in units of it are of any size.
 */
export const leastSpread = 10 ** -cohortDecimals;

/** True where values near a center spread by more than the least, and rounding: a distance may be measured in units of it. */
export function isSpread(spread: number, center: number): boolean {
  return spread > leastSpread + roundingOf(center);
}
