import type { OpenTable } from "../../../io/open-table.ts";
import { makeProblem, type ReportProblem } from "../../../model/problem.ts";
import { wordInCell } from "./detection.ts";
import { readValues, type ReadValues } from "./matrix-cells.ts";
import { refuse } from "../../../model/refusal.ts";
import { findColumnsUnderSample, findWideColumns, type WideColumns } from "./protein-columns.ts";
import { readGene, type GeneCell } from "../names/protein-gene.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { findTwiceMeasured } from "./quantity-columns.ts";
import { keyOfSite, noSite, readSite, type SiteParts } from "./site-columns.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { showText } from "../../show-text.ts";
import { makeNumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";
import { readTransposed } from "./transposed-matrix.ts";
import type { ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins, GeneRow } from "./gene-row.ts";

/**
 * Reads a matrix of genes and samples. Its rows are genes where the case is one of its columns; where the column of names has no name, or
 * that of a sample, and the case is no column, the rows are the samples.
 */
export async function findInMatrix(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const where = { file, line: table.headerLine };
  const columns = findWideColumns(table.columns) ?? findColumnsUnderSample(table.columns);
  if (columns === null) {
    throw refuse("input", "columns-missing", "the table has no gene column and sample columns", {
      where,
      hint: `Name a column gene; the columns are ${table.columns.slice(0, 5).map(showText).join(", ")}.`,
    });
  }
  const name = (index: number): string => table.columns[index] ?? "";
  const caseColumn = columns.samples.find((index) => name(index) === options.sample);
  if (caseColumn === undefined) {
    if (columns.isUnnamed) return await readTransposed(table, file, options);
    throw sampleNotFound(options.sample, columns.samples.map(name), where);
  }
  refuseSharedDetection(columns, { names: table.columns, where });
  refuseTwoQuantities(columns.samples.map(name), where);
  const passedOver = [...columns.annotations, ...columns.facts].toSorted((a, b) => a - b);
  reportAnnotations(passedOver.map(name), { where, report: options.report });
  const cohort = columns.samples.filter((index) => index !== caseColumn);
  const context = { file, columns: { ...columns, caseColumn, cohort }, options };
  const { rows, refused, setAside } = await readRows(table, context);
  if (columns.unshared > 0) {
    const message = `of the PDC's table, ratios of unshared peptides (columns: ${columns.unshared}) and rows of statistics (${setAside}) were passed over`;
    options.report(makeProblem("pdc-second-ratios", "notice", message, { where }));
  }
  const isDeclared = rows.some(({ notDetected }) => notDetected !== undefined);
  const by = columns.detection === null ? wordInCell : `column ${name(columns.detection)}`;
  return {
    rows,
    refused,
    setAside,
    cohortSamples: cohort.map(name),
    stated: stateScale(options.scale, null),
    ...(isDeclared ? { detection: by } : {}),
  };
}

/** Rows above the genes of the PDC's tables. */
const statistics = new Set(["Mean", "Median", "StdDev"]);

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
): Promise<{ rows: GeneRow[]; refused: number; setAside: number }> {
  const numbers = makeNumberReader(file, table);
  const refusedRows = makeRefusedRows(options);
  const rows = new Map<string, GeneRow>();
  let setAside = 0;
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const cell = cells[columns.gene] ?? "";
      if (columns.unshared > 0 && statistics.has(cell)) {
        setAside += 1;
        continue;
      }
      const name = readGene(cell, { file, line, column: columns.gene + 1 });
      if (name.refused !== null) {
        refusedRows.add(name.refused);
        continue;
      }
      for (const remark of name.remarks) options.report(remark);
      const parts = columns.site === null ? noSite : readSite(columns.site, cells, cell);
      const siteKey =
        columns.site === null ? "" : keyOfSite(columns.site, parts, { gene: cell, cells, line });
      const { measured, problem } = readValues({ cells, where: { file, line } }, columns, numbers);
      if (problem !== null) options.report(problem);
      const accessions = joinCells(cells, columns.accessions, ";");
      const row = nameRow(measured, name, { line, parts, accessions });
      // Two antibodies or accessions of one gene are two measurements; the same name twice, and all beside it, is a fault of the table.
      const key =
        siteKey === "" && columns.annotations.length === 0
          ? cell.trim()
          : [cell.trim(), siteKey, joinCells(cells, columns.annotations, "\t")].join("\t");
      const before = rows.get(key);
      if (before === undefined) rows.set(key, row);
      else checkRepeat(row, before, { file, report: options.report });
    }
  }
  numbers.finish(options.report);
  return { rows: [...rows.values()], refused: refusedRows.count(), setAside };
}

