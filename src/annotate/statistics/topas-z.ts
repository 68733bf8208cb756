import { isSpread } from "../../model/rounding.ts";
import type { RowValues } from "../../read/cohort/row-values.ts";

/** No z goes beyond, and a value that is missing where others have one counts as the lower end. */
const clip = 4;

/**
 * z of TOPAS (clinical R9) for one sample of a batch: distance to the median of the others in their standard deviations, clipped to four. For
 * comparison with TOPAS only: an imputed -4 is no measurement. Null where nothing was measured in the others, or they have no spread.
 * `others`: without the sample.
 */
export function topasZ(value: number | null, others: RowValues): number | null {
  if (value === null) return others.count() === 0 ? null : -clip;
  const { median, deviation } = others.numbers();
  if (!isSpread(deviation, median)) return null;
  return Math.max(-clip, Math.min(clip, (value - median) / deviation));
}
