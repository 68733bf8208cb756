import { findBlockedParts } from "../../model/blocked-parts.ts";
import type { BlockedTherapy, Target } from "../../model/report.ts";
import type { Reason } from "../../model/verdict.ts";

/** Says of each drug of a combination that is blocked alone by what, and whether the combination's evidence speaks to it. */
export function findBlockedPartsCaveats(
  target: Pick<Target, "therapy" | "alterations">,
  blocked: readonly BlockedTherapy[],
): Reason[] {
  return findBlockedParts(target, blocked).map(({ name, by, alsoBy }) => ({
    code: "part-blocked",
    text:
      alsoBy.length === 0
        ? `${name} alone is blocked in this case (${by.join(", ")}); the evidence here is of the combination.`
        : `${name} alone is blocked in this case, also by ${alsoBy.join(", ")}, which the evidence for the combination does not rest on: whether the combination overcomes it is not stated.`,
  }));
}
