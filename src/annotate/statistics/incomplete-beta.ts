/**
 * Lanczos coefficients for g = 7 and nine terms (P. Godfrey, "A note on the computation of the
 * convergent Lanczos complex gamma approximation", 2001); relative error about 1e-15.
 */
const lanczosShift = 7;
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function for x >= 0.5, which is all that Student's t asks for. */
function logGamma(x: number): number {
  const shifted = x - 1;
  let sum: number = lanczos[0];
  for (let index = 1; index < lanczos.length; index += 1) {
    sum += (lanczos[index] ?? 0) / (shifted + index);
  }
  const t = shifted + lanczosShift + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Smallest change of the continued fraction that still counts. */
const precision = 1e-15;
/** Stands for zero where a division follows (Lentz's method). */
const tiny = 1e-300;
/** It converges in O(sqrt(max(a, b))) steps; this serves cohorts far beyond a million samples. */
const maxSteps = 10_000;

const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Continued fraction of DLMF 8.17.22, evaluated by the modified Lentz method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= maxSteps; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return fraction;
}

/**
 * Regularized incomplete beta function I_x(a, b) for a, b >= 0.5. `x` is given with its complement
 * `y` = 1 - x, because the caller knows both without the rounding of a subtraction.
 * Source: NIST Digital Library of Mathematical Functions, section 8.17.
 */
export function regularizedBeta(point: { x: number; y: number }, a: number, b: number): number {
  const { x, y } = point;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const scale = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y),
  );
  // The fraction converges quickly on this side of the mean only; DLMF 8.17.4 mirrors the other.
  return x < (a + 1) / (a + b + 2)
    ? (scale * betaFraction(x, a, b)) / a
    : 1 - (scale * betaFraction(y, b, a)) / b;
}
