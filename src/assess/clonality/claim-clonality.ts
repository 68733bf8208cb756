import type { ClonalityClaim } from "../../model/clonality.ts";
import type { Observation } from "../../model/observation.ts";
import type { CaseContext } from "../case-context.ts";
import { clonalityStates } from "../../model/report-terms.ts";

/** The clonality of a target: that of the variant with the best one among those that carry its level. */
export function claimClonality(
  deciding: readonly Observation[],
  { clonalityOf }: Pick<CaseContext, "clonalityOf">,
): ClonalityClaim {
  const judged = deciding.flatMap((observation) => clonalityOf(observation) ?? []);
  for (const state of clonalityStates) {
    const found = judged.find((each) => each.state === state);
    if (found !== undefined) return { state, reason: found.reason };
  }
  const text = "No small variant carries the level, and clonality is told of these only.";
  return { state: "not assessable", reason: { code: "clonality-no-variant", text } };
}
