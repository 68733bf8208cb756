import { makeProblem, type ReportProblem } from "../../model/problem.ts";
import type { ComparedAlteration } from "./describe-lesions.ts";

/** Our choice, as of exchanged samples: fewer small variants that two lesions do not share are no sign of two patients. */
const leastApart = 3;

/**
 * Warns, `lesions-share-nothing`, of two lesions of which each small variant that one calls is excluded by the reads of the other, or not
 * assessed there: metastases share most drivers with the primary tumor (PMID 30190408), so that samples of two patients, of two tumors, or one without
 * tumor cells are the nearer reasons.
 */
export function warnOfStrangers(
  compared: readonly ComparedAlteration[],
  report: ReportProblem,
): void {
  const variants = compared.filter(({ observation }) => {
    return observation.alteration.kind === "small-variant";
  });
  const ids = compared[0]?.cells.map(({ specimen }) => specimen) ?? [];
  for (const [at, id] of ids.entries()) {
    for (const [before, earlier] of ids.slice(0, at).entries()) {
      const apart = countApart(variants, [before, at]);
      if (apart < leastApart) continue;
      const message = `${earlier} and ${id} share no small variant that is compared, and ${apart} that one of them calls are excluded by the reads of the other.`;
      report(
        makeProblem("lesions-share-nothing", "warning", message, {
          hint: "They may be of two patients or two tumors, or one sample may hold no tumor cells: check the identity and the purity of both.",
        }),
      );
    }
  }
}

/** Variants that one of two lesions calls and the other excludes; 0 where they share one. */
function countApart(
  variants: readonly ComparedAlteration[],
  [a, b]: readonly [number, number],
): number {
  let apart = 0;
  for (const { cells } of variants) {
    const states = [cells[a]?.state, cells[b]?.state];
    const seen = states.filter((state) => state === "present" || state === "below calling");
    if (seen.length === 2) return 0;
    if (states.includes("present") && states.includes("absent")) apart += 1;
  }
  return apart;
}
