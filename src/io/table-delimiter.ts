/** Characters that may separate the cells of a table, and what messages call them. */
export const delimiters = [
  { text: "\t", name: "tab" },
  { text: ",", name: "comma" },
  { text: ";", name: "semicolon" },
] as const;

export type Delimiter = (typeof delimiters)[number];

/**
 * The delimiter that a first line `sep=;` declares, as spreadsheets write it; null when the line is
 * no such line.
 */
export function declaredDelimiter(line: string): Delimiter | null {
  const match = /^"?sep=(.)"?$/i.exec(line);
  return delimiters.find(({ text }) => text === match?.[1]) ?? null;
}

/**
 * The delimiter of a table by its header line, and by its first data line where the header leaves a
 * choice: the one that cuts both into equally many cells, else the one that cuts the header into most.
 * Null when the header has one cell only.
 */
export function sniffDelimiter(header: string, firstRow: string | undefined): Delimiter | null {
  const candidates = delimiters
    .map((delimiter) => ({ delimiter, count: countOutsideQuotes(header, delimiter.text) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const agreeing = candidates.find(
    ({ delimiter, count }) =>
      firstRow !== undefined && countOutsideQuotes(firstRow, delimiter.text) === count,
  );
  return (agreeing ?? candidates[0])?.delimiter ?? null;
}

function countOutsideQuotes(line: string, character: string): number {
  let count = 0;
  let quoted = false;
  for (const each of line) {
    if (each === '"') quoted = !quoted;
    else if (each === character && !quoted) count += 1;
  }
  return count;
}
