import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import { checkStatusRow, type StatusRow } from "./status-row.ts";

const required = ["Total_Number_of_Sites", "%"];

/** The score of MSIsensor and its kin: percent of sites whose lengths differ from the normal. The file states no verdict. */
export const msisensor: StatusReader = {
  id: "msisensor",
  title: "MSIsensor summary: MSI",
  input: "status",
  extensions: [".txt", ".tsv"],
  columns: [
    { name: "Total_Number_of_Sites", meaning: "sites with enough reads", required: true },
    { name: "Number_of_Somatic_Sites", meaning: "unstable sites", required: false },
    { name: "%", meaning: "the score", required: true },
  ],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: msisensor.id, key: "status", required, read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  const row: StatusRow = {
    line: cells.line,
    marker: "MSI",
    name: null,
    value: cells.number("%"),
    unit: "% unstable sites",
    status: null,
    method: "MSIsensor",
  };
  return [checkStatusRow(row, cells.where("%"))];
}
