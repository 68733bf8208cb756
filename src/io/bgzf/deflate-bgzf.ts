import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

/** Bytes of text in a block: what `bgzip` takes, so that a block of incompressible text still fits in 64 KiB. */
const blockText = 0xff00;

/** Header of a block up to its size: gzip, deflate, extra field of one BC subfield (SAM specification, 4.1). */
const headerStart = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0]);

const deflate = promisify<Uint8Array, Buffer>(deflateRaw);

/** Packs text as BGZF, with the empty block that ends a complete file. The same text gives the same bytes, however it is cut. */
export async function* deflateBgzf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const waiting = Buffer.allocUnsafe(blockText);
  let size = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length;) {
      const part = chunk.subarray(start, start + blockText - size);
      waiting.set(part, size);
      size += part.length;
      start += part.length;
      if (size < blockText) continue;
      yield await packBlock(waiting);
      size = 0;
    }
  }
  if (size > 0) yield await packBlock(waiting.subarray(0, size));
  yield await packBlock(waiting.subarray(0, 0));
}

async function packBlock(text: Buffer): Promise<Buffer> {
  const packed = await deflate(text);
  const rest = Buffer.alloc(8);
  rest.writeUInt32LE(crc32(text), 0);
  rest.writeUInt32LE(text.length, 4);
  const size = Buffer.alloc(2);
  size.writeUInt16LE(headerStart.length + size.length + packed.length + rest.length - 1);
  return Buffer.concat([headerStart, size, packed, rest]);
}
