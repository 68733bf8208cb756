import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, peekTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import { makeProblem, type Problem, type ProblemWhere } from "../../model/problem.ts";
import { refuse, Refusal } from "../../model/refusal.ts";
import { chooseTableSample } from "./choose-table-sample.ts";
import type { OpenTableOf } from "./combined-output.ts";
import type { SampledFile } from "../own-sample.ts";
import { findSampleOfRow } from "./sample-columns.ts";
import { showText } from "../show-text.ts";
import { makeNumberReader } from "./table-number.ts";
import { makeRefusedRows } from "./table-refused-rows.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../evidence-reader.ts";

/** One row of a table, by the names of its columns. */
export interface NamedCells {
  /** 1-based. */
  readonly line: number;
  /** The cell without spaces around it; empty where the table has no such column. Names are compared without case. */
  text(column: string): string;
  /** As `text`, with decimal points: where no comma separates the columns, one between digits is decimal. Throws Refusal "input" for both in one table. */
  withPoints(column: string): string;
  /** The number in the cell; null where it is missing. Throws Refusal "input" for what is no number. */
  number(column: string): number | null;
  /** For a problem of the cell. */
  where(column: string): ProblemWhere;
}

export interface EvidenceFormat<Row extends { readonly line: number }> {
  readonly id: string;
  /** Key of such files in a case file. */
  readonly key: SampledFile["key"];
  /** Columns without which the table is not of the format. */
  readonly required: readonly string[];
  /** Opens a file that is no plain table; absent: `openTable`. */
  readonly open?: OpenTableOf;
  /** Throws Refusal "input" for a row that cannot be read; an empty list sets the row aside. */
  read(cells: NamedCells): readonly Row[];
  /** Called once with all rows that were read, where one is judged by the others; gives those that are kept. */
  settle?(
    rows: readonly Row[],
    refusing: { readonly file: string; refuseRow(problem: Problem): void },
  ): readonly Row[];
}

/** True when the head of a text is a table with all of these columns, compared without case. */
export function hasColumns(head: string, required: readonly string[]): boolean {
  const table = peekTable(head);
  if (table === null) return false;
  const columns = new Set(table.columns.map((name) => name.toLowerCase()));
  return required.every((name) => columns.has(name.toLowerCase()));
}

/**
 * Reads a table with named columns whole. A row that cannot be read is refused alone, and refuses the file when strict.
 * Throws Refusal "input" for what is no such table, and for one of which no row can be read.
 */
export async function readEvidenceTable<Row extends { readonly line: number }>(
  source: ByteSource,
  format: EvidenceFormat<Row>,
  options: EvidenceReadOptions,
): Promise<EvidenceTable<Row>> {
  const text = await openText(source, options);
  const file = text.name;
  const { open = openTable } = format;
  const table = await open(text, { ...options, asked: options });
  const places = new Map(table.columns.map((name, index) => [name.toLowerCase(), index]));
  const lacking = format.required.filter((name) => !places.has(name.toLowerCase()));
  if (lacking.length > 0) {
    throw refuse("input", "columns-missing", `the table lacks the column ${lacking.join(", ")}`, {
      where: { file, line: table.headerLine },
      hint: `The columns are ${table.columns.slice(0, 5).map(showText).join(", ")}.`,
    });
  }
  const numbers = makeNumberReader(file, table);
  const refused = makeRefusedRows(options);
  const rows: Row[] = [];
  const all: TableRow[] = [];
  for await (const block of table.rows()) all.push(...block);
  const chosen = chooseTableSample(all, findSampleOfRow(table.columns), {
    ...options,
    where: { file },
    kind: format.key,
    key: format.key,
  });
  let setAside = reportOtherSamples(all.length - chosen.rows.length, file, options);
  for (const { cells, line } of chosen.rows) {
    const column = (name: string): number => places.get(name.toLowerCase()) ?? -1;
    const named: NamedCells = {
      line,
      text: (name) => (cells[column(name)] ?? "").trim(),
      withPoints: (name) =>
        numbers.withPoints((cells[column(name)] ?? "").trim(), line, column(name)),
      number: (name) => {
        const value = numbers.read(cells[column(name)] ?? "", line, column(name));
        return Number.isNaN(value) ? null : value;
      },
      where: (name) => ({ file, line, column: column(name) + 1 }),
    };
    const found = takeRow(() => format.read(named), refused.add);
    if (found === null) continue;
    if (found.length === 0) setAside += 1;
    rows.push(...found);
  }
  numbers.finish(options.report);
  const kept = format.settle?.(rows, { file, refuseRow: refused.add }) ?? rows;
  const counts = {
    read: kept.length + refused.count() + setAside,
    refused: refused.count(),
    setAside,
  };
  refuseWithoutRows(file, counts, { ...options, first: refused.first() });
  return { file, format: format.id, rows: kept, counts, digest: text.digest() };
}

function reportOtherSamples(
  count: number,
  file: string,
  { report }: Pick<EvidenceReadOptions, "report">,
): number {
  if (count > 0) {
    const message = `rows of other samples were set aside: ${count}`;
    report(makeProblem("rows-of-other-samples", "notice", message, { where: { file } }));
  }
  return count;
}

/** Null when the row was refused alone. */
export function takeRow<Row>(
  read: () => readonly Row[],
  refuseRow: (problem: Refusal["problems"][number]) => void,
): readonly Row[] | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [problem] = error.problems;
    if (problem === undefined) throw error;
    refuseRow(problem);
    return null;
  }
}

/** A file of which nothing could be read is refused; one that has no rows is told. */
export function refuseWithoutRows(
  file: string,
  { read, refused }: EvidenceTable["counts"],
  { report, first }: Pick<EvidenceReadOptions, "report"> & { readonly first: Problem | null },
): void {
  if (read === 0) {
    report(makeProblem("table-no-rows", "warning", "the table has no rows", { where: { file } }));
  } else if (read === refused) {
    throw refuse("input", "table-no-rows", "no row of the table could be read", {
      where: first?.where ?? { file },
      ...(first === null
        ? {}
        : { hint: `The first: ${first.message}. ${first.hint ?? ""}`.trim() }),
    });
  }
}
