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

/** Text of FILTER of the line that starts here; null when the line ends before it does. */
export function readFilter(block: Buffer, start: number): string | null {
  const refEnd = skipColumns(block, start, 4);
  return refEnd === null ? null : readFilterBehindRef(block, refEnd);
}

/** The same, from the tab behind REF on. */
export function readFilterBehindRef(block: Buffer, refEnd: number): string | null {
  const qualEnd = skipColumns(block, refEnd + 1, 2);
  if (qualEnd === null) return null;
  const end = findTab(block, qualEnd + 1);
  return block[end] === tab ? block.toString("utf8", qualEnd + 1, end) : null;
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

const bases = new Set(Buffer.from("ACGTNacgtn,", "latin1"));

/** True when ALT of the line that starts here names bases and nothing else. */
export function hasPlainAlts(line: Buffer): boolean {
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
