import { askWorkers } from "../../io/threads/ask-workers.ts";
import { smallestForThreads } from "../../io/threads/make-threads.ts";
import type { ByteSource } from "../../io/byte-source.ts";
import { digestBegun } from "../../io/threads/digest-source.ts";
import { damagedBlock } from "../../io/bgzf/inflate-bgzf.ts";
import { nulByte, type OpenedText } from "../../io/open-text.ts";
import { type OwnSlab, readSlabs, type SlabReading } from "../../io/bgzf/read-slabs.ts";
import { checkLineSize } from "../../io/split-blocks.ts";
import type { ReportProblem } from "../../model/problem.ts";
import {
  makeSlabScan,
  type ScannedSlab,
  type SlabAnswer,
  type SlabScanSetup,
} from "./scan-slab.ts";
import type { Scanner } from "./scan.ts";
import type { ScannedLine } from "./scanned.ts";
import type { Digest } from "../../io/threads/digest.ts";
import type { Threads } from "../../io/threads/threads.ts";

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
  /** Threads that inflate and scan; null leaves all to this one. */
  readonly threads: Threads | null;
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
      const { threads } = options;
      if (threads === null || source.open === null || text.content !== "BGZF") return null;
      const file = await source.open();
      if (file.size < smallestForThreads) {
        await file.close();
        return null;
      }
      await text.close();
      threads.beginScan();
      const { name } = source;
      const hashed = source.path === null ? null : digestBegun(source.path, threads);
      // Heard at the end of the reading; until then it must not count as unheard.
      hashed?.catch(() => {});
      const reading = readSlabs(file, textStart, { name, hashed, ...options });
      digest = () => reading.digest();
      const scanned = scanSlabs(reading, setup, { threads, close: () => file.close() });
      return joinSlabs(scanned, { name, scanner, textStart });
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

/** A scanned slab, and where its blocks stand in the file. */
export interface PlacedSlab {
  readonly scanned: ScannedSlab;
  readonly offset: number;
  readonly end: number;
}

/** Asks the threads; their answers come in the order of the file. */
async function* scanSlabs(
  reading: SlabReading,
  setup: SlabScanSetup,
  { threads, close }: { readonly threads: Threads; readonly close: () => Promise<void> },
): AsyncGenerator<PlacedSlab> {
  const asked: Omit<PlacedSlab, "scanned">[] = [];
  const places = async function* (): AsyncGenerator<OwnSlab> {
    for await (const slab of closing(reading.slabs(), close)) {
      asked.push({ offset: slab.offset, end: slab.offset + slab.bytes.length });
      yield slab;
    }
  };
  const scan = makeSlabScan(setup);
  const answers = askWorkers<OwnSlab, SlabAnswer>(
    places(),
    {
      work: "scan-vcf",
      setup,
      threads,
      number: threads.count,
      transfer: ({ bytes }) => [bytes.buffer],
    },
    (slab) => scan(slab).answer,
  );
  for await (const { scanned, memory } of answers) {
    reading.reuse(memory);
    const place = asked.shift();
    if (place !== undefined) yield { scanned, ...place };
  }
}

/**
 * Puts scanned slabs together in the order of the file; a line that crosses from one to the next is scanned here. A fault comes behind
 * the whole lines before it, as it does on one thread.
 * `textStart`: bytes of text before the first one.
 */
export async function* joinSlabs(
  slabs: AsyncIterable<PlacedSlab>,
  options: { readonly name: string; readonly scanner: Scanner; readonly textStart: number },
): AsyncGenerator<Iterable<ScannedLine>> {
  const { name, scanner } = options;
  let carried: Uint8Array[] = [];
  let carriedSize = 0;
  const carry = (bytes: Uint8Array): void => {
    carried.push(bytes);
    carriedSize += bytes.length;
    checkLineSize(carriedSize, name);
  };
  let textOffset = options.textStart;
  for await (const { scanned, ...place } of slabs) {
    const { head, inner, tail, textSize, nulAt, damaged } = scanned;
    carry(head);
    if (inner !== null) {
      yield scanner.scan(Buffer.concat(carried));
      yield scanner.replay(inner);
      carried = [];
      carriedSize = 0;
      if (tail.length > 0) carry(tail);
    }
    if (damaged !== null) {
      const { offset, end } = damaged;
      throw damagedBlock(name, { offset: place.offset + offset, end: place.offset + end });
    }
    if (nulAt !== null) throw nulByte(name, textOffset + nulAt);
    textOffset += textSize;
  }
  if (carriedSize > 0) yield scanner.scan(Buffer.concat(carried));
}
