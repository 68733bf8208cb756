import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import { makeProblem } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { isPerseusMatrix } from "./perseus-rows.ts";
import { readGene } from "../names/protein-gene.ts";
import { membersOf } from "../names/protein-members.ts";
import { sampleNotFound } from "../tables/protein-sample.ts";
import { stateScale, type StatedScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "../tables/protein-table.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "../tables/gene-row.ts";

/** Where a search engine puts what is needed; all columns are 0-based. */
export interface GroupLayout {
  /** Null where the table has accessions only. */
  readonly gene: number | null;
  /** Null where the table has genes only. */
  readonly accessions: number | null;
  /** What is read as the value, in the engine's own words. */
  readonly quantity: string;
  readonly samples: readonly { readonly name: string; readonly column: number }[];
  /** Words that stand for a value that was left out. */
  readonly missing?: readonly string[];
  /** Values that the program says it put in for what it did not find; absent: it says nothing of the kind. */
  readonly putIn?: PutIn;
  /** The number in a cell that holds more than that. */
  numberIn?(cell: string): string;
  /** The scale that the format states; absent: recognized from the values. */
  readonly stated?: StatedScale;
  /** Residues of a row of a table of phosphosites. */
  siteOf?(cells: readonly string[]): string;
  /** Genes of a row, parted by `;`, where they are not a cell of their own. */
  genesOf?(cells: readonly string[]): string;
  /** Why a table of this kind is not read, as a sentence; null when it is. */
  readonly notRead: string | null;
  /** Why a row is no measurement of a human protein, e.g. `reverse hit`; null when it is one. */
  setAside(cells: readonly string[]): string | null;
}

/** Values that are no measurement, by what the table says of them. */
export interface PutIn {
  /** As in `values that <why>`. */
  readonly why: string;
  is(cells: readonly string[], column: number): boolean;
}

export interface GroupFormat extends Pick<ProteinReader, "id" | "title" | "columns"> {
  /** Null when the columns are not those of the format. */
  layoutOf(columns: readonly string[]): GroupLayout | null;
}

/** The reader of one search engine's table: a row for each group of proteins, several columns for each sample. */
export function makeGroupReader(format: GroupFormat): ProteinReader {
  const { id, title, columns } = format;
  return {
    id,
    title,
    columns,
    input: "protein",
    extensions: [".txt", ".tsv", ".csv", ".txt.gz", ".tsv.gz"],
    detect: (head) => layoutOfHead(head, format) !== null,
    firstSample: (head) => layoutOfHead(head, format)?.samples[0]?.name ?? null,
    read: (source, options) =>
      readProteinTable(
        source,
        { id, fillRows: true, find: (table, file) => find(table, { file, format, options }) },
        options,
      ),
  };
}

/** Null also for what Perseus wrote: its matrices keep the columns of the program before it, and have rows of their own below them. */
function layoutOfHead(head: string, format: GroupFormat): GroupLayout | null {
  const table = peekTable(head);
  if (table === null || isPerseusMatrix(table.rows)) return null;
  return format.layoutOf(table.columns);
}

interface GroupContext {
  readonly file: string;
  readonly options: ProteinReadOptions;
}

async function find(
  table: OpenTable,
  { format, ...context }: GroupContext & { readonly format: GroupFormat },
): Promise<FoundProteins> {
  const layout = format.layoutOf(table.columns);
  if (layout === null) {
    throw refuse("input", "columns-missing", `the columns are not those of ${format.title}`, {
      where: { file: context.file, line: table.headerLine },
    });
  }
  return await readByLayout(table, layout, context);
}

/** Reads a table whose layout is known. Throws Refusal "input", "identity" or "usage". */
export async function readByLayout(
  table: OpenTable,
  layout: GroupLayout,
  context: GroupContext,
): Promise<FoundProteins> {
  const { file, options } = context;
  const where = { file, line: table.headerLine };
  if (layout.notRead !== null) {
    throw refuse("input", "table-not-read", layout.notRead, {
      where,
      hint: "Give the values as a wide table: a gene column and one column of log2 values for each sample.",
    });
  }
  if (layout.samples.length === 0) {
    throw refuse(
      "input",
      "columns-missing",
      `no column of a sample's ${layout.quantity} is there`,
      {
        where,
        hint: "Export the table with the quantity of each sample.",
      },
    );
  }
  const names = layout.samples.map(({ name }) => name);
  if (!names.includes(options.sample)) throw sampleNotFound(options.sample, names, where);
  const groups = await readGroups(table, layout, context);
  const declared = stateScale(options.scale, null);
  return {
    ...groups,
    cohortSamples: names.filter((name) => name !== options.sample),
    stated: declared ?? layout.stated ?? null,
  };
}

async function readGroups(
  table: OpenTable,
  layout: GroupLayout,
  { file, options }: GroupContext,
): Promise<{ rows: GeneRow[]; refused: number; setAside: number }> {
  const numbers = makeNumberReader(file, table);
  const tally = { putIn: 0 };
  const readCell = makeCellReader(layout, numbers, tally);
  const refusedRows = makeRefusedRows(options);
  const reasons = new Map<string, number>();
  const rows: GeneRow[] = [];
  const caseColumn = layout.samples.find(({ name }) => name === options.sample)?.column ?? -1;
  const cohort = layout.samples.filter(({ column }) => column !== caseColumn);
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const reason = layout.setAside(cells);
      if (reason !== null) {
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        continue;
      }
      const { gene, accessions } = namesOf(cells, layout);
      const place = { file, line, column: (layout.gene ?? layout.accessions ?? 0) + 1 };
      const { refused, remarks } = readGene(
        membersOf(gene).length === 0 ? accessions : gene,
        place,
      );
      if (refused !== null) {
        refusedRows.add(refused);
        continue;
      }
      for (const remark of remarks) options.report(remark);
      const at = (column: number): number => readCell(cells, line, column);
      const values = cohort.map(({ column }) => at(column));
      const site = layout.siteOf?.(cells) ?? "";
      rows.push({
        gene: gene.trim(),
        accessions,
        ...(site === "" ? {} : { site }),
        line,
        value: at(caseColumn),
        cohort: new Float64Array(values),
      });
    }
  }
  numbers.finish(options.report);
  reportReading({ file, layout, reasons, ...tally }, options);
  return {
    rows,
    refused: refusedRows.count(),
    setAside: [...reasons.values()].reduce((sum, count) => sum + count, 0),
  };
}

