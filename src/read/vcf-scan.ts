import type { IntervalList, RegionTable } from "../io/region-table.ts";
import { normalizeContig } from "../model/contig-name.ts";

/** What the scanner says of one line. Lines of records outside the regions are counted and not handed out. */
export interface ScannedLine {
  /** 1-based. */
  readonly number: number;
  /** The line without its line feed: a view that is valid until the next block is asked for. */
  readonly bytes: Buffer;
  /** `other`: a blank line or one that starts with `#`. */
  readonly kind: "record" | "other";
  /** False for a record that is looked at only because the text ends in it without a line feed. */
  readonly isWanted: boolean;
  /** False for the last line of a text without a final line feed. */
  readonly isTerminated: boolean;
}

export interface Scanner {
  scan(block: Buffer): Generator<ScannedLine>;
  /** Records so far, and how many of them lay outside. */
  counts(): { readonly read: number; readonly outside: number };
}

export interface ScanOptions {
  /** Null: every record is wanted. */
  readonly regions: RegionTable | null;
  /** Number of the line before the first record. */
  readonly linesBefore: number;
  /** Length of a contig as it is named in the file: a position beyond it is handed out to be refused. */
  readonly lengthOf: (rawContig: string) => number | null;
  /** Called for each run of records on one contig, with the name as in the file. */
  readonly onContig: (rawContig: string, line: number) => void;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const tab = 0x09;
const hash = 0x23;
const zero = 0x30;

/** The contig that the scanner is on: records of one contig mostly stand together. */
interface ContigRun {
  readonly name: Buffer;
  readonly intervals: IntervalList | undefined;
  readonly highestPosition: number;
}

/**
 * Finds the wanted records of a VCF in blocks of whole lines. CHROM, POS and the length of REF are read from the
 * bytes; a string is made only where the contig changes. What cannot be read is handed out, so that it
 * is refused by name.
 */
export function makeScanner(options: ScanOptions): Scanner {
  const { regions } = options;
  let number = options.linesBefore;
  let read = 0;
  let outside = 0;
  // No text holds a NUL byte, so the first record starts a run.
  let run: ContigRun = { name: Buffer.alloc(1), intervals: undefined, highestPosition: Infinity };

  const startRun = (block: Buffer, start: number, end: number): ContigRun => {
    const name = Buffer.from(block.subarray(start, end));
    const rawContig = name.toString("latin1");
    options.onContig(rawContig, number + 1);
    const contig = normalizeContig(rawContig);
    return {
      name,
      intervals: contig === null ? undefined : regions?.intervalsOf(contig),
      highestPosition: options.lengthOf(rawContig) ?? Infinity,
    };
  };

  const isWantedAt = (block: Buffer, start: number): boolean => {
    let nameEnd = start + run.name.length;
    if (!isNameAt(block, start, run.name)) {
      nameEnd = findTab(block, start);
      if (nameEnd === start || block[nameEnd] !== tab) return true;
      run = startRun(block, start, nameEnd);
    }
    return regions === null || isPlaceWanted(block, nameEnd + 1, run);
  };

  /** Counts records that are not wanted, from a line's start on; returns the start of the first other line. */
  const skipUnwanted = (block: Buffer, from: number): number => {
    let start = from;
    while (start < block.length) {
      const first = block[start];
      if (first === hash || first === lineFeed || first === carriageReturn) break;
      if (isWantedAt(block, start)) break;
      const end = block.indexOf(lineFeed, start);
      if (end === -1) break;
      start = end + 1;
      number += 1;
      outside += 1;
    }
    return start;
  };

  function* scan(block: Buffer): Generator<ScannedLine> {
    const before = outside;
    let start = skipUnwanted(block, 0);
    read += outside - before;
    while (start < block.length) {
      const found = block.indexOf(lineFeed, start);
      const isTerminated = found !== -1;
      const bytes = block.subarray(start, isTerminated ? found : block.length);
      const isRecord = block[start] !== hash && !isBlank(bytes);
      const isWanted = !isRecord || isTerminated || isWantedAt(block, start);
      number += 1;
      if (isRecord) read += 1;
      if (!isWanted) outside += 1;
      yield { number, bytes, kind: isRecord ? "record" : "other", isWanted, isTerminated };
      if (!isTerminated) return;
      const skipped = outside;
      start = skipUnwanted(block, found + 1);
      read += outside - skipped;
    }
  }

  return { scan, counts: () => ({ read, outside }) };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length === 0 || (bytes.length === 1 && bytes[0] === carriageReturn);
}

function isNameAt(block: Buffer, start: number, name: Buffer): boolean {
  for (let index = 0; index < name.length; index++) {
    if (block[start + index] !== name[index]) return false;
  }
  return block[start + name.length] === tab;
}

/** The first tab or line feed, or the end of the block. */
function findTab(block: Buffer, from: number): number {
  let index = from;
  while (index < block.length && block[index] !== tab && block[index] !== lineFeed) index += 1;
  return index;
}

/** Reads POS and the length of REF from the byte behind CHROM on. True also for what is not of their form. */
function isPlaceWanted(block: Buffer, from: number, run: ContigRun): boolean {
  let index = from;
  let position = 0;
  for (; index < block.length; index++) {
    const digit = (block[index] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    position = position * 10 + digit;
  }
  if (index === from || block[index] !== tab || position > run.highestPosition) return true;
  if (run.intervals === undefined) return false;
  const idEnd = findTab(block, index + 1);
  const refEnd = findTab(block, idEnd + 1);
  if (block[idEnd] !== tab || block[refEnd] !== tab) return true;
  return run.intervals.overlaps(position, position + (refEnd - idEnd) - 2);
}
