/** Transcripts by place and by gene. */
import type { Contig } from "../../model/locus.ts";
import { findQuietPlaces } from "./find-quiet-places.ts";
import { hasId, spanOf, type BasesAt, type GenomeModels, type Transcript } from "./transcript.ts";

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly transcript: Transcript;
}

/** Bases of a bin: a transcript stands in each bin that it touches. */
const binSize = 1 << 17;

/** Indexes transcripts that are all in memory. */
export function makeGenomeModels(transcripts: readonly Transcript[], bases: BasesAt): GenomeModels {
  const bins = new Map<string, Placed[]>();
  const byGene = new Map<string, Transcript[]>();
  for (const transcript of transcripts) {
    const [start, end] = spanOf(transcript);
    for (let bin = start >> 17; bin <= end >> 17; bin++) {
      push(bins, `${transcript.contig}:${bin}`, { start, end, transcript });
    }
    push(byGene, transcript.gene, transcript);
  }
  const inBins = (contig: Contig, start: number, end: number): Placed[] => {
    const found = new Set<Placed>();
    for (let bin = Math.floor(start / binSize); bin <= end / binSize; bin++) {
      for (const placed of bins.get(`${contig}:${bin}`) ?? []) found.add(placed);
    }
    return [...found].filter((placed) => placed.start <= end && placed.end >= start);
  };
  return {
    transcriptsAt: (contig, start, end, flank = 0) => [
      ...new Set(inBins(contig, start - flank, end + flank).map(({ transcript }) => transcript)),
    ],
    transcriptsOf: (gene) => byGene.get(gene) ?? [],
    transcriptById: (id) => transcripts.find((transcript) => hasId(transcript, id)) ?? null,
    quietPlaces: (contig) => findQuietPlaces(transcripts, contig, null),
    bases,
  };
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
