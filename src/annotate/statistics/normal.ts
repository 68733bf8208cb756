/** Terms of the continued fraction; from 2 on, 60 give every digit of a double. */
const terms = 60;
/** Below it the power series converges in fewer steps than the fraction. */
const seriesBelow = 2;

/**
 * Tail probability P(Z > z) of the standard normal distribution for z >= 0: half of erfc(z / sqrt 2). Sources: NIST Digital Library of
 * Mathematical Functions, 7.6.2 (power series of erf) and 7.9.1 (continued fraction of erfc).
 */
export function normalTail(z: number): number {
  const x = z / Math.SQRT2;
  return (x < seriesBelow ? 1 - errorFunction(x) : complement(x)) / 2;
}

function errorFunction(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function complement(x: number): number {
  let fraction = x;
  for (let n = terms; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
