import { peekTable } from "../../io/open-table.ts";
import { readPlace } from "./copy-number-cells.ts";
import { findFields, listColumns, type FieldSpec } from "./copy-number-fields.ts";
import {
  readCopyNumberTable,
  type CopyNumberFormat,
  type RowContent,
} from "./copy-number-table.ts";
import { skipHeaderLines } from "./header-lines.ts";
import type { CopyNumberReader } from "../reader.ts";

export interface CopyNumberLayout extends Pick<CopyNumberFormat, "id" | "row"> {
  readonly title: string;
  readonly extensions: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** More that the header must hold, and the first row must be; columns as in the file. */
  isOwn?(columns: readonly string[], firstRow: readonly string[]): boolean;
}

/** A reader of a table that is known by the names of its columns. */
export function makeCopyNumberReader(layout: CopyNumberLayout): CopyNumberReader {
  const { id, title, extensions, fields } = layout;
  const find = (columns: readonly string[]) => findFields(columns, fields);
  return {
    id,
    title,
    input: "copy-number",
    extensions,
    columns: listColumns(fields),
    detect(head) {
      const table = peekTable(skipHeaderLines(head));
      if (table === null || find(table.columns) === null) return false;
      return layout.isOwn?.(table.columns, table.firstRow) ?? true;
    },
    read: (source, options) => readCopyNumberTable(source, { id, find, row: layout.row }, options),
  };
}

/** A row of which nothing is stated. */
export const emptyRow: RowContent = {
  place: null,
  gene: null,
  copies: null,
  mostCopies: null,
  minor: null,
  log2: null,
  call: null,
  share: null,
};

/** A segment that states a log2 ratio alone; positions are 1-based and closed. */
export const readLog2Row: CopyNumberLayout["row"] = (cells) => {
  const log2 = cells.number("log2");
  const place = readPlace(cells, 1);
  if (place === null) return "no chromosome";
  return log2 === null ? "no value" : { ...emptyRow, place, log2 };
};
