/**
 * Where everything lies in the fixed memory of the module. AssemblyScript, not TypeScript: `npm run build:inflate`
 * compiles it. An entry of a decoding table is 32 bits wide:
 *
 *     31      literal
 *     16..30  the literal, the base of a length or distance, or the start of a subtable
 *     15      anything but a literal, length or distance; with 14 a subtable, with 13 the end of the block
 *     8..11   bits of the code itself; of a link: index bits of the subtable
 *     0..5    bits of the code and of the extra bits behind it
 */
export const isSpecial: u32 = 0x8000;
export const isLink: u32 = 0x4000;
export const isEnd: u32 = 0x2000;

/** Index bits and entries of the tables. A code whose subtables do not fit is refused, which leaves it to node:zlib. */
export const literalBits: u32 = 10;
export const literalEntries: u32 = 2560;
export const distanceBits: u32 = 8;
export const distanceEntries: u32 = 512;
export const lengthBits: u32 = 7;
export const lengthEntries: u32 = 128;

export const literalTable = memory.data(2560 * 4, 16);
export const distanceTable = memory.data(512 * 4, 16);
export const lengthTable = memory.data(128 * 4, 16);

/** Entries by symbol, without the bits of their codes. */
export const literalSymbols = memory.data(288 * 4, 16);
export const distanceSymbols = memory.data(32 * 4, 16);
export const lengthSymbols = memory.data(19 * 4, 16);

/** Code lengths by symbol, with room for a run of 138 that is written 16 at a time. */
export const codeLengths = memory.data(512, 16);

/** By distance below 16: which of the bytes before are repeated in 16 bytes, and how many of these are whole repeats. */
export const patterns = memory.data(16 * 16, 16);
export const strides = memory.data(16, 16);

/** Behind the input a refill may read, behind the output a copy may write, before its block is refused. */
export const largest: u32 = 65536;
export const input = memory.data(65536 + 128, 16);
/** Before the output there is room for what of an earlier text goes on in the next. */
export const largestKept: usize = 65536;
const outputRoom = memory.data(65536 + 65536 + 1024, 16);
export const output = outputRoom + largestKept;

/** The text with its first bytes folded into the later ones, and before it the register of the checksum among zeros. */
export const farthestFold: u32 = 3006;
const beforeFolded: usize = 3008;
const foldedRoom = memory.data(3008 + 65536 + 128, 16);
export const folded = foldedRoom + beforeFolded;

/** Offsets of line feeds in the text, 16 bits each. */
export const lineFeeds = memory.data(65536 * 2, 16);

/** First column of the lines that `countFar` passes. */
export const largestName: u32 = 256;
export const firstColumn = memory.data(256, 16);

/** Fills what never changes: lengths and distances with their extra bits (RFC 1951, 3.2.5), the patterns, and the register. */
export function prepare(): void {
  // CRC-32 begins with a register of ones (RFC 1952, 8): they fold into the first four bytes, and into nothing else.
  store<u32>(folded - farthestFold, 0xffffffff);
  for (let symbol: u32 = 0; symbol < 256; symbol++) {
    store<u32>(literalSymbols + symbol * 4, 0x80000000 | (symbol << 16));
  }
  store<u32>(literalSymbols + 256 * 4, isSpecial | isEnd);
  let base: u32 = 3;
  for (let symbol: u32 = 257; symbol < 285; symbol++) {
    const extra: u32 = symbol < 265 ? 0 : (symbol - 261) >> 2;
    store<u32>(literalSymbols + symbol * 4, (base << 16) | extra);
    base += 1 << extra;
  }
  store<u32>(literalSymbols + 285 * 4, 258 << 16);
  store<u32>(literalSymbols + 286 * 4, isSpecial);
  store<u32>(literalSymbols + 287 * 4, isSpecial);
  base = 1;
  for (let symbol: u32 = 0; symbol < 30; symbol++) {
    const extra: u32 = symbol < 4 ? 0 : (symbol - 2) >> 1;
    store<u32>(distanceSymbols + symbol * 4, (base << 16) | extra);
    base += 1 << extra;
  }
  store<u32>(distanceSymbols + 30 * 4, isSpecial);
  store<u32>(distanceSymbols + 31 * 4, isSpecial);
  for (let symbol: u32 = 0; symbol < 19; symbol++) {
    store<u32>(lengthSymbols + symbol * 4, symbol << 16);
  }
  for (let distance: u32 = 1; distance < 16; distance++) {
    for (let at: u32 = 0; at < 16; at++) store<u8>(patterns + distance * 16 + at, at % distance);
    store<u8>(strides + distance, 16 - (16 % distance));
  }
}
