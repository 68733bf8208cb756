import { makeProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import type { TableOptions } from "./read-table-lines.ts";
import type { TableRow } from "./table-row.ts";

/** Drops blank rows, and refuses the first row that is longer or shorter than the header. */
export function screenRows(
  rows: readonly TableRow[],
  table: { file: string; columns: number; options: TableOptions },
): readonly TableRow[] {
  const { file, columns, options } = table;
  const present = rows.filter((row) => !isBlank(row));
  const filled = options.fillRows === true ? fillRows(present, table) : present;
  const isWrong = (row: TableRow): boolean => row.cells.length !== columns;
  for (const { cells, line } of filled.filter(isWrong)) {
    const message = `the row is not as long as the header; cells: ${cells.length}, columns: ${columns}`;
    const where = { file, line };
    if (options.refuseRow === undefined) throw refuse("input", "row-length", message, { where });
    options.refuseRow(makeProblem("row-length", "error", message, { where }));
  }
  const kept = options.refuseRow === undefined ? filled : filled.filter((row) => !isWrong(row));
  const blank = present.length < rows.length ? rows.find(isBlank) : undefined;
  if (blank !== undefined) {
    const where = { file, line: blank.line };
    options.report(makeProblem("blank-row", "notice", "a blank row was passed over", { where }));
  }
  return kept;
}

function fillRows(
  rows: readonly TableRow[],
  { file, columns, options }: { file: string; columns: number; options: TableOptions },
): readonly TableRow[] {
  const isShort = ({ cells }: TableRow): boolean =>
    cells.length < columns && (cells.at(-1) ?? "") !== "";
  const short = rows.filter(isShort);
  const [first] = short;
  if (first === undefined) return rows;
  const message = `rows end early, and what they leave out was read as empty; cells: ${first.cells.length}, columns: ${columns}`;
  const problem = makeProblem("row-filled", "notice", message, {
    where: { file, line: first.line },
  });
  options.report({ ...problem, count: short.length });
  return rows.map((row) => {
    if (!isShort(row)) return row;
    const missing = columns - row.cells.length;
    return { ...row, cells: [...row.cells, ...Array<string>(missing).fill("")] };
  });
}

function isBlank({ cells }: TableRow): boolean {
  return cells[0]?.trim() === "" && cells.every((cell) => cell.trim() === "");
}
