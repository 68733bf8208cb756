import { regularizedBeta } from "./incomplete-beta.ts";

/** Probability that is left out at each end. */
const tail = 0.025;
/** Halvings of the interval 0 to 1: every digit of a double. */
const halvings = 60;

/**
 * Exact 95 % interval of a fraction (Clopper and Pearson 1934, Biometrika 26:404), both ends 0 to 1. `hits` of `trials`, which is above 0.
 */
export function exactInterval(hits: number, trials: number): readonly [number, number] {
  const misses = trials - hits;
  const low = hits === 0 ? 0 : betaQuantile(tail, hits, misses + 1);
  const high = misses === 0 ? 1 : betaQuantile(1 - tail, hits + 1, misses);
  return [low, high];
}

/** The x at which the distribution function of beta(a, b) is `share`, by halving. */
function betaQuantile(share: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < halvings; step += 1) {
    const x = (low + high) / 2;
    if (regularizedBeta({ x, y: 1 - x }, a, b) < share) low = x;
    else high = x;
  }
  return (low + high) / 2;
}
