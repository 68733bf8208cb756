/** What an approval of a therapy for an alteration means for its rank (spec, clinical R1.3 and R6.7). */
import type { EvidenceRow, Target, Therapy } from "../../model/report.ts";
import { isLeftOut, labelExclusions } from "../../model/label-exclusion.ts";
import { holdingApprovals } from "../../model/holding-approvals.ts";
import { isOnTumor, type Reason } from "../../model/verdict.ts";

type Approval = Pick<EvidenceRow["approvals"][number], "agency" | "status" | "date">;

/** `EMA 2018-09 (conditional), FDA 2018-06-27`; each in its own words where several are listed. */
export function nameApprovals(approvals: readonly Approval[]): string {
  const names = approvals.map(({ agency, status, date }) => {
    const day = date === null ? "date not known" : date;
    return `${agency} ${day}${status === "regular" ? "" : ` (${status ?? "kind not known"})`}`;
  });
  return [...new Set(names)].toSorted().join(", ");
}

/** Rows of benefit in the tumor of the case: only what they say of approval and of a successor holds for it. */
export function rowsInTumor(target: Pick<Target, "evidence">): EvidenceRow[] {
  return target.evidence.filter(
    ({ predicate, direction, relation }) =>
      predicate === "sensitivity" && direction === "supports" && isOnTumor(relation),
  );
}

/**
 * Approvals that hold for the alteration in the tumor of the case: where the variant has no known effect, or the label's test was not made, an approval
 * gives no level A. None of an indication whose label leaves the case out.
 */
export function approvalsHere(target: Pick<Target, "evidence">): EvidenceRow["approvals"] {
  const exclusions = labelExclusions(target.evidence);
  return rowsInTumor(target)
    .filter((row) => row.ampLevel === "A" && !isLeftOut(row, exclusions))
    .flatMap((row) => holdingApprovals(row.approvals));
}

/** The mark of a use on label, which is no match of a trial (spec, clinical R6.6); null where none is known. */
export function markOnLabel(therapy: Therapy, evidence: Target["evidence"]): Reason | null {
  const approvals = approvalsHere({ evidence });
  if (approvals.length === 0) return null;
  return {
    code: "on-label",
    text:
      `${therapy.label} is approved here (${nameApprovals(approvals)}): a use on label, not a match of a trial. ` +
      "Line of therapy, age and test are to be read in the label.",
  };
}
