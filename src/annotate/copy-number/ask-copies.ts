/** Copies of a single place of the genome, for the cells that carry a variant there. */
import type { Sex } from "../../model/case.ts";
import type { Contig, Locus } from "../../model/locus.ts";
import type { CopyNumberRow, CopyNumberTable } from "../../read/copy-number/copy-numbers.ts";
import { copiesOfRatio, type TumorContent } from "./copies-of-ratio.ts";
import { expectedCopies } from "./expected-copies.ts";

/** What the segment over a place states. */
export interface LocalCopies {
  /** In tumor cells, of all alleles. */
  readonly copies: number;
  /** Of the allele that has fewer; null where alleles are not told apart. */
  readonly minor: number | null;
  /** In normal cells of the patient. */
  readonly normal: number;
}

/** `no segment`: no file covers the place; `no number`: the file calls it in a word; `sex`: the copies of normal cells hang on it. */
export type NoCopies = "no segment" | "no number" | "not adjusted" | "sex";

/** The place is 1-based with both ends included, on the build of the segments. */
export type AskCopies = (place: Locus) => LocalCopies | NoCopies;

interface PlacedTable {
  readonly table: Pick<CopyNumberTable, "rows">;
  readonly tumor: TumorContent;
}

/** Indexes segments of files that are all on one build; of several files the first that covers a place speaks of it. */
export function makeAskCopies(tables: readonly PlacedTable[], sex: Sex | undefined): AskCopies {
  const files = tables.map(({ table, tumor }) => ({ tumor, byContig: indexByContig(table.rows) }));
  return (place) => {
    for (const { tumor, byContig } of files) {
      const row = findSegment(byContig.get(place.contig) ?? [], place);
      if (row !== null) return readCopies(row, { tumor, normal: expectedCopies(place, sex) });
    }
    return "no segment";
  };
}

type Segment = CopyNumberRow & { readonly place: NonNullable<CopyNumberRow["place"]> };

function indexByContig(rows: readonly CopyNumberRow[]): ReadonlyMap<Contig, readonly Segment[]> {
  const byContig = new Map<Contig, Segment[]>();
  for (const row of rows) {
    if (!isSegment(row)) continue;
    const known = byContig.get(row.place.contig);
    if (known === undefined) byContig.set(row.place.contig, [row]);
    else known.push(row);
  }
  for (const segments of byContig.values()) {
    segments.sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end);
  }
  return byContig;
}

/** A row of a gene may have other copies in other parts of it, so that it does not speak of a place. */
function isSegment(row: CopyNumberRow): row is Segment {
  return row.place !== null && row.gene === null;
}

/** Of segments that overlap, the one that starts last: the smaller where one lies in the other. */
function findSegment(segments: readonly Segment[], { start, end }: Locus): Segment | null {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.place.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const found = segments[low - 1];
  return found !== undefined && end <= found.place.end ? found : null;
}

function readCopies(
  { copies, minor, log2 }: CopyNumberRow,
  { tumor, normal }: { readonly tumor: TumorContent; readonly normal: readonly number[] },
): LocalCopies | NoCopies {
  const [first, ...others] = normal;
  if (first === undefined || first === 0 || others.length > 0) return "sex";
  if (copies !== null) return { copies, minor, normal: first };
  if (log2 === null) return "no number";
  const computed = copiesOfRatio(log2, first, tumor);
  return computed.adjusted ? { copies: computed.copies, minor, normal: first } : "not adjusted";
}
