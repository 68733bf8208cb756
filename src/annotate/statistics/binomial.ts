import { regularizedBeta } from "./incomplete-beta.ts";

/**
 * Probability of `least` or more hits among `trials` that each hit with `share`, 0 to 1: P(X >= k) = I_p(k, n - k + 1) (NIST Digital
 * Library of Mathematical Functions, 8.17.5). `least` is at least 1.
 */
export function probabilityOfHits(least: number, trials: number, share: number): number {
  if (trials < least) return 0;
  return regularizedBeta({ x: share, y: 1 - share }, least, trials - least + 1);
}
