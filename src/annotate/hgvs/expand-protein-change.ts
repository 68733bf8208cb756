/** From a change of the protein to every change of its codons that makes it (spec, matching 1.3). */
import type { Edit } from "../models/edit.ts";
import { codonsOf } from "../models/genetic-code.ts";
import { codingPlace, type Strand } from "../models/strand.ts";
import type { NotPlaced } from "./place-dna-change.ts";
import type { ProteinChange } from "../../model/protein-change.ts";

/** Edits on the axis of the transcript, and what is not among them, as parts of sentences. */
export interface Expanded {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

/**
 * A residue replaced by another, by a stop or by itself: each codon of the new one, changed bases only. A deletion or
 * duplication: that of the whole codons. What has no such list (frameshifts, insertions, lost starts), and what would change
 * bases on both sides of an intron, is a note. A reason when the protein has other residues there, or they are not known.
 */
export function expandProteinChange(change: ProteinChange, strand: Strand): Expanded | NotPlaced {
  const protein = strand.protein();
  const { id } = strand.transcript;
  const { kind, start, end, refStart, refEnd } = change;
  const [first, last] = [protein[start - 1], protein[end - 1]];
  if (first === undefined || last === undefined) {
    const residues = protein.endsWith("*") ? protein.length - 1 : protein.length;
    return { reason: `the protein of ${id} has ${residues} residues`, contradicts: true };
  }
  if (first === "X" || last === "X") {
    return { reason: "the coding sequence is not at hand; --fasta has it", contradicts: false };
  }
  if (first !== refStart || last !== refEnd) {
    const [at, found, named] = first === refStart ? [end, last, refEnd] : [start, first, refStart];
    return { reason: `residue ${at} of ${id} is ${found}, not ${named}`, contradicts: true };
  }
  if (kind === "missense" || kind === "nonsense" || kind === "synonymous") {
    return start === end ? spellCodon(change, strand) : tooMany(kind);
  }
  if (kind === "deletion" || kind === "duplication") return spellRange(change, strand);
  return tooMany(kind);
}

function tooMany(kind: ProteinChange["kind"]): Expanded {
  const named = kind === "unknown" ? "an unknown effect" : `this kind of change (${kind})`;
  return { edits: [], notes: [`${named} is made by too many changes of the DNA to list`] };
}

function spellRange({ kind, start, end }: ProteinChange, strand: Strand): Expanded {
  const [first, size] = [codingStart(start, strand), (end - start + 1) * 3];
  const [from, to] = [codingPlace(strand, first), codingPlace(strand, first + size - 1)];
  if (from === null || to === null || to - from + 1 !== size) {
    const reason = `residues ${start} to ${end} lie in more than one exon: no single ${kind} of neighboring bases makes it`;
    return { edits: [], notes: [reason] };
  }
  const bases = strand.bases(from, to);
  const edit =
    kind === "deletion"
      ? { from, to, ref: bases, alt: "" }
      : { from: to + 1, to, ref: "", alt: bases };
  return { edits: [edit], notes: [] };
}

/** 0-based coding base at which a residue begins: before the first whole codon may lie the rest of another. */
function codingStart(residue: number, { transcript }: Strand): number {
  return transcript.phase + (residue - 1) * 3;
}

function spellCodon({ kind, start, refStart, alt }: ProteinChange, strand: Strand): Expanded {
  const index = codingStart(start, strand);
  const codon = strand.cds().slice(index, index + 3);
  const others = codonsOf(kind === "synonymous" ? refStart : alt).filter(
    (other) => other !== codon,
  );
  const edits = others.flatMap((other): Edit[] => {
    const differing = [0, 1, 2].filter((at) => codon[at] !== other[at]);
    const [first = 0, last = 0] = [differing[0], differing.at(-1)];
    const [from, to] = [codingPlace(strand, index + first), codingPlace(strand, index + last)];
    if (from === null || to === null || to - from !== last - first) return [];
    return [{ from, to, ref: codon.slice(first, last + 1), alt: other.slice(first, last + 1) }];
  });
  return { edits, notes: noteCodon(others.length, edits.length, start) };
}

function noteCodon(wanted: number, listed: number, residue: number): string[] {
  if (wanted === 0) return ["no other codon codes for this residue"];
  if (listed === wanted) return [];
  return [
    `codon ${residue} lies in two exons: ${wanted - listed} of ${wanted} ways to make the change would change bases on both sides of the intron, and are not listed`,
  ];
}
