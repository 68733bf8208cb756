import { readBgzfBlock } from "./bgzf-block.ts";
import { makeBlockInflater, type BlockInflater, type FarPlaces } from "./inflate-block.ts";

export interface InflatedBlock {
  readonly text: Buffer;
  /** True for the last of those that were given. */
  readonly isLast: boolean;
  /** Offsets of the line feeds in the text, or in the first `end` bytes of it. */
  lineFeeds(end?: number): Uint16Array;
  /** True where the text holds a byte of 0. */
  holdsNul(): boolean;
  /** See `BlockInflater`; to be asked after the line feeds. */
  countFar(feed: number, start: number, far: FarPlaces): number;
}

/** A block that does not inflate to what it says. Offsets are of the bytes that were given. */
export class DamagedBlock extends Error {
  readonly offset: number;
  readonly end: number;

  constructor(offset: number, end: number, options?: ErrorOptions) {
    super("a BGZF block is damaged", options);
    this.name = "DamagedBlock";
    this.offset = offset;
    this.end = end;
  }
}

/** Made when the first block is inflated, for this thread. */
let inflater: BlockInflater | null = null;

/**
 * Inflates whole BGZF blocks in a row, one at a time on the calling thread: while a text of 64 KiB is scanned it lies in the
 * cache of its processor. Each text is valid until the next is asked for, here or by another caller. Throws `DamagedBlock` when a
 * block does not inflate to what it says; its checksum is part of that.
 */
export function* inflateBlocks(bytes: Uint8Array): Generator<InflatedBlock> {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  inflater ??= makeBlockInflater();
  for (let offset = 0; offset < stored.length;) {
    const block = readBgzfBlock(stored, offset);
    if (typeof block === "string") throw new RangeError("no whole block");
    const text = inflateOne(inflater, stored, { offset, ...block });
    const { lineFeeds, holdsNul, countFar } = inflater;
    offset += block.size;
    yield { text, isLast: offset === stored.length, lineFeeds, holdsNul, countFar };
  }
}

function inflateOne(
  by: BlockInflater,
  stored: Buffer,
  { offset, size, inflatedSize }: { offset: number; size: number; inflatedSize: number },
): Buffer {
  try {
    return by.inflate(stored, offset, size, inflatedSize);
  } catch (cause) {
    throw new DamagedBlock(offset, offset + size, { cause });
  }
}
