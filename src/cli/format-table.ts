import type { ChalkInstance } from "chalk";
import { visible } from "./terminal.ts";

export interface TableStyle {
  readonly paint: ChalkInstance;
  /** Longest line; null for any. */
  readonly width: number | null;
  /** Colors a padded cell. */
  readonly paintCell?: (cell: string, column: number) => string;
}

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: "right";
  /** Characters below which it is not shortened. */
  readonly keep?: number;
}

/**
 * Rows under titles, in columns as wide as their widest cell; the last column is not padded. Where a line would be longer than
 * `width`, the widest columns are shortened. Control characters are made visible.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { paint, width, paintCell = (cell) => cell }: TableStyle,
): string {
  const cells = rows.map((row) => row.map((cell) => visible(cell).replaceAll("\n", " ")));
  const natural = columns.map(({ title }, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const widths =
    width === null ? natural : shorten(natural, columns, width - (columns.length - 1) * 2);
  const pad = (whole: string, at: number): string => {
    const limit = widths[at] ?? 0;
    const cell = whole.length > limit ? `${whole.slice(0, limit - 1)}…` : whole;
    if (columns[at]?.align === "right") return cell.padStart(widths[at] ?? 0);
    return at === columns.length - 1 ? cell : cell.padEnd(widths[at] ?? 0);
  };
  const line = (row: readonly string[], color: (cell: string, at: number) => string): string =>
    row
      .map((cell, at) => color(pad(cell, at), at))
      .join("  ")
      .trimEnd();
  return [
    line(
      columns.map(({ title }) => title),
      (cell) => paint.bold(cell),
    ),
    ...cells.map((row) => line(row, paintCell)),
  ]
    .map((text) => `${text}\n`)
    .join("");
}

const narrowest = 8;

/** Takes one character at a time from the widest column that may lose one, until all fit or none may. */
function shorten(widths: readonly number[], columns: readonly Column[], total: number): number[] {
  const fitted = [...widths];
  for (let excess = fitted.reduce((all, each) => all + each, 0) - total; excess > 0; excess -= 1) {
    const room = fitted.map((width, at) => (width > (columns[at]?.keep ?? narrowest) ? width : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
  }
  return fitted;
}
