/** The columns that name the sample of a row, for all tables whose rows may be of several samples. */
import { simplifyColumn } from "./table-columns.ts";
import type { TableRow } from "../../io/table-row.ts";

/** Their names as `simplifyColumn` gives them, the most preferred first. */
export const sampleNames = [
  "sample",
  "sample_id",
  "sampleid",
  "sample_name",
  "tumor_sample",
  "tumor_sample_barcode",
] as const;

const known: ReadonlySet<string> = new Set(sampleNames);

/** True for such a name, however it is written: `Sample ID`, `Tumor_Sample_Barcode`. */
export function isSampleColumn(name: string): boolean {
  return known.has(simplifyColumn(name));
}

/** What the list of formats says of such a column. */
export const sampleColumn = {
  name: "sample",
  meaning: `of the row, rows of others are set aside; also named ${sampleNames.slice(1).join(", ")}`,
  required: false,
};

/** Those of a table as its header writes them, the most preferred first. */
export function findSampleColumns(columns: readonly string[]): readonly string[] {
  return sampleNames.flatMap((name) => columns.filter((each) => simplifyColumn(each) === name));
}

/** The sample of a row: the first of these columns that is filled, empty for none. Null for a table without such a column. */
export function findSampleOfRow(columns: readonly string[]): ((row: TableRow) => string) | null {
  const places = findSampleColumns(columns).map((name) => columns.indexOf(name));
  if (places.length === 0) return null;
  return ({ cells }) =>
    places.map((place) => (cells[place] ?? "").trim()).find((name) => name !== "") ?? "";
}
