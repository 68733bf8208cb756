import { compareText } from "../../model/order.ts";
import { type Problem, type ReportProblem } from "../../model/problem.ts";
import { fixOf } from "./problem-fixes.ts";
import { severities, type Severity } from "../../model/severity.ts";

/** Problems of one code and one severity. */
export interface ProblemKind {
  readonly code: string;
  readonly severity: Severity;
  /** How often it happened. */
  readonly count: number;
  /** One thing to do about it. */
  readonly fix: string;
  /** The first of them, at most five. */
  readonly examples: readonly Problem[];
}

const shownExamples = 5;

/** Gathers problems by kind, in memory that does not grow with their number. */
export function makeProblemKinds(): { report: ReportProblem; kinds(): ProblemKind[] } {
  const kinds = new Map<string, ProblemKind & { examples: Problem[]; count: number }>();
  return {
    report(problem) {
      const { code, severity } = problem;
      const key = `${severity} ${code}`;
      const kind = kinds.get(key) ?? {
        code,
        severity,
        count: 0,
        fix: fixOf(problem),
        examples: [],
      };
      kinds.set(key, kind);
      kind.count += problem.count;
      if (kind.examples.length < shownExamples) kind.examples.push(problem);
    },
    /** The most severe first; within a severity by code. */
    kinds: () =>
      [...kinds.values()].sort(
        (a, b) =>
          severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
          compareText(a.code, b.code),
      ),
  };
}
