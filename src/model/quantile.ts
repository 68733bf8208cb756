/**
 * Quantile of type 7 (Hyndman and Fan 1996; the default of R and numpy) of ascending values.
 * `share` is between 0 and 1; NaN when there are no values.
 */
export function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/** Median of ascending values; NaN when there are none. */
export function median(sorted: Float64Array): number {
  return quantile(sorted, 0.5);
}
