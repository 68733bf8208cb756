import { open, type FileHandle } from "node:fs/promises";
import { normalizeContig } from "../model/contig-name.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import { isEndMarker, readBgzfBlock } from "./bgzf-block.ts";
import { findIndex } from "./find-index.ts";
import {
  inflatedSlabSize,
  inflateSlab,
  inflateSlabs,
  slabSize,
  type Slab,
} from "./inflate-bgzf.ts";
import { blockOf, mergeChunks, type Stretch } from "./merge-chunks.ts";
import type { RegionTable } from "./region-table.ts";
import { splitBlocks } from "./split-blocks.ts";
import type { Chunk, TabixIndex } from "./tabix-index.ts";

const lineFeed = 0x0a;
const hash = 0x23;
const largestBlock = 65536;
const endMarkerSize = 28;

/** A BGZF file that is read here and there. */
interface OpenedFile {
  readonly handle: FileHandle;
  readonly size: number;
  readonly name: string;
}

/**
 * Blocks of whole lines that hold every record in the regions, and others beside them, in file order, by the index
 * beside the file. Null when there is no index, or when it does not fit the file, which is a warning: the file
 * has to be read whole then. A file that ends without its end marker is left to that, too.
 */
export async function readByIndex(
  path: string,
  regions: RegionTable,
  options: { readonly name: string; readonly report: ReportProblem },
): Promise<AsyncIterable<Buffer> | null> {
  const { name, report } = options;
  const found = await findIndex(path);
  if (found === null) return null;
  const fault = "fault" in found ? found.fault : null;
  const handle = fault === null ? await open(path) : null;
  try {
    const stretches =
      handle === null || !("index" in found)
        ? fault
        : await checkIndex(
            { handle, size: (await handle.stat()).size, name },
            found.index,
            regions,
          );
    if (typeof stretches !== "string" && stretches !== null) {
      return readStretches(path, name, stretches);
    }
    if (stretches !== null) report(staleProblem(name, found.name, stretches));
    return null;
  } finally {
    await handle?.close();
  }
}

/** The stretches to read; a sentence's end when the index does not fit the file; null when its end marker is missing. */
async function checkIndex(
  file: OpenedFile,
  index: TabixIndex,
  regions: RegionTable,
): Promise<Stretch[] | string | null> {
  const marker = await readAt(file, file.size - endMarkerSize, endMarkerSize);
  const last = readBgzfBlock(marker, 0);
  if (typeof last === "string" || !isEndMarker(last)) return null;
  const gap = await findGap(file, index.contigs);
  if (gap !== null) return gap;
  const chunks = index.contigs.flatMap(({ contig }) => {
    const short = normalizeContig(contig);
    const wanted = short === null ? [] : (regions.intervalsOf(short)?.intervals ?? []);
    return wanted.flatMap(({ start, end }) => index.find(contig, start, end));
  });
  const stretches = mergeChunks(chunks);
  for (const { starts } of stretches) {
    const [first] = starts;
    if (first !== undefined && !(await startsLine(file, first))) {
      return `says that a line of ${first.contig} starts where none does`;
    }
  }
  return stretches;
}

/**
 * What of the file the index leaves out, as a sentence's end: its contigs have to follow each other from the header to
 * the end marker, each where its name stands, or records would be passed over in silence. Null when all is there.
 */
async function findGap(file: OpenedFile, contigs: readonly Chunk[]): Promise<string | null> {
  const sorted = contigs.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  if (first !== undefined && !(await followsHeader(file, first.start))) {
    return "does not start where the records do";
  }
  for (const [index, chunk] of sorted.entries()) {
    if (!(await startsLine(file, chunk))) {
      return `says that a line of ${chunk.contig} starts where none does`;
    }
    const next = sorted[index + 1]?.start ?? (file.size - endMarkerSize) * largestBlock;
    if (!(await isSamePlace(file, chunk.end, next))) {
      return `does not say what follows ${chunk.contig}`;
    }
  }
  return null;
}

/** False when the line before is seen to be a record. */
async function followsHeader(file: OpenedFile, start: number): Promise<boolean> {
  const text = await inflateBlockAt(file, blockOf(start));
  if (text === null) return false;
  const before = text.subarray(0, Math.max(0, (start % largestBlock) - 1));
  const lineStart = before.lastIndexOf(lineFeed) + 1;
  return lineStart === 0 || before[lineStart] === hash;
}

