/** The conflict panel of one therapy: who speaks for it, who against it, and how strongly (spec, clinical R5 and R6). */
import type { EvidenceBalance } from "../../model/evidence-balance.ts";
import { approvedBeside, labelExclusions } from "../../model/label-exclusion.ts";
import type { EvidenceRow } from "../../model/report.ts";
import { holdingApprovals } from "../../model/holding-approvals.ts";
import type { TherapyEvidence } from "./group-by-therapy.ts";
import { balanceLevels } from "../../model/report-terms.ts";

type Level = EvidenceBalance["levels"][number];

/** What a source's level is worth and, with stars, what its score adds (CIViC; spec, clinical R5). */
const points: Readonly<Record<EvidenceRow["evidenceLevel"], number>> = {
  A: 10,
  B: 5,
  C: 3,
  D: 1,
  E: 0.5,
};

/** Stars of a statement that its source does not rate: a label or guideline was looked at harder than any paper (our choice). */
const unrated = { validated: 5, other: 1 } as const;

/**
 * Counts by level, and a score that is split: CIViC's sum adds a statement of "does not support" to those that support. Which way the
 * statements weigh is decided at the best level that one of them reaches, so that no number of weak ones outvotes a strong one; what is not
 * tiered decides nothing. A disputed resistance speaks for neither side. A label that leaves the case out is not outvoted by what it approves.
 */
export function balanceEvidence(
  evidence: Pick<
    TherapyEvidence,
    "sensitivity" | "noBenefit" | "resistance" | "reducedSensitivity" | "adverseResponse"
  >,
): EvidenceBalance {
  const { sensitivity, noBenefit } = evidence;
  const resisting = [
    ...evidence.resistance,
    ...evidence.reducedSensitivity,
    ...evidence.adverseResponse,
  ];
  const levels = balanceLevels
    .map((level) => ({
      level,
      supports: countAt(sensitivity, level),
      doesNotSupport: countAt(noBenefit, level),
      resists: countAt(resisting, level),
    }))
    .filter((each) => each.supports + against(each) > 0);
  const opposed = [...noBenefit, ...resisting];
  const conflict = sensitivity.length > 0 && opposed.length > 0;
  const best = levels.find(({ level }) => level !== "not tiered");
  const exclusions = labelExclusions(noBenefit);
  const isLeftOut = exclusions.length > 0 && approvedBeside(sensitivity, exclusions).length === 0;
  const weighs = weigh(best, isLeftOut);
  const verdict = isLeftOut
    ? "The label leaves this case out, which decides."
    : tellVerdict(best, weighs);
  return {
    levels,
    score: { supports: scoreOf(sensitivity), against: scoreOf(opposed) },
    conflict,
    weighs,
    reason: conflict
      ? { code: "conflicting-evidence", text: `${tell(levels)}. ${verdict}` }
      : { code: "evidence-agrees", text: `${tell(levels)}.` },
  };
}

function countAt(rows: readonly EvidenceRow[], level: Level["level"]): number {
  return rows.filter((row) => (row.ampLevel ?? "not tiered") === level).length;
}

function against({ doesNotSupport, resists }: Level): number {
  return doesNotSupport + resists;
}

function scoreOf(rows: readonly EvidenceRow[]): number {
  return rows.reduce((sum, row) => sum + points[row.evidenceLevel] * starsOf(row), 0);
}

function starsOf({ rating, evidenceLevel, approvals }: EvidenceRow): number {
  if (rating !== null) return rating;
  const isValidated = evidenceLevel === "A" || holdingApprovals(approvals).length > 0;
  return isValidated ? unrated.validated : unrated.other;
}

/** `Supports: 1 at A, 2 at C; does not support: none; resists: 1 at B`. */
function tell(levels: readonly Level[]): string {
  const side = (key: "supports" | "doesNotSupport" | "resists"): string =>
    levels
      .filter((each) => each[key] > 0)
      .map((each) => `${each[key]} ${each.level === "not tiered" ? "" : "at "}${each.level}`)
      .join(", ") || "none";
  return `Supports: ${side("supports")}; does not support: ${side("doesNotSupport")}; resists: ${side("resists")}`;
}

function weigh(level: Level | undefined, isLeftOut: boolean): EvidenceBalance["weighs"] {
  if (isLeftOut) return "against";
  if (level === undefined || level.supports === against(level)) return "even";
  return level.supports > against(level) ? "for" : "against";
}

function tellVerdict(best: Level | undefined, weighs: EvidenceBalance["weighs"]): string {
  if (best === undefined) return "None of them is tiered here, so they decide nothing.";
  const { level } = best;
  return weighs === "even"
    ? `Neither side is stronger at level ${level}, the best; weaker levels do not outvote it.`
    : `Level ${level} speaks ${weighs} its use; weaker levels do not outvote it.`;
}
