import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { normalizeContig } from "../model/contig-name.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import { isEndMarker, readBgzfBlock } from "./bgzf-block.ts";
import { explainReadError } from "./byte-source.ts";
import { findIndex } from "./find-index.ts";
import { damagedBlock, slabSize } from "./inflate-bgzf.ts";
import { inflateBlocks } from "./inflate-blocks.ts";
import { blockOf, mergeChunks, type Stretch } from "./merge-chunks.ts";
import type { RegionTable } from "./region-table.ts";
import { splitBlocks } from "./split-blocks.ts";
import type { Chunk, TabixIndex } from "./tabix-index.ts";

const lineFeed = 0x0a;
const hash = 0x23;
const largestBlock = 65536;
const endMarkerSize = 28;

/**
 * A BGZF file that is read here and there, and while it is read nothing else is to be done: hundreds of small reads that
 * wait for each other take a tenth of the time of as many promises.
 */
interface OpenedFile {
  readonly descriptor: number;
  readonly size: number;
  readonly name: string;
}

/**
 * Blocks of whole lines that hold every record in the regions, and others beside them, in file order, by the index
 * beside the file. Null when there is no index, or when it does not fit the file, which is a warning: the file
 * has to be read whole then. A file that ends without its end marker is left to that, too. Throws a Refusal that names the
 * file when it is gone or cannot be opened.
 */
export async function readByIndex(
  path: string,
  regions: RegionTable,
  options: { readonly name: string; readonly report: ReportProblem },
): Promise<AsyncIterable<Buffer> | null> {
  const { name, report } = options;
  const found = await findStretches(path, name, regions).catch(async (error: unknown) => {
    throw await explainReadError(error, path);
  });
  if (found === null || found.stretches === null) return null;
  const { stretches } = found;
  if (typeof stretches !== "string") return readStretches(path, name, stretches);
  report(staleProblem(name, found.index, stretches));
  return null;
}

/** What `checkIndex` says of the index that lies beside the file, and the index's name; null when there is none. */
async function findStretches(
  path: string,
  name: string,
  regions: RegionTable,
): Promise<{ readonly index: string; readonly stretches: Stretch[] | string | null } | null> {
  const found = await findIndex(path);
  if (found === null) return null;
  if ("fault" in found) return { index: found.name, stretches: found.fault };
  const file = openFile(path, name);
  try {
    return { index: found.name, stretches: checkIndex(file, found.index, regions) };
  } finally {
    closeSync(file.descriptor);
  }
}

function openFile(path: string, name: string): OpenedFile {
  const descriptor = openSync(path, "r");
  return { descriptor, size: fstatSync(descriptor).size, name };
}

/** The stretches to read; a sentence's end when the index does not fit the file; null when its end marker is missing. */
function checkIndex(
  file: OpenedFile,
  index: TabixIndex,
  regions: RegionTable,
): Stretch[] | string | null {
  const marker = readAt(file, file.size - endMarkerSize, endMarkerSize);
  const last = readBgzfBlock(marker, 0);
  if (typeof last === "string" || !isEndMarker(last)) return null;
  const gap = findGap(file, index.contigs);
  if (gap !== null) return gap;
  const chunks = index.contigs.flatMap(({ contig }) => {
    const short = normalizeContig(contig);
    const wanted = short === null ? [] : (regions.intervalsOf(short)?.intervals ?? []);
    return wanted.flatMap(({ start, end }) => index.find(contig, start, end));
  });
  const stretches = mergeChunks(chunks);
  for (const { starts } of stretches) {
    const [first] = starts;
    if (first !== undefined && !startsLine(file, first)) {
      return `says that a line of ${first.contig} starts where none does`;
    }
  }
  return stretches;
}

/**
 * What of the file the index leaves out, as a sentence's end: its contigs have to follow each other from the header to
 * the end marker, each where its name stands, or records would be passed over in silence. Null when all is there.
 */
function findGap(file: OpenedFile, contigs: readonly Chunk[]): string | null {
  const sorted = contigs.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  if (first !== undefined && !followsHeader(file, first.start)) {
    return "does not start where the records do";
  }
  for (const [index, chunk] of sorted.entries()) {
    if (!startsLine(file, chunk)) {
      return `says that a line of ${chunk.contig} starts where none does`;
    }
    const next = sorted[index + 1]?.start ?? (file.size - endMarkerSize) * largestBlock;
    if (!isSamePlace(file, chunk.end, next)) {
      return `does not say what follows ${chunk.contig}`;
    }
  }
  return null;
}

