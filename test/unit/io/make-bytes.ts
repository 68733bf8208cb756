import { crc32, deflateRawSync } from "node:zlib";

/** Chunks as a stream hands them out. */
export async function* streamOf(
  ...chunks: readonly (string | Uint8Array)[]
): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

/** The text of everything that an iterable yields. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString("latin1");
}

/** Cuts bytes at the given places, which may repeat. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [0, ...[...places].sort((a, b) => a - b), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.subarray(sorted[index], end));
}

/** The empty block that ends a BGZF file (SAM specification, 4.1.2). */
export const endMarker = Buffer.from(
  "1f8b08040000000000ff0600424302001b0003000000000000000000",
  "hex",
);

/** BGZF with an end marker, in blocks of at most `blockSize` bytes of text. */
export function makeBgzf(text: string, blockSize = 1000): Buffer {
  return Buffer.concat([...makeBlocks(text, blockSize), endMarker]);
}

/** The blocks of BGZF without an end marker. */
export function makeBlocks(text: string, blockSize = 1000): Buffer[] {
  const bytes = Buffer.from(text);
  const blocks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += blockSize) {
    blocks.push(makeBlock(bytes.subarray(start, start + blockSize)));
  }
  return blocks;
}

function makeBlock(text: Buffer): Buffer {
  const data = deflateRawSync(text);
  const head = Buffer.from("1f8b08040000000000ff0600424302000000", "hex");
  head.writeUInt16LE(head.length + data.length + 8 - 1, 16);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(text), 0);
  tail.writeUInt32LE(text.length, 4);
  return Buffer.concat([head, data, tail]);
}