/** The end of a block and the start of the next are one place. */
async function isSamePlace(file: OpenedFile, end: number, start: number): Promise<boolean> {
  if (end === start) return true;
  const at = blockOf(end);
  const block = readBgzfBlock(await readAt(file, at, largestBlock), 0);
  if (typeof block === "string" || start % largestBlock !== 0) return false;
  return block.inflatedSize === end % largestBlock && at + block.size === blockOf(start);
}

async function startsLine(
  file: OpenedFile,
  { contig, start }: { readonly contig: string; readonly start: number },
): Promise<boolean> {
  const text = await inflateBlockAt(file, blockOf(start));
  if (text === null) return false;
  const at = start % largestBlock;
  const line = Buffer.from(`${contig}\t`, "latin1");
  // A line may go on in the next block; that much of it as is here has to fit.
  const there = text.subarray(at, at + line.length);
  const fits = there.length > 0 && line.subarray(0, there.length).equals(there);
  return fits && (at === 0 || text[at - 1] === lineFeed);
}

async function inflateBlockAt(file: OpenedFile, at: number): Promise<Buffer | null> {
  const bytes = await readAt(file, at, largestBlock);
  const block = readBgzfBlock(bytes, 0);
  if (typeof block === "string") return null;
  const slab = { bytes: bytes.subarray(0, block.size), offset: at, ...block };
  return await inflateSlab(slab, file.name).catch(() => null);
}

/** So many bytes as there are, of those asked for. */
async function readAt({ handle, size }: OpenedFile, at: number, length: number): Promise<Buffer> {
  const wanted = Math.max(0, Math.min(length, size - at));
  if (at < 0 || wanted === 0) return Buffer.alloc(0);
  const bytes = Buffer.allocUnsafe(wanted);
  const { bytesRead } = await handle.read(bytes, 0, wanted, at);
  return bytes.subarray(0, bytesRead);
}

async function* readStretches(
  path: string,
  name: string,
  stretches: readonly Stretch[],
): AsyncGenerator<Buffer> {
  const handle = await open(path);
  try {
    const file = { handle, size: (await handle.stat()).size, name };
    const cuts: Cut[] = [];
    const texts = cutTexts(inflateSlabs(sliceSlabs(file, stretches, cuts), name), cuts);
    for await (const block of splitBlocks(texts, { name })) yield block;
  } finally {
    await handle.close();
  }
}

/** What of a slab's text belongs to its stretch. */
interface Cut {
  readonly from: number;
  readonly to: number;
  /** The stretch ends here, so that a line has to. */
  readonly isEnd: boolean;
}

async function* sliceSlabs(
  file: OpenedFile,
  stretches: readonly Stretch[],
  cuts: Cut[],
): AsyncGenerator<Slab> {
  for (const { start, end } of stretches) {
    const lastBlock = blockOf(end);
    let at = blockOf(start);
    let from = start % largestBlock;
    while (at < lastBlock || (at === lastBlock && end % largestBlock > 0)) {
      const bytes = await readAt(file, at, Math.min(slabSize, lastBlock - at + largestBlock));
      let size = 0;
      let inflatedSize = 0;
      let to: number | null = null;
      while (to === null) {
        const isLast = at + size === lastBlock;
        if (at + size > lastBlock || (isLast && end % largestBlock === 0)) {
          to = inflatedSize;
          break;
        }
        const block = readBgzfBlock(bytes, size);
        if (block === "corrupt" || (block === "incomplete" && size === 0)) throw misled(file.name);
        if (block === "incomplete" || inflatedSize >= inflatedSlabSize) break;
        if (isLast) to = inflatedSize + (end % largestBlock);
        size += block.size;
        inflatedSize += block.inflatedSize;
      }
      const isEnd = to !== null;
      if (to !== null && to > inflatedSize) throw misled(file.name);
      cuts.push({ from, to: to ?? inflatedSize, isEnd });
      yield { bytes: bytes.subarray(0, size), offset: at, inflatedSize };
      from = 0;
      at += size;
      if (isEnd) break;
    }
  }
}

/** The texts come in the order of the cuts. */
async function* cutTexts(texts: AsyncIterable<Buffer>, cuts: Cut[]): AsyncGenerator<Buffer> {
  for await (const text of texts) {
    const { from, to, isEnd } = cuts.shift() ?? { from: 0, to: text.length, isEnd: false };
    yield text.subarray(from, to);
    const isFileEnd = to === text.length && cuts.length === 0;
    if (isEnd && text[to - 1] !== lineFeed && !isFileEnd) throw misled("the index");
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
