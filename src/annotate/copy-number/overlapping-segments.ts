/** Segments that lie over each other and differ: what only such bases tell, a file does not tell. */

/** A stretch of a gene, both ends included, with what its segment says. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly change: string;
}

/** Bases of a stretch over which another one with another change lies. */
export function contradictedBases(own: Stretch, all: readonly Stretch[]): number {
  const shared = all
    .filter(({ change }) => change !== own.change)
    .map(({ start, end }) => ({ start: Math.max(start, own.start), end: Math.min(end, own.end) }))
    .filter(({ start, end }) => start <= end)
    .toSorted((a, b) => a.start - b.start);
  let bases = 0;
  let counted = own.start - 1;
  for (const { start, end } of shared) {
    bases += Math.max(0, end - Math.max(start - 1, counted));
    counted = Math.max(counted, end);
  }
  return bases;
}
