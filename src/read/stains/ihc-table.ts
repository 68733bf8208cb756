import type { ProblemWhere } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { hasColumns, type NamedCells, readEvidenceTable } from "../tables/evidence-table.ts";
import type { IhcReader } from "../reader.ts";
import { namesBothAssays, namesHybridization } from "./hybridization.ts";
import { reportFractions } from "./doubt-fractions.ts";
import { settleSigns } from "./plus-signs.ts";
import { combinedPositiveScore, tumorProportionScore } from "./pd-l1-score.ts";
import { showText } from "../show-text.ts";
import { readStainScore } from "./stain-score.ts";
import { sampleColumn } from "../tables/sample-columns.ts";
import type { IhcRow } from "./ihc-row.ts";

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
        "0, 1+, 2+, 3+ (or ++, +++); a number or a range (<1, >=50, 1-49) with its unit; positive, negative, lost, retained, overexpressed; empty where cells are counted",
      required: true,
    },
    {
      name: "unit",
      meaning:
        "TPS, CPS, TC, IC, %, H-score, Allred, also of a word; ratio or copies of in situ hybridization",
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
    sampleColumn,
  ],
  example: ["marker,score,unit,assay,clone", "HER2,3+,,,4B5"],
  detect: (head) => hasColumns(head, required),
  read(source, options) {
    const signs: string[] = [];
    return readEvidenceTable(
      source,
      {
        id: ihcTable.id,
        key: "ihc",
        required,
        read(cells) {
          const rows = readRow(cells);
          signs.push(cells.text("score"));
          return rows;
        },
        settle(rows, refusing) {
          reportFractions(rows, { ...refusing, report: options.report });
          return settleSigns(rows, signs, refusing);
        },
      },
      options,
    );
  },
};

function readRow(cells: NamedCells): IhcRow[] {
  const marker = cells.text("marker");
  if (marker === "") {
    throw refuse("input", "marker-missing", "the row names no marker", {
      where: cells.where("marker"),
      hint: "Name the stain, e.g. HER2.",
    });
  }
  const given = cells.withPoints("score");
  const where = cells.where("score");
  const counted = countedScore(cells, marker);
  const asked = given === "" && counted !== null ? shown(counted) : given;
  const { score, unit } = readStainScore(asked, cells.text("unit"), { marker, where });
  holdToCounts(score, counted, { marker, where });
  const assay = cells.text("assay") || null;
  holdToAssay({ score, unit, assay }, { marker, where });
  return [
    {
      line: cells.line,
      marker,
      score,
      unit,
      assay,
      clone: cells.text("clone") || null,
    },
  ];
}

/** The TPS or CPS of counted cells; null where they are not counted. Throws Refusal "input" for counts that cannot be. */
function countedScore(cells: NamedCells, marker: string): number | null {
  const [tumorPositive, immunePositive, tumorCells] = [
    cells.number("tumor_positive"),
    cells.number("immune_positive"),
    cells.number("tumor_cells"),
  ];
  if (tumorPositive === null || tumorCells === null) return null;
  if (
    tumorCells <= 0 ||
    tumorPositive > tumorCells ||
    Math.min(tumorPositive, immunePositive ?? 0) < 0
  ) {
    const message = `the counted cells of ${showText(marker)} cannot be: ${tumorPositive} stained of ${tumorCells} viable tumor cells, ${immunePositive ?? "no"} stained immune cells`;
    throw refuse("input", "cell-counts-impossible", message, {
      where: cells.where("tumor_positive"),
      hint: "Stained tumor cells are among the viable ones, of which there is at least one.",
    });
  }
  const unit = cells.text("unit").toUpperCase();
  if (unit === "TPS") return tumorProportionScore({ tumorPositive, tumorCells });
  if (unit !== "CPS" || immunePositive === null) return null;
  return combinedPositiveScore({ tumorPositive, immunePositive, tumorCells });
}

/** Points that a score may differ from its counted cells, since scores are reported in steps of 5 as well. */
const roundedPoints = 5;

/** Throws Refusal "input" where a score stands beside counts of another one: which of them is right is not known. */
function holdToCounts(
  score: string,
  counted: number | null,
  { marker, where }: { readonly marker: string; readonly where: ProblemWhere },
): void {
  const given = Number(score);
  if (counted === null || Number.isNaN(given)) return;
  if (Math.abs(given - counted) <= roundedPoints) return;
  const message = `the score of ${showText(marker)} is ${score}, and its counted cells give ${shown(counted)}`;
  throw refuse("input", "score-contradicts-counts", message, {
    where,
    hint: "Correct one of them, or leave the score empty to have it computed.",
  });
}

/** Throws Refusal "input" for a score that in situ hybridization has not, beside an assay that is nothing else: it is of another assay, or no result. */
function holdToAssay(
  { score, unit, assay }: Pick<IhcRow, "score" | "unit" | "assay">,
  { marker, where }: { readonly marker: string; readonly where: ProblemWhere },
): void {
  if (assay === null || !namesHybridization(assay) || namesBothAssays(assay)) return;
  if (unit === "ratio" || unit === "copies") return;
  if (score === "positive" || score === "negative") return;
  const text = [score, unit].filter(Boolean).join(" ");
  const message = `${showText(text)} of ${showText(marker)} is of a stain, and the assay is ${showText(assay)}`;
  throw refuse("input", "score-not-of-assay", message, {
    where,
    hint: "In situ hybridization has a ratio, copies, positive or negative; name the assay of a stain IHC, or leave it empty.",
  });
}

function shown(score: number): string {
  return String(Number(score.toFixed(2)));
}
