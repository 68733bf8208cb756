/** Mean of the values; NaN when there are none. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum / values.length;
}

/** Standard deviation with n - 1; NaN for fewer than two values. */
export function standardDeviation(values: Float64Array): number {
  if (values.length < 2) return Number.NaN;
  const center = meanOf(values);
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) {
    squares += ((values[index] ?? center) - center) ** 2;
  }
  return Math.sqrt(squares / (values.length - 1));
}
