import { askWorkers } from "../io/ask-workers.ts";
import type { ByteSource } from "../io/byte-source.ts";
import type { Digest } from "../io/digest-source.ts";
import { damagedBlocks } from "../io/inflate-bgzf.ts";
import { nulByte, type OpenedText } from "../io/open-text.ts";
import { type OwnSlab, readSlabs } from "../io/read-slabs.ts";
import { checkLineSize } from "../io/split-blocks.ts";
import type { ReportProblem } from "../model/problem.ts";
import type { ScannedSlab, SlabScanSetup } from "./vcf-scan-slab.ts";
import type { ScannedLine, Scanner } from "./vcf-scan.ts";

/** Stored bytes from which on several threads are worth their start. */
const smallestThreaded = 4 << 20;

export interface ThreadedScan {
  /**
   * The lines that a scanner hands out of the whole file, scanned by other threads in pieces; null when the file is to be
   * read on this one. Line by line, count by count and fault by fault it is the same.
   */
  lines(
    scanner: Scanner,
    setup: SlabScanSetup,
    textStart: number,
  ): Promise<AsyncIterable<Iterable<ScannedLine>> | null>;
  /** Of the whole stored file, once the lines are taken to the end; null when this thread read it. */
  digest(): Digest | null;
}

export interface ThreadOptions {
  /** Threads that inflate and scan; up to 1 leaves all to this one. */
  readonly threads: number;
  readonly allowTruncated: boolean;
  readonly report: ReportProblem;
}

/** Scans a large BGZF file on several threads. `text`: the same file, opened for its header, and closed when it is not needed further. */
export function makeThreadedScan(
  source: ByteSource,
  text: OpenedText,
  options: ThreadOptions,
): ThreadedScan {
  let digest: (() => Digest) | null = null;
  return {
    async lines(scanner, setup, textStart) {
      if (options.threads <= 1 || source.open === null || text.content !== "BGZF") return null;
      const file = await source.open();
      if (file.size < smallestThreaded) {
        await file.close();
        return null;
      }
      await text.close();
      const { name } = source;
      const reading = readSlabs(file, textStart, { name, ...options });
      digest = () => reading.digest();
      const slabs = closing(reading.slabs(), () => file.close());
      return joinSlabs(slabs, { name, scanner, setup, textStart, threads: options.threads });
    },
    digest: () => digest?.() ?? null,
  };
}

async function* closing<T>(
  items: AsyncGenerator<T>,
  close: () => Promise<void>,
): AsyncGenerator<T> {
  try {
    yield* items;
  } finally {
    await close();
  }
}

interface Joining {
  readonly name: string;
  readonly scanner: Scanner;
  readonly setup: SlabScanSetup;
  readonly textStart: number;
  readonly threads: number;
}

/** Puts the pieces together in the order of the file; lines that cross from one to the next are scanned here. */
async function* joinSlabs(
  slabs: AsyncIterable<OwnSlab>,
  { name, scanner, setup, textStart, threads }: Joining,
): AsyncGenerator<Iterable<ScannedLine>> {
  const asked: { offset: number; end: number }[] = [];
  const answers = askWorkers<OwnSlab, ScannedSlab>(slabs, {
    module: new URL("./vcf-scan-worker.js", import.meta.url),
    setup,
    threads,
    transfer: (slab) => {
      asked.push({ offset: slab.offset, end: slab.offset + slab.bytes.length });
      return [slab.bytes.buffer];
    },
  });
  let carried: Uint8Array[] = [];
  let carriedSize = 0;
  const carry = (bytes: Uint8Array): void => {
    carried.push(bytes);
    carriedSize += bytes.length;
    checkLineSize(carriedSize, name);
  };
  let textOffset = textStart;
  for await (const { head, inner, tail, textSize, nulAt, isDamaged } of answers) {
    const place = asked.shift();
    if (isDamaged && place !== undefined) throw damagedBlocks(name, place);
    if (nulAt !== null) throw nulByte(name, textOffset + nulAt);
    textOffset += textSize;
    carry(head);
    if (inner === null) continue;
    yield scanner.scan(Buffer.concat(carried));
    yield scanner.replay(inner);
    carried = [];
    carriedSize = 0;
    if (tail.length > 0) carry(tail);
  }
  if (carriedSize > 0) yield scanner.scan(Buffer.concat(carried));
}
