import { makeProblem, type ProblemWhere, type ReportProblem } from "../../model/problem.ts";

/** A line of a million faults must not take a million messages to refuse. */
export const mostProblems = 1_000;

/** Passes on the first 1,000 problems of one record, then says once that there are more. */
export function limitProblems(report: ReportProblem, where: ProblemWhere): ReportProblem {
  let seen = 0;
  return (problem) => {
    seen += 1;
    if (seen <= mostProblems) report(problem);
    if (seen !== mostProblems + 1) return;
    const message = `one record has more than ${mostProblems} problems; the rest of them is not listed`;
    report(makeProblem("record-problems-many", "warning", message, { where }));
  };
}
