import { Buffer } from "node:buffer";
import { crc32, gunzipSync } from "node:zlib";
import { inflateModule } from "./inflate-module.ts";

/** Blocks of BGZF are no larger, stored or inflated. */
const largest = 65536;
const fixedHeaderSize = 12;
const trailerSize = 8;
/** What node:zlib has to be told of the bytes before so that the register of CRC-32 holds zeros. */
const registerOfZeros = 0xffff_ffff;
/** Names beyond this are not passed over at once. */
const longestName = 256;
/** A gzip member by deflate with extra fields and nothing else, as every BGZF block begins. */
const magic = 0x04088b1f;

export interface BlockInflater {
  /**
   * The text of the whole BGZF block of `size` bytes at `offset` of `stored`, whose trailer states `inflatedSize` (see
   * `readBgzfBlock`), with the last `kept` bytes, at most `mostKept`, of what the last call gave before it: so a line that goes on is
   * whole. A view that is valid until the next call. Throws the error of node:zlib when the data or its CRC-32 are damaged,
   * and an Error when the text has another size.
   */
  inflate(block: StoredBlock, kept: number): Buffer;
  /**
   * Offsets of the line feeds in the last text, behind what was kept, or in the first `end` bytes of it, in ascending order. A view that
   * is valid until the next call.
   */
  lineFeeds(end?: number): Uint16Array;
  /** True where the last text, behind what was kept, holds a byte of 0. */
  holdsNul(): boolean;
  /**
   * Counts lines up to the last of these line feeds that lie apart from what is looked for; 0 where that cannot be told at once. The
   * first begins at `start` of the text, which is negative in what was kept.
   */
  countFar(feed: number, start: number, far: FarPlaces): number;
}

/** Where a block lies in memory, and the size that it states of its text. */
export interface StoredBlock {
  readonly stored: Buffer;
  readonly offset: number;
  readonly size: number;
  readonly inflatedSize: number;
}

/** Bytes of an earlier text that can stand before the next. */
export const mostKept = 65536;

/** Lines of one name whose places lie between two that are looked for. */
export interface FarPlaces {
  /** The first column. */
  readonly name: Uint8Array;
  /** The second column is a number from this one on. */
  readonly lowest: number;
  /** The number and the length of the fourth column reach no further. Up to 4,294,967,295. */
  readonly highest: number;
}

interface ModuleExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  inputAddress(): number;
  outputAddress(): number;
  inflate(size: number, inflatedSize: number): number;
  readText(size: number): number;
  foldedAddress(): number;
  lineFeedsAddress(): number;
  countLineFeeds(): number;
  holdsNul(): number;
  firstColumnAddress(): number;
  countFar(
    feed: number,
    feedCount: number,
    start: number,
    nameSize: number,
    lowest: number,
    highest: number,
  ): number;
}

/** What is used of a global that Node has unless it was started with `--jitless`. */
declare const WebAssembly:
  | undefined
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    };

/**
 * Inflates BGZF blocks one at a time, in less CPU than node:zlib takes (`io/assembly/inflate.ts`). Whatever it does not
 * find whole and sound is given to node:zlib, which decides. Takes about 1 ms and 0.4 MB; for one thread.
 */
