import type { OpenedText } from "../../../io/open-text.ts";
import { refuse, type Refusal } from "../../../model/refusal.ts";
import { showText } from "../../show-text.ts";
import { readTabLines, type TabLine } from "../../tables/tab-lines.ts";
import type { ProteinReadOptions } from "../../protein-reader.ts";

/** The first line of a GCT, with the tabs that spreadsheets add; some programs quote every cell. */
export const gctHead = /^\ufeff?(?:#1\.[23]|"#1\.[23]")[\t "]*\r?\n/;
const versionLine = /^#(1\.[23])$/;
const wholeNumber = /^\d{1,9}$/;

/** What stands above the matrix of a GCT. */
export interface GctLayout {
  readonly version: string;
  /** Names of all columns: the id, the facts of rows, then the samples. */
  readonly columns: readonly string[];
  /** How many columns describe the rows, the id among them. */
  readonly described: number;
  /** Columns are 0-based. */
  readonly samples: readonly { readonly name: string; readonly column: number }[];
  /** Rows that describe the samples. */
  readonly facts: readonly (TabLine & { readonly name: string })[];
  /** 1-based line of the names. */
  readonly headerLine: number;
}

interface Sizes {
  readonly version: string;
  readonly rows: number;
  readonly samples: number;
  /** Columns that describe rows, and rows that describe samples. */
  readonly rowFacts: number;
  readonly sampleFacts: number;
}

/**
 * Reads what stands above the matrix, and gives its rows. Throws Refusal "input" for sizes that are no whole numbers or are not those of the
 * file, for a sample that is there twice, and for a row that is not as long as the names.
 */
export async function readGctLines(
  text: OpenedText,
  options: ProteinReadOptions,
): Promise<{ layout: GctLayout; lines: AsyncGenerator<readonly TabLine[]> }> {
  const file = text.name;
  const lines = takeLines(text, options);
  const version = versionOf(await take(lines, file), file);
  const sizes = sizesOf(await take(lines, file), { file, version });
  const header = await take(lines, file);
  const columns = header.cells.map((cell) => cell.trim());
  const described = 1 + sizes.rowFacts;
  checkWidth(columns.length, { file, line: header.line, sizes });
  const samples = columns.slice(described).map((name, index) => ({
    name,
    column: described + index,
  }));
  checkNames(samples, { file, line: header.line });
  const facts = [];
  for (let index = 0; index < sizes.sampleFacts; index += 1) {
    const fact = checkLength(await take(lines, file), columns.length, file);
    facts.push({ ...fact, name: (fact.cells[0] ?? "").trim() });
  }
  const layout = { version, columns, described, samples, facts, headerLine: header.line };
  return { layout, lines: readMatrix(lines, { file, sizes, columns: columns.length }) };
}

/** Lines one by one while the head is read; blank ones are passed over. Quotes are taken off where the first cell has them. */
async function* takeLines(text: OpenedText, options: ProteinReadOptions): AsyncGenerator<TabLine> {
  let isQuoted: boolean | null = null;
  for await (const block of readTabLines(text, options)) {
    for (const each of block) {
      isQuoted ??= /^\ufeff?"/.test(each.cells[0] ?? "");
      const { line } = each;
      const cells = isQuoted ? each.cells.map(unquote) : each.cells;
      if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
    }
  }
}

function unquote(cell: string): string {
  const inner = /^\ufeff?"(.*)"$/.exec(cell.trim())?.[1];
  return inner === undefined ? cell : inner.replaceAll('""', '"');
}

async function take(lines: AsyncGenerator<TabLine>, file: string): Promise<TabLine> {
  const next = await lines.next();
  if (next.done !== true) return next.value;
  throw refuse("input", "gct-cut", "the GCT ends before its matrix", { where: { file } });
}

function versionOf({ cells, line }: TabLine, file: string): string {
  const version = versionLine.exec(
    cells
      .join("")
      .replace(/^\ufeff/, "")
      .trim(),
  )?.[1];
  if (version !== undefined) return version;
  throw refuse("input", "gct-version", "the first line is not #1.2 or #1.3", {
    where: { file, line },
  });
}

/** Rows, samples and, in version 1.3, columns that describe rows and rows that describe samples. */
function sizesOf(
  { cells, line }: TabLine,
  { file, version }: { file: string; version: string },
): Sizes {
  const asked = version === "1.3" ? 4 : 2;
  // Parted by tabs, by older programs by blanks; spreadsheets add empty cells.
  const given = cells.join(" ").trim().split(/ +/u);
  const isWhole = given.length === asked && given.every((cell) => wholeNumber.test(cell));
  if (!isWhole) {
    const meaning =
      version === "1.3"
        ? "rows, samples, columns that describe rows and rows that describe samples"
        : "rows and samples";
    const message = `the second line of a GCT ${version} holds ${asked} whole numbers (${meaning}), not ${showText(given.join(" "))}`;
    throw refuse("input", "gct-sizes", message, { where: { file, line } });
  }
  const [rows = 0, samples = 0, rowFacts = 1, sampleFacts = 0] = given.map(Number);
  return { version, rows, samples, rowFacts, sampleFacts };
}

/** The names have as many columns as the sizes say. */
function checkWidth(
  columns: number,
  { file, line, sizes }: { file: string; line: number; sizes: Sizes },
): void {
  const { samples, rowFacts } = sizes;
  const expected = 1 + rowFacts + samples;
  if (columns === expected && samples > 0) return;
  const message =
    samples === 0
      ? "the second line says that the table has no sample"
      : `the second line says that there are ${expected} columns (the id, ${rowFacts} that describe rows, ${samples} samples); the names have ${columns}`;
  throw refuse("input", "gct-sizes", message, { where: { file, line } });
}

function checkNames(
  samples: GctLayout["samples"],
  where: { readonly file: string; readonly line: number },
): void {
  const seen = new Set<string>();
  for (const { name, column } of samples) {
    const place = { ...where, column: column + 1 };
    if (name === "") {
      throw refuse("input", "sample-not-named", "a sample has no name", { where: place });
    }
    if (seen.has(name)) {
      throw refuse("input", "sample-twice", `sample ${showText(name)} is there twice`, {
        where: place,
      });
    }
    seen.add(name);
  }
}

function checkLength(row: TabLine, columns: number, file: string): TabLine {
  if (row.cells.length === columns) return row;
  const message = `the row is not as long as the header; cells: ${row.cells.length}, columns: ${columns}`;
  throw refuse("input", "row-length", message, { where: { file, line: row.line } });
}

const mostInBlock = 256;

/** In blocks, since one `await` a row costs more than reading it. */
async function* readMatrix(
  lines: AsyncGenerator<TabLine>,
  { file, sizes, columns }: { file: string; sizes: Sizes; columns: number },
): AsyncGenerator<readonly TabLine[]> {
  let count = 0;
  let block: TabLine[] = [];
  for await (const each of lines) {
    block.push(checkLength(each, columns, file));
    count += 1;
    if (block.length < mostInBlock) continue;
    yield block;
    block = [];
  }
  yield block;
  if (count !== sizes.rows) throw wrongCount(file, count, sizes.rows);
}

function wrongCount(file: string, count: number, stated: number): Refusal {
  const message = `the second line says that there are ${stated} rows; the table has ${count}`;
  return refuse("input", "gct-sizes", message, {
    where: { file, line: 2 },
    hint: count < stated ? "The file may be cut; copy it again." : "Correct the second line.",
  });
}
