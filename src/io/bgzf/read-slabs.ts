import { createHash } from "node:crypto";
import { isEndMarker, readBgzfBlock } from "./bgzf-block.ts";
import type { OpenedFile } from "../byte-source.ts";
import {
  corruptBlock,
  cutInBlock,
  endMarkerMissing,
  inflatedSlabSize,
  type InflateOptions,
  noEndMarker,
  slabSize,
} from "./inflate-bgzf.ts";
import type { Digest, FileDigest } from "../threads/digest.ts";

const largestBlock = 65536;

/** Whole BGZF blocks in memory of their own, so that they can go to another thread. */
export interface OwnSlab {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it starts in the file. */
  readonly offset: number;
  /** Bytes of its text that belong to what was read before, or to what is not asked for; all in its first block. */
  readonly skip: number;
  /** Bytes of the text of its last block up to which it is asked for; all of them where this is absent. */
  readonly end?: number;
}

export interface SlabReading {
  slabs(): AsyncGenerator<OwnSlab>;
  /** Takes back the memory of a slab that is done with: what goes from thread to thread is collected late. */
  reuse(memory: ArrayBuffer): void;
  /** Of the whole file; complete once the slabs are taken to the end. */
  digest(): Digest;
}

export interface SlabOptions extends InflateOptions {
  /** The digest of the same file, where another thread makes it; null: it is made here. */
  readonly hashed: Promise<FileDigest> | null;
}

/**
 * Reads an open BGZF file from its start to its end, with its digest, and gives the blocks from the byte `textStart` of its text on.
 * Throws Refusal "input" for what is no whole block, for a missing end marker and for a file that changed on the way. The
 * blocks are not inflated here.
 */
export function readSlabs(file: OpenedFile, textStart: number, options: SlabOptions): SlabReading {
  const hash = options.hashed === null ? createHash("sha256") : null;
  let hashedSize = 0;
  let elsewhere: FileDigest | null = null;
  const free: ArrayBuffer[] = [];

  async function* slabs(): AsyncGenerator<OwnSlab> {
    let textOffset = 0;
    let offset = 0;
    let endsWithMarker = false;
    let rest = Buffer.alloc(0);
    for (let isAtEnd = false; !isAtEnd;) {
      const memory = free.pop() ?? new ArrayBuffer(slabSize + largestBlock);
      // More than a block is left over where a slab ended early; it is enough for the next.
      const room = rest.length < largestBlock ? slabSize : 0;
      const bytes = Buffer.from(memory, 0, rest.length + room);
      bytes.set(rest);
      // A promise would cost more than the read, which the threads' waiting tasks cover.
      const size = room === 0 ? 0 : file.readNow(bytes, rest.length);
      isAtEnd = room > 0 && size === 0;
      hash?.update(bytes.subarray(rest.length, rest.length + size));
      hashedSize += size;
      const filled = bytes.subarray(0, rest.length + size);
      let start = 0;
      let end = 0;
      let skip = 0;
      let inflatedSize = 0;
      let stop: StoppedAt = null;
      while (end < filled.length && inflatedSize < inflatedSlabSize) {
        const block = readBgzfBlock(filled, end);
        if (typeof block === "string") {
          stop = block;
          break;
        }
        end += block.size;
        textOffset += block.inflatedSize;
        inflatedSize += block.inflatedSize;
        endsWithMarker = isEndMarker(block);
        if (textOffset <= textStart) start = end;
        else if (textOffset - block.inflatedSize < textStart) {
          skip = textStart - (textOffset - block.inflatedSize);
        }
      }
      // Behind other blocks it waits until they were given.
      if (end === 0) refuseStop(stop, { name: options.name, offset, isAtEnd });
      // What is left over is copied before its memory goes away with the slab.
      rest = Buffer.from(filled.subarray(end));
      if (rest.length > 0) isAtEnd = false;
      if (end > start) yield { bytes: filled.subarray(start, end), offset: offset + start, skip };
      offset += end;
    }
    elsewhere = await awaitDigest(file, options.hashed);
    if (endsWithMarker) return;
    if (!options.allowTruncated) throw noEndMarker(options.name);
    options.report(endMarkerMissing(options.name));
  }

  return {
    slabs,
    reuse: (memory) => void free.push(memory),
    digest: () => ({
      sha256: elsewhere?.sha256 ?? hash?.copy().digest("hex") ?? "",
      bytes: hashedSize,
    }),
  };
}

/** What stands where a block should start; null where all were blocks. */
type StoppedAt = "corrupt" | "incomplete" | null;

function refuseStop(
  stop: StoppedAt,
  { name, offset, isAtEnd }: { name: string; offset: number; isAtEnd: boolean },
): void {
  if (stop === "corrupt") throw corruptBlock(name, offset);
  if (stop === "incomplete" && isAtEnd) throw cutInBlock(name, offset);
}

/** Holds the digest of the other thread to the file that was read here, now at its end. */
async function awaitDigest(
  file: OpenedFile,
  hashed: Promise<FileDigest> | null,
): Promise<FileDigest | null> {
  await file.checkUnchanged();
  const digest = await hashed;
  if (digest !== null) file.checkSame({ size: digest.bytes, mtimeMs: digest.mtimeMs });
  return digest;
}
