import type { ByteSource } from "../io/byte-source.ts";
import { openText } from "../io/open-text.ts";
import { openTable } from "../io/open-table.ts";
import { nearest } from "../model/nearest.ts";
import { makeProblem, type Problem, type ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { sheetColumns } from "./sheet-columns.ts";

/** One row: the cells that are not empty, by column. */
export interface SheetRow {
  /** 1-based line of the sheet. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a sample sheet, CSV or TSV by its content, whole: it is a list, not data. Throws Refusal "input" for what is no table,
 * for columns that are not known (each with the nearest known one) and for required ones that are missing.
 */
export async function readSampleSheet(
  source: ByteSource,
  report: ReportProblem,
): Promise<readonly SheetRow[]> {
  const opened = await openText(source, { report });
  try {
    const table = await openTable(opened, { report, strict: false, fillRows: true });
    checkColumns(table.columns, { file: source.name, line: table.headerLine });
    const rows: SheetRow[] = [];
    for await (const block of table.rows()) {
      for (const { line, cells } of block) {
        const pairs = table.columns.map(
          (column, index) => [column, cells[index]?.trim() ?? ""] as const,
        );
        rows.push({ line, cells: new Map(pairs.filter(([, cell]) => cell !== "")) });
      }
    }
    return rows;
  } finally {
    await opened.close();
  }
}

function checkColumns(columns: readonly string[], where: { file: string; line: number }): void {
  const known = sheetColumns.map(({ name }) => name);
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column) => {
      const [close] = nearest(column, known, 1);
      const hint = `Known: ${known.join(", ")}.`;
      return makeProblem("sheet-column-unknown", "error", `column "${column}" is not known`, {
        where: { ...where, column: columns.indexOf(column) + 1 },
        hint: close === undefined ? hint : `Did you mean ${close}?`,
      });
    });
  const missing: Problem[] = sheetColumns
    .filter(({ name, required }) => required && !columns.includes(name))
    .map(({ name }) =>
      makeProblem("sheet-column-missing", "error", `the sheet has no column "${name}"`, { where }),
    );
  if (unknown.length + missing.length > 0) throw new Refusal("input", [...missing, ...unknown]);
}
