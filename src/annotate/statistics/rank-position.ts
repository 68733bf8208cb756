import { median, quantile } from "../../read/quantile.ts";

/** Where one value lies by rank and quartile; the quartile measures are null when the quartiles are equal. */
export interface RankPosition {
  /** Mid-rank, 0 to 100: ties count half. */
  readonly percentile: number;
  /** (value - median) / IQR. */
  readonly kIqr: number | null;
  /** Strictly outside Tukey's fences Q1 - 1.5 IQR and Q3 + 1.5 IQR. */
  readonly tukey: "up" | "down" | "none" | null;
}

/** Tukey (1977): fences lie this many interquartile ranges outside the quartiles. */
const fence = 1.5;

/** `sorted`: ascending cohort values without the case, at least one. Quartiles are of type 7. */
export function rankPosition(value: number, sorted: Float64Array): RankPosition {
  let below = 0;
  let equal = 0;
  for (const other of sorted) {
    if (other < value) below += 1;
    else if (other === value) equal += 1;
  }
  const percentile = (100 * (below + equal / 2)) / sorted.length;
  const lower = quantile(sorted, 0.25);
  const upper = quantile(sorted, 0.75);
  const range = upper - lower;
  if (!(range > 0)) return { percentile, kIqr: null, tukey: null };
  const tukey =
    value > upper + fence * range ? "up" : value < lower - fence * range ? "down" : "none";
  return { percentile, kIqr: (value - median(sorted)) / range, tukey };
}
