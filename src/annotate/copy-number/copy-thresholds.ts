/** Numbers of copies at which a gene changes its name, each with its source. */
export const copyThresholds = {
  /** Amplified from here (spec, clinical R8; HER2 ISH counts 6 and more as amplified, ASCO/CAP 2018, PMID 29846122). */
  amplifiedFrom: 6,
  /** And from this many times the ploidy: in a doubled genome six copies are few. HER2 ISH asks for a ratio of 2 (as above). */
  amplifiedFold: 2,
  /** From here to below 6 an amplification is equivocal, unless the statement has its own cut-off (spec, clinical R8). */
  equivocalFrom: 4,
  /** Below it no copy is left: what rounds to zero. PURPLE calls a gene deleted by the same number. */
  deletedBelow: 0.5,
  /** Copies away from what is expected that are a gain or a loss: half of the step to the next whole number. */
  step: 0.5,
  /** An allele with fewer copies is lost: what rounds to zero. */
  alleleLostBelow: 0.5,
  /** Share of the transcript that a segment must cover, else the change is partial (spec, matching 4). */
  leastShare: 0.5,
  /** Bases between two segments of one change that still make one stretch (our limit): no bin or probe lies in a centromere. */
  widestGap: 1_000_000,
  /** Bases up to which an amplification is focal (SHIVA, PMC4830395, table T2). */
  focalUpTo: 10_000_000,
} as const;
