/** One data row: as many cells as the header has columns, unquoted and otherwise as in the file. */
export interface TableRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}
