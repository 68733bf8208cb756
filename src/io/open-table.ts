import { refuse, Refusal } from "../model/refusal.ts";
import { makeLineEndCheck, type RawLine } from "./check-line-ends.ts";
import {
  maxRecordSize,
  readTableLines,
  type LineBlock,
  type TableOptions,
  type TableSource,
} from "./read-table-lines.ts";
import { parseRecord, splitPlain, unclosedQuote } from "./parse-record.ts";
import { screenRows } from "./screen-rows.ts";
import type { Delimiter } from "./table-delimiter.ts";
import { findTableHead, nameColumns, readTableHead } from "./table-head.ts";
import type { TableRow } from "./table-row.ts";

/** A table whose header has been read. */
export interface OpenTable {
  readonly delimiter: Delimiter;
  /** Column names without surrounding spaces, in file order; no two are the same. */
  readonly columns: readonly string[];
  /** 1-based line of the header. */
  readonly headerLine: number;
  /**
   * The data rows, in blocks, since one `await` a row costs more than reading it; can be taken once.
   * Blank rows are left out with a notice. Throws Refusal "input", naming the line, for a row of another
   * length than the header, a quote that is not closed, and line ends that change within the file.
   */
  rows(): AsyncGenerator<readonly TableRow[]>;
}

/**
 * Opens a table of text cells: comma, tab or semicolon separated by its content, quoted as in RFC 4180.
 * Throws Refusal "input" for what `readTableLines` refuses, a header of one column, and two columns of one name.
 */
export async function openTable(source: TableSource, options: TableOptions): Promise<OpenTable> {
  const { name: file } = source;
  const blocks = readTableLines(source, options);
  try {
    return await openBlocks(blocks, file, options);
  } catch (error) {
    await blocks.return(undefined);
    throw error;
  }
}

async function openBlocks(
  blocks: AsyncGenerator<LineBlock>,
  file: string,
  options: TableOptions,
): Promise<OpenTable> {
  const head = await readTableHead(blocks, options.comments === true);
  if (head === null) {
    throw refuse("input", "table-empty", "the table is empty", { where: { file } });
  }
  const where = { file, line: head.block.firstLine };
  if (head.delimiter === null) {
    throw refuse("input", "table-one-column", "the header line has one column", {
      where,
      hint: "Columns are separated by comma, tab or semicolon.",
    });
  }
  const reader =
    options.quotes === "literal"
      ? makePlainReader(file, head.delimiter)
      : makeRecordReader(file, head.delimiter);
  const records = readRecords(reader, head.block, blocks);
  const [header, ...rows] = (await records.next()).value ?? [];
  const columns = nameColumns(header?.cells ?? [], where);
  const screen = (block: readonly TableRow[]): readonly TableRow[] =>
    screenRows(block, { file, columns: columns.length, options });
  return {
    delimiter: head.delimiter,
    columns,
    headerLine: where.line,
    async *rows() {
      try {
        yield screen(rows);
        for await (const block of records) yield screen(block);
      } finally {
        // A reader may stop at the first block, before the loop that would close the file.
        await records.return(undefined);
      }
    },
  };
}

/**
 * Cuts lines into rows of cells where no header tells their number: a format of several blocks, one below the other. Throws Refusal "input" for quotes that are not
 * closed or misplaced, and for line ends that change within the file.
 */
export function cutRows(
  file: string,
  blocks: readonly LineBlock[],
  delimiter: Delimiter,
): readonly TableRow[] {
  const reader = makeRecordReader(file, delimiter);
  const rows = blocks.flatMap((block) => readBlock(reader, block));
  reader.finish();
  return rows;
}

/** The beginning of a table, without surrounding spaces. */
export interface TableStart {
  readonly columns: readonly string[];
  readonly firstRow: readonly string[];
  /** The first data rows, at most 20, the first among them. */
  readonly rows: readonly (readonly string[])[];
}

const mostPeeked = 20;
/** Twice what the header and the rows take where a table begins with them and no cell goes over lines. */
const mostLinesPeeked = 2 * (mostPeeked + 1);

