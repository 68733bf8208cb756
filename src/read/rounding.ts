/** Of the larger of a value and 1: no table tells values apart that lie closer, and sums and logarithms of equal ones differ by less. */
const relativeRounding = 1e-10;

/** How far values near this one may lie apart by rounding alone: `0.1 + 0.2` and `0.3`, or equal values and their mean. */
export function roundingOf(value: number): number {
  return relativeRounding * Math.max(1, Math.abs(value));
}
