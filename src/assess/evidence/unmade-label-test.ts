import type { Match } from "../../match/match.ts";
import type { Observation } from "../../model/observation.ts";

/**
 * The test by which the label of an approved use defines its protein, where the case shows that protein against a cohort only:
 * "high" in a proteome is not "3+ by immunohistochemistry" (spec, clinical R6.1). Null: there is none, or the match does not
 * rest on expression alone.
 */
export function unmadeLabelTest(
  { statement, observations }: Pick<Match, "statement" | "observations">,
  known: ReadonlyMap<string, Observation>,
): string | null {
  const isMeasuredOnly =
    observations.length > 0 &&
    observations.every((id) => known.get(id)?.alteration.kind === "expression");
  if (!isMeasuredOnly) return null;
  return statement.approvals.find(({ companionTest }) => companionTest)?.companionTest ?? null;
}
