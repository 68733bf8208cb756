/** The values of one row of a matrix, and which of its samples are declared not detected. */
import type { Problem, ProblemWhere } from "../model/problem.ts";
import { isNotDetected, judgeDeclared } from "./detection.ts";
import type { GeneRow } from "./protein-table.ts";
import type { NumberReader } from "./table-number.ts";

/** Where the values of a row stand. */
export interface ValueColumns {
  readonly caseColumn: number;
  readonly cohort: readonly number[];
  /** Declares the case's protein detected or not; null where there is none. */
  readonly detection: number | null;
}

/** One row of cells, and its place. */
export interface CellRow {
  readonly cells: readonly string[];
  readonly where: ProblemWhere & { readonly line: number };
}

export interface ReadValues {
  readonly measured: Pick<GeneRow, "value" | "cohort" | "notDetected">;
  /** What the row declares and contradicts. */
  readonly problem: Problem | null;
}

/**
 * Reads a row by its columns. A cell that says `not detected`, or `below LOD`, has no value and is declared; an empty one declares
 * nothing. Throws Refusal "input" for a cell that is neither that nor a number.
 */
export function readValues(
  { cells, where }: CellRow,
  columns: ValueColumns,
  numbers: NumberReader,
): ReadValues {
  const { caseColumn, cohort: others, detection } = columns;
  const { line } = where;
  let notDetected: Uint8Array | undefined;
  const declare = (index: number): number => {
    notDetected ??= new Uint8Array(others.length + 1);
    notDetected[index] = 1;
    return Number.NaN;
  };
  const at = (column: number, index: number): number => {
    const cell = cells[column] ?? "";
    return isNotDetected(cell) ? declare(index) : numbers.read(cell, line, column);
  };
  // `Float64Array.from` with a function takes three times as long.
  const cohort = others.length === 0 ? noCohort : new Float64Array(others.length);
  for (let index = 0; index < others.length; index += 1) {
    cohort[index] = at(others[index] ?? -1, index + 1);
  }
  if (detection === null) return { measured: withFlags(at(caseColumn, 0)), problem: null };
  const value = cells[caseColumn] ?? "";
  const declared = judgeDeclared({
    detection: cells[detection] ?? "",
    value,
    where: { ...where, column: detection + 1 },
  });
  const { problem } = declared;
  if (declared.isNotDetected) return { measured: withFlags(declare(0)), problem };
  // A word in place of a value that the column says was detected is none.
  const read = isNotDetected(value) ? Number.NaN : numbers.read(value, line, caseColumn);
  return { measured: withFlags(read), problem };

  function withFlags(own: number): ReadValues["measured"] {
    const values = { value: own, cohort };
    return notDetected === undefined ? values : { ...values, notDetected };
  }
}

/** Of the rows of a table with one sample, which are many. */
const noCohort = new Float64Array();
