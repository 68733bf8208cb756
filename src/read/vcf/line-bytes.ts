/** Columns of a VCF line in its bytes, without a string where none is needed. */

export const lineFeed = 0x0a;
export const tab = 0x09;
export const carriageReturn = 0x0d;

/** True when the line that starts here begins with this name and a tab. */
export function isNameAt(block: Buffer, start: number, name: Buffer): boolean {
  for (let index = 0; index < name.length; index++) {
    if (block[start + index] !== name[index]) return false;
  }
  return block[start + name.length] === tab;
}

/** The first tab or line feed, or the end of the block. */
export function findTab(block: Buffer, from: number): number {
  let index = from;
  while (index < block.length && block[index] !== tab && block[index] !== lineFeed) index += 1;
  return index;
}

/** Text of FILTER, null when the line ends before it does. */
export interface FilterReader {
  /** Of the line that starts here. */
  ofLine(block: Buffer, start: number): string | null;
  /** The same, from the tab behind REF on. */
  behindRef(block: Buffer, refEnd: number): string | null;
}

/** Places for texts of FILTER that are remembered: with a fourth of them a dozen of the names that callers write shared one. */
const rememberedFilters = 1024;
/** Bytes of the longest one: a hostile file could fill memory with them. */
const longestRemembered = 256;

/** Knows a text that was met before by its bytes: a file names its filters over and over, and decoding them was a tenth of a jump. */
export function makeFilterReader(): FilterReader {
  const remembered: { readonly bytes: Buffer; readonly text: string }[] = [];
  const decode = (block: Buffer, start: number, end: number): string => {
    const place = placeOf(block, start, end);
    const known = remembered[place];
    if (known !== undefined && isSame(block, start, end, known.bytes)) return known.text;
    const text = block.toString("utf8", start, end);
    if (end - start <= longestRemembered) {
      remembered[place] = { bytes: Buffer.from(block.subarray(start, end)), text };
    }
    return text;
  };
  const behindRef = (block: Buffer, refEnd: number): string | null => {
    const qualEnd = skipColumns(block, refEnd + 1, 2);
    if (qualEnd === null) return null;
    const end = findTab(block, qualEnd + 1);
    return block[end] === tab ? decode(block, qualEnd + 1, end) : null;
  };
  return {
    behindRef,
    ofLine(block, start) {
      const refEnd = skipColumns(block, start, 4);
      return refEnd === null ? null : behindRef(block, refEnd);
    },
  };
}

/** Of a text, by its length and three of its bytes. Texts that share a place are decoded whenever they take turns. */
function placeOf(block: Buffer, start: number, end: number): number {
  const middle = (start + end) >> 1;
  const bytes = 7 * (block[start] ?? 0) + 31 * (block[end - 1] ?? 0) + 17 * (block[middle] ?? 0);
  return (131 * (end - start) + bytes) % rememberedFilters;
}

function isSame(block: Buffer, start: number, end: number, bytes: Buffer): boolean {
  if (bytes.length !== end - start) return false;
  for (let index = 0; index < bytes.length; index++) {
    if (block[start + index] !== bytes[index]) return false;
  }
  return true;
}

/** The tab behind so many columns; null when the line has fewer. */
function skipColumns(block: Buffer, start: number, count: number): number | null {
  let end = start - 1;
  for (let column = 0; column < count; column++) {
    end = findTab(block, end + 1);
    if (block[end] !== tab) return null;
  }
  return end;
}

const bases = new Set(Buffer.from("ACGTNacgtn", "latin1"));

/** True when the line that starts here has one ALT, which names bases and nothing else. */
export function hasPlainAlt(line: Buffer): boolean {
  const refEnd = skipColumns(line, 0, 4);
  if (refEnd === null) return false;
  const end = findTab(line, refEnd + 1);
  if (end === refEnd + 1) return false;
  for (let index = refEnd + 1; index < end; index++) {
    if (!bases.has(line[index] ?? 0)) return false;
  }
  return true;
}

/** Text of INFO of a line, a character for each byte; null when the line ends before it does. */
export function readInfoBytes(line: Buffer): string | null {
  const before = skipColumns(line, 0, 7);
  if (before === null) return null;
  const end = findTab(line, before + 1);
  return line.toString("latin1", before + 1, end);
}

/** True for a line without text. */
export function isBlank(bytes: Buffer): boolean {
  return bytes.length === 0 || (bytes.length === 1 && bytes[0] === carriageReturn);
}
