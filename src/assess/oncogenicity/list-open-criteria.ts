/** Criteria that need tables which do not ship, or predictions which are not read. */
import { effectOf } from "../../constraints/consequence-effect.ts";
import type { TranscriptConsequence } from "../../model/alteration.ts";
import type { Criterion } from "../../model/oncogenicity.ts";
import type { CriterionCode } from "../../model/report-terms.ts";

const open: readonly (readonly [code: CriterionCode, reason: string])[] = [
  ["OS2", "No table of functional studies ships."],
  ["OS3", "No counts of samples at hotspots ship."],
  ["OM1", "No table of functional domains ships."],
  ["OM4", "No counts of samples at hotspots ship."],
  ["OP1", "Predictions of the effect are not read."],
  ["OP2", "No table of tumors with a single genetic cause ships."],
  ["OP3", "No counts of samples at hotspots ship."],
  ["SBS2", "No table of functional studies ships."],
  ["SBP1", "Predictions of the effect are not read."],
];

/** They are "not evaluated", whatever the variant; SBP2 only where it is silent. */
export function listOpenCriteria(consequence: TranscriptConsequence | null): Criterion[] {
  return [
    ...open.map(([code, reason]) => ({ code, state: "not evaluated" as const, reason })),
    judgeSilent(consequence),
  ];
}

function judgeSilent(consequence: TranscriptConsequence | null): Criterion {
  const code = "SBP2";
  const effect = consequence === null ? "unknown" : effectOf(consequence);
  if (effect === "unknown") {
    return { code, state: "not evaluated", reason: "What the variant does is not known." };
  }
  return effect === "synonymous"
    ? { code, state: "not evaluated", reason: "Effects on splicing and conservation are not read." }
    : { code, state: "not met", reason: `A variant of the kind "${effect}" is not silent.` };
}
