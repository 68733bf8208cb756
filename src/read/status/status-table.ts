import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import { checkStatusRow, readMarker, readStatus, type StatusRow } from "./status-row.ts";
import { sampleColumn } from "../tables/sample-columns.ts";

/** One row for each marker of the whole tumor. */
export const statusTable: StatusReader = {
  id: "status-table",
  title: "Markers of the whole tumor: TMB, MSI, HRD, signatures, viruses",
  input: "status",
  extensions: [".csv", ".tsv", ".txt"],
  columns: [
    { name: "marker", meaning: "TMB, MSI, HRD, signature or virus", required: true },
    { name: "value", meaning: "number; empty or NA where none was measured", required: true },
    { name: "unit", meaning: "of the value, e.g. mutations/Mb", required: false },
    {
      name: "status",
      meaning:
        "TMB: high, low; MSI: high, low, stable; HRD: deficient, proficient; signature, virus: present, absent",
      required: true,
    },
    { name: "method", meaning: "assay or program; a cut-off belongs to one", required: false },
    { name: "name", meaning: "which signature or virus: SBS3, HPV16", required: false },
    sampleColumn,
  ],
  detect: (head) => hasColumns(head, ["marker", "value", "status"]),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: statusTable.id, key: "status", required: ["marker", "value", "status"], read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  const marker = readMarker(cells.text("marker"), cells.where("marker"));
  const row = {
    line: cells.line,
    marker,
    name: orNull(cells.text("name")),
    value: cells.number("value"),
    unit: orNull(cells.text("unit")),
    status: readStatus(marker, cells.text("status"), cells.where("status")),
    method: orNull(cells.text("method")),
  };
  return [checkStatusRow(row, cells.where("marker"))];
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
