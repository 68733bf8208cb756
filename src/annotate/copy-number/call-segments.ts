/** Copies of genes from segments of the genome. */
import type { Contig, Locus } from "../../model/locus.ts";
import type { CopyNumberRow } from "../../read/copy-number/copy-numbers.ts";
import { contradictsCall } from "./contradicts.ts";
import { copyThresholds } from "./copy-thresholds.ts";
import type { GeneChange, GeneCopies, NotCovered } from "./gene-copies.ts";
import type { JudgedCopies } from "./judge-copies.ts";
import { contradictedBases } from "./overlapping-segments.ts";

type Place = NonNullable<CopyNumberRow["place"]>;

interface Segment {
  readonly row: CopyNumberRow;
  readonly place: Place;
  /** Made when it is first asked for: most segments hold no gene that is asked about. */
  readonly judged: JudgedCopies;
}

/** Segments of one file, ready to be asked about genes. */
export type SegmentCalls = (gene: GenePlace) => GeneCopies | NotCovered;

/** A gene with its transcript. */
export interface GenePlace {
  readonly gene: string;
  /** First and last base of the transcript. */
  readonly locus: Locus;
  /** Whether a stretch holds bases of the transcript that code; null when its exons are not known. Asked only for parts of a gene. */
  codesIn(start: number, end: number): boolean | null;
}

/**
 * Indexes segments and calls genes on them. A gene has a change when segments with it cover at least half of its transcript (spec,
 * matching 4); an amplification or homozygous deletion of less is a part. A gene of whose transcript segments cover less than half is not
 * covered, nor is one whose change hangs on bases that segments call differently.
 */
export function callSegments(
  rows: readonly CopyNumberRow[],
  judge: (row: CopyNumberRow) => JudgedCopies,
): SegmentCalls {
  const byContig = indexByContig(rows, judge);
  return ({ gene, locus, codesIn }) => {
    const own = byContig.get(locus.contig);
    const all = own === undefined ? [] : overlapping(own, locus);
    const length = locus.end - locus.start + 1;
    const share = (of: readonly Piece[]) =>
      Math.min(1, of.reduce((sum, { bases }) => sum + bases, 0) / length);
    if (own === undefined || share(all) < copyThresholds.leastShare) return "no segment";
    const { pieces, contradicting } = leaveOutContradicted(all, locus);
    if (contradicting.length > 0 && wholeLevel(pieces, share) !== wholeLevel(all, share)) {
      return { contradicting };
    }
    const open = pieces.filter(({ segment }) => segment.judged.change === "open");
    if (share(open) > 1 - copyThresholds.leastShare) return "sex";
    return {
      gene,
      changes: findChanges(pieces, { segments: own.segments, share, codesIn }),
      rows: all.map(({ segment }) => segment.row),
      hasAlleles: pieces.every(({ segment }) => segment.judged.oneAlleleLost !== null),
      isAdjusted: pieces.every(({ segment }) => segment.judged.adjusted),
    };
  };
}

interface ContigSegments {
  readonly segments: readonly Segment[];
  /** The longest segment, in bases: how far before a place one may start that reaches into it. */
  readonly longest: number;
}

interface Piece {
  readonly segment: Segment;
  readonly index: number;
  readonly bases: number;
}

function indexByContig(
  rows: readonly CopyNumberRow[],
  judge: (row: CopyNumberRow) => JudgedCopies,
): ReadonlyMap<Contig, ContigSegments> {
  const byContig = new Map<Contig, Segment[]>();
  for (const row of rows) {
    // The mitochondrion has no number of copies.
    if (row.place === null || row.place.contig === "MT") continue;
    const segment = makeSegment(row, row.place, judge);
    const group = byContig.get(row.place.contig);
    if (group) group.push(segment);
    else byContig.set(row.place.contig, [segment]);
  }
  return new Map(
    [...byContig].map(([contig, segments]) => [
      contig,
      {
        segments: segments.toSorted(
          (a, b) => a.place.start - b.place.start || a.place.end - b.place.end,
        ),
        longest: segments.reduce((most, { place }) => Math.max(most, sizeOf(place)), 0),
      },
    ]),
  );
}

function makeSegment(
  row: CopyNumberRow,
  place: Place,
  judge: (row: CopyNumberRow) => JudgedCopies,
): Segment {
  let judged: JudgedCopies | null = null;
  return {
    row,
    place,
    get judged() {
      return (judged ??= judge(row));
    },
  };
}

function overlapping({ segments, longest }: ContigSegments, { start, end }: Locus): Piece[] {
  const pieces: Piece[] = [];
  for (let index = firstFrom(segments, start - longest); index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.place.start > end) break;
    const bases = Math.min(end, segment.place.end) - Math.max(start, segment.place.start) + 1;
    if (bases > 0) pieces.push({ segment, index, bases });
  }
  return pieces;
}

