import { chooseOwnSample, nameAsked, type AskedSample, type SampledFile } from "../own-sample.ts";
import type { TableRow } from "../../io/table-row.ts";

interface Chosen {
  readonly rows: readonly TableRow[];
  readonly sample: string | null;
}

/**
 * The rows of the case's sample. `nameOf`: sample of a row; null: the table has no such column, and is the case's. A row that names none
 * counts where the table names one sample only. Throws as `chooseOwnSample` does.
 */
export function chooseTableSample(
  rows: readonly TableRow[],
  nameOf: ((row: TableRow) => string) | null,
  asked: AskedSample & SampledFile,
): Chosen {
  if (nameOf === null) return { rows, sample: nameAsked(asked) };
  const names = new Set(rows.map(nameOf).filter((name) => name !== ""));
  const chosen = chooseOwnSample([...names], asked, asked);
  if (chosen === null) return { rows, sample: nameAsked(asked) };
  const isOwn = (name: string): boolean => name === chosen || (name === "" && names.size === 1);
  return { rows: rows.filter((row) => isOwn(nameOf(row))), sample: chosen };
}
