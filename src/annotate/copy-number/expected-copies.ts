import type { Sex } from "../../model/case.ts";
import type { Assembly, Contig, Locus } from "../../model/locus.ts";

/**
 * The pseudoautosomal regions of X, 1-based and closed: genes there have two copies in both sexes (Genome Reference Consortium, regions
 * PAR#1 and PAR#2 of GRCh37 and GRCh38).
 */
const pseudoautosomal: Readonly<Record<Assembly, readonly (readonly [number, number])[]>> = {
  GRCh37: [
    [60_001, 2_699_520],
    [154_931_044, 155_260_560],
  ],
  GRCh38: [
    [10_001, 2_781_479],
    [155_701_383, 156_030_895],
  ],
};

/**
 * Copies of a place in normal cells of the patient: one number, or two where the sex decides and is not known. Empty for the
 * mitochondrion, which has no such number.
 */
export function expectedCopies(
  { assembly, contig, start, end }: Locus,
  sex: Sex | undefined,
): readonly number[] {
  if (contig === "MT") return [];
  if (!isSexChromosome(contig)) return [2];
  const isPaired =
    contig === "X" &&
    pseudoautosomal[assembly].some(([first, last]) => first <= start && end <= last);
  if (isPaired) return [2];
  const [female, male] = contig === "X" ? [2, 1] : [0, 1];
  if (sex === undefined) return [female, male];
  return [sex === "female" ? female : male];
}

function isSexChromosome(contig: Contig): boolean {
  return contig === "X" || contig === "Y";
}
