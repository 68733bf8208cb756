import type { Contig, Locus, OneBased } from "../../model/locus.ts";

/** Where a place lies among segments: two places with the same name overlap the same loci. */
export type NameSegment = (place: Locus) => string;

/**
 * Cuts the genome at both ends of every locus. All loci, and the places asked about, are of one assembly,
 * 1-based with both ends included.
 */
export function segmentPlaces(loci: readonly Locus[]): NameSegment {
  const cuts = new Map<Contig, Set<OneBased>>();
  for (const { contig, start, end } of loci) {
    const known = cuts.get(contig) ?? new Set();
    cuts.set(contig, known.add(start).add(end + 1));
  }
  const sorted = new Map(
    [...cuts].map(([contig, set]) => [contig, [...set].sort((a, b) => a - b)]),
  );
  return ({ contig, start, end }) => {
    const ofContig = sorted.get(contig) ?? [];
    return `${contig}:${countUpTo(ofContig, start)}-${countUpTo(ofContig, end)}`;
  };
}

/** How many of the sorted numbers are at most `value`. */
function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
