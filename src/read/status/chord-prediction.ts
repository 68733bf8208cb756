import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import { checkStatusRow, readStatus, type StatusRow } from "./status-row.ts";
import { sampleColumn } from "../tables/sample-columns.ts";

const required = ["p_hrd", "hr_status"];

/** Deficiency of homologous recombination as CHORD predicts it (Nguyen 2020, PMID 33149131). */
export const chordPrediction: StatusReader = {
  id: "chord",
  title: "CHORD prediction: HRD",
  input: "status",
  extensions: [".tsv", ".txt"],
  columns: [
    sampleColumn,
    { name: "p_hrd", meaning: "probability of deficiency", required: true },
    {
      name: "hr_status",
      meaning: "HR_deficient, HR_proficient or cannot_be_determined",
      required: true,
    },
  ],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: chordPrediction.id, key: "status", required, read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  const row: StatusRow = {
    line: cells.line,
    marker: "HRD",
    name: null,
    value: cells.number("p_hrd"),
    unit: "probability",
    status: readStatus("HRD", cells.text("hr_status"), cells.where("hr_status")),
    method: "CHORD",
  };
  return [checkStatusRow(row, cells.where("p_hrd"))];
}
