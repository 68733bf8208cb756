/** A therapy with evidence of benefit, before it is ranked. */
import type { Target } from "../model/report.ts";
import { specificities } from "../model/verdict.ts";
import { isOnTumor } from "../model/verdict.ts";
import { tierOf } from "./evidence/amp-level.ts";
import { markOnLabel } from "./evidence/approvals.ts";
import { balanceEvidence } from "./evidence/balance-evidence.ts";
import { levelOfTarget, type TargetLevel } from "./evidence/cap-level.ts";
import { pickObservations, referTo, type CaseContext } from "./case-context.ts";
import { citeRows } from "./evidence/cite-rows.ts";
import { claimLesion } from "./lesions/claim-lesion.ts";
import { claimClonality } from "./clonality/claim-clonality.ts";
import { explainProteinOnly } from "./explain-protein-only.ts";
import { explainTarget } from "./explain-target.ts";
import { findFlags } from "./find-flags.ts";
import type { TherapyEvidence } from "./evidence/group-by-therapy.ts";
import { claimResistanceElsewhere } from "./lesions/claim-resistance-elsewhere.ts";
import { nameActionability } from "./evidence/name-actionability.ts";
import { findPriorExposure } from "./prior-exposure.ts";
import { findTargetCaveats } from "./caveats/target-caveats.ts";
import { nctLevelOf } from "./evidence/nct-level.ts";
import { isOfNormalState } from "./evidence/normal-state.ts";
import { referToAbsences } from "./evidence/refer-to-absences.ts";
import { verifyTarget } from "./verification/verify-target.ts";

/** A target without what only its neighbors decide. */
export type UnrankedTarget = Omit<Target, "rank" | "sortKey" | "rankedAbove">;

/**
 * Verification, specificity and "on tumor" are read from the rows that reach the level, because they carry
 * the rank: a preclinical row about another alteration must not lend them its own. `evidence.sensitivity` is not empty.
 */
export function makeTarget(evidence: TherapyEvidence, context: CaseContext): UnrankedTarget {
  const reached = levelOfTarget(evidence);
  const deciding = pickObservations(
    context,
    reached.rows.flatMap((row) => row.observations),
  );
  const decidingIds = new Set(deciding.map((observation) => observation.id));
  const others = pickObservations(
    context,
    evidence.sensitivity.flatMap((row) => row.observations),
  ).filter((observation) => !decidingIds.has(observation.id));
  const alterations = [...deciding, ...others];
  const seen = alterations.map(referTo);
  const absences = referToAbsences(evidence.sensitivity.filter((row) => !isOfNormalState(row)));
  const specificity =
    specificities.find((level) => reached.rows.some((row) => row.specificity === level)) ?? "gene";
  const drugs = evidence.therapy.drugs.map(({ id }) => id);
  const history = findPriorExposure(evidence.therapy, context.prior);
  const label = markOnLabel(evidence.therapy, [...evidence.all]);
  const { verification, flags } = verifyTarget({ deciding, others }, drugs, context.proteins);
  const nct = nctLevelOf({ evidence: [...evidence.all], verification });
  const { lesion, reasons, caveats } = claimLesion(deciding, context);
  const elsewhere = claimResistanceElsewhere(evidence.therapy, context.resistanceElsewhere);
  return {
    id: `target:${evidence.therapy.id}`,
    therapy: evidence.therapy,
    // Wild type comes first where nothing that was seen carries the level.
    alterations: deciding.length === 0 ? [...absences, ...seen] : [...seen, ...absences],
    amp: {
      level: reached.level,
      tier: tierOf(reached.level),
      reason: explainLevel(reached),
      statements: reached.rows.map((row) => row.statement),
    },
    onTumor:
      context.caseDisease === null ? null : reached.rows.some((row) => isOnTumor(row.relation)),
    specificity,
    verification,
    clonality: claimClonality(deciding, context),
    lesion,
    flags: [
      ...findFlags(evidence, reached.against),
      ...elsewhere.flags,
      ...history.flags,
      ...flags,
    ],
    reasons: [
      ...explainTarget(evidence.sensitivity, { alterations, absences }),
      ...explainProteinOnly(deciding, context.proteins),
      ...reasons,
    ],
    caveats: [
      ...findTargetCaveats(
        { evidence, alterations, specificity, verification, against: reached.against },
        context,
      ),
      ...history.caveats,
      ...caveats,
      ...elsewhere.caveats,
    ],
    evidence: [...evidence.all],
    balance: balanceEvidence(evidence),
    ...(label === null ? {} : { onLabel: label }),
    ...(nct === null ? {} : { nct }),
    actionability: nameActionability(evidence.therapy, evidence.sensitivity, context.index.drug),
  };
}

function explainLevel({ level, rows, cappedBy }: TargetLevel): Target["amp"]["reason"] {
  const [first] = rows;
  if (level === null) {
    return {
      code: "other-tumor-weak",
      text: `Not tiered: only weak evidence from other tumors, ${citeRows(rows)}.`,
    };
  }
  if (cappedBy.length > 0) {
    return {
      code: "capped-by-counter-evidence",
      text:
        `The evidence reaches AMP level ${first?.ampLevel ?? level} (${citeRows(rows)}), ` +
        `but no benefit was found in this tumor by ${citeRows(cappedBy)}: capped at level ${level}, tier ${tierOf(level)}.`,
    };
  }
  return {
    code: "best-evidence",
    text: `AMP level ${level}, tier ${tierOf(level)}, by ${citeRows(rows)}.`,
  };
}
