/** Grades of a stain that are written by plus signs alone. */
import { makeProblem, type ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import type { IhcRow } from "./ihc-table.ts";
import { showText } from "./show-text.ts";

/** Means positive in one laboratory and 1+ in another. */
const loneSign = "+";

/** `++` and `+++` are grades wherever they stand; null for all else. */
export function gradeOfSigns(text: string): string | null {
  if (text === loneSign) return loneSign;
  return /^\+{2,3}$/.test(text) ? `${text.length}+` : null;
}

interface SignedRows {
  readonly rows: readonly IhcRow[];
  /** Rows that are refused because of their sign. */
  readonly refused: number;
}

/**
 * A single plus sign is 1+ where the table grades by plus signs (`++`, `+++`) and by no digits; elsewhere its row is refused, since it may
 * mean positive. Throws Refusal "input" when strict.
 */
export function settleSigns(
  rows: readonly IhcRow[],
  {
    signs,
    file,
    strict,
    report,
  }: {
    /** Scores as the file writes them. */
    readonly signs: readonly string[];
    readonly file: string;
    readonly strict: boolean;
    readonly report: ReportProblem;
  },
): SignedRows {
  const isGraded = signs.some((sign) => /^\+{2,3}$/.test(sign));
  const hasDigits = signs.some((sign) => /^[0-3]\+$/.test(sign));
  const kept: IhcRow[] = [];
  for (const row of rows) {
    if (row.score !== loneSign) kept.push(row);
    else if (isGraded && !hasDigits) kept.push({ ...row, score: "1+" });
    else {
      const problem = makeProblem(
        "score-not-read",
        "error",
        `"+" of ${showText(row.marker)} is positive in one laboratory and 1+ in another${hasDigits ? ", and the table grades by digits beside it" : ""}`,
        {
          where: { file, line: row.line },
          hint: "Write 1+, or positive.",
        },
      );
      if (strict) throw new Refusal("input", [problem]);
      report(problem);
    }
  }
  return { rows: kept, refused: rows.length - kept.length };
}
