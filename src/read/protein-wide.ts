import { peekTable, type OpenTable } from "../io/open-table.ts";
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import { findLongColumns, findWideColumns, type WideColumns } from "./protein-columns.ts";
import { readGene } from "./protein-gene.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { stateScale } from "./protein-scale.ts";
import { readProteinTable, type FoundProteins, type GeneRow } from "./protein-table.ts";
import type { ProteinReader, ProteinReadOptions } from "./reader.ts";
import { showText } from "./show-text.ts";
import { isMissing, makeNumberReader } from "./table-number.ts";
import { makeRefusedRows } from "./table-refused-rows.ts";

/** A matrix: one row for each gene, one column for each sample; the samples beside the case are its cohort. */
export const proteinWide: ProteinReader = {
  id: "protein-wide",
  title: "Protein table, one column for each sample",
  input: "protein",
  extensions: [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"],
  columns: [
    {
      name: "gene",
      meaning:
        "gene symbol; also named symbol, gene_symbol, gene_name, Hugo_Symbol or Composite.Element.REF, or a first column without a name",
      required: true,
    },
    {
      name: "(sample name)",
      meaning:
        "value of one sample: log2, or linear intensities, which are log2-transformed; empty or NA where not measured",
      required: true,
    },
  ],
  detect(head) {
    const table = peekTable(head);
    if (table === null || findLongColumns(table.columns) !== null) return false;
    const columns = findWideColumns(table.columns);
    // Other matrices have a gene column too, and texts beside it.
    return columns?.samples.every((index) => isLikeNumber(table.firstRow[index] ?? "")) ?? false;
  },
  firstSample(head) {
    const table = peekTable(head);
    const column = table === null ? undefined : findWideColumns(table.columns)?.samples[0];
    return column === undefined ? null : (table?.columns[column] ?? null);
  },
  read: (source, options) => readProteinTable(source, { id: proteinWide.id, find }, options),
};

/** Loose on purpose: a damaged number is to be refused by its cell, not to make the format unknown. */
function isLikeNumber(cell: string): boolean {
  return isMissing(cell) || /^[<>~]?[-+.,\d]/.test(cell);
}

async function find(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const where = { file, line: table.headerLine };
  const columns = findWideColumns(table.columns);
  if (columns === null) {
    throw refuse("input", "columns-missing", "the table has no gene column and sample columns", {
      where,
      hint: `Name a column gene; the columns are ${table.columns.slice(0, 5).map(showText).join(", ")}.`,
    });
  }
  const name = (index: number): string => table.columns[index] ?? "";
  const caseColumn = columns.samples.find((index) => name(index) === options.sample);
  if (caseColumn === undefined) {
    throw sampleNotFound(options.sample, columns.samples.map(name), where);
  }
  reportAnnotations(columns.annotations.map(name), { where, report: options.report });
  const cohort = columns.samples.filter((index) => index !== caseColumn);
  const { rows, refused } = await readRows(table, {
    file,
    columns: { ...columns, caseColumn, cohort },
    options,
  });
  return {
    rows,
    refused,
    setAside: 0,
    cohortSamples: cohort.map(name),
    stated: stateScale(options.scale, null),
  };
}

interface RowContext {
  readonly file: string;
  readonly columns: WideColumns & {
    readonly caseColumn: number;
    readonly cohort: readonly number[];
  };
  readonly options: ProteinReadOptions;
}

async function readRows(
  table: OpenTable,
  { file, columns, options }: RowContext,
): Promise<{ rows: GeneRow[]; refused: number }> {
  const numbers = makeNumberReader(file, table);
  const refusedRows = makeRefusedRows(options);
  const rows = new Map<string, GeneRow>();
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const at = (column: number): number => numbers.read(cells[column] ?? "", { line, column });
      const { gene, refused, remarks } = readGene(cells[columns.gene] ?? "", {
        file,
        line,
        column: columns.gene + 1,
      });
      if (refused !== null) {
        refusedRows.add(refused);
        continue;
      }
      for (const remark of remarks) options.report(remark);
      const row = {
        gene,
        line,
        value: at(columns.caseColumn),
        cohort: readCohort(columns.cohort, at),
      };
      const before = rows.get(gene);
      if (before === undefined) rows.set(gene, row);
      else checkRepeat(row, before, { file, report: options.report });
    }
  }
  numbers.finish(options.report);
  return { rows: [...rows.values()], refused: refusedRows.count() };
}

/** `Float64Array.from` with a function takes three times as long. */
function readCohort(columns: readonly number[], at: (column: number) => number): Float64Array {
  const values = new Float64Array(columns.length);
  for (const [index, column] of columns.entries()) values[index] = at(column);
  return values;
}

/** A second row of one gene is passed over when it says the same, and refuses the table when it does not. */
function checkRepeat(
  row: GeneRow,
  before: GeneRow,
  { file, report }: { file: string; report: ReportProblem },
): void {
  const where = { file, line: row.line };
  const isSame =
    Object.is(row.value, before.value) &&
    row.cohort.every((value, index) => Object.is(value, before.cohort[index]));
  const lines = `lines ${before.line} and ${row.line}`;
  if (isSame) {
    const message = `gene ${showText(row.gene)} is there twice with the same values (${lines}); kept once`;
    report(makeProblem("gene-repeated", "notice", message, { where }));
    return;
  }
  const message = `gene ${showText(row.gene)} is there twice with different values: ${lines}`;
  throw refuse("input", "gene-twice", message, {
    where,
    hint: "Keep one row for each gene; which one is right cannot be decided here.",
  });
}

function reportAnnotations(
  names: readonly string[],
  { where, report }: { where: { file: string; line: number }; report: ReportProblem },
): void {
  if (names.length === 0) return;
  const message = `columns that are no samples were passed over: ${names.map(showText).join(", ")}`;
  report(makeProblem("columns-passed-over", "notice", message, { where }));
}
