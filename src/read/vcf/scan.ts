import { isUtf8 } from "node:buffer";
import type { IntervalList, RegionInterval, RegionTable } from "../../io/region-table.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import type { Contig } from "../../model/locus.ts";
import { addAll, addOne } from "./filter-counts.ts";
import type { ScanCounts, ScannedElsewhere, ScannedLine } from "./scanned.ts";
import { hasFailedFilter } from "./failed-filters.ts";
import { isContigName } from "./record-faults.ts";
import { lookUpIn, searchIn, type LineEnds, type LineFeeds } from "./line-ends.ts";
import {
  carriageReturn,
  findTab,
  isBlank,
  isNameAt,
  lineFeed,
  makeFilterReader,
  tab,
} from "./line-bytes.ts";

export interface Scanner {
  /** `lineFeeds`: offsets of the block's line feeds, where they are known already. */
  scan(block: Buffer, lineFeeds?: LineFeeds): Generator<ScannedLine>;
  /** Takes over what a scanner of another thread found in the lines that follow, as if they were scanned here. */
  replay(scanned: ScannedElsewhere): Generator<ScannedLine>;
  counts(): ScanCounts;
  /** Number of the last line so far. */
  lineNumber(): number;
}

export interface ScanOptions {
  /** Null: every record is wanted. */
  readonly regions: RegionTable | null;
  /**
   * Where a record that failed a filter is wanted like any other. Elsewhere only the first few of each text of FILTER are
   * handed out, as examples, and the others are counted. Null: FILTER is not looked at.
   */
  readonly filteredWanted: RegionTable | null;
  /** Examples handed out by the text of FILTER, where earlier lines of the file were scanned by another scanner. */
  readonly examples?: Map<string, number>;
  /** Count all records by FILTER. */
  readonly countFilters: boolean;
  /** Number of the line before the first record. */
  readonly linesBefore: number;
  /** Length of a contig as it is named in the file: a position beyond it is handed out to be refused. */
  readonly lengthOf: (rawContig: string) => number | null;
  /** Called for each run of records on one contig, with the name as in the file. */
  readonly onContig: (rawContig: string, line: number) => void;
}

/** Blank lines and comments between the records of one file; with more it is no VCF. */
export const mostOtherLines = 100_000;

/** Filtered records of one text of FILTER that are handed out before the others are only counted. */
const filteredExamples = 5;

const hash = 0x23;
const zero = 0x30;
/** Of all scanners of a thread: a file that is read in stretches names the same filters in each. */
const filters = makeFilterReader();

/** What `countFar` compares numbers with has 32 bits. */
const highestNumber = 0xffff_ffff;

/** The contig that the scanner is on: records of one contig mostly stand together. */
interface ContigRun {
  readonly name: Buffer;
  readonly contig: Contig | null;
  /** False for a name that its records are refused for. */
  readonly isReadable: boolean;
  readonly intervals: IntervalList | undefined;
  readonly filteredIntervals: IntervalList | undefined;
  readonly highestPosition: number;
}

/** `filtered`: in the regions, and could be counted by its FILTER alone. */
type Verdict = "outside" | "wanted" | "filtered";

/**
 * Finds the wanted records of a VCF in blocks of whole lines. CHROM, POS, the length of REF and, where it decides, FILTER
 * are read from the bytes; a string is made only where the contig changes and for a FILTER that may decide. What cannot be
 * read is handed out, so that it is refused by name.
 */
