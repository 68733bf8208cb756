import type { ValueNumbers } from "../../read/cohort/row-values.ts";
import { isSpread } from "../../model/rounding.ts";
import { studentTwoSidedP } from "./student-t.ts";

export interface CrawfordHowell {
  readonly t: number;
  readonly p: number;
}

/**
 * One case against a small control group: t = (x - mean) / (s * sqrt((n + 1) / n)) with n - 1 degrees of
 * freedom (Crawford and Howell 1998). Exact for Gaussian values, and blinded by aberrant cohort members,
 * so it is shown beside the robust p and never called on. Null when the cohort has no spread that is
 * measurable. `n`: values of the cohort.
 */
export function crawfordHowell(
  value: number,
  { mean, deviation }: Pick<ValueNumbers, "mean" | "deviation">,
  n: number,
): CrawfordHowell | null {
  if (!isSpread(deviation, mean)) return null;
  const t = (value - mean) / (deviation * Math.sqrt((n + 1) / n));
  return { t, p: studentTwoSidedP(t, n - 1) };
}
