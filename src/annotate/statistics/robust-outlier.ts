import type { ValueNumbers } from "../../read/cohort/row-values.ts";
import { isSpread } from "../../model/rounding.ts";
import { studentTwoSidedP } from "./student-t.ts";

/** Third quartile of the standard normal: turns a MAD into a standard deviation. */
const madToSigma = 0.6744897501960817;
/** Turns a mean absolute deviation into a standard deviation: sqrt(pi / 2). */
const meanDeviationToSigma = Math.sqrt(Math.PI / 2);
/** Asymptotic efficiency of the MAD against the standard deviation (clinical 4.2). */
const madEfficiency = 0.37;

/** Where one value lies among a cohort, by statistics that aberrant cohort members hardly move. */
export interface RobustPosition {
  readonly median: number;
  /** Median absolute deviation, unscaled; 0 where it is no measurable spread. */
  readonly mad: number;
  /** Signed, in units of a standard deviation; null when the cohort is constant. */
  readonly modifiedZ: number | null;
  readonly scaleUsed: "MAD" | "mean absolute deviation" | null;
}

/**
 * Modified z of Iglewicz and Hoaglin (1993), 0.6745 * (x - median) / MAD. When more than half of the
 * cohort is one value but for what nobody measures, the MAD is 0, and the mean absolute deviation around the median takes its place
 * (clinical 4.3). `numbers`: of the cohort without the case, at least one value.
 */
export function robustPosition(
  value: number,
  { median, mad, meanDeviation }: Pick<ValueNumbers, "median" | "mad" | "meanDeviation">,
): RobustPosition {
  if (isSpread(mad, median)) {
    const modifiedZ = (madToSigma * (value - median)) / mad;
    return { median, mad, modifiedZ, scaleUsed: "MAD" };
  }
  if (!isSpread(meanDeviation, median)) return { median, mad: 0, modifiedZ: null, scaleUsed: null };
  const modifiedZ = (value - median) / (meanDeviationToSigma * meanDeviation);
  return { median, mad: 0, modifiedZ, scaleUsed: "mean absolute deviation" };
}

/**
 * Two-sided p of a modified z from a cohort of `n` (clinical 4.2, derived and size-checked for this
 * project): Student's t with 0.37 * (n - 1) degrees of freedom, after the variance of the median,
 * (pi / 2) / n, is taken out. `n` is at least 4, below which the degrees of freedom fall under 1.
 */
export function robustP(modifiedZ: number, n: number): number {
  const t = Math.abs(modifiedZ) / Math.sqrt(1 + Math.PI / 2 / n);
  return studentTwoSidedP(t, madEfficiency * (n - 1));
}
