import { alleleKey } from "../../model/alteration.ts";
import type { Allele, Contig, OneBased } from "../../model/locus.ts";
import type { BasesAt } from "../models/transcript.ts";
import { rollBases, rotateBases } from "./roll-bases.ts";

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
  const { back, forth } = reachOf(allele, bases);
  for (let steps = 1; steps <= back; steps++) {
    const moved = moveAllele(allele, -steps, bases);
    if (isNamed(alleleKey(moved))) return moved;
  }
  for (let steps = 1; steps <= forth; steps++) {
    const moved = moveAllele(allele, steps, bases);
    if (isNamed(alleleKey(moved))) return moved;
  }
  return back === 0 ? allele : moveAllele(allele, -back, bases);
}

/** Steps to either side at which the change can be written, which needs the base before it. */
function reachOf(allele: Allele, bases: BasesAt): { back: number; forth: number } {
  const { contig, position, ref } = allele;
  const moved = movedBases(allele);
  const last = position + ref.length - 1;
  const left = rollBases(
    moved,
    // The anchor is stated, known or not.
    (step) => (step === 1 ? ref.charAt(0) : readBase(bases, contig, position - step + 1)),
    -1,
  );
  const right = rollBases(moved, (step) => readBase(bases, contig, last + step), 1);
  const isAnchored = isBase(readBase(bases, contig, position - left.steps));
  return { back: isAnchored ? left.steps : Math.max(0, left.steps - 1), forth: right.steps };
}

function movedBases({ ref, alt }: Allele): string {
  return (ref.length > 1 ? ref : alt).slice(1);
}

function moveAllele(allele: Allele, steps: number, bases: BasesAt): Allele {
  const position = allele.position + steps;
  const rolled = rotateBases(movedBases(allele), steps);
  const anchor = steps > 0 ? rolled.slice(-1) : readBase(bases, allele.contig, position);
  return allele.ref.length > 1
    ? { ...allele, position, ref: anchor + rolled, alt: anchor }
    : { ...allele, position, ref: anchor, alt: anchor + rolled };
}

/** Empty before the first base of a chromosome. */
function readBase(bases: BasesAt, contig: Contig, position: OneBased): string {
  return position < 1 ? "" : bases(contig, position, position);
}

function isBase(text: string): boolean {
  return text === "A" || text === "C" || text === "G" || text === "T";
}
