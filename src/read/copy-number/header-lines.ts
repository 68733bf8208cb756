import { refuse } from "../../model/refusal.ts";

/** Lines that stand before a table and belong to none of its columns. */
export interface HeaderLines {
  readonly name: string;
  /** Filled while the text is read. */
  readonly lines: string[];
}

/** Sequence dictionaries of real files stay below 300 KB. */
const headerLimit = 4 << 20;
const lineFeed = 0x0a;

/**
 * The text with its first lines emptied where they begin with `@` (a SAM header, as GATK writes it) or `##`, so that what follows is a
 * table and keeps its line numbers. Throws Refusal "input" when they are larger than 4 MiB.
 */
export async function* emptyHeaderLines(
  chunks: AsyncIterable<Buffer>,
  header: HeaderLines,
): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let size = 0;
  let isHeader = true;
  for await (const chunk of chunks) {
    if (!isHeader) {
      yield chunk;
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const end = held.indexOf(lineFeed);
      if (!isHeaderLine(held)) {
        isHeader = held.length < 2;
        break;
      }
      if (end === -1) break;
      header.lines.push(held.toString("utf8", 0, end));
      size += end;
      held = held.subarray(end + 1);
      yield Buffer.from("\n");
    }
    if (size + held.length > headerLimit && isHeader) throw tooLarge(header.name);
    if (isHeader) continue;
    yield held;
    held = Buffer.alloc(0);
  }
  if (held.length > 0) yield held;
}

/** The text behind the header lines of the beginning of a file. */
export function skipHeaderLines(head: string): string {
  let from = 0;
  while (head.startsWith("@", from) || head.startsWith("##", from)) {
    const end = head.indexOf("\n", from);
    if (end === -1) return "";
    from = end + 1;
  }
  return head.slice(from);
}

function isHeaderLine(bytes: Buffer): boolean {
  return bytes[0] === 0x40 || (bytes[0] === 0x23 && bytes[1] === 0x23);
}

function tooLarge(name: string): Error {
  return refuse("input", "header-too-large", "the lines before the table are larger than 4 MiB", {
    where: { file: name },
  });
}
