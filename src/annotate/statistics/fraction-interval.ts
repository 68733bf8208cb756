/** Two-sided 95 % point of the normal distribution. */
const z = 1.959964;

/**
 * Wilson's 95 % interval of a fraction (Wilson 1927, J Am Stat Assoc 22:209), both ends 0 to 1. `hits` of `trials`, which is above 0.
 */
export function fractionInterval(hits: number, trials: number): readonly [number, number] {
  const fraction = hits / trials;
  const share = (z * z) / trials;
  const middle = (fraction + share / 2) / (1 + share);
  const half = (z / (1 + share)) * Math.sqrt((fraction * (1 - fraction) + share / 4) / trials);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
