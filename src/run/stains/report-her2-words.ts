import { isHybridization, readStain } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";

/**
 * Warns where HER2 is stated as positive or negative and no row has its grade. "Positive" may be 3+, or 2+ with an amplification that was seen
 * elsewhere; "negative" may be 0, which opposes an amplification, or HER2-low, which drugs are labeled for (ASCO/CAP 2018 and 2023).
 */
export function reportHer2Words(
  stains: readonly Observation<IhcResult>[],
  report: ReportProblem,
): void {
  const own = stains.filter(
    ({ gene, alteration }) => gene === "ERBB2" && !isHybridization(alteration),
  );
  if (own.some(({ alteration }) => readStain(alteration).form === "grade")) return;
  const worded = own.find(
    ({ alteration: { score } }) => score === "positive" || score === "negative",
  );
  if (worded === undefined) return;
  const { alteration, provenance } = worded;
  const message = `${alteration.marker} is stated as ${alteration.score} without a score: what asks for 0, 1+, 2+ or 3+ of HER2, or for an amplification of ERBB2, stays open`;
  report(
    makeProblem("her2-score-missing", "warning", message, {
      where: { file: provenance.file, line: provenance.line ?? undefined },
      hint: "Write the score of the stain and, at 2+, a row of the in situ hybridization (assay ISH).",
    }),
  );
}
