import type { Constraint } from "../constraints/constraints.ts";
import type { Observation } from "../model/observation.ts";
import type { Evaluation } from "./evaluation.ts";

/**
 * Losses of the other allele beside a small variant that abolishes the function: together they inactivate both copies of the gene (spec,
 * matching 4). Alone they meet nothing; nothing is added where no small variant met the constraint.
 */
export function findSecondHits(
  constraint: Constraint,
  met: readonly Evaluation[],
  observations: readonly Observation[],
): Evaluation[] {
  if (constraint.type !== "consequence") return [];
  if (constraint.class !== "loss-of-function" && constraint.class !== "truncating") return [];
  const ids = new Set(met.flatMap((each) => each.observations));
  const hit = observations.find(
    ({ id, alteration }) => ids.has(id) && alteration.kind === "small-variant",
  );
  if (hit === undefined) return [];
  return observations.flatMap(({ id, label, alteration }) => {
    if (alteration.kind !== "copy-number" || ids.has(id)) return [];
    if (alteration.oneAlleleLost !== true || alteration.part !== undefined) return [];
    const text = `${label}: with ${hit.label} both copies are hit, if the variant is on the allele that is left.`;
    return [
      {
        state: "met",
        specificity: "consequence in gene",
        observations: [id],
        reasons: [{ code: "second-hit", text }],
        missing: [],
      },
    ];
  });
}
