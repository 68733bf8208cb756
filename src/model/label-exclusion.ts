/** Labels that leave the case out: pembrolizumab for PD-L1 in lung cancer with an EGFR mutation. */
import { holdingApprovals } from "./holding-approvals.ts";
import type { EvidenceRow } from "./report.ts";
import { isOnTumor } from "./verdict.ts";

/**
 * Statements that no benefit is to be looked for in the tumor of the case, which rest on labels alone and are met at level A. The same label's
 * indication in the disease that they name does not hold for a case that they are met in.
 */
export function labelExclusions(evidence: readonly EvidenceRow[]): EvidenceRow[] {
  return evidence.filter(
    ({ predicate, direction, relation, ampLevel, documents }) =>
      predicate === "sensitivity" &&
      direction === "does not support" &&
      ampLevel === "A" &&
      isOnTumor(relation) &&
      documents.length > 0 &&
      documents.every(({ id }) => id.startsWith("LABEL:")),
  );
}

/** True of a statement about the disease that one of the exclusions is about; another indication (MSI high in solid tumors) is not left out. */
export function isLeftOut(
  { disease }: Pick<EvidenceRow, "disease">,
  exclusions: readonly EvidenceRow[],
): boolean {
  return exclusions.some((exclusion) => exclusion.disease.id === disease.id);
}

/** Of statements of benefit: those at level A by an approval that the exclusions leave alone. */
export function approvedBeside(
  sensitivity: readonly EvidenceRow[],
  exclusions: readonly EvidenceRow[],
): EvidenceRow[] {
  return sensitivity.filter(
    (row) =>
      row.ampLevel === "A" &&
      isOnTumor(row.relation) &&
      holdingApprovals(row.approvals).length > 0 &&
      !isLeftOut(row, exclusions),
  );
}
