/** The values of one row of a matrix, and which of its samples are declared not detected. */
import type { Problem, ProblemWhere } from "../../../model/problem.ts";
import { isNotDetected, judgeDeclared } from "./detection.ts";
import type { NumberReader } from "../../tables/table-number.ts";
import type { GeneRow } from "./gene-row.ts";

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
  // `Float64Array.from` with a function takes three times as long.
  const cohort = others.length === 0 ? noCohort : new Float64Array(others.length);
  for (let index = 0; index < others.length; index += 1) {
    const column = others[index] ?? -1;
    const cell = cells[column] ?? "";
    if (isNotDetected(cell)) {
      notDetected = declare(notDetected, index + 1, others.length);
      cohort[index] = Number.NaN;
    } else cohort[index] = numbers.read(cell, line, column);
  }
  const given = cells[caseColumn] ?? "";
  const declared =
    detection === null
      ? null
      : judgeDeclared({
          detection: cells[detection] ?? "",
          value: given,
          where: { ...where, column: detection + 1 },
        });
  const isWord = isNotDetected(given);
  if (declared?.isNotDetected ?? isWord) notDetected = declare(notDetected, 0, others.length);
  // A word in place of a value that the column says was detected is none.
  const isLeftOut = isWord || declared?.isNotDetected === true;
  const value = isLeftOut ? Number.NaN : numbers.read(given, line, caseColumn);
  const measured = notDetected === undefined ? { value, cohort } : { value, cohort, notDetected };
  return { measured, problem: declared?.problem ?? null };
}

/** Notes that a sample is declared not detected; 0 is the case. */
function declare(flags: Uint8Array | undefined, sample: number, others: number): Uint8Array {
  const noted = flags ?? new Uint8Array(others + 1);
  noted[sample] = 1;
  return noted;
}

/** Of the rows of a table with one sample, which are many. */
const noCohort = new Float64Array();
