import { refuse } from "../model/refusal.ts";
import { hasColumns, type NamedCells, readEvidenceTable } from "./evidence-table.ts";
import type { IhcReader } from "./reader.ts";
import { combinedPositiveScore, tumorProportionScore } from "./pd-l1-score.ts";
import { readStainScore } from "./stain-score.ts";

/** One stain of the metastasis as the pathologist reports it. */
export interface IhcRow {
  /** 1-based. */
  readonly line: number;
  /** As in the file. */
  readonly marker: string;
  /** `0` to `3+`, a number, a range (`<1`, `>=50`, `1-49`), `positive`, `negative`, `lost` or `retained`. */
  readonly score: string;
  /** Null for a grade of 0 to 3+ and for words. */
  readonly unit: string | null;
  readonly assay: string | null;
  readonly clone: string | null;
}

const required = ["marker", "score"];

/** One row for each stain. */
export const ihcTable: IhcReader = {
  id: "ihc-table",
  title: "Immunohistochemistry, one row for each stain",
  input: "ihc",
  extensions: [".csv", ".tsv", ".txt"],
  columns: [
    {
      name: "marker",
      meaning: "HER2, PD-L1, MLH1, PMS2, MSH2, MSH6, ER, PR, AR or a gene symbol",
      required: true,
    },
    {
      name: "score",
      meaning:
        "0, 1+, 2+, 3+; a number or a range (<1, >=50, 1-49) with its unit; positive, negative, lost, retained, overexpressed; empty where cells are counted",
      required: true,
    },
    {
      name: "unit",
      meaning: "TPS, CPS, TC, IC, %, H-score, Allred; ratio or copies of in situ hybridization",
      required: false,
    },
    { name: "assay", meaning: "name of the assay", required: false },
    { name: "clone", meaning: "clone of the antibody; a cut-off belongs to one", required: false },
    {
      name: "tumor_positive",
      meaning: "stained tumor cells, for a TPS or CPS that is to be computed",
      required: false,
    },
    {
      name: "immune_positive",
      meaning: "stained lymphocytes and macrophages, for a CPS",
      required: false,
    },
    { name: "tumor_cells", meaning: "all viable tumor cells that were counted", required: false },
  ],
  example: ["marker,score,unit,assay,clone", "HER2,3+,,,4B5"],
  detect: (head) => hasColumns(head, required),
  read: (source, options) =>
    readEvidenceTable(source, { id: ihcTable.id, required, read: readRow }, options),
};

function readRow(cells: NamedCells): IhcRow[] {
  const marker = cells.text("marker");
  if (marker === "") {
    throw refuse("input", "marker-missing", "the row names no marker", {
      where: cells.where("marker"),
      hint: "Name the stain, e.g. HER2.",
    });
  }
  const given = cells.text("score");
  const { score, unit } = readStainScore(
    given === "" ? countedScore(cells) : given,
    cells.text("unit"),
    { marker, where: cells.where("score") },
  );
  return [
    {
      line: cells.line,
      marker,
      score,
      unit,
      assay: cells.text("assay") || null,
      clone: cells.text("clone") || null,
    },
  ];
}

/** The TPS or CPS of counted cells, to two decimals; empty where they are not counted. */
function countedScore(cells: NamedCells): string {
  const [tumorPositive, immunePositive, tumorCells] = [
    cells.number("tumor_positive"),
    cells.number("immune_positive"),
    cells.number("tumor_cells"),
  ];
  if (tumorPositive === null || tumorCells === null || tumorPositive > tumorCells) return "";
  const unit = cells.text("unit").toUpperCase();
  if (unit === "TPS") return shown(tumorProportionScore({ tumorPositive, tumorCells }));
  if (unit !== "CPS" || immunePositive === null) return "";
  return shown(combinedPositiveScore({ tumorPositive, immunePositive, tumorCells }));
}

function shown(score: number | null): string {
  return score === null ? "" : String(Number(score.toFixed(2)));
}
