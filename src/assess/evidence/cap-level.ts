/** Counter-evidence against a therapy (spec, clinical R6.5). */
import type { EvidenceRow } from "../../model/report.ts";
import { approvedBeside, labelExclusions } from "../../model/label-exclusion.ts";
import { isOnTumor } from "../../model/verdict.ts";
import { bestLevel, compareLevels, isStrong } from "./amp-level.ts";
import type { TherapyEvidence } from "./group-by-therapy.ts";
import type { AmpLevel } from "../../model/report-terms.ts";

/** Counter-evidence caps at this level, which is tier II. */
const cappedLevel: AmpLevel = "C";

export interface TargetLevel {
  readonly level: AmpLevel | null;
  /** The rows that reach the best level before any cap. */
  readonly rows: readonly EvidenceRow[];
  /** Counter-evidence that moves the rank: of level A or B, or at least as strong as the support. */
  readonly against: readonly EvidenceRow[];
  /** The part of `against` that lowered the level. */
  readonly cappedBy: readonly EvidenceRow[];
}

/**
 * The best level of the supporting rows, capped at C by counter-evidence of level A or B in the tumor of the case
 * unless support in this tumor is of a strictly better level: an approval is not undone by one trial, but flagged. A label that leaves the case
 * out speaks of one indication: it caps nothing where another one is approved here (MSI high beside an EGFR mutation), and that one carries the level.
 */
export function levelOfTarget(
  evidence: Pick<TherapyEvidence, "sensitivity" | "noBenefit">,
): TargetLevel {
  const best = bestLevel(evidence.sensitivity.map((row) => row.ampLevel));
  const exclusions = labelExclusions(evidence.noBenefit);
  const beside = exclusions.length > 0 ? approvedBeside(evidence.sensitivity, exclusions) : [];
  const rows =
    beside.length > 0 ? beside : evidence.sensitivity.filter((row) => row.ampLevel === best);
  const against = evidence.noBenefit.filter(
    (row) =>
      isOnTumor(row.relation) && (isStrong(row.ampLevel) || compareLevels(row.ampLevel, best) <= 0),
  );
  const cappedBy = against.filter(
    (row) =>
      isStrong(best) &&
      compareLevels(row.ampLevel, best) <= 0 &&
      !(beside.length > 0 && exclusions.includes(row)),
  );
  return { level: cappedBy.length > 0 ? cappedLevel : best, rows, against, cappedBy };
}
