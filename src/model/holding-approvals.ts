import type { EvidenceRow } from "./report.ts";

type Approval = EvidenceRow["approvals"][number];

/** Approvals that hold. One that was withdrawn proves nothing any more. */
export function holdingApprovals<T extends Pick<Approval, "status">>(approvals: readonly T[]): T[] {
  return approvals.filter(({ status }) => status !== "withdrawn");
}
