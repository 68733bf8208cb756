import { DamagedBlock, inflateBlocks, type InflatedBlock } from "../../io/bgzf/inflate-blocks.ts";
import { mostKept } from "../../io/bgzf/inflate-block.ts";
import type { OwnSlab } from "../../io/bgzf/read-slabs.ts";
import { longestLine } from "../../io/split-blocks.ts";
import type { Served } from "../../io/threads/serve-tasks.ts";
import { makeRegionTable, type RegionInterval } from "../../io/region-table.ts";
import { lineFeed } from "./line-bytes.ts";
import { makeScanner, mostOtherLines, type Scanner } from "./scan.ts";
import type { ScannedElsewhere, ScannedLine } from "./scanned.ts";

/** What a thread has to know of a file and of a case, in a form that can be cloned. */
export interface SlabScanSetup {
  readonly regions: readonly RegionInterval[];
  readonly filteredWanted: readonly RegionInterval[] | null;
  readonly countFilters: boolean;
  readonly contigLengths: ReadonlyMap<string, number | null>;
}

/** What one slab holds. Its first and last lines may go on in other slabs, so they are handed back as they are. */
export interface ScannedSlab {
  /** Up to the first line feed and with it; all of the text when it holds none. */
  readonly head: Uint8Array;
  /** False where the byte before it, in the block that it begins in, is no line feed. */
  readonly startsLine: boolean;
  /** Null when the text holds no line feed. */
  readonly inner: ScannedElsewhere | null;
  /** Behind the last line feed. */
  readonly tail: Uint8Array;
  /** Bytes of text. */
  readonly textSize: number;
  /** Offset of the first NUL byte, which no text holds, and at which the text ends here; null when there is none. */
  readonly nulAt: number | null;
  /** The block, by its bytes in the slab, that does not inflate to what it says; the rest tells of the whole lines before it. */
  readonly damaged: { readonly offset: number; readonly end: number } | null;
}

/** Bytes of the tabs of a record's eight columns: a file with a shorter line is refused by it. */
const shortestRecord = 7;

/** What a thread gives back: its findings, and the memory that the slab came in. */
export interface SlabAnswer {
  readonly scanned: ScannedSlab;
  readonly memory: ArrayBuffer;
}

/** Makes the function that inflates and scans slabs: the same work as on the main thread, and a scanner for each slab. */
export function makeSlabScan(setup: SlabScanSetup): (slab: OwnSlab) => Served<SlabAnswer> {
  const regions = makeRegionTable(setup.regions);
  const filteredWanted =
    setup.filteredWanted === null ? null : makeRegionTable(setup.filteredWanted);
  const { countFilters, contigLengths } = setup;
  // A thread gets slabs in the order of the file: what it gave five examples of in earlier ones needs none of later ones.
  const examples = new Map<string, number>();
  return (slab) => {
    const contigs: { rawContig: string; line: number }[] = [];
    const scanner = makeScanner({
      regions,
      filteredWanted,
      examples,
      countFilters,
      linesBefore: 0,
      lengthOf: (rawContig) => contigLengths.get(rawContig) ?? null,
      onContig: (rawContig, line) => contigs.push({ rawContig, line }),
    });
    const scanned = scanSlab(slab, { scanner, contigs });
    const memory = slab.bytes.buffer;
    const kept = scanned.inner?.bytes.buffer;
    const transfer = kept instanceof ArrayBuffer ? [kept, memory] : [memory];
    return { answer: { scanned, memory }, transfer };
  };
}

/** The scanner of one slab, and the contigs that it met. */
interface SlabScan {
  readonly scanner: Scanner;
  readonly contigs: { rawContig: string; line: number }[];
}

