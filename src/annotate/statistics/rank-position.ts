import { isSpread } from "../../model/rounding.ts";
import type { RowValues, ValueNumbers } from "../../read/cohort/row-values.ts";

/** Where one value lies by rank and quartile; the quartile measures are null when the quartiles have no measurable distance. */
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

/** `cohort`: without the case, at least one value; `numbers`: its own. */
export function rankPosition(
  value: number,
  cohort: RowValues,
  { median, lowerQuartile, upperQuartile }: ValueNumbers,
): RankPosition {
  const { below, equal } = cohort.rankOf(value);
  const percentile = (100 * (below + equal / 2)) / cohort.count();
  const range = upperQuartile - lowerQuartile;
  if (!isSpread(range, median)) return { percentile, kIqr: null, tukey: null };
  const tukey =
    value > upperQuartile + fence * range
      ? "up"
      : value < lowerQuartile - fence * range
        ? "down"
        : "none";
  return { percentile, kIqr: (value - median) / range, tukey };
}
