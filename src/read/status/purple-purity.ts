import { refuse } from "../../model/refusal.ts";
import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { StatusReader } from "../reader.ts";
import { readStatus, type StatusRow } from "./status-row.ts";

const required = ["msIndelsPerMb", "msStatus", "tmbPerMb", "tmbStatus"];

/** TMB and MSI as PURPLE's summary gives them, with its own verdicts (HMF tools, PURPLE README: cut-offs 10/Mb and 4/Mb). */
export const purplePurity: StatusReader = {
  id: "purple-purity",
  title: "PURPLE purity.tsv: TMB, MSI and purity",
  input: "status",
  extensions: [".tsv"],
  columns: [
    { name: "msIndelsPerMb", meaning: "indels in repeats per megabase", required: true },
    { name: "msStatus", meaning: "MSI, MSS or UNKNOWN", required: true },
    { name: "tmbPerMb", meaning: "somatic variants of the genome per megabase", required: true },
    { name: "tmbStatus", meaning: "HIGH, LOW or UNKNOWN", required: true },
    { name: "purity", meaning: "share of tumor cells, for clonality", required: false },
  ],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(
      source,
      { id: purplePurity.id, key: "status", required, read: readRow },
      options,
    ),
};

function readRow(cells: NamedCells): StatusRow[] {
  const common = { line: cells.line, name: null, ...readPurity(cells) };
  return [
    {
      ...common,
      marker: "TMB",
      value: cells.number("tmbPerMb"),
      unit: "mutations/Mb",
      status: readStatus("TMB", cells.text("tmbStatus"), cells.where("tmbStatus")),
      method: "PURPLE, all variants of the genome",
    },
    {
      ...common,
      marker: "MSI",
      value: cells.number("msIndelsPerMb"),
      unit: "repeat indels/Mb",
      status: readStatus("MSI", cells.text("msStatus"), cells.where("msStatus")),
      method: "PURPLE",
    },
  ];
}

/** A fit without tumor cells has the status NO_TUMOR, and its number then means nothing (HMF tools, PURPLE README). */
function readPurity(cells: NamedCells): Pick<StatusRow, "purity"> {
  const purity = cells.number("purity");
  if (purity === null || cells.text("status") === "NO_TUMOR") return {};
  if (purity > 0 && purity <= 1) return { purity };
  throw refuse("input", "status-purity", `a purity of ${purity} is no share of cells`, {
    where: cells.where("purity"),
    hint: "It is above 0, and at most 1.",
  });
}
