import { readBgzfBlock } from "./bgzf-block.ts";
import {
  makeBlockInflater,
  type BlockInflater,
  type FarPlaces,
  type StoredBlock,
} from "./inflate-block.ts";

export interface InflatedBlock {
  /** Behind what was kept of the texts before it. */
  readonly text: Buffer;
  /** True for the last of those that were given. */
  readonly isLast: boolean;
  /** Offsets of the line feeds in the text, behind what was kept, or in the first `end` bytes of it. */
  lineFeeds(end?: number): Uint16Array;
  /** True where the text, behind what was kept, holds a byte of 0. */
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
 * block does not inflate to what it says; its checksum is part of that. `kept`: how many of the last bytes of a text, at most
 * `mostKept`, are to stand before the next; asked before each.
 */
export function* inflateBlocks(
  bytes: Uint8Array,
  kept: () => number = () => 0,
): Generator<InflatedBlock> {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  inflater ??= makeBlockInflater();
  for (let offset = 0; offset < stored.length;) {
    const block = readBgzfBlock(stored, offset);
    if (typeof block === "string") throw new RangeError("no whole block");
    const text = inflateOne(inflater, { stored, offset, ...block }, kept());
    const { lineFeeds, holdsNul, countFar } = inflater;
    offset += block.size;
    yield { text, isLast: offset === stored.length, lineFeeds, holdsNul, countFar };
  }
}

function inflateOne(by: BlockInflater, block: StoredBlock, kept: number): Buffer {
  try {
    return by.inflate(block, kept);
  } catch (cause) {
    throw new DamagedBlock(block.offset, block.offset + block.size, { cause });
  }
}