function namesOf(
  cells: readonly string[],
  layout: GroupLayout,
): { readonly gene: string; readonly accessions: string } {
  const at = (column: number | null): string => (column === null ? "" : (cells[column] ?? ""));
  return {
    gene: layout.genesOf?.(cells) ?? at(layout.gene),
    accessions: at(layout.accessions),
  };
}

/** The value in a cell of a sample; NaN where it is missing, or was put in, which is counted. */
function makeCellReader(
  layout: GroupLayout,
  numbers: NumberReader,
  tally: { putIn: number },
): (cells: readonly string[], line: number, column: number) => number {
  return (cells, line, column) => {
    const cell = cells[column] ?? "";
    if (layout.missing?.includes(cell) === true) return Number.NaN;
    const value = numbers.read(layout.numberIn?.(cell) ?? cell, line, column);
    if (Number.isNaN(value) || layout.putIn?.is(cells, column) !== true) return value;
    tally.putIn += 1;
    return Number.NaN;
  };
}

/** Says which columns the values are from, and which rows were left out and why. */
function reportReading(
  read: {
    file: string;
    layout: GroupLayout;
    reasons: ReadonlyMap<string, number>;
    putIn: number;
  },
  { report }: ProteinReadOptions,
): void {
  const where = { file: read.file };
  const message = `values are the columns ${read.layout.quantity}`;
  report(makeProblem("quantity-chosen", "notice", message, { where }));
  if (read.putIn > 0) {
    const text = `values that ${read.layout.putIn?.why ?? ""}: ${read.putIn}; they count as missing`;
    report(makeProblem("values-put-in", "notice", text, { where }));
  }
  if (read.reasons.size === 0) return;
  const counts = [...read.reasons].map(([reason, count]) => `${reason}: ${count}`).toSorted();
  const text = `rows that are no protein of the sample were set aside (${counts.join(", ")})`;
  report(makeProblem("rows-set-aside", "notice", text, { where }));
}
