/** What an approval of a therapy for an alteration means for its rank (spec, clinical R1.3 and R6.7). */
import type { EvidenceRow, Target } from "../model/report.ts";
import { isOnTumor } from "../model/verdict.ts";

type Approval = Pick<EvidenceRow["approvals"][number], "agency" | "status" | "date">;

/** Approvals that hold. One that was withdrawn proves nothing any more. */
export function holdingApprovals<T extends Pick<Approval, "status">>(approvals: readonly T[]): T[] {
  return approvals.filter(({ status }) => status !== "withdrawn");
}

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
