/** What the case's files show to have been read, as the proof of absence asks for it (spec, matching 5). */
import type { GenomePlace } from "../annotate/models/place-codons.ts";
import { makeRegionTable, type RegionTable } from "../io/region-table.ts";
import { compareText } from "../model/order.ts";

/** A call at a place that was not used: it leaves open what is there. */
export interface DoubtfulCall extends GenomePlace {
  /** As in a sentence: `a call there failed weak_evidence (sample.vcf:12)`. */
  readonly why: string;
}

export interface ReadPlaces {
  /** Base names of the files that show what was read. */
  readonly files: readonly string[];
  readonly regions: readonly GenomePlace[];
  readonly doubtful: readonly DoubtfulCall[];
  /** Genes whose copies were measured by a listed assay. */
  readonly measuredGenes: ReadonlySet<string>;
  /** Pairs of partners that a listed assay looked for, joined by `::`, in either order. */
  readonly testedPairs: ReadonlySet<string>;
  /** Bases of a codon; null where no gene model places it. */
  codon(gene: string, codon: number): readonly GenomePlace[] | null;
  /** Coding parts of a gene; null where no gene model places them. */
  coding(gene: string): readonly GenomePlace[] | null;
}

export interface Callability {
  /** `panel.bed`, or several names joined by "and". */
  readonly files: string;
  /** Codons of the gene that are not shown to have been read, and why others are in doubt; null when they cannot be placed. */
  openCodons(gene: string, codons: readonly number[]): OpenCodons | null;
  /** Coding bases of the gene that are not shown to have been read, of how many; null when they cannot be placed. */
  openCoding(
    gene: string,
  ): { readonly open: number; readonly of: number; readonly doubts: readonly string[] } | null;
  isRead(place: GenomePlace): boolean;
  /** Why these places are in doubt though they may have been read, in code-point order. */
  doubtsAt(places: readonly GenomePlace[]): readonly string[];
  measuresCopies(gene: string): boolean;
  testsPair(a: string, b: string): boolean;
}

export interface OpenCodons {
  readonly unread: readonly number[];
  /** Why codons that were read are in doubt all the same. */
  readonly doubts: readonly string[];
}

/** Answers from regions that are merged first; the order of the files does not matter. */
export function makeCallability(places: ReadPlaces): Callability {
  const table = makeRegionTable(places.regions);
  const isRead = (place: GenomePlace): boolean => coveredBases(table, place) === size(place);
  const doubtful = new Map<string, DoubtfulCall[]>();
  for (const call of places.doubtful) {
    const others = doubtful.get(call.contig);
    if (others === undefined) doubtful.set(call.contig, [call]);
    else others.push(call);
  }
  const doubtsAt = (asked: readonly GenomePlace[]): string[] =>
    asked
      .flatMap((place) => (doubtful.get(place.contig) ?? []).filter((call) => touches(call, place)))
      .map(({ why }) => why)
      .toSorted(compareText);
  return {
    files: [...new Set(places.files)].toSorted(compareText).join(" and "),
    isRead,
    doubtsAt,
    openCodons(gene, codons) {
      const unread: number[] = [];
      const doubts = new Set<string>();
      for (const codon of codons) {
        const bases = places.codon(gene, codon);
        if (bases === null) return null;
        if (!bases.every(isRead)) unread.push(codon);
        for (const doubt of doubtsAt(bases)) doubts.add(`codon ${codon}: ${doubt}`);
      }
      return { unread, doubts: [...doubts] };
    },
    openCoding(gene) {
      const parts = places.coding(gene);
      if (parts === null) return null;
      const of = parts.reduce((sum, part) => sum + size(part), 0);
      const read = parts.reduce((sum, part) => sum + coveredBases(table, part), 0);
      return { open: of - read, of, doubts: doubtsAt(parts) };
    },
    measuresCopies: (gene) => places.measuredGenes.has(gene),
    testsPair: (a, b) =>
      places.testedPairs.has(`${a}::${b}`) || places.testedPairs.has(`${b}::${a}`),
  };
}

function size({ start, end }: GenomePlace): number {
  return end - start + 1;
}

function touches(a: GenomePlace, b: GenomePlace): boolean {
  return a.contig === b.contig && a.start <= b.end && b.start <= a.end;
}

/** Bases of the place that lie in a region. */
function coveredBases(table: RegionTable, { contig, start, end }: GenomePlace): number {
  const intervals = table.intervalsOf(contig)?.intervals ?? [];
  let covered = 0;
  for (let index = firstEndingFrom(intervals, start); index < intervals.length; index++) {
    const interval = intervals[index];
    if (interval === undefined || interval.start > end) break;
    covered += Math.min(end, interval.end) - Math.max(start, interval.start) + 1;
  }
  return covered;
}

function firstEndingFrom(intervals: readonly { readonly end: number }[], start: number): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((intervals[middle]?.end ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
