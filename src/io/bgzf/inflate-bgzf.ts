import { gunzip } from "node:zlib";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { untilFault } from "../until-fault.ts";
import { isEndMarker, readBgzfBlock } from "./bgzf-block.ts";
import { DamagedBlock, inflateBlocks } from "./inflate-blocks.ts";

/** Stored bytes inflated by one call: as fast as 1 MiB and 50 MB less memory. */
export const slabSize = 1 << 19;
/** A slab also ends here, so that blocks of zeros do not make it swell. */
export const inflatedSlabSize = 4 << 20;
/** The first slab, as often only the header of a file is read here; each one is twice as large as the one before. */
const firstSlabSize = 1 << 16;
/** Slabs being inflated on libuv's threads while one is scanned: one when the first is asked for, and one more each time. */
const inFlight = 3;

export interface InflateOptions {
  readonly name: string;
  /** Accept a file without its end marker, with a warning. */
  readonly allowTruncated: boolean;
  readonly report: ReportProblem;
}

/** Whole blocks in a row. */
export interface Slab {
  readonly bytes: Buffer;
  /** Where it starts in the file. */
  readonly offset: number;
  readonly inflatedSize: number;
}

/**
 * Inflates BGZF in slabs of whole blocks, several at a time, and yields the text in order. Throws Refusal
 * "input" for anything that is not whole and sound: a cut block, a wrong checksum or size, other bytes between or
 * behind the blocks, a missing end marker.
 */
export async function* inflateBgzf(
  chunks: AsyncIterable<Uint8Array>,
  options: InflateOptions,
): AsyncGenerator<Buffer> {
  yield* inflateSlabs(cutSlabs(chunks, options), options.name);
}

/**
 * Inflates slabs several at a time and yields their texts in order. Throws Refusal "input" when one is damaged, and the error of the slabs,
 * behind all text before it.
 */
async function* inflateSlabs(slabs: AsyncIterable<Slab>, name: string): AsyncGenerator<Buffer> {
  const waiting: Promise<InflatedSlab>[] = [];
  const faults: unknown[] = [];
  let most = 1;
  for await (const slab of untilFault(slabs, (error) => void faults.push(error))) {
    waiting.push(inflateSlab(slab, name));
    if (waiting.length < most) continue;
    most = Math.min(most + 1, inFlight);
    const next = waiting.shift();
    if (next) yield* textOf(await next);
  }
  for (const next of waiting) yield* textOf(await next);
  if (faults.length > 0) throw faults[0];
}

/** Up to the block that is damaged, where one is. */
interface InflatedSlab {
  readonly text: Buffer;
  readonly fault: Refusal | null;
}

function* textOf({ text, fault }: InflatedSlab): Generator<Buffer> {
  if (text.length > 0 || fault === null) yield text;
  if (fault !== null) throw fault;
}

async function* cutSlabs(
  chunks: AsyncIterable<Uint8Array>,
  options: InflateOptions,
): AsyncGenerator<Slab> {
  const cutter = makeSlabCutter(options.name);
  for await (const chunk of chunks) yield* cutter.add(chunk);
  yield* cutter.end(options);
}

interface SlabCutter {
  add(chunk: Uint8Array): Generator<Slab>;
  end(options: InflateOptions): Generator<Slab>;
}

