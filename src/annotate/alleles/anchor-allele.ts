import { alleleKey } from "../../model/alteration.ts";
import type { Allele } from "../../model/locus.ts";
import type { BasesAt } from "../models/transcript.ts";

interface Anchoring {
  /** Absent where no sequence is at hand. */
  readonly bases: BasesAt | undefined;
  /** True for an allele that the knowledgebase names, by `alleleKey`. */
  isNamed(key: string): boolean;
}

/**
 * An insertion or deletion whose base before it is written `N`, as of a MAF, with that base: from the sequence, else from the allele
 * of the knowledgebase that is the same change. Where neither knows it, it stays `N`: the change is the same.
 */
export function anchorAllele(allele: Allele, { bases, isNamed }: Anchoring): Allele {
  const { contig, position, ref, alt } = allele;
  const isIndel = Math.min(ref.length, alt.length) === 1 && ref.length !== alt.length;
  if (!isIndel || ref[0] !== "N" || alt[0] !== "N") return allele;
  const known = bases?.(contig, position, position) ?? "N";
  const candidates = /^[ACGT]$/.test(known) ? [known] : ["A", "C", "G", "T"];
  const anchored = candidates.map((base) => ({
    ...allele,
    ref: base + ref.slice(1),
    alt: base + alt.slice(1),
  }));
  const [only, ...others] = anchored;
  if (only !== undefined && others.length === 0) return only;
  return anchored.find((each) => isNamed(alleleKey(each))) ?? allele;
}
