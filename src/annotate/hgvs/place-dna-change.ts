/** From the name of a change of the DNA to the change itself. */
import type { Allele, Assembly } from "../../model/locus.ts";
import type { Edit } from "../models/edit.ts";
import { reverseComplement } from "../models/genetic-code.ts";
import { exonicPlace, type AxisPosition, type Strand } from "../models/strand.ts";
import type { BasesAt } from "../models/transcript.ts";
import type { DnaChange, NamedPlace } from "./parse-dna-change.ts";

/** Why a name could not be placed. */
export interface NotPlaced {
  /** As a part of a sentence. */
  readonly reason: string;
  /** The name speaks against the transcript or its bases: there is no such variant. False: it is only not known. */
  readonly contradicts: boolean;
}

/** For a name that cannot be true of the transcript. */
function contradict(reason: string): NotPlaced {
  return { reason, contradicts: true };
}

/** What stands for bases that neither the models nor the name know: nothing, so that there is no edit, or as many `N`. */
type UnknownBases = "refused" | "N";

/** As `placeDnaChange`, for a name of the kind that the transcript is numbered by: `c.` where it codes for a protein, else `n.`. */
export function placeOnTranscript(
  change: DnaChange,
  strand: Strand,
  unknown: UnknownBases = "refused",
): Edit | NotPlaced {
  const type = strand.codingLength > 0 ? "c" : "n";
  if (change.type === type) return placeDnaChange(change, strand, unknown);
  const { id } = strand.transcript;
  return contradict(`the bases of ${id} are numbered as ${type}., not as ${change.type}.`);
}

/** The edit on the axis of a strand; a reason when a place is none of it, or the bases are others than the name says. */
export function placeDnaChange(
  change: DnaChange,
  strand: Strand,
  unknown: UnknownBases = "refused",
): Edit | NotPlaced {
  const { id } = strand.transcript;
  const [from, to] = [placeOf(change.from, strand), placeOf(change.to, strand)];
  if (from === null || to === null || to < from) {
    return contradict(`${id} has no such place${beyondCoding(change, strand)}`);
  }
  if (change.kind === "insertion") {
    if (to !== from + 1) return contradict("an insertion lies between two neighboring bases");
    return { from: to, to: from, ref: "", alt: change.alt };
  }
  const known = strand.bases(from, to);
  const standIn = unknown === "N" ? known : null;
  const ref = known.includes("N") ? (change.ref ?? standIn) : known;
  if (ref === null) {
    return {
      reason: "the bases there are not at hand; --fasta has them",
      contradicts: false,
    };
  }
  if (change.ref !== null && change.ref !== ref) {
    return contradict(`the bases there are ${ref}, not ${change.ref}`);
  }
  if (ref.length !== to - from + 1) return contradict("the bases do not fill the places");
  if (change.kind === "duplication") return { from: to + 1, to, ref: "", alt: ref };
  if (change.kind === "none") return contradict("it changes nothing");
  const alt = change.kind === "inversion" ? reverseComplement(ref) : change.alt;
  return { from, to, ref, alt };
}

/** Says why a place outside of the coding sequence is none where only the coding parts of the exons are known. */
function beyondCoding({ from, to }: DnaChange, { transcript, codingLength }: Strand): string {
  const isBeyond = [from, to].some(({ base, isBehindStop }) => base < 0 || isBehindStop);
  return isBeyond && codingLength > 0 && !transcript.hasUtr
    ? ": only its coding sequence is known on this build"
    : "";
}

/** Null where the transcript has no such base: an intron is counted from the edge of an exon on, and ends at the next. */
function placeOf({ base, isBehindStop, offset }: NamedPlace, strand: Strand): AxisPosition | null {
  if (base === 0) return null;
  const index = base < 0 ? base : base - 1 + (isBehindStop ? strand.codingLength : 0);
  if (!isBehindStop && index >= strand.codingLength && strand.codingLength > 0) return null;
  const exonic = exonicPlace(strand, index);
  if (exonic === null || offset === 0) return exonic;
  const at = exonic + offset;
  const isInIntron = strand.exons.some(([, end], exon) => {
    const next = strand.exons[exon + 1]?.[0];
    if (next === undefined || at <= end || at >= next) return false;
    return exonic === (offset > 0 ? end : next);
  });
  return isInIntron ? at : null;
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
