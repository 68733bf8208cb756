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
  /** The number of the last line so far. */
  lastLine(): number;
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
  let run: ContigRun | null = null;

  const startRun = (block: Buffer, start: number, end: number): ContigRun => {
    const name = Buffer.from(block.subarray(start, end));
    const rawContig = name.toString("latin1");
    options.onContig(rawContig, number);
    const contig = normalizeContig(rawContig);
    const length = options.lengthOf(rawContig);
    return {
      name,
      intervals: contig === null ? undefined : regions?.intervalsOf(contig),
      highestPosition: length ?? Infinity,
    };
  };

  const isRecordWanted = (block: Buffer, start: number, end: number): boolean => {
    if (run === null || !startsWithName(block, start, run.name)) {
      const nameEnd = block.indexOf(tab, start);
      if (nameEnd === -1 || nameEnd >= end) return true;
      run = startRun(block, start, nameEnd);
    }
    if (regions === null) return true;
    const place = readPlace(block, start + run.name.length + 1, end);
    if (place === null || place.start > run.highestPosition) return true;
    return run.intervals?.overlaps(place.start, place.end) ?? false;
  };

  function* scan(block: Buffer): Generator<ScannedLine> {
    let start = 0;
    while (start < block.length) {
      const found = block.indexOf(lineFeed, start);
      const end = found === -1 ? block.length : found;
      number += 1;
      const first = block[start];
      const isRecord =
        first !== hash && end > start && !(first === carriageReturn && end === start + 1);
      const isWanted = !isRecord || isRecordWanted(block, start, end);
      if (isRecord) read += 1;
      if (!isWanted) outside += 1;
      const isTerminated = found !== -1;
      if (isWanted || !isTerminated) {
        const kind = isRecord ? "record" : "other";
        yield { number, bytes: block.subarray(start, end), kind, isWanted, isTerminated };
      }
      start = end + 1;
    }
  }

  return { scan, counts: () => ({ read, outside }), lastLine: () => number };
}

function startsWithName(block: Buffer, start: number, name: Buffer): boolean {
  for (let index = 0; index < name.length; index++) {
    if (block[start + index] !== name[index]) return false;
  }
  return block[start + name.length] === tab;
}

/** First and last position of REF, from the bytes behind CHROM; null when they are not of the form of a record. */
function readPlace(
  block: Buffer,
  from: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  let index = from;
  let position = 0;
  for (; index < end; index++) {
    const digit = (block[index] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    position = position * 10 + digit;
  }
  if (index === from || block[index] !== tab) return null;
  index += 1;
  while (index < end && block[index] !== tab) index += 1;
  const refStart = index + 1;
  index = refStart;
  while (index < end && block[index] !== tab) index += 1;
  if (index >= end || index === refStart) return null;
  return { start: position, end: position + (index - refStart) - 1 };
}
