import { findDifferingStains, listResults } from "../../assess/caveats/differing-stains.ts";
import { isHybridization } from "../../constraints/stain.ts";
import type { IhcResult } from "../../model/alteration.ts";
import type { Observation } from "../../model/observation.ts";
import { makeProblem, type ReportProblem } from "../../model/problem.ts";

/** Warns where rows of one marker, antibody, assay and unit differ. */
export function reportDifferingStains(
  stains: readonly Observation<IhcResult>[],
  report: ReportProblem,
): void {
  for (const { first, others } of findDifferingStains(stains)) {
    const [other] = others;
    if (other === undefined) continue;
    const { marker } = first.alteration;
    const kind = isHybridization(first.alteration) ? "in situ hybridization" : "stain";
    report(
      makeProblem(
        "stains-differ",
        "warning",
        `rows of one ${kind} of ${marker} state different results: ${listResults([first, other])}`,
        {
          where: { file: other.provenance.file, line: other.provenance.line ?? undefined },
          hint: "Each is read for itself, and the higher one may meet a cut-off: leave out what does not count, or name antibody and assay.",
        },
      ),
    );
  }
}
