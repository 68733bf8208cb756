import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import { showText } from "../show-text.ts";
import type { IhcRow } from "./ihc-row.ts";

const ofCells: ReadonlySet<string> = new Set(["%", "TPS", "TC", "IC", "CPS"]);

/**
 * Warns of percentages between 0 and 1: a spreadsheet keeps 60 % as 0.6, and what is stained in 0.6 % of cells is negative. They are read as they
 * are written, for a laboratory may mean them so.
 */
export function reportFractions(
  rows: readonly IhcRow[],
  { file, report }: { readonly file: string; readonly report: ReportProblem },
): void {
  for (const { marker, score, unit, line } of rows) {
    const value = Number(score);
    if (unit === null || !ofCells.has(unit) || !(value > 0 && value < 1)) continue;
    const message = `${showText(score)} ${unit} of ${showText(marker)} lies below 1 and is negative: a share of 1 instead of a percentage looks like this`;
    report(
      makeProblem("score-may-be-fraction", "warning", message, {
        where: { file, line },
        hint: `Write ${Number((value * 100).toFixed(2))} for ${Number((value * 100).toFixed(2))} %; if it is less than 1 %, write <1.`,
      }),
    );
  }
}
