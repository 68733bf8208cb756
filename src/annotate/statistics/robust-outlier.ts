import { median } from "../../read/quantile.ts";
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
  /** Median absolute deviation, unscaled. */
  readonly mad: number;
  /** Signed, in units of a standard deviation; null when the cohort is constant. */
  readonly modifiedZ: number | null;
  readonly scaleUsed: "MAD" | "mean absolute deviation" | null;
}

/**
 * Modified z of Iglewicz and Hoaglin (1993), 0.6745 * (x - median) / MAD. When more than half of the
 * cohort is one value the MAD is 0, and the mean absolute deviation around the median takes its place
 * (clinical 4.3). `sorted`: ascending cohort values without the case, at least one.
 */
export function robustPosition(value: number, sorted: Float64Array): RobustPosition {
  const center = median(sorted);
  const deviations = sortedDeviations(sorted, center);
  const mad = median(deviations);
  const common = { median: center, mad };
  if (mad > 0) {
    const modifiedZ = (madToSigma * (value - center)) / mad;
    return { ...common, modifiedZ, scaleUsed: "MAD" };
  }
  const meanDeviation = deviations.reduce((sum, each) => sum + each, 0) / deviations.length;
  if (!(meanDeviation > 0)) return { ...common, modifiedZ: null, scaleUsed: null };
  return {
    ...common,
    modifiedZ: (value - center) / (meanDeviationToSigma * meanDeviation),
    scaleUsed: "mean absolute deviation",
  };
}

/** Distances to the center, ascending: those of the values below it and above it are each in order already, and are merged. */
function sortedDeviations(sorted: Float64Array, center: number): Float64Array {
  const deviations = new Float64Array(sorted.length);
  let above = 0;
  while (above < sorted.length && (sorted[above] ?? center) < center) above += 1;
  let below = above - 1;
  for (let index = 0; index < deviations.length; index += 1) {
    const down = center - (sorted[below] ?? Number.NEGATIVE_INFINITY);
    const up = (sorted[above] ?? Number.POSITIVE_INFINITY) - center;
    deviations[index] = Math.min(down, up);
    if (above === sorted.length || (below >= 0 && down < up)) below -= 1;
    else above += 1;
  }
  return deviations;
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
