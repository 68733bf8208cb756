import type { BlockedTherapy, Target } from "./report.ts";

/** A drug of a combination that is blocked by itself in the case. */
export interface BlockedPart {
  readonly name: string;
  /** Labels of all alterations that block it. */
  readonly by: readonly string[];
  /** Those among them that the combination's own row does not rest on. */
  readonly alsoBy: readonly string[];
}

/**
 * Drugs of a combination that are blocked alone. Nothing passes between a combination and its parts (spec, clinical R6.2), so that its
 * rank stays; a reader has to see both.
 */
export function findBlockedParts(
  { therapy, alterations }: Pick<Target, "therapy" | "alterations">,
  blocked: readonly BlockedTherapy[],
): BlockedPart[] {
  if (therapy.drugs.length < 2) return [];
  const own = new Set(alterations.map(({ observation }) => observation));
  return therapy.drugs.flatMap(({ id, name }) => {
    const entry = blocked.find((each) => each.kind === "blocked" && each.therapy.id === id);
    if (entry === undefined) return [];
    const others = entry.alterations.filter(({ observation }) => !own.has(observation));
    const labels = (part: BlockedTherapy["alterations"]): string[] =>
      part.map(({ label }) => label);
    return [{ name, by: labels(entry.alterations), alsoBy: labels(others) }];
  });
}