/** The pieces without bases that another segment calls otherwise, and the rows that do; bases without a contradiction stay as they are. */
function leaveOutContradicted(
  all: readonly Piece[],
  { start, end }: Locus,
): { readonly pieces: readonly Piece[]; readonly contradicting: readonly CopyNumberRow[] } {
  const stretches = all.map(({ segment: { row, place, judged } }) => ({
    start: Math.max(start, place.start),
    end: Math.min(end, place.end),
    // A row at odds with itself agrees with none.
    change: contradictsCall(row, judged) ? `line ${row.line}` : judged.change,
  }));
  const lost = all.map(({ segment: { row, judged }, bases }, index) => {
    const own = stretches[index];
    if (own === undefined || contradictsCall(row, judged)) return bases;
    return contradictedBases(own, stretches);
  });
  return {
    pieces: all
      .map((piece, index) => ({ ...piece, bases: piece.bases - (lost[index] ?? 0) }))
      .filter(({ bases }) => bases > 0),
    contradicting: all
      .filter((_, index) => (lost[index] ?? 0) > 0)
      .map(({ segment }) => segment.row),
  };
}

/** Index of the first segment that starts at `start` or behind it. */
function firstFrom(segments: readonly Segment[], start: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.place.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sizeOf({ start, end }: Pick<Place, "start" | "end">): number {
  return end - start + 1;
}

interface GeneContext extends Pick<GenePlace, "codesIn"> {
  readonly segments: readonly Segment[];
  share(pieces: readonly Piece[]): number;
}

type Level = JudgedCopies["change"];

/** Changes from the strongest, with what also counts as at least this much. */
const levels: readonly (readonly [GeneChange["change"], readonly Level[]])[] = [
  ["homozygous-deletion", ["homozygous-deletion"]],
  ["amplification", ["amplification"]],
  ["loss", ["loss", "homozygous-deletion"]],
  ["gain", ["gain", "amplification"]],
  ["copy-neutral-loh", ["copy-neutral-loh"]],
];

function ofLevels(pieces: readonly Piece[], counting: readonly Level[]): readonly Piece[] {
  return pieces.filter(({ segment }) => counting.includes(segment.judged.change));
}

/** The change of the whole gene; undefined where it has none. */
function wholeLevel(
  pieces: readonly Piece[],
  share: GeneContext["share"],
): (typeof levels)[number] | undefined {
  return levels.find(
    ([, counting]) => share(ofLevels(pieces, counting)) >= copyThresholds.leastShare,
  );
}

function findChanges(pieces: readonly Piece[], context: GeneContext): GeneChange[] {
  const of = (counting: readonly Level[]) => ofLevels(pieces, counting);
  const whole = wholeLevel(pieces, context.share);
  const parts = levels
    .slice(0, 2)
    .filter(([change, counting]) => change !== whole?.[0] && of(counting).length > 0)
    .map(([change, counting]) => makeChange(change, of(counting), { ...context, isPart: true }));
  return whole === undefined
    ? parts
    : [makeChange(whole[0], of(whole[1]), { ...context, isPart: false }), ...parts];
}

/** Of several segments the one that covers most of the gene is shown, the first of equal ones. */
function makeChange(
  change: GeneChange["change"],
  pieces: readonly Piece[],
  context: GeneContext & { readonly isPart: boolean },
): GeneChange {
  const named = pieces.filter(({ segment }) => segment.judged.change === change);
  const [main] = (named.length > 0 ? named : pieces).toSorted((a, b) => b.bases - a.bases);
  if (main === undefined) throw new Error(`no segment for ${change}`);
  const { row, judged } = main.segment;
  const codes = pieces.map(({ segment }) =>
    context.codesIn(segment.place.start, segment.place.end),
  );
  const coding = codes.includes(true) ? true : codes.includes(null) ? null : false;
  return {
    change,
    judged,
    row,
    segment: runAround(context.segments, main.index),
    ...(context.isPart ? { part: { share: context.share(pieces), coding } } : {}),
  };
}

/** The neighbors with the same change, as one stretch: how far an amplification reaches is asked of all of it. */
function runAround(segments: readonly Segment[], index: number): Place {
  let first = index;
  let last = index;
  while (isOneStretch(segments[first - 1], segments[first])) first -= 1;
  while (isOneStretch(segments[last], segments[last + 1])) last += 1;
  const run = segments.slice(first, last + 1);
  return {
    contig: run[0]?.place.contig ?? "",
    start: run[0]?.place.start ?? 1,
    end: run.reduce((end, { place }) => Math.max(end, place.end), 1),
  };
}

function isOneStretch(left: Segment | undefined, right: Segment | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return (
    left.judged.change === right.judged.change &&
    right.place.start - left.place.end <= copyThresholds.widestGap
  );
}
