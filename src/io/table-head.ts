import { refuse } from "../model/refusal.ts";
import type { LineBlock } from "./read-table-lines.ts";
import { declaredDelimiter, sniffDelimiter, type Delimiter } from "./table-delimiter.ts";

/** The lines of a table from its header on. */
export interface TableHead {
  readonly block: LineBlock;
  /** Null when the header has one column. */
  readonly delimiter: Delimiter | null;
}

/**
 * Takes blocks until the header and a line after it are there, for a pipe may give them one by one. Null when
 * the table has no line that is not blank.
 */
export async function readTableHead(
  blocks: AsyncGenerator<LineBlock>,
  comments: boolean,
): Promise<TableHead | null> {
  let merged: LineBlock = { firstLine: 1, texts: [], ended: true };
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) return findTableHead(merged, comments);
    const { texts, ended } = next.value;
    merged = { firstLine: 1, texts: [...merged.texts, ...texts], ended };
    const head = findTableHead(merged, comments);
    if (head !== null && head.block.texts.length > 1) return head;
  }
}

/**
 * Passes over blank lines, a `sep=` line and, where there may be `comments`, lines that begin with `#`; what is left begins with
 * the header. Null when nothing is left.
 */
export function findTableHead(block: LineBlock, comments = false): TableHead | null {
  let declared: Delimiter | null = null;
  for (const [index, raw] of block.texts.entries()) {
    const text = raw.trim();
    if (text === "" || (comments && text.startsWith("#"))) continue;
    const delimiter: Delimiter | null = declared === null ? declaredDelimiter(text) : null;
    if (delimiter === null) {
      const texts = block.texts.slice(index);
      return {
        block: { firstLine: block.firstLine + index, texts, ended: block.ended },
        delimiter: declared ?? sniffDelimiter(raw, texts[1]),
      };
    }
    declared = delimiter;
  }
  return null;
}

/** Column names without surrounding spaces. Throws Refusal "input" when two are the same, naming both places. */
export function nameColumns(
  cells: readonly string[],
  where: { readonly file: string; readonly line: number },
): string[] {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const before = positions.get(name);
    if (before !== undefined) {
      const column = name === "" ? "a column without a name" : `column "${name}"`;
      const message = `${column} appears twice: columns ${before} and ${index + 1}`;
      throw refuse("input", "column-twice", message, { where: { ...where, column: index + 1 } });
    }
    positions.set(name, index + 1);
  }
  return names;
}
