import type { ChalkInstance } from "chalk";
import { cutToWidth, displayWidth, padToWidth, wrapToWidth } from "./display-width.ts";
import { visible } from "./terminal.ts";

export interface TableStyle {
  readonly paint: ChalkInstance;
  /** Longest line in columns of a terminal; null for any. */
  readonly width: number | null;
  /** Colors a padded cell. */
  readonly paintCell?: (cell: string, column: number) => string;
}

export interface Column {
  readonly title: string;
  /** Numbers stand at the right, and are never shortened. */
  readonly align?: "right";
  /** Columns of the terminal below which it is not shortened. */
  readonly keep?: number;
}

type Row = readonly string[];

const gap = "  ";

/**
 * Rows under titles, in columns as wide as their widest cell; the last column is not padded. Where a line would be longer than
 * `width`, the widest columns are shortened; where that is not enough, each row is written over several lines, and nothing of it
 * is left out. Control characters are made visible.
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly Row[],
  style: TableStyle,
): string {
  const cells = rows.map((row) => row.map(visible));
  const natural = columns.map(({ title }, at) =>
    Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[at] ?? ""))),
  );
  const { width } = style;
  const widths = width === null ? natural : shorten(natural, columns, width);
  const lines =
    width === null || lengthOf(widths) <= width
      ? alignRows(columns, cells, widths, style)
      : cells.flatMap((row) => stackRow(columns, row, natural, { ...style, width }));
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function alignRows(
  columns: readonly Column[],
  cells: readonly Row[],
  widths: readonly number[],
  { paint, paintCell = (cell) => cell }: TableStyle,
): string[] {
  const pad = (whole: string, at: number): string => {
    const cell = cutToWidth(whole, widths[at] ?? 0);
    if (columns[at]?.align === "right") return padToWidth(cell, widths[at] ?? 0, "start");
    return at === columns.length - 1 ? cell : padToWidth(cell, widths[at] ?? 0, "end");
  };
  const titles = columns.map(({ title }, at) => paint.bold(pad(title, at)));
  return [titles, ...cells.map((row) => row.map((cell, at) => paintCell(pad(cell, at), at)))].map(
    (line) => line.join(gap),
  );
}

/** The first two cells of a row, and under them the others behind their titles; empty ones are left out. */
function stackRow(
  columns: readonly Column[],
  row: Row,
  natural: readonly number[],
  { width, paintCell = (cell) => cell }: TableStyle & { readonly width: number },
): string[] {
  const [first = "", second = "", ...others] = row;
  const isNarrow = (natural[0] ?? 0) <= width / 4;
  const indent = isNarrow ? (natural[0] ?? 0) + gap.length : gap.length;
  const wrap = (text: string): string[] => wrapToWidth(text, Math.max(1, width - indent));
  const details = others
    .map((cell, at) => (cell === "" ? "" : `${columns[at + 2]?.title}: ${cell}`))
    .filter((text) => text !== "")
    .join("; ");
  const under = [second, details].filter((text) => text !== "").flatMap(wrap);
  const indented = under.map((line) => `${" ".repeat(indent)}${line}`);
  if (!isNarrow) return [...wrapToWidth(first, width), ...indented];
  const head = `${paintCell(padToWidth(first, indent - gap.length, "end"), 0)}${gap}`;
  return [`${head}${under[0] ?? ""}`, ...indented.slice(1)];
}

const narrowest = 8;

/** Takes one character at a time from the widest column that may lose one, until all fit or none may. */
function shorten(widths: readonly number[], columns: readonly Column[], width: number): number[] {
  const fitted = [...widths];
  for (let excess = lengthOf(fitted) - width; excess > 0; excess -= 1) {
    const room = fitted.map((each, at) => {
      const { align, keep = narrowest } = columns[at] ?? {};
      return align !== "right" && each > keep ? each : 0;
    });
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    fitted[widest] = (fitted[widest] ?? 0) - 1;
  }
  return fitted;
}

/** Of a line with all columns. */
function lengthOf(widths: readonly number[]): number {
  return widths.reduce((all, each) => all + each, 0) + (widths.length - 1) * gap.length;
}
