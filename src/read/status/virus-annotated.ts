import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import type { StatusRow } from "./status-row.ts";

const required = ["name", "interpretation", "integrations", "reported"];

/** Viruses in the tumor's reads as the Hartwig virus interpreter lists them; those that it does not report are set aside. */
export const virusAnnotated: StatusReader = {
  id: "virus-annotated",
  title: "Virus interpreter annotated.tsv: viruses",
  input: "status",
  extensions: [".tsv"],
  columns: [
    { name: "name", meaning: "name of the virus", required: true },
    { name: "interpretation", meaning: "HPV, EBV, MCV, HBV; empty for others", required: true },
    { name: "integrations", meaning: "places of integration", required: true },
    { name: "reported", meaning: "true: reported by the program", required: true },
  ],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: virusAnnotated.id, key: "status", required, read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  if (cells.text("reported").toLowerCase() !== "true") return [];
  return [
    {
      line: cells.line,
      marker: "virus",
      name: cells.text("interpretation") || cells.text("name"),
      value: cells.number("integrations"),
      unit: "integrations",
      status: "present",
      method: "virus interpreter",
    },
  ];
}
