import { inflateBlocks } from "../io/inflate-blocks.ts";
import type { OwnSlab } from "../io/read-slabs.ts";
import type { Served } from "../io/serve-tasks.ts";
import { makeRegionTable, type RegionInterval } from "../io/region-table.ts";
import { makeScanner, type ScannedElsewhere, type ScannedLine, type Scanner } from "./vcf-scan.ts";

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
  /** Null when the text holds no line feed. */
  readonly inner: ScannedElsewhere | null;
  /** Behind the last line feed. */
  readonly tail: Uint8Array;
  /** Bytes of text. */
  readonly textSize: number;
  /** Offset of the first NUL byte, which no text holds; null when there is none. */
  readonly nulAt: number | null;
  /** Its blocks do not inflate to what they say; the rest is empty then. */
  readonly isDamaged: boolean;
}

/** What a thread gives back: its findings, and the memory that the slab came in. */
export interface SlabAnswer {
  readonly scanned: ScannedSlab;
  readonly memory: ArrayBuffer;
}

const lineFeed = 0x0a;

/** Makes the function that inflates and scans slabs: the same work as on the main thread, and a scanner for each slab. */
export function makeSlabScan(setup: SlabScanSetup): (slab: OwnSlab) => Served<SlabAnswer> {
  const regions = makeRegionTable(setup.regions);
  const filteredWanted =
    setup.filteredWanted === null ? null : makeRegionTable(setup.filteredWanted);
  const { countFilters, contigLengths } = setup;
  return (slab) => {
    const contigs: { rawContig: string; line: number }[] = [];
    const scanner = makeScanner({
      regions,
      filteredWanted,
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
  let open: Buffer = Buffer.alloc(0);
  let textSize = 0;
  let nulAt: number | null = null;
  try {
    for (const whole of inflateBlocks(slab.bytes)) {
      const text = textSize === 0 ? whole.subarray(slab.skip) : whole;
      if (nulAt === null && text.includes(0)) nulAt = textSize + text.indexOf(0);
      textSize += text.length;
      const lastEnd = text.lastIndexOf(lineFeed) + 1;
      let start = 0;
      if (lastEnd === 0) {
        open = Buffer.concat([open, text]);
        continue;
      }
      if (head === null || open.length > 0) {
        start = text.indexOf(lineFeed) + 1;
        const line = Buffer.concat([open, text.subarray(0, start)]);
        if (head === null) head = line;
        else kept.add(scanner.scan(line));
      }
      if (lastEnd > start) kept.add(scanner.scan(text.subarray(start, lastEnd)));
      open = Buffer.from(text.subarray(lastEnd));
    }
  } catch {
    return { head: open, inner: null, tail: open, textSize: 0, nulAt: null, isDamaged: true };
  }
  if (head === null)
    return { head: open, inner: null, tail: Buffer.alloc(0), textSize, nulAt, isDamaged: false };
  const inner = {
    ...kept.take(),
    lineCount: scanner.lineNumber(),
    counts: scanner.counts(),
    contigs,
  };
  return { head, inner, tail: open, textSize, nulAt, isDamaged: false };
}

/** Lines that are handed out, copied out of the text that they were found in. */
function makeKeptLines(): {
  add(lines: Iterable<ScannedLine>): void;
  take(): Pick<ScannedElsewhere, "bytes" | "lines">;
} {
  let bytes = Buffer.allocUnsafeSlow(1 << 14);
  let size = 0;
  const lines: ScannedElsewhere["lines"][number][] = [];
  return {
    add(scanned) {
      for (const { bytes: line, number, kind, failedFilter } of scanned) {
        if (size + line.length > bytes.length) {
          const larger = Buffer.allocUnsafeSlow(2 * (size + line.length));
          larger.set(bytes.subarray(0, size));
          bytes = larger;
        }
        bytes.set(line, size);
        size += line.length;
        lines.push({ end: size, number, kind, failedFilter });
      }
    },
    take: () => ({ bytes: bytes.subarray(0, size), lines }),
  };
}
