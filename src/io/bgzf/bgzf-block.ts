/** The BGZF block: a gzip member of at most 64 KiB whose header tells its own length (SAM specification, 4.1). */

/** An empty block that ends every complete file, so that a cut at a block boundary is seen. */
const endMarkerSize = 28;

/** A gzip member by deflate with extra fields and nothing else. */
const magic = [0x1f, 0x8b, 0x08, 0x04];
/** Bytes of a header up to the first extra subfield. */
const fixedHeaderSize = 12;
const smallestBlock = 26;
const largestInflated = 65536;

/** One whole block in a buffer. */
export interface BgzfBlock {
  /** Stored bytes, header and trailer included. */
  readonly size: number;
  /** Bytes that it inflates to, as its trailer says. */
  readonly inflatedSize: number;
}

/**
 * The block that starts at `offset`; "incomplete" when the buffer ends before it does, "corrupt" when there is
 * no BGZF block.
 */
export function readBgzfBlock(bytes: Buffer, offset: number): BgzfBlock | "incomplete" | "corrupt" {
  const available = bytes.length - offset;
  for (let index = 0; index < magic.length && index < available; index++) {
    if (bytes[offset + index] !== magic[index]) return "corrupt";
  }
  if (available < fixedHeaderSize) return "incomplete";
  const extraEnd = fixedHeaderSize + bytes.readUInt16LE(offset + 10);
  if (available < extraEnd) return "incomplete";
  const size = findBlockSize(bytes.subarray(offset + fixedHeaderSize, offset + extraEnd));
  if (size === null || size < smallestBlock || size < extraEnd + 8) return "corrupt";
  if (available < size) return "incomplete";
  const inflatedSize = bytes.readUInt32LE(offset + size - 4);
  return inflatedSize > largestInflated ? "corrupt" : { size, inflatedSize };
}

/** True for the block that `bgzip` writes last. */
export function isEndMarker(block: BgzfBlock): boolean {
  return block.inflatedSize === 0 && block.size === endMarkerSize;
}

/** BSIZE + 1 of the BC subfield; null when there is none. */
function findBlockSize(extra: Buffer): number | null {
  let offset = 0;
  while (offset + 4 <= extra.length) {
    const length = extra.readUInt16LE(offset + 2);
    const isSize = extra[offset] === 0x42 && extra[offset + 1] === 0x43 && length === 2;
    if (isSize && offset + 6 <= extra.length) return extra.readUInt16LE(offset + 4) + 1;
    offset += 4 + length;
  }
  return null;
}
