import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename } from "node:path";
import { refuse, type Refusal } from "../model/refusal.ts";
import { readBgzfBlock } from "./bgzf/bgzf-block.ts";
import { inflateBlocks } from "./bgzf/inflate-blocks.ts";
import { sha256 } from "./sha256.ts";

/** One sequence of an indexed FASTA, as `.fai` states it. */
export interface FastaSequence {
  readonly name: string;
  /** Bases. */
  readonly length: number;
}

export interface IndexedFasta {
  /** Base name of the file. */
  readonly name: string;
  readonly sequences: readonly FastaSequence[];
  /** Stored bytes of the file. */
  readonly bytes: number;
  /** Of the `.fai`, which states the name, length and place of every sequence. */
  readonly indexSha256: string;
  /** Bases of a closed 1-based interval in capitals, cut at the ends of the sequence; empty for a sequence that is not there. */
  read(sequence: string, start: number, end: number): string;
  close(): void;
}

interface FaiEntry extends FastaSequence {
  readonly offset: number;
  readonly basesPerLine: number;
  readonly bytesPerLine: number;
}

const largestBlock = 65536;

/** Reads bytes of the decompressed text. */
type ReadAt = (offset: number, size: number) => Buffer;

/**
 * Opens a FASTA by its `.fai`, plain or BGZF with its `.gzi`. Reads are small and synchronous: a variant asks for a few bases
 * at a time. Throws Refusal "input" when the file or an index is missing or is not what it should be.
 */
export function openIndexedFasta(path: string): IndexedFasta {
  const name = basename(path);
  const index = `${path}.fai`;
  if (!existsSync(path)) throw faulty(name, `${path} does not exist`, "Check the path.");
  if (!existsSync(index)) {
    throw faulty(name, `${name} has no index ${name}.fai beside it`, `samtools faidx ${name}`);
  }
  if (statSync(index).mtimeMs < statSync(path).mtimeMs - 1000) {
    throw faulty(name, `${name}.fai is older than ${name}`, `samtools faidx ${name}`);
  }
  const stored = readFileSync(index);
  const entries = readFai(stored.toString("latin1"), name);
  const file = openSync(path, "r");
  const readAt = isBgzf(file) ? readBlocks(file, path) : readPlain(file);
  return {
    name,
    sequences: [...entries.values()].map(({ name: own, length }) => ({ name: own, length })),
    bytes: statSync(path).size,
    indexSha256: sha256(stored),
    read: (sequence, start, end) => readBases(entries.get(sequence), { start, end, readAt }),
    close: () => closeSync(file),
  };
}

function faulty(file: string, message: string, hint: string): Refusal {
  return refuse("input", "fasta-unusable", message, { where: { file }, hint });
}

function readFai(text: string, name: string): ReadonlyMap<string, FaiEntry> {
  const entries = new Map<string, FaiEntry>();
  for (const [number, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const [own = "", ...cells] = line.split("\t");
    const [length = 0, offset = 0, basesPerLine = 0, bytesPerLine = 0] = cells.map(Number);
    const isSound =
      [length, offset, basesPerLine, bytesPerLine].every(Number.isSafeInteger) &&
      basesPerLine > 0 &&
      bytesPerLine >= basesPerLine;
    if (!isSound || own === "") {
      const message = `${name}.fai:${number + 1} is no line of a FASTA index`;
      throw faulty(name, message, `samtools faidx ${name}`);
    }
    entries.set(own, { name: own, length, offset, basesPerLine, bytesPerLine });
  }
  return entries;
}

interface BaseQuestion {
  readonly start: number;
  readonly end: number;
  readonly readAt: ReadAt;
}

function readBases(entry: FaiEntry | undefined, { start, end, readAt }: BaseQuestion): string {
  if (entry === undefined) return "";
  const from = Math.max(1, start) - 1;
  const to = Math.min(entry.length, end);
  if (to <= from) return "";
  const { offset, basesPerLine, bytesPerLine } = entry;
  const place = (base: number): number =>
    offset + Math.floor(base / basesPerLine) * bytesPerLine + (base % basesPerLine);
  const first = place(from);
  const text = readAt(first, place(to - 1) + 1 - first).toString("latin1");
  return text.replaceAll(/[\r\n]/g, "").toUpperCase();
}

function readPlain(file: number): ReadAt {
  return (offset, size) => {
    const bytes = Buffer.alloc(size);
    let done = 0;
    while (done < size) {
      const count = readSync(file, bytes, done, size - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return bytes.subarray(0, done);
  };
}

/** A BGZF block begins with gzip's magic bytes and the flag of an extra field. */
function isBgzf(file: number): boolean {
  const head = readPlain(file)(0, 4);
  return head[0] === 0x1f && head[1] === 0x8b && ((head[3] ?? 0) & 4) !== 0;
}

/** Inflates the blocks that a read needs; the last one is kept, since reads lie close together. */
function readBlocks(file: number, path: string): ReadAt {
  const name = basename(path);
  if (!existsSync(`${path}.gzi`)) {
    throw faulty(name, `${name} has no index ${name}.gzi beside it`, `bgzip -r ${name}`);
  }
  const starts = readGzi(readFileSync(`${path}.gzi`), name);
  const raw = readPlain(file);
  let last: { readonly block: number; readonly bytes: Buffer } | null = null;
  const inflate = (block: number): Buffer => {
    if (last?.block === block) return last.bytes;
    const [at = 0] = starts[block] ?? [];
    const stored = raw(at, largestBlock);
    const found = readBgzfBlock(stored, 0);
    try {
      if (typeof found === "string") throw new RangeError(`no whole block`);
      const [inflated] = inflateBlocks(stored.subarray(0, found.size));
      // The text lies in memory that the next block is inflated into.
      last = { block, bytes: Buffer.from(inflated?.text ?? []) };
    } catch (error) {
      const message = `${name} cannot be inflated at byte ${at}: ${(error as Error).message}`;
      throw faulty(name, message, `bgzip -r ${name}`);
    }
    return last.bytes;
  };
  return (offset, size) => {
    const parts: Buffer[] = [];
    let block = starts.findLastIndex(([, from]) => from <= offset);
    let at = offset;
    while (at < offset + size && block < starts.length) {
      const from = starts[block]?.[1] ?? 0;
      const bytes = inflate(block);
      if (bytes.length === 0) break;
      parts.push(bytes.subarray(at - from, offset + size - from));
      at = from + bytes.length;
      block++;
    }
    return Buffer.concat(parts);
  };
}

/** Start of each block in the file and in its text. */
function readGzi(bytes: Buffer, name: string): (readonly [at: number, from: number])[] {
  const count = bytes.length >= 8 ? Number(bytes.readBigUInt64LE(0)) : -1;
  if (bytes.length !== 8 + count * 16) {
    throw faulty(name, `${name}.gzi is no index of BGZF blocks`, `bgzip -r ${name}`);
  }
  const starts: (readonly [number, number])[] = [[0, 0]];
  for (let entry = 0; entry < count; entry++) {
    const at = Number(bytes.readBigUInt64LE(8 + entry * 16));
    starts.push([at, Number(bytes.readBigUInt64LE(16 + entry * 16))]);
  }
  return starts;
}
