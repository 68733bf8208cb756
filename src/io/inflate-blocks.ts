import { gunzipSync } from "node:zlib";
import { readBgzfBlock } from "./bgzf-block.ts";

/**
 * Inflates whole BGZF blocks in a row, one at a time on the calling thread: while a text of 64 KiB is scanned it lies in the
 * cache of its processor. Each text is valid until the next is asked for. Throws an error of zlib, or a RangeError, when
 * a block does not inflate to what it says; its checksum is part of that.
 */
export function* inflateBlocks(bytes: Uint8Array): Generator<Buffer> {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0; offset < stored.length;) {
    const block = readBgzfBlock(stored, offset);
    if (typeof block === "string") throw new RangeError("no whole block");
    const room = block.inflatedSize + 64;
    const text = gunzipSync(stored.subarray(offset, offset + block.size), {
      chunkSize: room,
      maxOutputLength: room,
    });
    if (text.length !== block.inflatedSize)
      throw new RangeError("another size than the block says");
    offset += block.size;
    yield text;
  }
}
