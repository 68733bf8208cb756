/** Sequence changes on the plus strand, written as in VCF. */
import type { Contig } from "../../../model/locus.ts";
import type { BaseAt } from "./base-map.ts";
import { reverseComplement } from "../../../annotate/models/genetic-code.ts";
import type { Liftover } from "./liftover.ts";

/** `position` is 1-based and that of the first base of `ref`; neither `ref` nor `alt` is empty. */
export interface PlacedAllele {
  readonly contig: Contig;
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
}

/** A change as CIViC states it: 1-based, without an anchor base; an insertion lies between `start` and `end`. */
export interface StatedChange {
  readonly contig: Contig;
  readonly start: number;
  readonly end: number;
  readonly ref: string;
  readonly alt: string;
}

/**
 * Trims, gives an insertion or deletion its anchor base and moves it as far left as it goes. Null when the change is none, when
 * its numbers contradict each other, or when a reference base that this needs is not known: no base is ever guessed.
 */
export function placeAllele(stated: StatedChange, baseAt: BaseAt | null): PlacedAllele | null {
  const { contig, start, end } = stated;
  let { ref, alt } = stated;
  if (!/^[ACGT]*$/.test(ref + alt) || ref === alt) return null;
  if (ref === "" ? end !== start + 1 : end - start + 1 !== ref.length) return null;
  let position = ref === "" ? start + 1 : start;
  while (ref && alt && ref.at(-1) === alt.at(-1)) [ref, alt] = [ref.slice(0, -1), alt.slice(0, -1)];
  while (ref && alt && ref[0] === alt[0]) {
    [ref, alt] = [ref.slice(1), alt.slice(1)];
    position++;
  }
  if (ref && alt) return { contig, position, ref, alt };
  if (!baseAt) return null;
  for (;;) {
    const before = baseAt(position - 1);
    if (before === undefined) return null;
    const moved = ref || alt;
    if (moved.at(-1) !== before) {
      return { contig, position: position - 1, ref: before + ref, alt: before + alt };
    }
    const rotated = before + moved.slice(0, -1);
    position--;
    if (ref) ref = rotated;
    else alt = rotated;
  }
}

/** False when a reference base that is known differs from the one that the change states. */
export function fitsReference(allele: PlacedAllele, baseAt: BaseAt): boolean {
  return [...allele.ref].every((base, index) => {
    const known = baseAt(allele.position + index);
    return known === undefined || known === base;
  });
}

/** The same change on GRCh38, where the lift is exact; null otherwise. */
export function liftAllele(allele: PlacedAllele, liftover: Liftover): PlacedAllele | null {
  const { contig, position, ref, alt } = allele;
  const lifted = liftover.forward(contig, position, position + ref.length - 1);
  if (!lifted) return null;
  if (!lifted.reversed) return { contig, position: lifted.start, ref, alt };
  // On the other strand the anchor base of an insertion or deletion would lie behind it.
  if (ref.length !== alt.length) return null;
  return {
    contig,
    position: lifted.start,
    ref: reverseComplement(ref),
    alt: reverseComplement(alt),
  };
}

/** `7:140453136:A:T`. */
export function formatAllele({ contig, position, ref, alt }: PlacedAllele): string {
  return `${contig}:${position}:${ref}:${alt}`;
}
