import { closeSync, fstatSync, openSync } from "node:fs";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { readBgzfBlock } from "./bgzf-block.ts";
import { explainReadError } from "../byte-source.ts";
import {
  checkIndex,
  endMarkerOf,
  largestBlock,
  noLineOf,
  readAt,
  startsLine,
  type IndexedFile,
} from "./check-index.ts";
import { findIndex } from "./find-index.ts";
import { inflatedSlabSize, slabSize } from "./inflate-bgzf.ts";
import { blockOf } from "./merge-chunks.ts";
import type { OwnSlab } from "./read-slabs.ts";
import type { RegionTable } from "../region-table.ts";
import type { Chunk, TabixIndex } from "./tabix-index.ts";

/** Whole blocks of a stretch of the file that the index leads to. */
export interface StretchSlab extends OwnSlab {
  /** A line of this contig has to start where the slab does; null where it goes on with a stretch. */
  readonly contig: string | null;
  /** Its text has to end where a line does. */
  readonly endsLine: boolean;
}

/** The stretches of a file that hold every record in some regions, and others beside them, in file order. */
export interface IndexedReading {
  /** Of the file, for messages. */
  readonly name: string;
  /** Every contig that has records, by its name in the file. */
  readonly contigs: readonly string[];
  /** The memory of each is valid until the next is asked for. Throws `MisleadingIndex`. */
  slabs(): Generator<StretchSlab>;
  /** Throws `MisleadingIndex` where no line starts at a stretch that no slab was given of so far. */
  checkRest(): void;
  /** The warning that the file has to be read whole instead. */
  staleProblem(cause: MisleadingIndex): Problem;
  /** For where reading it whole is no longer possible. */
  refusal(cause: MisleadingIndex): Refusal;
  close(): void;
}

/** An index leads to where its lines are not. The message is the end of a sentence that begins with the index. */
export class MisleadingIndex extends Error {
  constructor(fault: string) {
    super(fault);
    this.name = "MisleadingIndex";
  }
}

/**
 * Opens a BGZF file to be read by the index beside it. Null when there is no index, or when it does not fit the file, which is
 * a warning: the file has to be read whole then. A file that ends without its end marker is left to that, too. Throws a
 * Refusal that names the file when it is gone or cannot be opened.
 */
export async function openByIndex(
  path: string,
  regions: RegionTable,
  options: { readonly name: string; readonly report: ReportProblem },
): Promise<IndexedReading | null> {
  const { name, report } = options;
  try {
    const found = await findIndex(path);
    if (found === null) return null;
    const opened = "fault" in found ? found.fault : openIndexed(path, regions, { name, found });
    if (typeof opened !== "string") return opened;
    report(staleProblem(name, found.name, opened));
    return null;
  } catch (error) {
    throw await explainReadError(error, path);
  }
}

/** A sentence's end when the index does not fit the file; null when its end marker is missing. */
function openIndexed(
  path: string,
  regions: RegionTable,
  { name, found }: { name: string; found: { readonly name: string; readonly index: TabixIndex } },
): IndexedReading | string | null {
  const file = openFile(path, name);
  let reading: IndexedReading | null = null;
  try {
    const stretches = checkIndex(file, found.index, regions);
    if (stretches === null || typeof stretches === "string") return stretches;
    reading = readStretches(file, found, stretches);
    return reading;
  } finally {
    if (reading === null) closeSync(file.descriptor);
  }
}

function openFile(path: string, name: string): IndexedFile {
  const descriptor = openSync(path, "r");
  const memory = Buffer.allocUnsafeSlow(slabSize + largestBlock);
  return { descriptor, size: fstatSync(descriptor).size, name, memory };
}

function readStretches(
  file: IndexedFile,
  { name: index, index: { contigs } }: { readonly name: string; readonly index: TabixIndex },
  stretches: readonly Chunk[],
): IndexedReading {
  let begun = 0;
  return {
    name: file.name,
    contigs: contigs.map(({ contig }) => contig),
    *slabs() {
      for (const stretch of stretches) {
        begun += 1;
        yield* cutStretch(file, stretch);
      }
    },
    checkRest() {
      for (const stretch of stretches.slice(begun)) {
        if (!startsLine(file, stretch)) throw new MisleadingIndex(noLineOf(stretch.contig));
      }
    },
    staleProblem: ({ message }) => staleProblem(file.name, index, message),
    refusal: (cause) => misled(file.name, cause),
    close: () => closeSync(file.descriptor),
  };
}

/** The blocks of a stretch, read at once as far as the memory goes. */
function* cutStretch(file: IndexedFile, { contig, start, end }: Chunk): Generator<StretchSlab> {
  const lastBlock = blockOf(end);
  const lastSize = end % largestBlock;
  const stretchEnd = lastSize === 0 ? lastBlock : lastBlock + 1;
  let offset = blockOf(start);
  let isFirst = true;
  while (offset < stretchEnd) {
    const bytes = readAt(file, offset, lastBlock - offset + (lastSize === 0 ? 0 : largestBlock));
    const { size, last } = cutSlab(bytes, { offset, lastBlock, stretchEnd });
    const next = offset + size;
    const holdsEnd = last.offset === lastBlock;
    if (holdsEnd && lastSize > last.inflatedSize) throw new MisleadingIndex(leadsNowhere);
    const endsBlock = !holdsEnd || lastSize === last.inflatedSize;
    // The text of a file may end without a line feed.
    const endsFile = next === endMarkerOf(file) && endsBlock;
    yield {
      bytes: bytes.subarray(0, size),
      offset,
      skip: isFirst ? start % largestBlock : 0,
      ...(holdsEnd ? { end: lastSize } : {}),
      contig: isFirst ? contig : null,
      endsLine: next >= stretchEnd && !endsFile,
    };
    offset = next;
    isFirst = false;
  }
}

/** Whole blocks from `offset` of the file on, as many as there are of the stretch, and the last of them. */
function cutSlab(
  bytes: Buffer,
  place: { readonly offset: number; readonly lastBlock: number; readonly stretchEnd: number },
): { readonly size: number; readonly last: { offset: number; inflatedSize: number } } {
  let [size, textSize] = [0, 0];
  let last = { offset: place.offset, inflatedSize: 0 };
  while (place.offset + size < place.stretchEnd && textSize < inflatedSlabSize) {
    const block = readBgzfBlock(bytes, size);
    if (block === "incomplete" && size > 0) break;
    if (typeof block === "string") throw new MisleadingIndex(leadsNowhere);
    last = { offset: place.offset + size, inflatedSize: block.inflatedSize };
    size += block.size;
    textSize += block.inflatedSize;
    // One block leads to the next, and so to the last: past it only where the index is wrong.
    const isPast = last.offset < place.lastBlock && place.offset + size > place.lastBlock;
    if (isPast) throw new MisleadingIndex(leadsNowhere);
  }
  return { size, last };
}

/** The end of a sentence that begins with the index. */
export const leadsNowhere = "leads to places that hold no line";

function staleProblem(file: string, index: string, fault: string): Problem {
  return makeProblem(
    "index-stale",
    "warning",
    `the index ${index} ${fault}; ${file} is read whole`,
    { where: { file }, hint: "Make it again: tabix -f -p vcf FILE" },
  );
}

function misled(name: string, cause: MisleadingIndex): Refusal {
  return refuse("input", "index-wrong", `the index of ${name} ${cause.message}`, {
    where: { file: name },
    hint: "Make it again with tabix -f -p vcf FILE, or read the file whole with --no-index.",
    cause,
  });
}
