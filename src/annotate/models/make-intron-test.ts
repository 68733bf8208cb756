import type { RegionInterval } from "../../io/region-table.ts";
import { spanOf, type GenomeModels } from "./transcript.ts";

/**
 * Bases from an exon within which a place is not taken for an intron's inside: splice regions reach 8 of them (Sequence Ontology), and
 * an indel of a repeat may be written some way from where it is named.
 */
const margin = 100;

/** Bases to either side within which exons are looked for, so that the answer for one place holds for those beside it. */
const reach = 20_000;

/** A place that holds no base near an exon, and what is true of every place inside it. */
interface Stretch extends RegionInterval {
  readonly isIntron: boolean;
}

/**
 * A test that is true for a place that lies deep inside introns, whatever the transcript, of a gene that is asked about; 1-based,
 * both ends included. False where no transcript is known. Places are best asked for in the order of the genome: the stretch
 * between exons that the last one lay in is remembered.
 */
export function makeIntronTest(
  models: Pick<GenomeModels, "transcriptsAt">,
  isAskedAbout: (gene: string) => boolean,
): (place: RegionInterval) => boolean {
  let last: Stretch | null = null;
  return (place) => {
    const isInLast =
      last?.contig === place.contig && last.start <= place.start && place.end <= last.end;
    if (!isInLast) last = findStretch(place, models, isAskedAbout);
    return last?.isIntron ?? false;
  };
}

/** The stretch without a base near an exon that the place lies in; null when it touches such a base itself. */
function findStretch(
  { contig, start, end }: RegionInterval,
  models: Pick<GenomeModels, "transcriptsAt">,
  isAskedAbout: (gene: string) => boolean,
): Stretch | null {
  let first = start - reach;
  let last = end + reach;
  const near = models.transcriptsAt(contig, first, last, margin);
  for (const [from, to] of near.flatMap(({ exons }) => exons)) {
    const isBefore = to + margin < start;
    const isBehind = end < from - margin;
    if (!isBefore && !isBehind) return null;
    if (isBefore) first = Math.max(first, to + margin + 1);
    else last = Math.min(last, from - margin - 1);
  }
  // A transcript without an exon here holds all of the stretch or none of it.
  const isIntron = near.some((transcript) => {
    const [spanStart, spanEnd] = spanOf(transcript);
    return spanStart <= start && end <= spanEnd && isAskedAbout(transcript.gene);
  });
  return { contig, start: first, end: last, isIntron };
}
