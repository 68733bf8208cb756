/** Marks that sort a target after its unflagged peers (spec, clinical R6.2 and R6.5). */
import type { EvidenceRow } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";
import { findDisputes } from "./block-resistance.ts";
import { citeRows } from "./evidence/cite-rows.ts";
import type { TherapyEvidence } from "./evidence/group-by-therapy.ts";

/** `against`: the counter-evidence that moves the rank, see `levelOfTarget`. */
export function findFlags(evidence: TherapyEvidence, against: readonly EvidenceRow[]): Reason[] {
  const { label } = evidence.therapy;
  const disputes = findDisputes(evidence.resistance, evidence.noResistance);
  const flag = (code: string, rows: readonly EvidenceRow[], claim: string): Reason[] =>
    rows.length === 0 ? [] : [{ code, text: `${claim}: ${citeRows(rows)}.` }];
  return [
    ...flag(
      "resistance-evidence",
      evidence.resistance,
      `Resistance to ${label} is described, but not strongly or closely enough to block it`,
    ),
    ...flag(
      "resistance-disputed",
      disputes,
      `That resistance is disputed in this tumor at the same level or better`,
    ),
    ...flag("counter-evidence", against, `No benefit from ${label} was found in this tumor`),
    ...flag(
      "reduced-sensitivity",
      evidence.reducedSensitivity,
      `Reduced sensitivity to ${label} is described`,
    ),
    ...flag(
      "adverse-response",
      evidence.adverseResponse,
      `An adverse response to ${label} is described`,
    ),
  ];
}
