import { alleleKey } from "../model/alteration.ts";
import type { Allele } from "../model/locus.ts";
import type { BasesAt } from "./models/transcript.ts";

/** No repeat of a gene is longer; a hostile one is cut off here. */
const longestShift = 1_000;

interface Alignment {
  readonly bases: BasesAt;
  /** True for an allele that the knowledgebase names, by `alleleKey`. */
  isNamed(key: string): boolean;
}

/**
 * An insertion or deletion at the one of its equivalent places that the knowledgebase names it at, else as far to the left as
 * bases are known. The allele has to be trimmed; any other is given back as it is. An indel is moved only through bases that
 * are at hand: no base is guessed.
 */
export function alignAllele(allele: Allele, { bases, isNamed }: Alignment): Allele {
  const { ref, alt } = allele;
  const isIndel = Math.min(ref.length, alt.length) === 1 && ref.length !== alt.length;
  if (!isIndel || ref[0] !== alt[0] || isNamed(alleleKey(allele))) return allele;
  let leftmost = allele;
  for (let steps = 0; steps < longestShift; steps++) {
    const next = shiftLeft(leftmost, bases);
    if (next === null) break;
    if (isNamed(alleleKey(next))) return next;
    leftmost = next;
  }
  let right: Allele | null = allele;
  for (let steps = 0; right !== null && steps < longestShift; steps++) {
    right = shiftRight(right, bases);
    if (right !== null && isNamed(alleleKey(right))) return right;
  }
  return leftmost;
}

function shiftLeft(allele: Allele, bases: BasesAt): Allele | null {
  const { contig, position, ref, alt } = allele;
  const moved = ref.length > 1 ? ref : alt;
  // The anchor is the first of them: it has to be the last as well to pass.
  if (position <= 1 || moved[0] !== moved.at(-1)) return null;
  const before = bases(contig, position - 1, position - 1);
  return isBase(before) ? place(allele, position - 1, before + moved.slice(0, -1)) : null;
}

function shiftRight(allele: Allele, bases: BasesAt): Allele | null {
  const { contig, position, ref, alt } = allele;
  const moved = ref.length > 1 ? ref : alt;
  const next = position + ref.length;
  const base = bases(contig, next, next);
  if (!isBase(base) || base !== moved[1]) return null;
  return place(allele, position + 1, moved.slice(1) + base);
}

function place(allele: Allele, position: number, moved: string): Allele {
  const anchor = moved.slice(0, 1);
  return allele.ref.length > 1
    ? { ...allele, position, ref: moved, alt: anchor }
    : { ...allele, position, ref: anchor, alt: moved };
}

function isBase(text: string): boolean {
  return text === "A" || text === "C" || text === "G" || text === "T";
}
