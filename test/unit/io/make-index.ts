import { gzipSync } from "node:zlib";
import { readBgzfBlock } from "../../../src/io/bgzf/bgzf-block.ts";

/** Where the lines of one bin stand, as virtual offsets. */
export interface BinChunk {
  readonly contig: string;
  readonly bin: number;
  start: number;
  end: number;
}

/** A .tbi before it is written down: its chunks may be altered. */
export interface Index {
  readonly chunks: BinChunk[];
  /** Of each contig the lowest offset of a line that overlaps a window of 16 kb. */
  readonly windows: ReadonlyMap<string, readonly number[]>;
}

/** Chunks of the records of a BGZF file, sorted, as tabix would list them (SAM specification, 5.1.1; tabix). */
export function indexBgzf(text: string, bgzf: Buffer): Index {
  const offsetOf = makeOffsets(bgzf);
  const chunks: BinChunk[] = [];
  const windows = new Map<string, number[]>();
  let at = 0;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/gu) ?? []) {
    const [start, end] = [offsetOf(at), offsetOf(at + line.length)];
    at += line.length;
    if (line.startsWith("#")) continue;
    const [contig = "", position, , ref = ""] = line.split("\t");
    const first = Number(position) - 1;
    const last = first + ref.length - 1;
    const bin = binOf(first, last);
    const previous = chunks.at(-1);
    if (previous?.contig === contig && previous.bin === bin) previous.end = end;
    else chunks.push({ contig, bin, start, end });
    const own = windows.get(contig) ?? [];
    windows.set(contig, own);
    for (let window = first >> 14; window <= last >> 14; window++) own[window] ??= start;
  }
  return { chunks, windows };
}

/** Virtual offsets by places in the text; the end of a block is the start of the next. */
function makeOffsets(bgzf: Buffer): (at: number) => number {
  const blocks: { readonly at: number; readonly offset: number }[] = [];
  for (let [offset, at] = [0, 0]; offset < bgzf.length;) {
    blocks.push({ at, offset });
    const block = readBgzfBlock(bgzf, offset);
    if (typeof block === "string") throw new Error("no block");
    offset += block.size;
    at += block.inflatedSize;
  }
  return (at) => {
    const block = blocks.findLast((candidate) => candidate.at <= at);
    return block === undefined ? 0 : block.offset * 65536 + at - block.at;
  };
}

function binOf(first: number, last: number): number {
  for (let level = 5; level > 0; level--) {
    const shift = 14 + 3 * (5 - level);
    if (first >> shift === last >> shift) return ((1 << (3 * level)) - 1) / 7 + (first >> shift);
  }
  return 0;
}

/** The bytes of the .tbi. */
export function writeIndex({ chunks, windows }: Index): Buffer {
  const contigs = [...windows.keys()];
  const names = Buffer.from(contigs.map((name) => `${name}\0`).join(""), "latin1");
  const parts = [Buffer.from("TBI\u0001"), ints(contigs.length, 2, 1, 2, 0, 35, 0, names.length)];
  parts.push(names);
  for (const contig of contigs) {
    const own = new Map<number, BinChunk[]>();
    for (const chunk of chunks) {
      if (chunk.contig === contig) own.set(chunk.bin, [...(own.get(chunk.bin) ?? []), chunk]);
    }
    parts.push(ints(own.size));
    for (const [bin, list] of own) {
      parts.push(ints(bin, list.length));
      for (const { start, end } of list) parts.push(bytesOf(start), bytesOf(end));
    }
    const places = windows.get(contig) ?? [];
    parts.push(ints(places.length));
    let lowest = 0;
    for (let window = 0; window < places.length; window++) {
      lowest = places[window] ?? lowest;
      parts.push(bytesOf(lowest));
    }
  }
  return gzipSync(Buffer.concat(parts));
}

function ints(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeInt32LE(number, 4 * index);
  return bytes;
}

function bytesOf(place: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(place));
  return bytes;
}