function scanSlab(slab: OwnSlab, { scanner, contigs }: SlabScan): ScannedSlab {
  const kept = makeKeptLines();
  let head: Buffer | null = null;
  /** Bytes behind the last line feed so far: the last ones stand before the next text, the others here. */
  let open = 0;
  let openBefore: Buffer[] = [];
  let openSize = 0;
  let tail: Buffer = Buffer.alloc(0);
  let textSize = 0;
  let nulAt: number | null = null;
  let damaged: ScannedSlab["damaged"] = null;
  let startsLine = true;
  let skip = slab.skip;
  try {
    for (const block of inflateBlocks(slab.bytes, () => open)) {
      if (skip > 0) startsLine = block.text[skip - 1] === lineFeed;
      let end = block.isLast ? slab.end : undefined;
      let text = block.text.subarray(skip, end === undefined ? end : open + end);
      const nul = findNul(block, text, open);
      if (nul !== -1) {
        nulAt = textSize + nul - open;
        end = skip + nul - open;
        text = text.subarray(0, nul);
      }
      textSize += text.length - open;
      const offsets = block.lineFeeds(end);
      const shift = skip - open;
      const [firstEnd, lastEnd] = findLineEnds(offsets, skip, shift);
      let start = 0;
      if (firstEnd > 0 && (head === null || openBefore.length > 0)) {
        start = firstEnd;
        const line = Buffer.concat([...openBefore, text.subarray(0, start)]);
        if (head === null) head = line;
        else kept.add(scanner.scan(line));
      }
      if (lastEnd > start) {
        const lines = text.subarray(start, lastEnd);
        const { countFar } = block;
        kept.add(scanner.scan(lines, { offsets, start: shift + start, countFar }));
      }
      if (lastEnd > 0) [openBefore, openSize] = [[], 0];
      tail = text.subarray(lastEnd);
      openSize += tail.length - (lastEnd > 0 ? 0 : open);
      open = tail.length;
      if (open > mostKept) {
        openBefore.push(Buffer.from(tail));
        [tail, open] = [tail.subarray(0, 0), 0];
      }
      skip = 0;
      // The line, or the file, is refused where the slabs are joined.
      if (openSize > longestLine || kept.isRefused() || nulAt !== null) break;
    }
  } catch (error) {
    const { offset, end } =
      error instanceof DamagedBlock ? error : { offset: 0, end: slab.bytes.length };
    damaged = { offset, end };
    // The line that goes on in the damaged block lay where that was inflated to.
    [openBefore, tail] = [[], Buffer.alloc(0)];
  }
  const rest = Buffer.concat([...openBefore, tail]);
  const found = { startsLine, textSize, nulAt, damaged };
  if (head === null) return { head: rest, inner: null, tail: Buffer.alloc(0), ...found };
  const lineCount = scanner.lineNumber();
  const inner = { ...kept.take(), lineCount, counts: scanner.counts(), contigs };
  return { head, inner, tail: rest, ...found };
}

/** Where the first NUL byte stands behind what was kept; -1 where there is none. */
function findNul(block: InflatedBlock, text: Buffer, kept: number): number {
  return block.holdsNul() ? text.indexOf(0, kept) : -1;
}

/**
 * Behind the first and the last line feed from `from` on, in a text that begins at `shift` of that which the offsets are of; 0 where there
 * is none.
 */
function findLineEnds(
  offsets: Uint16Array,
  from: number,
  shift: number,
): readonly [number, number] {
  const first = offsets.find((offset) => offset >= from);
  return first === undefined ? [0, 0] : [first - shift + 1, (offsets.at(-1) ?? 0) - shift + 1];
}

/** Lines that are handed out, copied out of the text that they were found in. */
function makeKeptLines(): {
  add(lines: Iterable<ScannedLine>): void;
  /** True once the file is refused for one of them: what follows would only take memory. */
  isRefused(): boolean;
  take(): Pick<ScannedElsewhere, "bytes" | "lines">;
} {
  // A jump makes one of these for each of its hundreds of stretches, and most hold a line or two.
  let bytes = Buffer.allocUnsafeSlow(1 << 11);
  let size = 0;
  let others = 0;
  let hasShort = false;
  const lines: ScannedElsewhere["lines"][number][] = [];
  return {
    add(scanned) {
      for (const { bytes: line, number, kind, failedFilter, span } of scanned) {
        if (size + line.length > bytes.length) {
          const larger = Buffer.allocUnsafeSlow(2 * (size + line.length));
          larger.set(bytes.subarray(0, size));
          bytes = larger;
        }
        bytes.set(line, size);
        size += line.length;
        if (kind === "other") others += 1;
        else if (line.length < shortestRecord) hasShort = true;
        lines.push({ end: size, number, kind, failedFilter, span });
      }
    },
    isRefused: () => hasShort || others > mostOtherLines,
    take: () => ({ bytes: bytes.subarray(0, size), lines }),
  };
}