function makeSlabCutter(name: string): SlabCutter {
  let offset = 0;
  let pending: Buffer[] = [];
  let pendingSize = 0;
  let size = firstSlabSize;
  let endsWithMarker = false;

  const join = (): Buffer => {
    const [first, ...others] = pending;
    return first && others.length === 0 ? first : Buffer.concat(pending);
  };
  const keep = (rest: Buffer): void => {
    pending = rest.length === 0 ? [] : [rest];
    pendingSize = rest.length;
  };

  function* cut(isLast: boolean): Generator<Slab> {
    const bytes = join();
    let start = 0;
    let end = 0;
    let inflatedSize = 0;
    const slab = (): Slab => ({
      bytes: bytes.subarray(start, end),
      offset: offset + start,
      inflatedSize,
    });
    while (end < bytes.length) {
      const block = readBgzfBlock(bytes, end);
      if (block === "corrupt") {
        if (end > start) yield slab();
        throw corruptBlock(name, offset + end);
      }
      if (block === "incomplete") break;
      end += block.size;
      inflatedSize += block.inflatedSize;
      endsWithMarker = isEndMarker(block);
      if (end - start < size && inflatedSize < inflatedSlabSize) continue;
      yield slab();
      size = Math.min(2 * size, slabSize);
      start = end;
      inflatedSize = 0;
    }
    if (isLast && end > start) yield slab();
    if (isLast && end < bytes.length) throw cutInBlock(name, offset + end);
    const from = isLast ? bytes.length : start;
    keep(bytes.subarray(from));
    offset += from;
  }

  return {
    *add(chunk) {
      pending.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      pendingSize += chunk.byteLength;
      if (pendingSize >= size) yield* cut(false);
    },
    *end({ allowTruncated, report }) {
      yield* cut(true);
      if (endsWithMarker) return;
      if (!allowTruncated) throw noEndMarker(name);
      report(endMarkerMissing(name));
    },
  };
}

async function inflateSlab(slab: Slab, name: string): Promise<InflatedSlab> {
  // One output buffer that is a little too large: a full one would cost one more round to ask for the rest.
  const room = slab.inflatedSize + 64;
  return await new Promise<InflatedSlab>((resolve) => {
    gunzip(slab.bytes, { chunkSize: Math.max(room, 64), maxOutputLength: room }, (error, text) => {
      const isSound = !error && text.length === slab.inflatedSize;
      resolve(isSound ? { text, fault: null } : inflateUpToFault(slab, { name, cause: error }));
    });
  });
}

/** Block by block: the first one that does not inflate to what it says is the same, however many are inflated at once. */
function inflateUpToFault(
  { bytes, offset }: Slab,
  { name, cause }: { readonly name: string; readonly cause: unknown },
): InflatedSlab {
  const texts: Buffer[] = [];
  let damaged = { offset: 0, end: bytes.length };
  try {
    for (const { text } of inflateBlocks(bytes)) texts.push(Buffer.from(text));
  } catch (error) {
    if (!(error instanceof DamagedBlock)) throw error;
    damaged = { offset: error.offset, end: error.end };
  }
  const place = { offset: offset + damaged.offset, end: offset + damaged.end, cause };
  return { text: Buffer.concat(texts), fault: damagedBlock(name, place) };
}

/** At `offset` of the file no block starts. */
export function corruptBlock(name: string, offset: number): Refusal {
  return corrupt(name, `byte ${offset} should start a BGZF block and does not`);
}

/** The block of these bytes of the file does not inflate to what it says. */
export function damagedBlock(
  name: string,
  { offset, end, cause }: { offset: number; end: number; cause?: unknown },
): Refusal {
  return corrupt(name, `the BGZF block of bytes ${offset} to ${end} is damaged`, cause);
}

function corrupt(name: string, what: string, cause?: unknown): Refusal {
  return refuse("input", "bgzf-corrupt", `${name} is corrupt: ${what}`, {
    where: { file: name },
    hint: "Copy the file again from its source and compare checksums.",
    cause,
  });
}

/** The file ends inside the block that starts at `offset`. */
export function cutInBlock(name: string, offset: number): Refusal {
  return refuse(
    "input",
    "bgzf-cut",
    `${name} is truncated: it ends inside the BGZF block at byte ${offset}`,
    {
      where: { file: name },
      hint: "Copy the file again from its source.",
    },
  );
}

/** A file that ends between two blocks, which only the marker tells. */
export function noEndMarker(name: string): Refusal {
  return refuse(
    "input",
    "bgzf-no-end-marker",
    `${name} is truncated: its BGZF end marker is missing`,
    {
      where: { file: name },
      hint: "Copy the file again; --allow-truncated reads it as far as it goes.",
    },
  );
}

/** What a missing end marker is when it is allowed. */
export function endMarkerMissing(name: string): Problem {
  const message = `${name} has no BGZF end marker: the end may be missing`;
  return makeProblem("bgzf-no-end-marker", "warning", message, { where: { file: name } });
}
