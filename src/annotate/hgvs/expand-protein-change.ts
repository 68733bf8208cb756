/** From a change of the protein to every change of its codons that makes it (spec, matching 1.3). */
import type { Edit } from "../models/edit.ts";
import { codonsOf } from "../models/genetic-code.ts";
import { codingPlace, type Strand } from "../models/strand.ts";
import type { ProteinChange } from "../protein-change.ts";

/**
 * Edits on the axis of the transcript. A residue replaced by another or by a stop: each codon of the new one, changed bases
 * only. A deletion or duplication: that of the whole codons. Empty for what has no such list (frameshifts, insertions, lost
 * starts), or when a codon lies over two exons and more than neighboring bases would change. A reason when the protein has other
 * residues there, or they are not known.
 */
export function expandProteinChange(
  change: ProteinChange,
  strand: Strand,
): readonly Edit[] | { readonly reason: string } {
  const protein = strand.protein();
  const { kind, start, end, refStart, refEnd } = change;
  const [first, last] = [protein[start - 1], protein[end - 1]];
  if (first === undefined || last === undefined) {
    return { reason: `the protein of ${strand.transcript.id} has ${protein.length - 1} residues` };
  }
  if (first === "X" || last === "X") {
    return { reason: "the coding sequence is not at hand; --fasta has it" };
  }
  if (first !== refStart || last !== refEnd) {
    return { reason: `residue ${start} of ${strand.transcript.id} is ${first}, not ${refStart}` };
  }
  if (kind === "missense" || kind === "nonsense") return spellCodon(change, strand);
  if (kind !== "deletion" && kind !== "duplication") return [];
  const [from, to] = [codingPlace(strand, (start - 1) * 3), codingPlace(strand, end * 3 - 1)];
  const size = (end - start + 1) * 3;
  if (from === null || to === null || to - from + 1 !== size) return [];
  const bases = strand.bases(from, to);
  return kind === "deletion"
    ? [{ from, to, ref: bases, alt: "" }]
    : [{ from: to + 1, to, ref: "", alt: bases }];
}

function spellCodon({ start, alt }: ProteinChange, strand: Strand): Edit[] {
  const index = (start - 1) * 3;
  const codon = strand.cds().slice(index, index + 3);
  return codonsOf(alt).flatMap((other): Edit[] => {
    const differing = [0, 1, 2].filter((at) => codon[at] !== other[at]);
    const [first = 0, last = 0] = [differing[0], differing.at(-1)];
    const [from, to] = [codingPlace(strand, index + first), codingPlace(strand, index + last)];
    // A codon over two exons: neighboring bases of the codon are far apart in the genome.
    if (from === null || to === null || to - from !== last - first) return [];
    return [{ from, to, ref: codon.slice(first, last + 1), alt: other.slice(first, last + 1) }];
  });
}
