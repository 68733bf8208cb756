/** Numbers that decide a call (clinical 4.3). */
export interface OutlierThresholds {
  /** Called below this Benjamini-Hochberg q. */
  readonly q: number;
  /** Called from this absolute modified z on. */
  readonly modifiedZ: number;
  /** Called from this absolute log2 distance to the cohort median on. */
  readonly log2Fold: number;
  /** Cohort values that are needed for a call. */
  readonly cohortToCall: number;
  /** Cohort values that are needed for any number. */
  readonly cohortToCompute: number;
  /** Largest share of missing cohort values. */
  readonly missingShare: number;
  /** Largest absolute sample-wide shift against the cohort, log2. */
  readonly sampleShift: number;
  /** Smallest share of reference samples that detect a protein, for a case in which it was not detected to be called low. */
  readonly detectedShare: number;
}

/** Clinical 4.3; the share of missing values is PROTRIDER's limit. */
export const outlierThresholds: OutlierThresholds = {
  q: 0.1,
  modifiedZ: 3,
  log2Fold: 1,
  cohortToCall: 20,
  cohortToCompute: 5,
  missingShare: 0.3,
  sampleShift: 0.5,
  detectedShare: 0.9,
};
