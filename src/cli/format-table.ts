import type { ChalkInstance } from "chalk";
import { visible } from "./terminal.ts";

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: "right";
}

/**
 * Rows under titles, in columns as wide as their widest cell; the last column is not padded. Control characters are made visible.
 * `paintCell` may color a padded cell.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: ChalkInstance,
  paintCell: (cell: string, column: number) => string = (cell) => cell,
): string {
  const cells = rows.map((row) => row.map((cell) => visible(cell).replaceAll("\n", " ")));
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const pad = (cell: string, at: number): string => {
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
