import { refuse } from "../model/refusal.ts";

/** Bytes of a line: longer than any record seen; shorter than what would fill the memory. */
export const longestLine = 8 << 20;

const lineFeed = 0x0a;

/**
 * Cuts text into blocks of whole lines: every block ends behind a line feed, except the last one of a text that
 * does not. Lines end in LF alone; a CR before it is the consumer's to drop. A block is a view into its chunk
 * wherever no line crosses from one chunk to the next. Throws Refusal "input" when a line is longer than the limit in bytes.
 */
export async function* splitBlocks(
  chunks: AsyncIterable<Buffer>,
  options: { readonly name: string; readonly lineLimit?: number },
): AsyncGenerator<Buffer> {
  const limit = options.lineLimit ?? longestLine;
  let carried: Buffer[] = [];
  let carriedSize = 0;
  for await (const chunk of chunks) {
    const lastEnd = chunk.lastIndexOf(lineFeed) + 1;
    let start = 0;
    if (carriedSize > 0) {
      start = lastEnd === 0 ? chunk.length : chunk.indexOf(lineFeed) + 1;
      carried.push(chunk.subarray(0, start));
      carriedSize += start;
      checkLineSize(carriedSize, options.name, limit);
      if (lastEnd === 0) continue;
      yield Buffer.concat(carried);
    }
    if (lastEnd > start) yield chunk.subarray(start, lastEnd);
    carried = lastEnd < chunk.length ? [chunk.subarray(lastEnd)] : [];
    carriedSize = chunk.length - lastEnd;
    checkLineSize(carriedSize, options.name, limit);
  }
  if (carriedSize > 0) yield Buffer.concat(carried);
}

/** Throws Refusal "input" when the bytes of one line are more than the limit. */
export function checkLineSize(size: number, name: string, limit = longestLine): void {
  if (size <= limit) return;
  const most = `${Math.floor(limit / (1 << 20))} MiB`;
  throw refuse("input", "line-too-long", `${name} holds a line of more than ${most}`, {
    where: { file: name },
  });
}
