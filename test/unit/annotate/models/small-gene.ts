import type { GenomeModels, Transcript } from "../../../../src/annotate/models/transcript.ts";
import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
import { reverseComplement } from "../../../../src/annotate/models/genetic-code.ts";

/** M V K H A K F G stop, split over two exons after 13 bases. */
const codingSequence = "ATGGTGAAACATGCCAAATTTGGGTAA";

/** Bases 1 to 7 before the coding sequence, an intron of 20 bases, and what follows the stop. */
const sequence = `CCCCTTT${codingSequence.slice(0, 13)}GTAAGTCCCCCCCCTTTCAG${codingSequence.slice(13)}CCTTTCCTAACCCC`;

/** Exons 5 to 20 and 41 to 60; coding from 8 to 54. */
export const gene: Transcript = {
  id: "T1.1",
  refseq: null,
  gene: "GENE",
  contig: "1",
  reversed: false,
  exons: [
    [5, 20],
    [41, 60],
  ],
  coding: [
    [8, 20],
    [41, 54],
  ],
  preferred: true,
  hasUtr: true,
  phase: 0,
  biotype: null,
};

const mirror = (spans: Transcript["exons"]): Transcript["exons"] =>
  spans
    .map(([start, end]) => [sequence.length + 1 - end, sequence.length + 1 - start] as const)
    .toReversed();

/** The same gene on the other strand of a mirrored chromosome. */
export const mirrored: Transcript = {
  ...gene,
  contig: "2",
  reversed: true,
  exons: mirror(gene.exons),
  coding: mirror(gene.coding),
};

/** The same change on the mirrored chromosome. */
export function mirrorChange(change: { position: number; ref: string; alt: string }) {
  const position = sequence.length + 1 - (change.position + change.ref.length - 1);
  return { position, ref: reverseComplement(change.ref), alt: reverseComplement(change.alt) };
}

export const models: GenomeModels = makeGenomeModels([gene, mirrored], (contig, start, end) => {
  const text = contig === "1" ? sequence : reverseComplement(sequence);
  return text.slice(Math.max(0, start - 1), end);
});
