import type { ByteSource } from "../../io/byte-source.ts";
import { openTable, peekTable, type OpenTable } from "../../io/open-table.ts";
import { openText } from "../../io/open-text.ts";
import { makeProblem } from "../../model/problem.ts";
import { chooseTableSample } from "../tables/choose-table-sample.ts";
import type { OpenTableOf } from "../tables/combined-output.ts";
import { makeCells, UnreadableCell, type Cells } from "./fusion-cells.ts";
import { makePassedOver, type PassedOverTally } from "./passed-over.ts";
import type { FusionReader } from "../reader.ts";
import { findSampleOfRow } from "../tables/sample-columns.ts";
import type { FusionCall, FusionTable } from "./structural-call.ts";
import { showText } from "../show-text.ts";
import { makeRefusedRows } from "../tables/table-refused-rows.ts";
import type { TableRow } from "../../io/table-row.ts";
import type { EvidenceReadOptions } from "../evidence-reader.ts";

/** What a row of a format says; what is left out is not known. */
export type FusionDraft = Pick<FusionCall, "fivePrime" | "threePrime" | "support"> &
  Partial<Omit<FusionCall, "line">>;

/** A row that is no fusion. */
export interface NoFusion {
  readonly code: string;
  readonly reason: string;
}

/** One format of fusion tables. */
export interface FusionFormat {
  readonly id: string;
  readonly title: string;
  /** The program, as the report names it; null: the file's name stands for it. */
  readonly caller: string | null;
  readonly extensions: readonly string[];
  readonly columns: FusionReader["columns"];
  /** Column names that only this format has together. */
  readonly marks: readonly string[];
  /** Column names by which a table is of another format although it has the marks. */
  readonly notWith?: readonly string[];
  /** RFC 4180 quotes; elsewhere a quote is a character like any other, as in the lists of STAR-Fusion. */
  readonly isQuoted?: true;
  /** Lines before the header begin with `#`. */
  readonly comments?: true;
  /** Opens a file that is no plain table, which `knows` then tells by its head; absent: `openTable`. */
  readonly open?: OpenTableOf;
  readonly knows?: (head: string) => boolean;
  /** Several where a side has several genes and the caller leaves open which it is. */
  read(cells: Cells): FusionDraft | readonly FusionDraft[] | NoFusion;
}

/** The reader of a format: one row for each pair of genes and breakpoints. */
export function makeFusionReader(format: FusionFormat): FusionReader {
  const { id, title, extensions, columns } = format;
  return {
    id,
    title,
    input: "fusions",
    extensions,
    columns,
    detect(head) {
      if (format.knows !== undefined) return format.knows(head);
      const table = peekTable(head, { comments: format.comments === true });
      return table !== null && isOfFormat(format, table.columns);
    },
    read: (source, options) => readFusions(source, format, options),
  };
}

function isOfFormat({ marks, notWith = [] }: FusionFormat, columns: readonly string[]): boolean {
  const names = new Set(columns);
  return marks.every((name) => names.has(name)) && !notWith.some((name) => names.has(name));
}

/** A row that cannot be read is refused alone. Throws Refusal "usage" when the sample is not said, "identity" when it is not there. */
async function readFusions(
  source: ByteSource,
  format: FusionFormat,
  options: EvidenceReadOptions,
): Promise<FusionTable> {
  const text = await openText(source, { report: options.report });
  const quotes = format.isQuoted === true ? {} : ({ quotes: "literal" } as const);
  const { open = openTable, comments = false } = format;
  const table = await open(text, { ...options, ...quotes, comments, asked: options });
  const file = text.name;
  const rows = await readAll(table);
  const chosen = chooseTableSample(rows, findSampleOfRow(table.columns), {
    sample: options.sample,
    caseNames: options.caseNames,
    where: { file },
    kind: "fusion",
    key: "fusion",
    report: options.report,
  });
  const passedOver = makePassedOver();
  const refused = makeRefusedRows(options);
  const calls: FusionCall[] = [];
  for (const row of chosen.rows) {
    try {
      calls.push(...readRow(row, { table, format, passedOver }));
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      const where = { file, line: row.line, column: error.column + 1 };
      refused.add(makeProblem(error.code, "error", `row refused: ${error.message}`, { where }));
    }
  }
  return {
    file,
    format: format.id,
    caller: format.caller ?? file,
    sample: chosen.sample,
    rows: calls,
    passedOver: passedOver.entries(),
    counts: { read: chosen.rows.length, refused: refused.count(), setAside: passedOver.count() },
    digest: text.digest(),
  };
}

async function readAll(table: OpenTable): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const block of table.rows()) rows.push(...block);
  return rows;
}

function readRow(
  row: TableRow,
  {
    table,
    format,
    passedOver,
  }: { table: OpenTable; format: FusionFormat; passedOver: PassedOverTally },
): FusionCall[] {
  const draft = format.read(makeCells(table.columns, row.cells));
  const skip = (why: NoFusion): FusionCall[] => {
    passedOver.add(why, row.cells.slice(0, 2).map(showText).join(" "), row.line);
    return [];
  };
  if ("code" in draft) return skip(draft);
  const drafts = "support" in draft ? [draft] : draft;
  if (drafts.every(({ fivePrime, threePrime }) => fivePrime === null && threePrime === null)) {
    return skip(noGene);
  }
  return drafts.map((each) => ({ ...nothingSaid, ...each, line: row.line }));
}

const nothingSaid = {
  isOrdered: true,
  inFrame: null,
  fivePrimeBreakpoint: null,
  threePrimeBreakpoint: null,
  exons: null,
  transcript: null,
  kinaseDomain: null,
  isReadThrough: false,
  failedFilters: [],
} as const satisfies Partial<FusionCall>;

const noGene = { code: "fusion-without-gene", reason: "The row names no gene on either side." };
