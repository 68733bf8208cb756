import type { BlockedTherapy, Target } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";

/** Code of the caveats that are made here. */
const code = "part-blocked";

/**
 * Drugs of a combination that are blocked by themselves in this case. Nothing passes between a combination and its parts (spec,
 * clinical R6.2), so that the rank stays; a reader has to see both.
 */
export function findBlockedParts(
  { therapy, alterations }: Pick<Target, "therapy" | "alterations">,
  blocked: readonly BlockedTherapy[],
): Reason[] {
  if (therapy.drugs.length < 2) return [];
  const own = new Set(alterations.map(({ observation }) => observation));
  return therapy.drugs.flatMap(({ id, name }) => {
    const entry = blocked.find((each) => each.kind === "blocked" && each.therapy.id === id);
    if (entry === undefined) return [];
    const labels = (part: BlockedTherapy["alterations"]): string =>
      part.map(({ label }) => label).join(", ");
    const others = entry.alterations.filter(({ observation }) => !own.has(observation));
    const text =
      others.length === 0
        ? `${name} alone is blocked in this case (${labels(entry.alterations)}); the evidence here is of the combination.`
        : `${name} alone is blocked in this case, also by ${labels(others)}, which the evidence for the combination does not rest on: whether the combination overcomes it is not stated.`;
    return [{ code, text }];
  });
}