export function makeBlockInflater(): BlockInflater {
  const module = startModule();
  if (module === null) return withZlibAlone();
  const address = module.outputAddress();
  const input = new Uint8Array(module.memory.buffer, module.inputAddress(), largest);
  const output = Buffer.from(module.memory.buffer, address, largest);
  const folded = Buffer.from(module.memory.buffer, module.foldedAddress(), largest);

  /** CRC-32 of the text that was just inflated. Notes its line feeds. */
  const checksum = (size: number): number => {
    const count = module.readText(size);
    if (count === 0) return crc32(output.subarray(0, size));
    return crc32(folded.subarray(count, size), registerOfZeros);
  };
  /** Null for what it does not find whole and sound. */
  const inflateByModule = ({ stored, offset, size, inflatedSize }: StoredBlock): Buffer | null => {
    if (size < fixedHeaderSize + trailerSize || inflatedSize > largest) return null;
    const start = offset + fixedHeaderSize + stored.readUInt16LE(offset + 10);
    const end = offset + size - trailerSize;
    if (stored.readUInt32LE(offset) !== magic || start > end || end - start > largest) return null;
    if (stored.readUInt32LE(end + 4) !== inflatedSize) return null;
    input.set(stored.subarray(start, end));
    if (module.inflate(end - start, inflatedSize) === 0) return null;
    if (checksum(inflatedSize) !== stored.readUInt32LE(end)) return null;
    return output.subarray(0, inflatedSize);
  };

  const feeds = new Uint16Array(module.memory.buffer, module.lineFeedsAddress(), largest);
  const firstColumn = new Uint8Array(
    module.memory.buffer,
    module.firstColumnAddress(),
    longestName,
  );
  const memory = Buffer.from(module.memory.buffer);
  let last: Buffer = output.subarray(0, 0);
  let lastKept = 0;
  let feedCount = 0;
  let name: Uint8Array | null = null;
  return {
    inflate(block, kept) {
      memory.set(last.subarray(last.length - kept), address - kept);
      const text = inflateByModule(block);
      last =
        text === null
          ? Buffer.concat([memory.subarray(address - kept, address), inflateByZlib(block)])
          : memory.subarray(address - kept, address + text.length);
      lastKept = kept;
      return last;
    },
    lineFeeds(end = last.length - lastKept) {
      if (last.buffer !== memory.buffer) {
        return findLineFeeds(last.subarray(lastKept, lastKept + end));
      }
      feedCount = module.countLineFeeds();
      while (feedCount > 0 && (feeds[feedCount - 1] ?? 0) >= end) feedCount -= 1;
      return feeds.subarray(0, feedCount);
    },
    holdsNul: () =>
      last.buffer === memory.buffer ? module.holdsNul() !== 0 : last.subarray(lastKept).includes(0),
    countFar(feed, start, far) {
      if (last.buffer !== memory.buffer || far.name.length > longestName) return 0;
      if (far.name !== name) {
        name = far.name;
        firstColumn.set(name);
      }
      return module.countFar(feed, feedCount, start, name.length, far.lowest, far.highest);
    },
  };
}

function withZlibAlone(): BlockInflater {
  let last: Buffer = Buffer.alloc(0);
  let lastKept = 0;
  return {
    inflate(block, kept) {
      last = Buffer.concat([last.subarray(last.length - kept), inflateByZlib(block)]);
      lastKept = kept;
      return last;
    },
    lineFeeds: (end = last.length - lastKept) =>
      findLineFeeds(last.subarray(lastKept, lastKept + end)),
    holdsNul: () => last.subarray(lastKept).includes(0),
    countFar: () => 0,
  };
}

function findLineFeeds(text: Buffer): Uint16Array {
  const found: number[] = [];
  for (let at = text.indexOf(0x0a); at !== -1; at = text.indexOf(0x0a, at + 1)) found.push(at);
  return Uint16Array.from(found);
}

function startModule(): ModuleExports | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    const module = new WebAssembly.Module(Buffer.from(inflateModule, "base64"));
    // The one place that knows what `io/assembly/inflate.ts` exports.
    return new WebAssembly.Instance(module).exports as ModuleExports;
  } catch {
    // A processor without SIMD, or a limit on address space: slower is all that it may be.
    return null;
  }
}

function inflateByZlib({ stored, offset, size, inflatedSize }: StoredBlock): Buffer {
  const room = Math.max(inflatedSize, 1) + 64;
  const text = gunzipSync(stored.subarray(offset, offset + size), {
    chunkSize: room,
    maxOutputLength: room,
  });
  if (text.length === inflatedSize) return text;
  throw new Error(`a block of ${inflatedSize} bytes inflates to ${text.length}`);
}
