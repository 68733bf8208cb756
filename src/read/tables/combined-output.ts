/**
 * The combined variant output of Illumina's TruSight Oncology 500 (`*_CombinedVariantOutput.tsv`): sections in brackets, each a table with a
 * header of its own or lines of a key and a value, filled up with tabs to the widest of them; a lone `NA` stands for nothing found
 * (Illumina, DRAGEN TruSight Oncology 500 2.6, Combined Variant Output; files of its Local App 2.2 and of DRAGEN 2.1). Each kind of input reads its
 * own sections.
 */
import type { OpenTable } from "../../io/open-table.ts";
import type { OpenedText } from "../../io/open-text.ts";
import type { TableOptions } from "../../io/read-table-lines.ts";
import { makeProblem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { mayBeOwn, type AskedSample, type SampledFile } from "../own-sample.ts";
import { readTabLines, type TabLine } from "./tab-lines.ts";
import type { TableRow } from "../../io/table-row.ts";

/** True for a text whose first line says that it is one. */
export function isCombinedOutput(head: string): boolean {
  return /^[^\n]{0,200}\bCombined Variant Output\b/.test(head);
}

/** What one kind of input takes from the file. */
export interface SectionTable {
  /** Names without brackets; versions of the program differ in them. One of them has to be there. */
  readonly sections: readonly string[];
  /** Columns that a section with a header must have; null: its lines are a key and a value. */
  readonly required: readonly string[] | null;
  /** Of the table that is given; the last holds the sample. */
  readonly columns: readonly string[];
  /** Sample of the lines where none of the file's is asked for. */
  readonly of: "DNA" | "RNA";
  /** The cells of `columns` but the last, by the names of the section; null for a line that states nothing. */
  row(cell: (name: string) => string, section: string): readonly string[] | null;
}

/** How a table reader opens the file: as `openTable` does for a plain table. */
export type OpenTableOf = (
  text: OpenedText,
  options: TableOptions & { readonly asked: AskedSample },
) => Promise<OpenTable>;

/** Gives the lines of some sections as one table. It throws Refusal "input" where the file has none of them, or one without a column. */
export function openSections(table: SectionTable): OpenTableOf {
  return (text, options) =>
    Promise.resolve({
      delimiter: { text: "\t", name: "tab" },
      columns: table.columns,
      headerLine: 1,
      rows: () => readSections(text, table, options),
    });
}

/** Where the reading of a file stands. */
interface State {
  /** Null outside of every section. */
  section: string | null;
  header: readonly string[] | null;
  /** Of `[Analysis Details]`. */
  readonly names: Map<string, string>;
  readonly seen: Set<string>;
}

async function* readSections(
  text: OpenedText,
  table: SectionTable,
  options: Parameters<OpenTableOf>[1],
): AsyncGenerator<readonly TableRow[]> {
  const state: State = { section: null, header: null, names: new Map(), seen: new Set() };
  for await (const block of readTabLines(text, options)) {
    yield block.flatMap((line) => readLine(line, state, { file: text.name, table, options }) ?? []);
  }
  const { sections } = table;
  if (sections.some((name) => state.seen.has(name))) return;
  const message = `the file has no section ${sections.map((name) => `[${name}]`).join(" or ")}`;
  throw refuse("input", "section-missing", message, {
    where: { file: text.name },
    hint: `It has ${[...state.seen].map((name) => `[${name}]`).join(", ")}.`,
  });
}

interface About {
  readonly file: string;
  readonly table: SectionTable;
  readonly options: Parameters<OpenTableOf>[1];
}

function readLine({ line, cells: raw }: TabLine, state: State, about: About): TableRow | null {
  const cells = trimCells(raw);
  const [first = ""] = cells;
  const opened = nameOfSection(cells);
  if (opened !== null) {
    state.section = opened;
    state.header = null;
    state.seen.add(opened);
    return null;
  }
  const { section } = state;
  if (section === null || statesNothing(cells)) return null;
  if (section === detailsSection) {
    state.names.set(first, cells[1] ?? "");
    return null;
  }
  const { table } = about;
  if (!table.sections.includes(section)) return null;
  if (table.required !== null && state.header === null) {
    state.header = readHeader(cells, line, about);
    return null;
  }
  const header = state.header ?? keyAndValue;
  if (cells.length > header.length) return refuseLong(line, header, about);
  const own = table.row((name) => cells[header.indexOf(name)] ?? "", section);
  return own === null ? null : { line, cells: [...own, nameSample(state.names, about)] };
}

const keyAndValue = ["key", "value"];
const detailsSection = "Analysis Details";

function trimCells(raw: readonly string[]): readonly string[] {
  const cells = raw.map((cell) => cell.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

function nameOfSection(cells: readonly string[]): string | null {
  const [first = "", second] = cells;
  return second === undefined ? (/^\[(.{1,80})\]$/.exec(first)?.[1] ?? null) : null;
}

/** A blank line, a lone `NA`, or a remark such as that of a beta feature. */
function statesNothing(cells: readonly string[]): boolean {
  const [first = "", second] = cells;
  return second === undefined && (first === "" || first === "NA" || first.includes(" "));
}

function readHeader(
  cells: readonly string[],
  line: number,
  { file, table }: About,
): readonly string[] {
  const lacking = (table.required ?? []).filter((name) => !cells.includes(name));
  if (lacking.length === 0) return cells;
  throw refuse("input", "columns-missing", `the section lacks the column ${lacking.join(", ")}`, {
    where: { file, line },
  });
}

function refuseLong(line: number, header: readonly string[], { file, options }: About): null {
  const message = `the row has more cells than the ${header.length} columns of its section`;
  const where = { file, line };
  if (options.refuseRow === undefined) throw refuse("input", "row-length", message, { where });
  options.refuseRow(makeProblem("row-length", "error", message, { where }));
  return null;
}

/** Samples and pair are of one patient: the one by which the case is called, else that of the molecule. */
function nameSample(
  names: ReadonlyMap<string, string>,
  { table, options: { asked } }: About,
): string {
  const own = `${table.of} Sample ID`;
  const stated = [own, "DNA Sample ID", "RNA Sample ID", "Sample ID", "Pair ID"]
    .map((key) => names.get(key) ?? "")
    .filter((name) => name !== "" && name !== "NA");
  return stated.find((name) => mayBeOwn(name, asked)) ?? stated[0] ?? "";
}

/** Sections that another kind of input reads, and the key of its files in a case. */
export interface OtherSections extends Pick<SampledFile, "key"> {
  readonly input: "status" | "copy-number" | "fusions";
  /** Without brackets. */
  readonly sections: readonly string[];
}

/** The sections that state something: a number behind a key, or a line behind the header. */
export async function listSections(
  text: OpenedText,
  options: TableOptions,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let section: string | null = null;
  let header: "none yet" | "read" = "none yet";
  for await (const block of readTabLines(text, options)) {
    for (const { cells: raw } of block) {
      const cells = trimCells(raw);
      const opened = nameOfSection(cells);
      if (opened !== null) {
        section = opened;
        header = "none yet";
      } else if (section !== null && !statesNothing(cells)) {
        const [, value = ""] = cells;
        const isNumber = Number.isFinite(Number.parseFloat(value));
        const isKeyed = header === "none yet" && cells.length === 2 && (isNumber || value === "NA");
        if (isKeyed ? isNumber : header === "read") found.add(section);
        if (!isKeyed) header = "read";
      }
    }
  }
  return found;
}
