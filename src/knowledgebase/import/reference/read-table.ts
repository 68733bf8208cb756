import { refuse } from "../../../model/refusal.ts";

export interface SourceText {
  /** Base name, for messages. */
  readonly name: string;
  readonly text: string;
}

/** One line of a table; `get` answers the cell of a column without its quotes. */
export interface TableRow {
  readonly line: number;
  get(column: string): string;
}

/**
 * Rows of a tab-separated table with a header line, whose `#` and blanks are ignored. Cells may stand in double quotes; a cell
 * never holds a tab or a line break. Throws a Refusal when a required column is missing.
 */
export function readTable(source: SourceText, columns: readonly string[]): TableRow[] {
  const [header = "", ...lines] = source.text.split(/\r?\n/);
  const places = new Map(splitHeader(header).map((name, index) => [name, index]));
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length > 0) {
    throw refuse("input", "column-missing", `${source.name}: no column ${missing.join(", ")}.`, {
      where: { file: source.name, line: 1 },
    });
  }
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    const cells = line.split("\t");
    const get = (column: string): string => unquote(cells[places.get(column) ?? -1] ?? "");
    return [{ line: index + 2, get }];
  });
}

/** Column names of a header line. */
export function splitHeader(header: string): string[] {
  return header
    .replace(/^#\s*/, "")
    .split("\t")
    .map((name) => unquote(name.trim()));
}

function unquote(cell: string): string {
  return cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
}
