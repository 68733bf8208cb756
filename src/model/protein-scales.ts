/**
 * Scales that the values of a protein or RNA table may be on. `intensity`, `tpm` and `counts` are linear and are brought to log2, and so is
 * `log10`, of intensities or ratios; `npx` is Olink's, log2 too; `z` is against a cohort, and `score` a value that is used as given.
 */
export const proteinScales = [
  "log2-ratio",
  "log2-intensity",
  "intensity",
  "tpm",
  "counts",
  "log10",
  "npx",
  "z",
  "score",
] as const;

export type ProteinScale = (typeof proteinScales)[number];