export function makeScanner(options: ScanOptions): Scanner {
  const { regions, filteredWanted, countFilters } = options;
  let number = options.linesBefore;
  let read = 0;
  let outside = 0;
  const filtered = new Map<string, number>();
  const examples = options.examples ?? new Map<string, number>();
  const byFilter = new Map<string, number>();
  // No text holds a NUL byte, so the first record starts a run.
  let run: ContigRun = {
    name: Buffer.alloc(1),
    contig: null,
    isReadable: true,
    intervals: undefined,
    filteredIntervals: undefined,
    highestPosition: Infinity,
  };

  // Of the record that was judged last; a start of 0 stands for none.
  let [spanStart, spanEnd] = [0, 0];
  // Of the record that was judged last, where its FILTER was asked for.
  let lastFilter: string | null = null;
  // Of the last record that was judged by its place and found outside.
  let outsideAt = 0;
  const lastSpan = (): RegionInterval | null =>
    spanStart === 0 || run.contig === null
      ? null
      : { contig: run.contig, start: spanStart, end: spanEnd };

  const startRun = (block: Buffer, start: number, end: number): ContigRun => {
    const name = Buffer.from(block.subarray(start, end));
    // As the header and the record themselves are decoded, or they would be of different contigs.
    const rawContig = name.toString(isUtf8(name) ? "utf8" : "latin1");
    options.onContig(rawContig, number + 1);
    const contig = normalizeContig(rawContig);
    return {
      name,
      contig,
      isReadable: isContigName(rawContig),
      intervals: contig === null ? undefined : regions?.intervalsOf(contig),
      filteredIntervals: contig === null ? undefined : filteredWanted?.intervalsOf(contig),
      highestPosition: options.lengthOf(rawContig) ?? Infinity,
    };
  };

  const judge = (block: Buffer, start: number): Verdict => {
    spanStart = 0;
    let nameEnd = start + run.name.length;
    if (!isNameAt(block, start, run.name)) {
      nameEnd = findTab(block, start);
      if (nameEnd === start || block[nameEnd] !== tab) return "wanted";
      run = startRun(block, start, nameEnd);
    }
    if (regions === null || !run.isReadable) return "wanted";
    return judgePlace(block, nameEnd + 1);
  };

  /** Reads POS and the length of REF from the byte behind CHROM on. Wanted is also what is not of their form. */
  const judgePlace = (block: Buffer, from: number): Verdict => {
    let index = from;
    let position = 0;
    for (; index < block.length; index++) {
      const digit = (block[index] ?? 0) - zero;
      if (digit < 0 || digit > 9) break;
      position = position * 10 + digit;
    }
    if (index === from || block[index] !== tab || position > run.highestPosition) return "wanted";
    outsideAt = position;
    if (run.intervals === undefined) return "outside";
    const idEnd = findTab(block, index + 1);
    const refEnd = findTab(block, idEnd + 1);
    if (block[idEnd] !== tab || block[refEnd] !== tab) return "wanted";
    const end = position + (refEnd - idEnd) - 2;
    if (!run.intervals.overlaps(position, end)) return "outside";
    [spanStart, spanEnd] = [position, end];
    if (filteredWanted === null || run.filteredIntervals?.overlaps(position, end) === true) {
      return "wanted";
    }
    lastFilter = filters.behindRef(block, refEnd);
    return hasFailedFilter(lastFilter) ? "filtered" : "wanted";
  };

  /** Counts lines behind a record outside that lie before the next region and are of the form that `judge` asks for. */
  const skipFar = (from: number, ends: LineEnds): number => {
    const free = run.intervals?.freeUpTo(outsideAt) ?? Infinity;
    const highest = Math.min(free, run.highestPosition, highestNumber);
    if (outsideAt > highest) return from;
    const count = ends.countFar(from, { name: run.name, lowest: outsideAt, highest });
    outside += count;
    number += count;
    read += count;
    return ends.startAfter(from, count);
  };

  /** Counts lines that are not handed out, from a line's start on; returns the start of the first other line. */
  const skipCounted = (block: Buffer, from: number, ends: LineEnds): number => {
    let start = from;
    while (start < block.length) {
      const first = block[start];
      if (first === hash || first === lineFeed || first === carriageReturn) break;
      const verdict = judge(block, start);
      if (verdict === "wanted") break;
      const end = ends.endOf(start);
      if (end === -1) break;
      if (verdict === "outside") outside += 1;
      else if (!countFiltered(lastFilter ?? "")) break;
      if (countFilters) addOne(byFilter, filters.ofLine(block, start) ?? "");
      start = end + 1;
      number += 1;
      read += 1;
      if (verdict === "outside" && !countFilters) start = skipFar(start, ends);
    }
    return start;
  };

  /** False while examples of this text of FILTER are still handed out. */
  const countFiltered = (filter: string): boolean => {
    if ((examples.get(filter) ?? 0) < filteredExamples) return false;
    addOne(filtered, filter);
    return true;
  };

  function* scan(block: Buffer, lineFeeds?: LineFeeds): Generator<ScannedLine> {
    const ends = lineFeeds === undefined ? searchIn(block) : lookUpIn(lineFeeds);
    let start = skipCounted(block, 0, ends);
    while (start < block.length) {
      const found = ends.endOf(start);
      const isTerminated = found !== -1;
      const bytes = block.subarray(start, isTerminated ? found : block.length);
      const isRecord = block[start] !== hash && !isBlank(bytes);
      const verdict = isRecord ? judge(block, start) : "wanted";
      const failedFilter = verdict === "filtered" ? lastFilter : null;
      number += 1;
      if (isRecord) read += 1;
      if (isRecord && countFilters) addOne(byFilter, filters.ofLine(block, start) ?? "");
      if (verdict === "outside") outside += 1;
      if (failedFilter !== null) addOne(examples, failedFilter);
      const kind = isRecord ? "record" : "other";
      const isWanted = verdict !== "outside";
      const span = isRecord ? lastSpan() : null;
      yield { number, bytes, kind, isWanted, isTerminated, failedFilter, span };
      if (!isTerminated) return;
      start = skipCounted(block, found + 1, ends);
    }
  }

  function* replay(scanned: ScannedElsewhere): Generator<ScannedLine> {
    const { lines, lineCount, counts, contigs } = scanned;
    const before = number;
    for (const { rawContig, line } of contigs) options.onContig(rawContig, before + line);
    const bytes = Buffer.from(scanned.bytes.buffer, scanned.bytes.byteOffset, scanned.bytes.length);
    read += counts.read;
    outside += counts.outside;
    addAll(filtered, counts.filtered);
    addAll(byFilter, counts.byFilter);
    let start = 0;
    for (const { end, kind, failedFilter, span, ...line } of lines) {
      const own = bytes.subarray(start, end);
      start = end;
      // The other scanner gives examples of its own lines, whatever was seen before them.
      if (failedFilter !== null && countFiltered(failedFilter)) continue;
      if (failedFilter !== null) addOne(examples, failedFilter);
      number = before + line.number;
      yield { number, bytes: own, kind, isWanted: true, isTerminated: true, failedFilter, span };
    }
    number = before + lineCount;
  }

  return {
    scan,
    replay,
    counts: () => ({ read, outside, filtered, byFilter }),
    lineNumber: () => number,
  };
}
