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
   * `readBgzfBlock`). A view that is valid until the next call. Throws the error of node:zlib when the data or its
   * CRC-32 are damaged, and an Error when the text has another size.
   */
  inflate(stored: Uint8Array, offset: number, size: number, inflatedSize: number): Buffer;
  /** Offsets of the line feeds in the last text, or in the first `end` bytes of it, in ascending order. A view that is valid until the next call. */
  lineFeeds(end?: number): Uint16Array;
  /** True where the last text holds a byte of 0. */
  holdsNul(): boolean;
  /** Counts lines up to the last of these line feeds that lie apart from what is looked for; 0 where that cannot be told at once. */
  countFar(feed: number, start: number, far: FarPlaces): number;
}

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
  const inflateByModule = (block: Buffer, inflatedSize: number): Buffer | null => {
    if (block.length < fixedHeaderSize + trailerSize || inflatedSize > largest) return null;
    const start = fixedHeaderSize + block.readUInt16LE(10);
    const end = block.length - trailerSize;
    if (block.readUInt32LE(0) !== magic || start > end || end - start > largest) return null;
    if (block.readUInt32LE(end + 4) !== inflatedSize) return null;
    input.set(block.subarray(start, end));
    if (module.inflate(end - start, inflatedSize) === 0) return null;
    if (checksum(inflatedSize) !== block.readUInt32LE(end)) return null;
    return output.subarray(0, inflatedSize);
  };

  const feeds = new Uint16Array(module.memory.buffer, module.lineFeedsAddress(), largest);
  const firstColumn = new Uint8Array(
    module.memory.buffer,
    module.firstColumnAddress(),
    longestName,
  );
  let last: Buffer = output.subarray(0, 0);
  let feedCount = 0;
  let name: Uint8Array | null = null;
  return {
    inflate(stored, offset, size, inflatedSize) {
      const block = Buffer.from(stored.buffer, stored.byteOffset + offset, size);
      last =
        inflateByModule(block, inflatedSize) ?? inflateByZlib(stored, offset, size, inflatedSize);
      return last;
    },
    lineFeeds(end = last.length) {
      if (last.buffer !== output.buffer) return findLineFeeds(last.subarray(0, end));
      feedCount = module.countLineFeeds();
      while (feedCount > 0 && (feeds[feedCount - 1] ?? 0) >= end) feedCount -= 1;
      return feeds.subarray(0, feedCount);
    },
    holdsNul: () => (last.buffer === output.buffer ? module.holdsNul() !== 0 : last.includes(0)),
    countFar(feed, start, far) {
      if (last.buffer !== output.buffer || far.name.length > longestName) return 0;
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
  return {
    inflate(...block) {
      last = inflateByZlib(...block);
      return last;
    },
    lineFeeds: (end) => findLineFeeds(last.subarray(0, end)),
    holdsNul: () => last.includes(0),
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

function inflateByZlib(
  stored: Uint8Array,
  offset: number,
  size: number,
  inflatedSize: number,
): Buffer {
  const room = Math.max(inflatedSize, 1) + 64;
  const text = gunzipSync(stored.subarray(offset, offset + size), {
    chunkSize: room,
    maxOutputLength: room,
  });
  if (text.length === inflatedSize) return text;
  throw new Error(`a block of ${inflatedSize} bytes inflates to ${text.length}`);
}
