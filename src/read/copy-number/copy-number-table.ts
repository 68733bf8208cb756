import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, type OpenTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import { normalizeContig } from "../../model/contig-name.ts";
import { makeProblem, type Problem, type ProblemWhere } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import type { RowCells } from "./copy-number-cells.ts";
import type { CopyNumberField } from "./copy-number-fields.ts";
import { makeSampleChoice } from "./copy-number-sample.ts";
import type { CopyNumberRow, CopyNumberTable } from "./copy-numbers.ts";
import { emptyHeaderLines } from "./header-lines.ts";
import { makeNumberReader, type NumberReader } from "../tables/table-number.ts";
import type { OpenTableOf } from "../tables/combined-output.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { EvidenceReadOptions } from "../evidence-reader.ts";

export type RowContent = Omit<CopyNumberRow, "line">;

type Fields = ReadonlyMap<CopyNumberField, number>;

/** A format of copy numbers as `readCopyNumberTable` needs it. */
export interface CopyNumberFormat {
  readonly id: string;
  /** Opens a file that is no plain table; absent: `openTable`, behind the lines of a header. */
  readonly open?: OpenTableOf;
  /** 0-based columns by field; null for a table of another format. */
  find(columns: readonly string[]): Fields | null;
  /** Names of the sample columns of a matrix; absent where samples are no columns. The one that is read is the field `value`. */
  samples?(columns: readonly string[]): readonly string[];
  /** The row; a text sets it aside. Throws Refusal "input" when the row cannot be read. */
  row(cells: RowCells): RowContent | "no value" | "no chromosome";
  /** Decides over all rows what they state; rows that it throws Refusal "input" for are refused. Absent: each row speaks for itself. */
  settle?(rows: readonly CopyNumberRow[]): (row: CopyNumberRow) => CopyNumberRow;
}

/**
 * Reads a table of copy numbers row by row. A row that cannot be read is refused alone and counted. Throws Refusal "input" for a
 * file that cannot be used, "usage" when the sample is not decided, "identity" when the file lacks the one asked for.
 */
export async function readCopyNumberTable(
  source: ByteSource,
  format: CopyNumberFormat,
  options: EvidenceReadOptions,
): Promise<CopyNumberTable> {
  const { report } = options;
  const text = await openText(source, { report });
  const file = text.name;
  const header = { name: file, lines: [] };
  const behindHeader = { name: file, chunks: () => emptyHeaderLines(text.chunks(), header) };
  const table = await (format.open === undefined
    ? openTable(behindHeader, options)
    : format.open(text, { ...options, asked: options }));
  const fields = format.find(table.columns);
  if (fields === null) {
    throw refuse("input", "columns-missing", `the table lacks columns of ${format.id}`, {
      where: { file, line: table.headerLine },
      hint: "metaction formats lists them.",
    });
  }
  const taken = await takeRows(table, { file, fields, format, options });
  const { rows, refused, setAside } = taken;
  if (rows.length === 0) {
    const where = { file };
    if (taken.refused + taken.noChromosome > 0) {
      const why = refused > 0 ? "could be read" : "lies on a chromosome whose name is known";
      throw refuse("input", "table-no-rows", `no row of the table ${why}`, { where });
    }
    report(makeProblem("table-no-rows", "warning", "the table has no rows", { where }));
  }
  return {
    file,
    format: format.id,
    sample: taken.sample,
    contigs: readSequenceLengths(header.lines),
    rows,
    counts: { read: rows.length + refused + setAside, refused, setAside },
    digest: text.digest(),
  };
}

interface Reading {
  readonly file: string;
  readonly fields: Fields;
  readonly format: CopyNumberFormat;
  readonly options: EvidenceReadOptions;
}

interface Taken {
  readonly rows: readonly CopyNumberRow[];
  readonly sample: string | null;
  readonly refused: number;
  readonly setAside: number;
  readonly noChromosome: number;
}

