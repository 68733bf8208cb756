/** Scores of PD-L1 from counted cells (PMC7058818, 10.1038/s41379-019-0210-3). */

export interface PdL1Counts {
  /** Viable tumor cells with staining of the membrane. */
  readonly tumorPositive: number;
  /** Lymphocytes and macrophages with any staining. */
  readonly immunePositive: number;
  /** All viable tumor cells. */
  readonly tumorCells: number;
}

/** Tumor proportion score, 0 to 100; null without viable tumor cells. */
export function tumorProportionScore({
  tumorPositive,
  tumorCells,
}: Omit<PdL1Counts, "immunePositive">): number | null {
  return tumorCells > 0 ? (100 * tumorPositive) / tumorCells : null;
}

/** Combined positive score, capped at 100; null without viable tumor cells. */
export function combinedPositiveScore(counts: PdL1Counts): number | null {
  const { tumorPositive, immunePositive, tumorCells } = counts;
  if (tumorCells <= 0) return null;
  return Math.min(100, (100 * (tumorPositive + immunePositive)) / tumorCells);
}
