import { regularizedBeta } from "./incomplete-beta.ts";

/**
 * Two-sided tail probability 2 * P(T > |t|) of Student's t with `df` degrees of freedom; `df` may be
 * a fraction, at least 1. I_x(df/2, 1/2) with x = df / (df + t^2): DLMF 8.17, Abramowitz and Stegun 26.7.1.
 */
export function studentTwoSidedP(t: number, df: number): number {
  const square = t * t;
  if (!Number.isFinite(square)) return 0;
  const total = df + square;
  return regularizedBeta({ x: df / total, y: square / total }, df / 2, 0.5);
}
