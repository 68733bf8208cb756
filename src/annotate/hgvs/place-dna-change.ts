/** From the name of a change of the DNA to the change itself. */
import type { Allele, Assembly } from "../../model/locus.ts";
import type { Edit } from "../models/edit.ts";
import { reverseComplement } from "../models/genetic-code.ts";
import { exonicPlace, type AxisPosition, type Strand } from "../models/strand.ts";
import type { BasesAt } from "../models/transcript.ts";
import type { DnaChange, NamedPlace } from "./parse-dna-change.ts";

/** Why a name could not be placed, as a part of a sentence. */
export interface NotPlaced {
  readonly reason: string;
}

/** The edit on the axis of a transcript; a reason when a place is none of it, or the bases are others than the name says. */
export function placeDnaChange(change: DnaChange, strand: Strand): Edit | NotPlaced {
  const [from, to] = [placeOf(change.from, strand), placeOf(change.to, strand)];
  if (from === null || to === null || to < from) {
    return { reason: `${strand.transcript.id} has no such place` };
  }
  if (change.kind === "insertion") {
    if (to !== from + 1) return { reason: "an insertion lies between two neighboring bases" };
    return { from: to, to: from, ref: "", alt: change.alt };
  }
  const known = strand.bases(from, to);
  const ref = known.includes("N") ? change.ref : known;
  if (ref === null) return { reason: "the bases there are not at hand; --fasta has them" };
  if (change.ref !== null && change.ref !== ref) {
    return { reason: `the bases there are ${ref}, not ${change.ref}` };
  }
  if (ref.length !== to - from + 1) return { reason: "the bases do not fill the places" };
  if (change.kind === "duplication") return { from: to + 1, to, ref: "", alt: ref };
  if (change.kind === "none") return { reason: "it changes nothing" };
  const alt = change.kind === "inversion" ? reverseComplement(ref) : change.alt;
  return { from, to, ref, alt };
}

function placeOf({ base, isBehindStop, offset }: NamedPlace, strand: Strand): AxisPosition | null {
  if (base === 0) return null;
  const index = base < 0 ? base : base - 1 + (isBehindStop ? strand.codingLength : 0);
  if (!isBehindStop && index >= strand.codingLength && strand.codingLength > 0) return null;
  const exonic = exonicPlace(strand, index);
  return exonic === null ? null : exonic + offset;
}

/** The allele as VCF writes it; null when the base before an insertion or deletion is not known. */
export function toAllele(
  edit: Edit,
  strand: Strand,
  where: { assembly: Assembly; bases: BasesAt },
): Allele | null {
  const { contig, reversed } = strand.transcript;
  const { assembly, bases } = where;
  const ref = reversed ? reverseComplement(edit.ref) : edit.ref;
  const alt = reversed ? reverseComplement(edit.alt) : edit.alt;
  const start = reversed ? 0 - edit.to : edit.from;
  if (ref !== "" && alt !== "") return { assembly, contig, position: start, ref, alt };
  const anchor = bases(contig, start - 1, start - 1);
  if (!/^[ACGT]$/.test(anchor)) return null;
  return { assembly, contig, position: start - 1, ref: anchor + ref, alt: anchor + alt };
}
