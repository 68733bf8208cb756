import { readSync } from "node:fs";
import { normalizeContig } from "../../model/contig-name.ts";
import { isEndMarker, readBgzfBlock } from "./bgzf-block.ts";
import { damagedIndex } from "./find-index.ts";
import { inflateBlocks } from "./inflate-blocks.ts";
import { blockOf, mergeChunks } from "./merge-chunks.ts";
import type { RegionTable } from "../region-table.ts";
import type { Chunk, TabixIndex } from "./tabix-index.ts";

const lineFeed = 0x0a;
const hash = 0x23;
/** Blocks of BGZF are no larger, stored or inflated. */
export const largestBlock = 65536;
const endMarkerSize = 28;

/**
 * A BGZF file that is read here and there, and while it is read nothing else is to be done: hundreds of small reads that
 * wait for each other take a tenth of the time of as many promises.
 */
export interface IndexedFile {
  readonly descriptor: number;
  readonly size: number;
  readonly name: string;
  /** What is read last lies here: memory that comes and goes costs more than the reads. */
  readonly memory: Buffer<ArrayBuffer>;
}

/** So many bytes as there are, of those asked for and as the memory holds. Valid until the next are read. */
export function readAt(file: IndexedFile, at: number, length: number): Buffer<ArrayBuffer> {
  const { descriptor, size, memory } = file;
  const wanted = Math.max(0, Math.min(length, size - at, memory.length));
  if (at < 0 || wanted === 0) return memory.subarray(0, 0);
  return memory.subarray(0, readSync(descriptor, memory, 0, wanted, at));
}

/** Offset of the block that ends the file. */
export function endMarkerOf({ size }: IndexedFile): number {
  return size - endMarkerSize;
}

/**
 * The stretches to read; a sentence's end when the index does not fit the file; null when its end marker is missing, or when it lists no known
 * chromosome, which is told of the file. Whether a line starts at each of the stretches is left to be checked (`startsLine`).
 */
export function checkIndex(
  file: IndexedFile,
  index: TabixIndex,
  regions: RegionTable,
): Chunk[] | string | null {
  const last = readBgzfBlock(readAt(file, endMarkerOf(file), endMarkerSize), 0);
  if (typeof last === "string" || !isEndMarker(last)) return null;
  if (index.contigs.every(({ contig }) => normalizeContig(contig) === null)) return null;
  const gap = findGap(file, index.contigs);
  if (gap !== null) return gap;
  try {
    const chunks = index.contigs.flatMap(({ contig }) => {
      const short = normalizeContig(contig);
      const wanted = short === null ? [] : (regions.intervalsOf(short)?.intervals ?? []);
      return wanted.flatMap(({ start, end }) => index.find(contig, start, end));
    });
    return mergeChunks(chunks);
  } catch (error) {
    if (error instanceof RangeError) return damagedIndex;
    throw error;
  }
}

/**
 * What of the file the index leaves out, as a sentence's end: its contigs have to follow each other from the header to
 * the end marker, each where its name stands, or records would be passed over in silence. Null when all is there.
 */
function findGap(file: IndexedFile, contigs: readonly Chunk[]): string | null {
  const sorted = contigs.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  if (first !== undefined && !followsHeader(file, first.start)) {
    return "does not start where the records do";
  }
  for (const [index, chunk] of sorted.entries()) {
    if (!startsLine(file, chunk)) return noLineOf(chunk.contig);
    const next = sorted[index + 1]?.start ?? endMarkerOf(file) * largestBlock;
    if (!isSamePlace(file, chunk.end, next)) {
      return `does not say what follows ${chunk.contig}`;
    }
  }
  return null;
}

/** What is wrong with an index that leads to no line of the contig, as a sentence's end. */
export function noLineOf(contig: string): string {
  return `says that a line of ${contig} starts where none does`;
}

/** False when the line before is seen to be a record. */
function followsHeader(file: IndexedFile, start: number): boolean {
  const text = inflateBlockAt(file, blockOf(start));
  if (text === null) return false;
  const before = text.subarray(0, Math.max(0, (start % largestBlock) - 1));
  const lineStart = before.lastIndexOf(lineFeed) + 1;
  return lineStart === 0 || before[lineStart] === hash;
}

/** The end of a block and the start of the next are one place. */
function isSamePlace(file: IndexedFile, end: number, start: number): boolean {
  return end === start || passEmpty(file, end) === passEmpty(file, start);
}

/** Blocks without text in a row, beyond which a place is not looked for. */
const mostEmpty = 1_000;

/** The place of the first byte from a place on: files that were joined have end markers between their texts. */
function passEmpty(file: IndexedFile, place: number): number {
  let [at, within] = [blockOf(place), place % largestBlock];
  for (let passed = 0; passed < mostEmpty; passed++) {
    const block = readBgzfBlock(readAt(file, at, largestBlock), 0);
    if (typeof block === "string" || within !== block.inflatedSize) break;
    [at, within] = [at + block.size, 0];
  }
  return at * largestBlock + within;
}

/** True where a line of the contig starts. */
export function startsLine(
  file: IndexedFile,
  { contig, start: given }: Pick<Chunk, "contig" | "start">,
): boolean {
  const start = passEmpty(file, given);
  const text = inflateBlockAt(file, blockOf(start));
  if (text === null) return false;
  const at = start % largestBlock;
  const line = Buffer.from(`${contig}\t`, "latin1");
  // A line may go on in the next block; that much of it as is here has to fit.
  const there = text.subarray(at, at + line.length);
  const fits = there.length > 0 && line.subarray(0, there.length).equals(there);
  return fits && (at === 0 || text[at - 1] === lineFeed);
}

/** The text is valid until the next block is inflated. */
function inflateBlockAt(file: IndexedFile, at: number): Buffer | null {
  const bytes = readAt(file, at, largestBlock);
  const block = readBgzfBlock(bytes, 0);
  if (typeof block === "string") return null;
  try {
    const [inflated] = inflateBlocks(bytes.subarray(0, block.size));
    return inflated?.text ?? null;
  } catch {
    return null;
  }
}
