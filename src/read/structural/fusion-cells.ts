import { normalizeContig } from "../../model/contig-name.ts";
import { showText } from "../show-text.ts";
import type { Breakpoint } from "./structural-call.ts";
import { isMissing } from "../tables/table-number.ts";

/** A cell that cannot be read; its row is refused. */
export class UnreadableCell extends Error {
  readonly code: string;
  /** 0-based. */
  readonly column: number;

  constructor(code: string, message: string, column: number) {
    super(message);
    this.name = "UnreadableCell";
    this.code = code;
    this.column = column;
  }
}

/** One row by its column names. A column that the table lacks reads as missing. */
export interface Cells {
  /** Without surrounding spaces; empty where the cell says that its value is missing. */
  text(column: string): string;
  /** Null where it is missing; UnreadableCell where it is no whole number that counts. */
  count(column: string): number | null;
  /** `chr2:42301394` or `2:42301394:+`; null where it is missing. */
  place(column: string): Breakpoint | null;
  /** A chromosome in one column and a position in another. */
  placeIn(contig: string, position: string): Breakpoint | null;
}

/** Reads the cells of one row. */
export function makeCells(columns: readonly string[], cells: readonly string[]): Cells {
  const text = (column: string): string => {
    const cell = (cells[columns.indexOf(column)] ?? "").trim();
    return isMissing(cell) || cell === "." ? "" : cell;
  };
  const count = (column: string): number | null => {
    const found = text(column);
    if (found === "") return null;
    if (/^\d{1,15}$/.test(found)) return Number(found);
    const index = columns.indexOf(column);
    const message = `${showText(found)} in column ${showText(column)} is no whole number`;
    throw new UnreadableCell("fusion-number-malformed", message, index);
  };
  const placeOf = (contig: string, position: string, column: string): Breakpoint | null => {
    if (contig === "" || position === "") return null;
    if (/^\d{1,15}$/.test(position)) {
      return { contig: normalizeContig(contig) ?? contig, position: Number(position) };
    }
    const message = `${showText(position)} in column ${showText(column)} is no position`;
    throw new UnreadableCell("fusion-place-malformed", message, columns.indexOf(column));
  };
  return {
    text,
    count,
    place(column) {
      const found = text(column);
      const [contig = "", position = ""] = found.split(":");
      if (found !== "" && position === "") {
        const message = `${showText(found)} in column ${showText(column)} is no place`;
        throw new UnreadableCell("fusion-place-malformed", message, columns.indexOf(column));
      }
      return placeOf(contig, position, column);
    },
    placeIn: (contig, position) => placeOf(text(contig), text(position), position),
  };
}

/** The gene of a cell such as `ALK`, `ALK^ENSG00000171094` or `IGH@`; null for a cell that names none. */
export function readGeneName(cell: string): string | null {
  const name = (cell.split("^", 1)[0] ?? "").replace(/(?:\.g)?@.*$/, "").trim();
  return name === "" || isMissing(name) || name === "." ? null : name;
}

/** Both genes of `EML4--ALK`; either side may be empty. */
export function readGenePair(
  cell: string,
  separator: string,
): readonly [string | null, string | null] {
  const at = cell.indexOf(separator);
  if (at === -1) return [readGeneName(cell), null];
  return [readGeneName(cell.slice(0, at)), readGeneName(cell.slice(at + separator.length))];
}
