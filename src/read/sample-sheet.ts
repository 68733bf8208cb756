import type { ByteSource } from "../io/byte-source.ts";
import { openText } from "../io/open-text.ts";
import { openTable } from "../io/open-table.ts";
import { nearest } from "../model/nearest.ts";
import { makeProblem, type Problem, type ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";

/** A column of a sample sheet and the field of `case.json` that it fills. */
export interface SheetColumn {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
}

/** Columns of a sample sheet. A cell with several files separates them by `;`. */
export const sheetColumns: readonly SheetColumn[] = [
  { name: "sample", meaning: "pseudonym of the case and name of its reports", required: true },
  { name: "vcf", meaning: "small variants", required: false },
  { name: "tumor_sample", meaning: "the tumor's sample in the variant file", required: false },
  { name: "tumor_af_tag", meaning: "INFO key of the tumor allele fraction", required: false },
  { name: "tumor_dp_tag", meaning: "INFO key of the tumor depth", required: false },
  { name: "tumor_type", meaning: "OncoTree code, DOID or exact name", required: false },
  { name: "biopsy_site", meaning: "where the metastasis was", required: false },
  { name: "assembly", meaning: "GRCh37 or GRCh38; inferred when empty", required: false },
  { name: "protein", meaning: "protein tables", required: false },
  { name: "protein_sample", meaning: "the case's column or name in them", required: false },
  {
    name: "protein_cohort",
    meaning: "name printed for the other samples of the table",
    required: false,
  },
  { name: "protein_scale", meaning: "scale of the protein values", required: false },
  { name: "protein_molecule", meaning: "protein, rna or phosphosite", required: false },
  { name: "cnv", meaning: "copy numbers", required: false },
  { name: "sv", meaning: "structural variants", required: false },
  { name: "fusion", meaning: "fusions", required: false },
  { name: "status", meaning: "TMB, MSI, HRD, signatures, viruses", required: false },
  { name: "ihc", meaning: "results of immunohistochemistry", required: false },
  { name: "callable", meaning: "what was read well enough to call", required: false },
  { name: "purity", meaning: "fraction of tumor cells, 0 to 1", required: false },
  { name: "ploidy", meaning: "mean copies of the tumor's genome", required: false },
  { name: "sex", meaning: "female or male", required: false },
];

/** One row: the cells that are not empty, by column. */
export interface SheetRow {
  /** 1-based line of the sheet. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * Reads a sample sheet, CSV or TSV by its content, whole: it is a list, not data. Throws Refusal "input" for what is no table,
 * for columns that are not known (each with the nearest known one) and for required ones that are missing.
 */
export async function readSampleSheet(
  source: ByteSource,
  report: ReportProblem,
): Promise<readonly SheetRow[]> {
  const opened = await openText(source, { report });
  try {
    const table = await openTable(opened, { report, strict: false, fillRows: true });
    checkColumns(table.columns, { file: source.name, line: table.headerLine });
    const rows: SheetRow[] = [];
    for await (const block of table.rows()) {
      for (const { line, cells } of block) {
        const pairs = table.columns.map(
          (column, index) => [column, cells[index]?.trim() ?? ""] as const,
        );
        rows.push({ line, cells: new Map(pairs.filter(([, cell]) => cell !== "")) });
      }
    }
    return rows;
  } finally {
    await opened.close();
  }
}

function checkColumns(columns: readonly string[], where: { file: string; line: number }): void {
  const known = sheetColumns.map(({ name }) => name);
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column) => {
      const [close] = nearest(column, known, 1);
      const hint = `Known: ${known.join(", ")}.`;
      return makeProblem("sheet-column-unknown", "error", `column "${column}" is not known`, {
        where: { ...where, column: columns.indexOf(column) + 1 },
        hint: close === undefined ? hint : `Did you mean ${close}?`,
      });
    });
  const missing: Problem[] = sheetColumns
    .filter(({ name, required }) => required && !columns.includes(name))
    .map(({ name }) =>
      makeProblem("sheet-column-missing", "error", `the sheet has no column "${name}"`, { where }),
    );
  if (unknown.length + missing.length > 0) throw new Refusal("input", [...missing, ...unknown]);
}
