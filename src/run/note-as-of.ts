import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { makeProblem, type Problem } from "../model/problem.ts";

/** A notice where the knowledgebase stands as of a day: what was left out, and what nothing dates. */
export function noteAsOf({ asOf }: Knowledgebase): Problem[] {
  if (asOf === undefined) return [];
  const { date, statementsLeftOut, approvalsLeftOut, undated } = asOf;
  const message = `the knowledgebase stands as of ${date}: left out are ${statementsLeftOut} statements of a later date and ${approvalsLeftOut} approvals of a later or unknown one; statements that nothing dates are kept: ${undated}`;
  const hint =
    "Read what rests on undated statements with its publications: their age is not known here.";
  return [makeProblem("knowledgebase-as-of", "notice", message, { hint })];
}
