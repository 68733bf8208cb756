/** Grades of a stain that are written by plus signs alone. */
import { makeProblem, type Problem } from "../../model/problem.ts";
import { showText } from "../show-text.ts";
import type { IhcRow } from "./ihc-row.ts";

/** Means positive in one laboratory and 1+ in another. */
const loneSign = "+";

/** `++` and `+++` are grades wherever they stand; null for all else. */
export function gradeOfSigns(text: string): string | null {
  if (text === loneSign) return loneSign;
  return /^\+{2,3}$/.test(text) ? `${text.length}+` : null;
}

/**
 * A single plus sign is 1+ where the table grades by plus signs (`++`, `+++`) and by no digits; elsewhere its row is refused, since it may
 * mean positive. `signs`: scores as the file writes them.
 */
export function settleSigns(
  rows: readonly IhcRow[],
  signs: readonly string[],
  { file, refuseRow }: { readonly file: string; refuseRow(problem: Problem): void },
): readonly IhcRow[] {
  const isGraded = signs.some((sign) => /^\+{2,3}$/.test(sign));
  const hasDigits = signs.some((sign) => /^[0-3]\+$/.test(sign));
  const kept: IhcRow[] = [];
  for (const row of rows) {
    if (row.score !== loneSign) kept.push(row);
    else if (isGraded && !hasDigits) kept.push({ ...row, score: "1+" });
    else {
      const message = `"+" of ${showText(row.marker)} is positive in one laboratory and 1+ in another${hasDigits ? ", and the table grades by digits beside it" : ""}`;
      const where = { file, line: row.line };
      const hint = "Write 1+, or positive.";
      refuseRow(makeProblem("score-not-read", "error", message, { where, hint }));
    }
  }
  return kept;
}
