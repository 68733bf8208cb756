import type { RegionInterval } from "../../io/region-table.ts";
import { spanOf, type GenomeModels } from "./transcript.ts";

/**
 * Bases from an exon within which a place is not taken for an intron's inside: splice regions reach 8 of them (Sequence Ontology), and
 * an indel of a repeat may be written some way from where it is named.
 */
const margin = 100;

/**
 * True for a place that lies deep inside introns, whatever the transcript, of a gene that is asked about; 1-based, both ends
 * included. False where no transcript is known.
 */
export function liesInIntron(
  { contig, start, end }: RegionInterval,
  models: Pick<GenomeModels, "transcriptsAt">,
  isAskedAbout: (gene: string) => boolean,
): boolean {
  const near = models.transcriptsAt(contig, start, end, margin);
  const isInside = near.every((transcript) => {
    const [first, last] = spanOf(transcript);
    const touched = transcript.exons.some(
      ([from, to]) => from - margin <= end && start <= to + margin,
    );
    return first <= start && end <= last && !touched;
  });
  return isInside && near.some(({ gene }) => isAskedAbout(gene));
}
