/** Which resistance takes a therapy out of the ranking (spec, clinical R6.2). */
import type { EvidenceRow } from "../model/report.ts";
import { compareSpecificity, isOnTumor } from "../model/verdict.ts";
import { compareLevels, isStrong } from "./evidence/amp-level.ts";
import type { TherapyEvidence } from "./evidence/group-by-therapy.ts";

/**
 * Resistance of level A or B, which only evidence in the tumor of the case reaches, blocks whatever the sensitivity
 * of another alteration (EGFR T790M blocks erlotinib although L858R stands at level A). Only the same alteration can
 * outweigh it: by sensitivity of a strictly better level, stated as exactly or more so. Both stay visible (R1.6).
 */
export function findBlockingRows(
  evidence: Pick<TherapyEvidence, "resistance" | "sensitivity">,
): EvidenceRow[] {
  return evidence.resistance.filter(
    (resistance) =>
      isStrong(resistance.ampLevel) &&
      !evidence.sensitivity.some((sensitivity) => outweighs(sensitivity, resistance)),
  );
}

function outweighs(sensitivity: EvidenceRow, resistance: EvidenceRow): boolean {
  return (
    compareLevels(sensitivity.ampLevel, resistance.ampLevel) < 0 &&
    compareSpecificity(sensitivity.specificity, resistance.specificity) <= 0 &&
    resistance.observations.every((id) => sensitivity.observations.includes(id))
  );
}

/** Rows of this tumor that dispute the resistance at its own level or better. It stays blocked; the report says so. */
export function findDisputes(
  resistance: readonly EvidenceRow[],
  noResistance: readonly EvidenceRow[],
): EvidenceRow[] {
  return noResistance.filter(
    (dispute) =>
      isOnTumor(dispute.relation) &&
      resistance.length > 0 &&
      resistance.every((row) => compareLevels(dispute.ampLevel, row.ampLevel) <= 0),
  );
}
