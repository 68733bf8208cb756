import type { Contig, OneBased } from "../model/locus.ts";
import { compareText } from "../model/order.ts";

/** Disjoint intervals of one contig in ascending order, 1-based, both ends included. */
export interface IntervalList {
  /** In ascending order. */
  readonly intervals: readonly { readonly start: OneBased; readonly end: OneBased }[];
  /** True when an interval shares a position with `start` to `end`. */
  overlaps(start: OneBased, end: OneBased): boolean;
  /** True when one interval holds all of `start` to `end`. */
  hold(start: OneBased, end: OneBased): boolean;
  /** The last position before the next interval, from a position on that lies in none; Infinity when no interval follows. */
  freeUpTo(position: OneBased): OneBased;
}

/** 1-based, both ends included. */
export interface RegionInterval {
  readonly contig: Contig;
  readonly start: OneBased;
  readonly end: OneBased;
}

/** Where records are wanted. Made once, asked for every line of a file. */
export interface RegionTable {
  /** Number of intervals after merging. */
  readonly size: number;
  /** The merged intervals, contig by contig: what `makeRegionTable` makes the same table of. */
  list(): RegionInterval[];
  overlaps(contig: Contig, start: OneBased, end: OneBased): boolean;
  /** The intervals of a contig, so that a scanner looks the contig up only where it changes. */
  intervalsOf(contig: Contig): IntervalList | undefined;
}

/** Builds the table; overlapping and touching loci are merged. Loci are 1-based with both ends included. */
export function makeRegionTable(loci: Iterable<RegionInterval>): RegionTable {
  const sorted = [...loci].sort((a, b) => compareText(a.contig, b.contig) || a.start - b.start);
  const merged = new Map<Contig, { starts: number[]; ends: number[] }>();
  for (const { contig, start, end } of sorted) {
    const list = merged.get(contig) ?? { starts: [], ends: [] };
    merged.set(contig, list);
    const lastEnd = list.ends.at(-1);
    if (lastEnd !== undefined && start <= lastEnd + 1) {
      list.ends[list.ends.length - 1] = Math.max(lastEnd, end);
    } else {
      list.starts.push(start);
      list.ends.push(end);
    }
  }
  const lists = new Map([...merged].map(([contig, list]) => [contig, makeIntervalList(list)]));
  return {
    size: [...merged.values()].reduce((sum, { starts }) => sum + starts.length, 0),
    list: () =>
      [...lists].flatMap(([contig, { intervals }]) =>
        intervals.map((interval) => ({ contig, ...interval })),
      ),
    overlaps: (contig, start, end) => lists.get(contig)?.overlaps(start, end) ?? false,
    intervalsOf: (contig) => lists.get(contig),
  };
}

function makeIntervalList(list: { starts: number[]; ends: number[] }): IntervalList {
  const starts = Float64Array.from(list.starts);
  const ends = Float64Array.from(list.ends);
  const endOf = (index: number): number => ends[index] ?? Infinity;
  /** The first interval that does not end before the last `start` asked for: in a sorted file mostly the next answer, too. */
  let first = 0;
  const moveTo = (start: OneBased): void => {
    const isStillFirst = endOf(first) >= start && (first === 0 || endOf(first - 1) < start);
    if (!isStillFirst) first = findFirst(ends, start);
  };
  return {
    intervals: list.starts.map((start, index) => ({ start, end: endOf(index) })),
    overlaps(start, end) {
      moveTo(start);
      return (starts[first] ?? Infinity) <= end;
    },
    hold(start, end) {
      moveTo(start);
      return (starts[first] ?? Infinity) <= start && end <= endOf(first);
    },
    freeUpTo: (position) => (starts[findFirst(ends, position)] ?? Infinity) - 1,
  };
}

/** Index of the first number that is at least `start`. */
function findFirst(ends: Float64Array, start: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
