import type { GeneBreak } from "./gene-break.ts";

/** What becomes of the reading frame where two genes are joined. */
export interface Frame {
  readonly inFrame: boolean | null;
  readonly promoterSwap?: true;
}

/**
 * Holds the coding bases before the break of the 5' partner to those before the break of the 3' partner. Breaks in introns are
 * spliced, so that whole exons count; breaks in two exons are joined as they are, with what is inserted between them; one of each
 * leaves the frame open. In RNA every junction joins bases of exons.
 *
 * Without a coding base of the 5' partner, or with all of the 3' partner, a promoter has changed and there is no frame to keep.
 * Behind the stop codon of the 5' partner nothing is translated.
 */
export function judgeFrame(
  first: GeneBreak,
  second: GeneBreak,
  { molecule, inserted }: { molecule: "dna" | "rna"; inserted: number | null },
): Frame {
  if (first.codingBefore === 0 || second.codingBefore === 0) {
    return { inFrame: null, promoterSwap: true };
  }
  if (first.codingBefore >= first.codingLength) return { inFrame: false };
  if (second.codingBefore >= second.codingLength) return { inFrame: null };
  const areExonic = first.isExonic && second.isExonic;
  const areIntronic = !first.isExonic && !second.isExonic;
  if (molecule === "rna" ? !areExonic : !areExonic && !areIntronic) return { inFrame: null };
  if (molecule === "dna" && areExonic && inserted === null) return { inFrame: null };
  const added = molecule === "dna" && areExonic ? (inserted ?? 0) : 0;
  return { inFrame: (first.codingBefore + added - second.codingBefore) % 3 === 0 };
}