async function takeRows(table: OpenTable, reading: Reading): Promise<Taken> {
  const { file, format, options } = reading;
  const choice = makeSampleChoice(options, { file, line: table.headerLine });
  const columns = format.samples?.(table.columns);
  const column = columns === undefined ? null : choice.ofColumns(columns);
  const fields =
    column === null
      ? reading.fields
      : new Map([...reading.fields, ["value", table.columns.indexOf(column)] as const]);
  const numbers = makeNumberReader(file, table);
  const refused = makeRefusedRows(options);
  const sampleColumn = fields.get("sample");
  const kept: { readonly row: CopyNumberRow; readonly sample: string }[] = [];
  const aside = { "other sample": 0, "no chromosome": 0, "no value": 0 };
  for await (const block of table.rows()) {
    for (const cells of block) {
      const sample = (cells.cells[sampleColumn ?? -1] ?? "").trim();
      if (sampleColumn !== undefined && !choice.mayTake(sample)) {
        aside["other sample"] += 1;
        continue;
      }
      const read = readRow(format, cells, { file, fields, numbers });
      if (typeof read === "string") aside[read] += 1;
      else if ("line" in read) kept.push({ row: read, sample });
      else refused.add(read);
    }
  }
  numbers.finish(options.report);
  const chosen = sampleColumn === undefined ? null : choice.settle();
  const own = kept.filter(({ sample }) => chosen === null || sample === chosen);
  aside["other sample"] += kept.length - own.length;
  reportSetAside(aside, reading);
  const settled = settleRows(
    own.map(({ row }) => row),
    reading,
  );
  for (const problem of settled.refused) refused.add(problem);
  return {
    rows: settled.rows,
    sample: column ?? chosen,
    refused: refused.count(),
    setAside: Object.values(aside).reduce((sum, count) => sum + count, 0),
    noChromosome: aside["no chromosome"],
  };
}

/** What is wrong with a cell refuses its row, not the file. */
function readRow(
  format: CopyNumberFormat,
  { cells, line }: TableRow,
  { file, fields, numbers }: Pick<Reading, "file" | "fields"> & { readonly numbers: NumberReader },
): CopyNumberRow | Problem | "no value" | "no chromosome" {
  try {
    const read = format.row({
      text: (field) => cells[fields.get(field) ?? -1] ?? "",
      number: (field) => {
        const column = fields.get(field);
        if (column === undefined) return null;
        const value = numbers.read(cells[column] ?? "", line, column);
        return Number.isNaN(value) ? null : value;
      },
    });
    return typeof read === "string" ? read : { ...read, line };
  } catch (error) {
    return refusedRow(error, { file, line });
  }
}

function settleRows(
  rows: readonly CopyNumberRow[],
  { file, format }: Pick<Reading, "file" | "format">,
): { readonly rows: readonly CopyNumberRow[]; readonly refused: readonly Problem[] } {
  const settle = format.settle?.(rows);
  if (settle === undefined) return { rows, refused: [] };
  const settled: CopyNumberRow[] = [];
  const refused: Problem[] = [];
  for (const row of rows) {
    try {
      settled.push(settle(row));
    } catch (error) {
      refused.push(refusedRow(error, { file, line: row.line }));
    }
  }
  return { rows: settled, refused };
}

/** The problem that refuses a row. What is no refusal is a bug and goes on. */
function refusedRow(error: unknown, where: ProblemWhere): Problem {
  const problem = error instanceof Refusal ? error.problems[0] : undefined;
  if (problem === undefined) throw error;
  const { code, message, hint } = problem;
  const details = { where: problem.where ?? where, ...(hint === null ? {} : { hint }) };
  return makeProblem(code, "error", `row refused: ${message}`, details);
}

function reportSetAside(
  aside: Readonly<Record<string, number>>,
  { file, options }: Pick<Reading, "file" | "options">,
): void {
  const parts = Object.entries(aside).filter(([, count]) => count > 0);
  if (parts.length === 0) return;
  const list = parts.map(([why, count]) => `${why}: ${count}`).join(", ");
  const message = `rows were set aside (${list})`;
  options.report(makeProblem("copy-number-rows-set-aside", "notice", message, { where: { file } }));
}

/** `@SQ SN:chr1 LN:248956422`, as GATK writes the sequence dictionary before its table; by short name. */
function readSequenceLengths(lines: readonly string[]): ReadonlyMap<string, number | null> {
  const lengths = new Map<string, number | null>();
  for (const line of lines) {
    const items = line.trimEnd().split("\t");
    const valueOf = (tag: string) => items.find((item) => item.startsWith(tag))?.slice(tag.length);
    const contig = items[0] === "@SQ" ? normalizeContig(valueOf("SN:") ?? "") : null;
    const length = valueOf("LN:") ?? "";
    if (contig !== null && /^\d{1,10}$/.test(length)) lengths.set(contig, Number(length));
  }
  return lengths;
}
