import { readBgzfBlock } from "./bgzf-block.ts";
import { makeBlockInflater, type BlockInflater } from "./inflate-block.ts";

export interface InflatedBlock {
  readonly text: Buffer;
  /** Offsets of the line feeds in the text. */
  lineFeeds(): Uint16Array;
}

/** Made when the first block is inflated, for this thread. */
let inflater: BlockInflater | null = null;

/**
 * Inflates whole BGZF blocks in a row, one at a time on the calling thread: while a text of 64 KiB is scanned it lies in the
 * cache of its processor. Each text is valid until the next is asked for, here or by another caller. Throws when a block
 * does not inflate to what it says; its checksum is part of that.
 */
export function* inflateBlocks(bytes: Uint8Array): Generator<InflatedBlock> {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  inflater ??= makeBlockInflater();
  for (let offset = 0; offset < stored.length;) {
    const block = readBgzfBlock(stored, offset);
    if (typeof block === "string") throw new RangeError("no whole block");
    const text = inflater.inflate(stored, offset, block.size, block.inflatedSize);
    const { lineFeeds } = inflater;
    yield { text, lineFeeds };
    offset += block.size;
  }
}