/** False when the line before is seen to be a record. */
function followsHeader(file: OpenedFile, start: number): boolean {
  const text = inflateBlockAt(file, blockOf(start));
  if (text === null) return false;
  const before = text.subarray(0, Math.max(0, (start % largestBlock) - 1));
  const lineStart = before.lastIndexOf(lineFeed) + 1;
  return lineStart === 0 || before[lineStart] === hash;
}

/** The end of a block and the start of the next are one place. */
function isSamePlace(file: OpenedFile, end: number, start: number): boolean {
  if (end === start) return true;
  const at = blockOf(end);
  const block = readBgzfBlock(readAt(file, at, largestBlock), 0);
  if (typeof block === "string" || start % largestBlock !== 0) return false;
  return block.inflatedSize === end % largestBlock && at + block.size === blockOf(start);
}

function startsLine(
  file: OpenedFile,
  { contig, start }: { readonly contig: string; readonly start: number },
): boolean {
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
function inflateBlockAt(file: OpenedFile, at: number): Buffer | null {
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

/** So many bytes as there are, of those asked for. */
function readAt({ descriptor, size }: OpenedFile, at: number, length: number): Buffer {
  const wanted = Math.max(0, Math.min(length, size - at));
  if (at < 0 || wanted === 0) return Buffer.alloc(0);
  const bytes = Buffer.allocUnsafe(wanted);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, wanted, at));
}

async function* readStretches(
  path: string,
  name: string,
  stretches: readonly Stretch[],
): AsyncGenerator<Buffer> {
  const file = openFile(path, name);
  try {
    for (const [index, stretch] of stretches.entries()) {
      const isLast = index === stretches.length - 1;
      yield* splitBlocks(readStretch(file, stretch, isLast), { name });
    }
  } finally {
    closeSync(file.descriptor);
  }
}

/** The text of a stretch, block by block, each copied: a line may go on in the next. A stretch ends where a line does. */
async function* readStretch(
  file: OpenedFile,
  { start, end }: Stretch,
  isLast: boolean,
): AsyncGenerator<Buffer> {
  const lastBlock = blockOf(end);
  const lastSize = end % largestBlock;
  let at = blockOf(start);
  let from = start % largestBlock;
  while (at < lastBlock || (at === lastBlock && lastSize > 0)) {
    const bytes = readAt(file, at, Math.min(slabSize, lastBlock - at + largestBlock));
    let offset = 0;
    for (;;) {
      const place = at + offset;
      if (place > lastBlock || (place === lastBlock && lastSize === 0)) break;
      const block = readBgzfBlock(bytes, offset);
      if (block === "corrupt" || (block === "incomplete" && offset === 0)) throw misled(file.name);
      if (block === "incomplete") break;
      const stored = bytes.subarray(offset, offset + block.size);
      const to = place === lastBlock ? lastSize : block.inflatedSize;
      if (to > block.inflatedSize) throw misled(file.name);
      const text = Buffer.from(inflateOrRefuse(stored, { file, place }).subarray(from, to));
      from = 0;
      offset += block.size;
      const isEnd = place === lastBlock || (at + offset === lastBlock && lastSize === 0);
      const isFileEnd = isLast && to === block.inflatedSize;
      if (isEnd && text.at(-1) !== lineFeed && !isFileEnd) throw misled(file.name);
      yield text;
    }
    at += offset;
  }
}

function inflateOrRefuse(
  stored: Buffer,
  { file, place }: { readonly file: OpenedFile; readonly place: number },
): Buffer {
  try {
    const [inflated] = inflateBlocks(stored);
    return inflated?.text ?? Buffer.alloc(0);
  } catch (cause) {
    throw damagedBlock(file.name, { offset: place, end: place + stored.length, cause });
  }
}

function staleProblem(file: string, index: string, fault: string): ReturnType<typeof makeProblem> {
  return makeProblem(
    "index-stale",
    "warning",
    `the index ${index} ${fault}; ${file} is read whole`,
    { where: { file }, hint: "Make it again: tabix -f -p vcf FILE" },
  );
}

function misled(name: string): ReturnType<typeof refuse> {
  return refuse("input", "index-wrong", `the index of ${name} leads to places that hold no line`, {
    where: { file: name },
    hint: "Make it again with tabix -f -p vcf FILE, or read the file whole with --no-index.",
  });
}
