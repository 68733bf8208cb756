import { peekTable, type OpenTable } from "../../../io/open-table.ts";
import { isNotDetected, judgeDeclared, wordInCell } from "./detection.ts";
import { makeProblem, type ProblemWhere } from "../../../model/problem.ts";
import { refuse } from "../../../model/refusal.ts";
import { findLongColumns, type LongColumns } from "./protein-columns.ts";
import { readGene } from "../names/protein-gene.ts";
import { makeMeasurements, type Measurements } from "./protein-measurements.ts";
import type { RowName } from "../names/protein-row-name.ts";
import { sampleNotFound } from "./protein-sample.ts";
import { stateScale } from "../scale/protein-scale.ts";
import { readProteinTable } from "./protein-table.ts";
import { showText } from "../../show-text.ts";
import { keyOfSite, noSite, readSite, type SiteParts } from "./site-columns.ts";
import type { CellRow } from "./matrix-cells.ts";
import { makeNumberReader, type NumberReader } from "../../tables/table-number.ts";
import { makeRefusedRows } from "../../tables/table-refused-rows.ts";
import type { ProteinReader, ProteinReadOptions } from "../../protein-reader.ts";
import type { FoundProteins } from "./gene-row.ts";

/** One row for each sample and gene; the samples beside the case are its cohort. */
export const proteinLong: ProteinReader = {
  id: "protein-long",
  title: "Protein table, one row for each sample and gene",
  input: "protein",
  extensions: [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz"],
  columns: [
    {
      name: "sample",
      meaning: "sample name; also named sample_id, sample_name or Tumor_Sample_Barcode",
      required: true,
    },
    {
      name: "gene",
      meaning: "gene symbol; also named symbol, gene_symbol, gene_name or Hugo_Symbol",
      required: true,
    },
    {
      name: "site",
      meaning:
        "residues of a phosphosite, as pY1248; also named psite, phosphosite, residue, modified_residue or position (beside amino_acid or not), and PTM or modification, whose rows are set aside; empty, NA, total and, in a column site, what names no residue (liver) are of the whole protein",
      required: false,
    },
    {
      name: "value",
      meaning:
        "value; also named log2_value, log2_ratio, log2_intensity, intensity, abundance, expression, npx, tpm, counts, or zscore for z against the laboratory's own cohort; empty or NA where not measured, not detected where it was looked for and not found",
      required: true,
    },
    {
      name: "detection",
      meaning:
        "detected or not detected; also named detected (yes, no), detection_status or detection_call; below LOD and undetected are read as not detected, an empty cell declares nothing",
      required: false,
    },
  ],
  detect(head) {
    const table = peekTable(head);
    return table !== null && findLongColumns(table.columns) !== null;
  },
  firstSample(head) {
    const table = peekTable(head);
    const columns = table === null ? null : findLongColumns(table.columns);
    return columns === null ? null : (table?.firstRow[columns.sample]?.trim() ?? null);
  },
  read: (source, options) => readProteinTable(source, { id: proteinLong.id, find }, options),
};

async function find(
  table: OpenTable,
  file: string,
  options: ProteinReadOptions,
): Promise<FoundProteins> {
  const where = { file, line: table.headerLine };
  const columns = findLongColumns(table.columns, options.scale);
  if (columns === null) {
    throw refuse("input", "columns-missing", "the table lacks a column sample, gene or value", {
      where,
      hint: `The columns are ${table.columns.slice(0, 5).map(showText).join(", ")}.`,
    });
  }
  const stated = stateScale(options.scale, {
    name: table.columns[columns.value] ?? "",
    scale: columns.scale,
  });
  const { measurements, names, detection, refused } = await readRows(table, {
    file,
    columns,
    options,
  });
  const samples = measurements.samples();
  if (samples.length > 0 && !samples.includes(options.sample)) {
    throw sampleNotFound(options.sample, samples, { file });
  }
  const { rows, cohortSamples } = measurements.rowsFor(options.sample);
  const named = rows.map(({ name, ...row }) => ({
    ...(names.get(name) ?? { gene: name }),
    ...row,
  }));
  // Only RNA is counted, or given in TPM.
  const isRna = columns.scale === "tpm" || columns.scale === "counts";
  return {
    rows: named,
    cohortSamples,
    stated,
    ...(isRna ? { molecule: "rna" as const } : {}),
    ...(detection === null ? {} : { detection }),
    refused,
    setAside: 0,
  };
}

type RowNames = ReadonlyMap<string, RowName>;

async function readRows(
  table: OpenTable,
  { file, columns, options }: { file: string; columns: LongColumns; options: ProteinReadOptions },
): Promise<{
  measurements: Measurements;
  names: RowNames;
  detection: string | null;
  refused: number;
}> {
  const numbers = makeNumberReader(file, table);
  const refusedRows = makeRefusedRows(options);
  const measurements = makeMeasurements(file, options.report);
  // A gene cell recurs with every sample; what there is to say about it is said once.
  const names = new Map<string, RowName>();
  const readName = (
    { name, cell, parts }: { name: string; cell: string; parts: SiteParts },
    place: ProblemWhere,
  ): boolean => {
    const { refused, remarks, ...read } = readGene(cell, place);
    if (refused !== null) {
      refusedRows.add(refused);
      return false;
    }
    for (const remark of remarks) options.report(remark);
    names.set(name, { ...read, ...parts });
    return true;
  };
  let isDeclared = false;
  for await (const block of table.rows()) {
    for (const { cells, line } of block) {
      const { value, ...declared } = readValue({ cells, where: { file, line } }, columns, numbers);
      const sample = (cells[columns.sample] ?? "").trim();
      if (sample === "") {
        const place = { file, line, column: columns.sample + 1 };
        const message = "the row names no sample";
        refusedRows.add(makeProblem("sample-missing", "error", message, { where: place }));
        continue;
      }
      const cell = cells[columns.gene] ?? "";
      const parts = columns.site === null ? noSite : readSite(columns.site, cells, cell);
      const key =
        columns.site === null ? "" : keyOfSite(columns.site, parts, { gene: cell, cells, line });
      const name = key === "" ? cell.trim() : `${cell.trim()} ${key}`;
      const place = { file, line, column: columns.gene + 1 };
      if (!names.has(name) && !readName({ name, cell, parts }, place)) continue;
      if (declared.problem !== null) options.report(declared.problem);
      isDeclared ||= declared.isNotDetected;
      measurements.add({ name, sample, value, line, isNotDetected: declared.isNotDetected });
    }
  }
  numbers.finish(options.report);
  const detection = isDeclared ? nameDetection(columns, table.columns) : null;
  return { measurements, names, detection, refused: refusedRows.count() };
}

function nameDetection({ detection }: LongColumns, names: readonly string[]): string {
  return detection === null ? wordInCell : `column ${names[detection] ?? ""}`;
}

/** The value, NaN where the row gives none or declares its protein not detected, and what it declares. */
function readValue(
  { cells, where }: CellRow,
  columns: LongColumns,
  numbers: NumberReader,
): { readonly value: number } & ReturnType<typeof judgeDeclared> {
  const { detection, value: column } = columns;
  const cell = cells[column] ?? "";
  const declared = judgeDeclared({
    detection: detection === null ? null : (cells[detection] ?? ""),
    value: cell,
    where: { ...where, column: (detection ?? column) + 1 },
  });
  const isWord = declared.isNotDetected || isNotDetected(cell);
  const value = isWord ? Number.NaN : numbers.read(cell, where.line, column);
  return { value, ...declared };
}
