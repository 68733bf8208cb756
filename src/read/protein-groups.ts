import { peekTable, type OpenTable } from "../io/open-table.ts";
import { makeProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import { readGene } from "./protein-gene.ts";
import { membersOf } from "./protein-members.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { stateScale, type StatedScale } from "./protein-scale.ts";
import { readProteinTable, type FoundProteins, type GeneRow } from "./protein-table.ts";
import type { ProteinReader, ProteinReadOptions } from "./reader.ts";
import { makeNumberReader } from "./table-number.ts";
import { makeRefusedRows } from "./table-refused-rows.ts";

/** Where a search engine puts what is needed; all columns are 0-based. */
export interface GroupLayout {
  /** Null where the table has accessions only. */
  readonly gene: number | null;
  readonly accessions: number;
  /** What is read as the value, in the engine's own words. */
  readonly quantity: string;
  readonly samples: readonly { readonly name: string; readonly column: number }[];
  /** Words that stand for a value that was left out. */
  readonly missing?: readonly string[];
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
    detect: (head) => format.layoutOf(peekTable(head)?.columns ?? []) !== null,
    firstSample: (head) =>
      format.layoutOf(peekTable(head)?.columns ?? [])?.samples[0]?.name ?? null,
    read: (source, options) =>
      readProteinTable(
        source,
        { id, fillRows: true, find: (table, file) => find(table, { file, format, options }) },
        options,
      ),
  };
}

interface GroupContext {
  readonly file: string;
  readonly format: GroupFormat;
  readonly options: ProteinReadOptions;
}

async function find(table: OpenTable, context: GroupContext): Promise<FoundProteins> {
  const { file, format, options } = context;
  const where = { file, line: table.headerLine };
  const layout = format.layoutOf(table.columns);
  if (layout === null) {
    throw refuse("input", "columns-missing", `the columns are not those of ${format.title}`, {
      where,
    });
  }
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
      const accessions = cells[layout.accessions] ?? "";
      const gene =
        layout.genesOf?.(cells) ?? (layout.gene === null ? "" : (cells[layout.gene] ?? ""));
      const place = { file, line, column: (layout.gene ?? layout.accessions) + 1 };
      const { refused, remarks } = readGene(
        membersOf(gene).length === 0 ? accessions : gene,
        place,
      );
      if (refused !== null) {
        refusedRows.add(refused);
        continue;
      }
      for (const remark of remarks) options.report(remark);
      const at = (column: number): number => {
        const cell = cells[column] ?? "";
        if (layout.missing?.includes(cell) === true) return Number.NaN;
        return numbers.read(cell, line, column);
      };
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
  reportReading({ file, layout, reasons }, options);
  return {
    rows,
    refused: refusedRows.count(),
    setAside: [...reasons.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Says which columns the values are from, and which rows were left out and why. */
function reportReading(
  read: { file: string; layout: GroupLayout; reasons: ReadonlyMap<string, number> },
  { report }: ProteinReadOptions,
): void {
  const where = { file: read.file };
  const message = `values are the columns ${read.layout.quantity}`;
  report(makeProblem("quantity-chosen", "notice", message, { where }));
  if (read.reasons.size === 0) return;
  const counts = [...read.reasons].map(([reason, count]) => `${reason}: ${count}`).toSorted();
  const text = `rows that are no protein of the sample were set aside (${counts.join(", ")})`;
  report(makeProblem("rows-set-aside", "notice", text, { where }));
}