/** One column of detection says nothing of which of several samples it is about. */
function refuseSharedDetection(
  { detection, samples }: WideColumns,
  { names, where }: { names: readonly string[]; where: { file: string; line: number } },
): void {
  if (detection === null || samples.length === 1) return;
  const message = `column ${showText(names[detection] ?? "")} declares detection beside ${samples.length} samples, and does not say for which`;
  throw refuse("input", "detection-shared", message, {
    where: { ...where, column: detection + 1 },
    hint: "Write not detected in the cell of the sample itself, or give one row for each sample and gene with a column detection.",
  });
}

/** Two quantities of a sample are no two samples: the case would be a reference of itself. */
function refuseTwoQuantities(
  names: readonly string[],
  where: { readonly file: string; readonly line: number },
): void {
  const found = findTwiceMeasured(names);
  if (found === null) return;
  const [first, second] = found.columns.map(showText);
  const message = `the table has two quantities of each sample, ${first} and ${second} of ${showText(found.sample)}, which would be read as two samples`;
  throw refuse("input", "sample-twice", message, {
    where,
    hint: "Leave the columns of one quantity in the table, the normalized one (LFQ, MaxLFQ, Normalized), or give the table as the program wrote it.",
  });
}

function joinCells(
  cells: readonly string[],
  columns: readonly number[],
  separator: string,
): string {
  return columns.length === 0 ? "" : columns.map((column) => cells[column] ?? "").join(separator);
}

function nameRow(
  measured: ReadValues["measured"],
  { gene, site, antibody, binds, modified }: GeneCell,
  {
    line,
    parts,
    accessions,
  }: { readonly line: number; readonly parts: SiteParts; readonly accessions: string },
): GeneRow {
  const { value, cohort, notDetected } = measured;
  const isGeneAlone =
    site === undefined &&
    antibody === undefined &&
    modified === undefined &&
    parts === noSite &&
    accessions === "";
  // Most rows, and there are many: parts that are put together cost several times as much.
  if (isGeneAlone && notDetected === undefined) return { gene, line, value, cohort };
  return {
    gene,
    line,
    ...measured,
    ...(site === undefined ? {} : { site }),
    ...(antibody === undefined ? {} : { antibody }),
    ...(binds === undefined ? {} : { binds }),
    ...(modified === undefined ? {} : { modified }),
    ...(accessions === "" ? {} : { accessions }),
    ...parts,
  };
}

/** A second row of one name is passed over when it says the same, and refuses the table when it does not. */
function checkRepeat(
  row: GeneRow,
  before: GeneRow,
  { file, report }: { file: string; report: ReportProblem },
): void {
  const where = { file, line: row.line };
  const isSame =
    Object.is(row.value, before.value) &&
    row.cohort.every((value, index) => Object.is(value, before.cohort[index])) &&
    String(row.notDetected ?? "") === String(before.notDetected ?? "");
  const lines = `lines ${before.line} and ${row.line}`;
  const gene = showText(row.site === undefined ? row.gene : `${row.gene} ${row.site}`);
  if (isSame) {
    const message = `gene ${gene} is there twice with the same values (${lines}); kept once`;
    report(makeProblem("gene-repeated", "notice", message, { where }));
    return;
  }
  const message = `gene ${gene} is there twice with different values: ${lines}`;
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
