/** Why a target is here: one sentence per alteration, or wild type, from the finding to the tier. */
import { describeObservation } from "../match/describe-observation.ts";
import { describeSpecificity } from "../match/describe-match.ts";
import type { Observation } from "../model/observation.ts";
import type { EvidenceRow, Target } from "../model/report.ts";
import type { Reason } from "../model/verdict.ts";
import { compareRows } from "./evidence/evidence-row.ts";

/** What the rows of sensitivity of a target rest on. */
interface RestsOn {
  readonly alterations: readonly Observation[];
  /** Wild type, and what else is no finding. */
  readonly absences: Target["alterations"];
}

/** For each alteration the best row of sensitivity that it meets; then how many rows say the same. */
export function explainTarget(
  sensitivity: readonly EvidenceRow[],
  { alterations, absences }: RestsOn,
): Reason[] {
  const sorted = sensitivity.toSorted(compareRows);
  const told = new Set<string>();
  const explain = (id: string, tell: (row: EvidenceRow) => string): Reason[] => {
    const row = sorted.find((candidate) => candidate.observations.includes(id));
    if (row === undefined) return [];
    told.add(row.statement);
    return [{ code: "meets-statement", text: tell(row) }];
  };
  const reasons = [
    ...alterations.flatMap((alteration) =>
      explain(alteration.id, (row) => sentence(alteration, row)),
    ),
    ...absences.flatMap(({ observation }) =>
      explain(observation, ({ matchReason, ampReason }) => `${matchReason.text} ${ampReason.text}`),
    ),
  ];
  const others = new Set(sorted.map((row) => row.statement)).size - told.size;
  if (others <= 0) return reasons;
  const text =
    others === 1
      ? "1 further statement supports this therapy."
      : `${others} further statements support this therapy.`;
  return [...reasons, { code: "further-support", text }];
}

function sentence(alteration: Observation, row: EvidenceRow): string {
  const others = row.observations.length - 1;
  const together =
    others > 0 ? ` together with ${others} other ${others === 1 ? "finding" : "findings"}` : "";
  const how = describeSpecificity(row.specificity);
  return (
    `${describeObservation(alteration)} meets ${row.source.name} ${row.source.record} ` +
    `"${row.gene} ${row.variant}"${together} ${how}. ${row.ampReason.text}`
  );
}
