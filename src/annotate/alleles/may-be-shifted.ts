import type { Allele } from "../../model/locus.ts";
import type { BasesAt } from "../models/transcript.ts";
import { rotateBases } from "./roll-bases.ts";

/** Bases by which the places of one indel may differ between callers; farther on, two that move the same bases are taken for two. */
export const longestShift = 50;

/**
 * Whether two insertions, or two deletions, may be one change that is written at two places of a repeat: the moved bases of one are those of the other,
 * turned by the distance, and a base between them is not known. Both alleles are trimmed, anchored and aligned as far as bases are known, so that
 * where all are known two places are two changes.
 */
export function mayBeShifted(one: Allele, other: Allele, bases: BasesAt | undefined): boolean {
  const [left, right] = one.position <= other.position ? [one, other] : [other, one];
  const [from, to] = [movedBases(left), movedBases(right)];
  if (from === null || to === null || left.contig !== right.contig) return false;
  const distance = right.position - left.position;
  if (from.isInserted !== to.isInserted || distance > longestShift) return false;
  if (rotateBases(from.text, distance) !== to.text) return false;
  const end = right.position + right.ref.length - 1;
  return bases === undefined || /[^ACGT]/u.test(bases(left.contig, left.position, end));
}

/** Null for what is neither an insertion nor a deletion alone. */
function movedBases({ ref, alt }: Allele): { text: string; isInserted: boolean } | null {
  if (ref.length === alt.length || Math.min(ref.length, alt.length) !== 1) return null;
  const isInserted = alt.length > ref.length;
  return { text: (isInserted ? alt : ref).slice(1), isInserted };
}
