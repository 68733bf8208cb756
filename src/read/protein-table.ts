import type { ByteSource } from "../io/byte-source.ts";
import { openTable, type OpenTable } from "../io/open-table.ts";
import { openText } from "../io/open-text.ts";
import { makeProblem } from "../model/problem.ts";
import { refuse } from "../model/refusal.ts";
import { settleScale, type ScalableRow, type StatedScale } from "./protein-scale.ts";
import type { ProteinReadOptions, ProteinTable } from "./reader.ts";

/** One gene while its table is read; `value` and `cohort` hold NaN where missing. */
export interface GeneRow extends ScalableRow {
  readonly gene: string;
  readonly line: number;
}

/** What a format finds in an opened table. */
export interface FoundProteins {
  readonly rows: readonly GeneRow[];
  readonly cohortSamples: readonly string[];
  readonly stated: StatedScale | null;
  /** Rows of the file that were refused. */
  readonly refused: number;
  /** Rows of the file that are no measurement of their own: contaminants, a gene's other protein groups. */
  readonly setAside: number;
}

export interface ProteinFormat {
  readonly id: string;
  /** Whether rows may leave out empty cells at their end. */
  readonly fillRows?: boolean;
  find(table: OpenTable, file: string, options: ProteinReadOptions): Promise<FoundProteins>;
}

/**
 * Opens a table of proteins, lets its format find the rows, and settles the scale of their values.
 * `counts.read` is the number of rows in the result, of those refused and of those set aside. Throws Refusal "input", "identity" or "usage".
 */
export async function readProteinTable(
  source: ByteSource,
  format: ProteinFormat,
  options: ProteinReadOptions,
): Promise<ProteinTable> {
  const { report, sample, molecule = "protein" } = options;
  const text = await openText(source, { report });
  const file = text.name;
  const table = await openTable(text, { ...options, fillRows: format.fillRows ?? false });
  const { rows, cohortSamples, stated, refused, setAside } = await format.find(
    table,
    file,
    options,
  );
  if (rows.length === 0 && refused > 0) {
    throw refuse("input", "table-no-rows", "no row of the table could be read", {
      where: { file },
    });
  }
  if (rows.length === 0) {
    report(makeProblem("table-no-rows", "warning", "the table has no rows", { where: { file } }));
  }
  const scale = settleScale({ file, molecule, rows, stated, report });
  const layout = `${table.delimiter.name}-separated; genes: ${rows.length}, reference samples: ${cohortSamples.length}, scale: ${scale.name} (${scale.decidedBy})`;
  report(makeProblem("protein-table", "notice", `read as ${layout}`, { where: { file } }));
  return {
    file,
    format: format.id,
    molecule,
    sample,
    cohortSamples,
    cohortName: options.cohortName ?? `other samples of ${file}`,
    scale,
    rows: rows.map((row) => ({ ...row, value: Number.isNaN(row.value) ? null : row.value })),
    counts: { read: rows.length + refused + setAside, refused, setAside },
    digest: text.digest(),
  };
}
