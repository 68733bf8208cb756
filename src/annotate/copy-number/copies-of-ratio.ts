/** What is known of the tumor as a whole. */
export interface TumorContent {
  /** Share of tumor cells in the sample, above 0 to 1; null when not known. */
  readonly purity: number | null;
  /** Mean copies of the tumor's genome; null when not known. */
  readonly ploidy: number | null;
}

/**
 * Total copies in tumor cells of a place whose reads or probes stand in this log2 ratio to a normal sample of the same sex, when a
 * normal cell has `expected` copies there. With purity p and ploidy P the ratio is
 *
 *     (p n + (1 - p) e) / e  over  (p P + (1 - p) 2) / 2
 *
 * because both samples are sequenced to the same depth on average (as in ABSOLUTE, PMID 22544022, and ASCAT, PMID 20837533); P is 2 when
 * it is not known. Without purity the copies are those of the sample, as if it were pure and diploid: `adjusted` is false. Noise
 * below zero is zero.
 */
export function copiesOfRatio(
  log2: number,
  expected: number,
  { purity, ploidy }: TumorContent,
): { readonly copies: number; readonly adjusted: boolean } {
  const ratio = 2 ** log2;
  if (purity === null) return { copies: ratio * expected, adjusted: false };
  const normal = 1 - purity;
  const depth = (purity * (ploidy ?? 2) + normal * 2) / 2;
  const inTumor = (ratio * depth * expected - normal * expected) / purity;
  return { copies: Math.max(0, inTumor), adjusted: true };
}