/** Column names and first data rows of the beginning of a table; null when it is no table. `comments`: see `TableOptions`. */
export function peekTable(
  start: string,
  { comments = false }: { readonly comments?: boolean } = {},
): TableStart | null {
  const text = start.replace(/^\ufeff/, "");
  // Every reader of a kind of input looks at the head, which may have a thousand lines more than are asked for.
  const rows = peekRows(text.split("\n", mostLinesPeeked), comments);
  const whole =
    rows === null || rows.length <= mostPeeked ? peekRows(text.split("\n"), comments) : rows;
  const [columns, ...others] = (whole ?? []).map(({ cells }) => cells.map((cell) => cell.trim()));
  return columns === undefined ? null : { columns, firstRow: others[0] ?? [], rows: others };
}

/** The header and the first data rows; null when the lines are no table. */
function peekRows(texts: string[], comments: boolean): TableRow[] | null {
  // The last line of a cut text is a piece of one, unless it is all there is.
  if (texts.length > 1) texts.pop();
  const head = findTableHead({ firstLine: 1, texts, ended: true }, comments);
  if (head === null || head.delimiter === null) return null;
  const reader = makeRecordReader("", head.delimiter);
  const rows: TableRow[] = [];
  try {
    for (const [line, raw] of head.block.texts.entries()) {
      if (rows.length > mostPeeked) break;
      const row = reader.add({ raw, line, ended: true });
      if (row !== null) rows.push(row);
    }
  } catch (error) {
    // What is wrong with a data row is said when the table is read.
    if (!(error instanceof Refusal)) throw error;
  }
  return rows;
}

/** Rows of the first block, then of the others. */
async function* readRecords(
  reader: RecordReader,
  first: LineBlock,
  others: AsyncGenerator<LineBlock>,
): AsyncGenerator<TableRow[]> {
  try {
    yield readBlock(reader, first);
    for await (const block of others) yield readBlock(reader, block);
    reader.finish();
  } finally {
    await others.return(undefined);
  }
}

function readBlock(reader: RecordReader, { firstLine, texts, ended }: LineBlock): TableRow[] {
  const rows: TableRow[] = [];
  texts.forEach((raw, index) => {
    const isEnded = ended || index < texts.length - 1;
    const row = reader.add({ raw, line: firstLine + index, ended: isEnded });
    if (row !== null) rows.push(row);
  });
  return rows;
}

interface RecordReader {
  /** Takes the next line; gives the row that ends with it, or null while a quote is open. */
  add(line: RawLine): TableRow | null;
  /** Throws Refusal "input" when the table ends inside a quote. */
  finish(): void;
}

/**
 * Cuts lines into rows. Most rows need no parser: where every piece between two delimiters has either no
 * quote, or one around it, RFC 4180 reads the same cells. csv-parse gets the others. (12,000 x 200 numbers:
 * 0.7 s instead of 2.6 to 4 s on 2 cores.)
 */
function makeRecordReader(file: string, delimiter: Delimiter): RecordReader {
  let open: { readonly line: number; readonly text: string; readonly quotes: number } | null = null;
  const checkLineEnd = makeLineEndCheck(file);
  return {
    add(next) {
      const text = next.raw.endsWith("\r") ? next.raw.slice(0, -1) : next.raw;
      const cells = open === null ? splitPlain(text, delimiter) : null;
      if (cells !== null) {
        checkLineEnd(next);
        return { line: next.line, cells };
      }
      const begun = open ?? { line: next.line, text: "", quotes: 0 };
      const record = {
        line: begun.line,
        text: open === null ? text : `${begun.text}\n${text}`,
        quotes: begun.quotes + text.split('"').length - 1,
      };
      const where = { file, line: record.line };
      if (record.text.length > maxRecordSize) throw unclosedQuote(where);
      // A closed record has an even number of quotes: an escaped quote counts two.
      open = record.quotes % 2 === 1 ? record : null;
      if (open !== null) return null;
      checkLineEnd(next);
      return { line: record.line, cells: parseRecord(record.text, { where, delimiter }) };
    },
    finish() {
      if (open !== null) throw unclosedQuote({ file, line: open.line });
    },
  };
}

/** Cuts lines into rows where a quote is a character like any other. */
function makePlainReader(file: string, delimiter: Delimiter): RecordReader {
  const checkLineEnd = makeLineEndCheck(file);
  return {
    add(next) {
      checkLineEnd(next);
      const text = next.raw.endsWith("\r") ? next.raw.slice(0, -1) : next.raw;
      return { line: next.line, cells: text.split(delimiter.text) };
    },
    finish() {
      // No row is open behind its line.
    },
  };
}
