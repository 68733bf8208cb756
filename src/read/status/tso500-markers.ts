import { isCombinedOutput, openSections } from "../tables/combined-output.ts";
import { type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import { checkStatusRow, type StatusRow } from "./status-row.ts";

/** What each line is, and in which unit. The file states no verdict. */
const markers: ReadonlyMap<string, Pick<StatusRow, "marker" | "unit">> = new Map([
  ["Total TMB", { marker: "TMB", unit: "mutations/Mb" }],
  ["Percent Unstable MSI Sites", { marker: "MSI", unit: "% unstable sites" }],
  ["Genomic Instability Score", { marker: "HRD", unit: "genomic instability score" }],
]);

const required = ["key", "value"];

/** Markers of the whole tumor in the combined output of TruSight Oncology 500. */
export const tso500Markers: StatusReader = {
  id: "tso500-markers",
  title: "TruSight Oncology 500: [TMB], [MSI] and [GIS] of CombinedVariantOutput.tsv",
  input: "status",
  extensions: [".tsv"],
  columns: [
    { name: "Total TMB", meaning: "mutations per megabase", required: false },
    { name: "Percent Unstable MSI Sites", meaning: "in percent", required: false },
    { name: "Genomic Instability Score", meaning: "of the assay of HRD", required: false },
  ],
  detect: isCombinedOutput,
  read: (source, options) =>
    readEvidenceTable(
      source,
      {
        id: tso500Markers.id,
        key: "status",
        required,
        open: openSections({
          sections: ["TMB", "MSI", "GIS"],
          required: null,
          columns: [...required, "sample"],
          of: "DNA",
          row(cell) {
            const [key, value] = [cell("key"), cell("value")];
            return markers.has(key) && value !== "" && value !== "NA" ? [key, value] : null;
          },
        }),
        read: readRow,
      },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  const known = markers.get(cells.text("key"));
  if (known === undefined) return [];
  const row: StatusRow = {
    line: cells.line,
    ...known,
    name: null,
    value: cells.number("value"),
    status: null,
    method: "TruSight Oncology 500",
  };
  return [checkStatusRow(row, cells.where("value"))];
}
