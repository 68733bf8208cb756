/** Reference bases of the coding positions of a gene on GRCh37, where a verified coding sequence is at hand. */
import { reverseComplement, translate } from "../../../annotate/models/genetic-code.ts";
import { codingLength, codingPositions, type Transcript } from "./gene-models.ts";
import type { SourceText } from "./read-table.ts";

/** Plus-strand base at a 1-based position; undefined where the sequence is not known. */
export type BaseAt = (position: number) => string | undefined;

export interface CodingSequence {
  readonly gene: string;
  /** Without the stop codon. */
  readonly sequence: string;
}

/** FASTA whose headers begin with the gene: `>BRAF|ENST...|...`. */
export function readCodingSequences(source: SourceText): CodingSequence[] {
  return source.text
    .split(">")
    .slice(1)
    .map((record) => {
      const [header = "", ...lines] = record.split("\n");
      return { gene: header.split("|")[0] ?? "", sequence: lines.join("").toUpperCase() };
    });
}

/**
 * Lays the sequence on the first transcript of the same length: the models of one gene that have one length differ in their
 * numbering by nothing. Null when no model fits.
 */
export function layBases(sequence: string, models: readonly Transcript[]): BaseAt | null {
  const length = sequence.length;
  const model = models.find((candidate) => [length, length + 3].includes(codingLength(candidate)));
  if (!model) return null;
  const bases = new Map<number, string>();
  codingPositions(model).forEach((position, index) => {
    const base = sequence[index];
    if (base) bases.set(position, model.reversed ? reverseComplement(base) : base);
  });
  return (position) => bases.get(position);
}

/** A transcript with its coding sequence as far as the bases are known: `N`, and residue `X`, elsewhere. */
export interface KnownCoding {
  readonly transcript: Transcript;
  /** Genomic position of every coding base. */
  readonly positions: readonly number[];
  readonly sequence: string;
  /** One letter a codon, with `*` for the stop. */
  readonly protein: string;
}

/** Reads the bases of a transcript through the map of its gene. */
export function readCoding(transcript: Transcript, baseAt: BaseAt): KnownCoding {
  const positions = codingPositions(transcript);
  const sequence = positions
    .map((position) => {
      const base = baseAt(position) ?? "N";
      return transcript.reversed ? reverseComplement(base) : base;
    })
    .join("");
  return { transcript, positions, sequence, protein: translate(sequence) };
}
