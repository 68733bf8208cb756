/** A therapy that leaves the ranking, or never was in it. */
import type { BlockedTherapy, EvidenceRow } from "../model/report.ts";
import { compareText } from "../model/order.ts";
import type { Reason } from "../model/verdict.ts";
import { bestLevel, compareLevels, isStrong } from "./evidence/amp-level.ts";
import { balanceEvidence } from "./evidence/balance-evidence.ts";
import { findDisputes } from "./block-resistance.ts";
import { pickObservations, referTo, type CaseContext } from "./case-context.ts";
import { citeRows } from "./evidence/cite-rows.ts";
import { isPublication } from "./evidence/independent-sources.ts";
import type { TherapyEvidence } from "./evidence/group-by-therapy.ts";
import { referToAbsences } from "./evidence/refer-to-absences.ts";

const kinds = ["blocked", "resistance evidence", "no benefit evidence"] as const;

/** An entry for a therapy that `blocking` rows take out of the ranking. Its rows of sensitivity are shown too (R1.6). */
export function makeBlocked(
  evidence: TherapyEvidence,
  blocking: readonly EvidenceRow[],
  context: CaseContext,
): BlockedTherapy {
  const disputes = findDisputes(blocking, evidence.noResistance);
  const strongSupport = evidence.sensitivity.filter((row) => isStrong(row.ampLevel));
  const sentences = [
    `Resistance to ${evidence.therapy.label} in this tumor: ${citeRows(blocking)}.`,
    ...tellSinglePublication(blocking),
    ...(strongSupport.length === 0
      ? []
      : [
          `Benefit in ${describeTumors(strongSupport)} is described too and does not lift the block: ${citeRows(strongSupport)}.`,
        ]),
    ...(disputes.length === 0
      ? []
      : [
          `The resistance is disputed in this tumor at the same level or better: ${citeRows(disputes)}.`,
        ]),
  ];
  const code = disputes.length > 0 ? "resistance-disputed" : "resistance-in-tumor";
  return makeEntry(evidence, context, {
    kind: "blocked",
    rows: blocking,
    reason: { code, text: sentences.join(" ") },
  });
}

/** The size of a study is no criterion of R6.2, so that one small study blocks: the board has to see that nothing else is behind it. */
function tellSinglePublication(rows: readonly EvidenceRow[]): string[] {
  const [document, another] = [
    ...new Set(rows.flatMap(({ documents }) => documents.map(({ id }) => id))),
  ].filter((id) => !id.startsWith("NCT:"));
  if (document === undefined || another !== undefined || !isPublication(document)) return [];
  return [
    `That rests on one publication (${document}): no label, guideline or second study is cited for it.`,
  ];
}

/** A label for a wider group of tumors may exclude this one; its statement does not say so. */
function describeTumors(rows: readonly EvidenceRow[]): string {
  return rows.some(({ relation }) => relation === "same")
    ? "this tumor"
    : "a wider group of tumors that this one belongs to";
}

/** An entry for a therapy that no row of sensitivity supports; null when no row speaks against it either. */
export function makeUnsupported(
  evidence: TherapyEvidence,
  context: CaseContext,
): BlockedTherapy | null {
  const { label } = evidence.therapy;
  const resisting = [...evidence.resistance, ...evidence.reducedSensitivity];
  if (resisting.length > 0) {
    return makeEntry(evidence, context, {
      kind: "resistance evidence",
      rows: resisting,
      reason: {
        code: "resistance-only",
        text: `No statement of benefit from ${label} is met; resistance or reduced sensitivity is described: ${citeRows(resisting)}.`,
      },
    });
  }
  const against = [...evidence.noBenefit, ...evidence.adverseResponse];
  if (against.length === 0) return null;
  return makeEntry(evidence, context, {
    kind: "no benefit evidence",
    rows: against,
    reason: {
      code: "no-benefit-only",
      text: `No statement of benefit from ${label} is met; absence of benefit or harm is described: ${citeRows(against)}.`,
    },
  });
}

function makeEntry(
  evidence: TherapyEvidence,
  context: CaseContext,
  entry: { kind: BlockedTherapy["kind"]; rows: readonly EvidenceRow[]; reason: Reason },
): BlockedTherapy {
  const ids = entry.rows.flatMap((row) => row.observations);
  return {
    id: `blocked:${evidence.therapy.id}`,
    kind: entry.kind,
    therapy: evidence.therapy,
    alterations: [...pickObservations(context, ids).map(referTo), ...referToAbsences(entry.rows)],
    reason: entry.reason,
    evidence: [...evidence.all],
    balance: balanceEvidence(evidence),
  };
}

/** By kind, then the best level of any row, then the name of the therapy. */
export function compareBlocked(a: BlockedTherapy, b: BlockedTherapy): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    compareLevels(bestOf(a), bestOf(b)) ||
    compareText(a.therapy.label, b.therapy.label) ||
    compareText(a.id, b.id)
  );
}

function bestOf({ evidence }: BlockedTherapy): EvidenceRow["ampLevel"] {
  return bestLevel(evidence.map((row) => row.ampLevel));
}
