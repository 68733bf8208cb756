/** Where codons and coding parts of a gene lie on the genome, for asking whether they were read. */
import type { Contig, OneBased } from "../../model/locus.ts";
import { codingPlace, strandOf } from "./strand.ts";
import type { GenomeModels, Transcript } from "./transcript.ts";

/** A closed interval of 1-based positions. */
export interface GenomePlace {
  readonly contig: Contig;
  readonly start: OneBased;
  readonly end: OneBased;
}

/**
 * The bases of a codon (1-based) of the gene's preferred transcript; three places where an intron cuts it. Null where no model has the
 * gene, or its protein ends before.
 */
export function placeCodon(
  models: GenomeModels,
  gene: string,
  codon: number,
): readonly GenomePlace[] | null {
  const transcript = preferredOf(models, gene);
  if (transcript === null) return null;
  const strand = strandOf(transcript, models.bases);
  const first = (codon - 1) * 3;
  const places = [first, first + 1, first + 2].map((index) => codingPlace(strand, index));
  if (!places.every((place) => place !== null)) return null;
  const { contig } = transcript;
  return places.map((place) => ({ contig, start: Math.abs(place), end: Math.abs(place) }));
}

/** The coding parts of the gene's preferred transcript; null where no model has one. */
export function placeCoding(models: GenomeModels, gene: string): readonly GenomePlace[] | null {
  const transcript = preferredOf(models, gene);
  if (transcript === null) return null;
  return transcript.coding.map(([start, end]) => ({ contig: transcript.contig, start, end }));
}

function preferredOf(models: GenomeModels, gene: string): Transcript | null {
  const coding = models.transcriptsOf(gene).filter((transcript) => transcript.coding.length > 0);
  return coding.find(({ preferred }) => preferred) ?? coding[0] ?? null;
}
