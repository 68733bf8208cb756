/** From statements met to ranked targets, blocked therapies and findings. */
import type { KinaseActivity } from "../annotate/proteins/kinase-activity.ts";
import type { OutlierCall } from "../annotate/proteins/protein-outliers.ts";
import type { GeneRole } from "../constraints/constraint-rule.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { Match } from "../match/match.ts";
import { findExcludedSubtypes } from "../match/stain-subtypes.ts";
import type { Clonality } from "../model/clonality.ts";
import type { CombinedResult } from "../model/combined-result.ts";
import type { Observation } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import type { BlockedTherapy, NotAssessed, Target } from "../model/report.ts";
import type { Strip } from "../model/verification.ts";
import { findBlockingRows } from "./block-resistance.ts";
import type { CaseContext } from "./case-context.ts";
import { combineResults } from "./combine-results.ts";
import { weighMatches } from "./evidence/evidence-row.ts";
import { groupByTherapy, type TherapyEvidence } from "./evidence/group-by-therapy.ts";
import { type EffectContext, judgeEffects, keepCarriers } from "./evidence/known-effect.ts";
import { listFindings, type Findings } from "./list-findings.ts";
import { listNormalStates } from "./list-normal-states.ts";
import { listNotRanked } from "./list-not-ranked.ts";
import { findBlockedPartsCaveats } from "./caveats/blocked-parts-caveats.ts";
import { compareBlocked, makeBlocked, makeUnsupported } from "./make-blocked.ts";
import { makeStrips } from "./verification/make-strips.ts";
import { makeTarget, type UnrankedTarget } from "./make-target.ts";
import { isOfNormalState } from "./evidence/normal-state.ts";
import { gatherProteinEvidence } from "./verification/protein-evidence.ts";
import { listCharacterized, matchingScore } from "./evidence/matching-score.ts";
import { rankTargets } from "./rank-targets.ts";
import { findResistedPartsCaveats } from "./caveats/resisted-parts-caveats.ts";

export interface CaseToAssess {
  readonly met: readonly Match[];
  readonly observations: readonly Observation[];
  readonly outliers: readonly OutlierCall[];
  readonly kinases?: readonly KinaseActivity[];
  /** False when the case has no protein table at all. */
  readonly proteinGiven: boolean;
  readonly caseDisease: string | null;
  /** True when no matched normal was given. */
  readonly tumorOnly: boolean;
  clonalityOf(observation: Observation): Clonality | null;
  /** Names changes by their reference proteins; absent: they are compared as they are written. */
  readonly placeChange?: CaseContext["placeChange"];
  /** What the patient was given before. */
  readonly prior?: readonly PriorTherapy[];
  /** Absent or null: the case has one lesion. */
  readonly lesionOf?: CaseContext["lesionOf"];
  readonly resistanceElsewhere?: CaseContext["resistanceElsewhere"] | undefined;
  readonly index: Pick<
    KnowledgeIndex,
    | "currentSymbol"
    | "tellsNoFunction"
    | "drug"
    | "drugParts"
    | "geneRole"
    | "includesDisease"
    | "isTested"
    | "knownAllele"
    | "namesActiveResidue"
    | "namesResidue"
    | "oncogenicChanges"
    | "verificationRules"
  >;
}

export interface AssessedCase extends Findings {
  readonly targets: Target[];
  readonly blocked: BlockedTherapy[];
  /** Markers that several assays say together. */
  readonly combinedResults: CombinedResult[];
  /** Cohorts of the measurements that the verdicts on targets rest on. */
  readonly strips: Strip[];
  /** Statements met that no rank could be made of. */
  readonly notAssessed: NotAssessed[];
}

/** The result does not depend on the order of matches, observations or calls. */
export function assessCase(input: CaseToAssess): AssessedCase {
  const context = makeContext(input);
  const { observations } = context;
  const geneRole = (gene: string): GeneRole => input.index.geneRole(gene);
  const effects: EffectContext = {
    observations,
    geneRole,
    namesResidue: (...residue) => input.index.namesResidue(...residue),
    namesActiveResidue: (...residue) => input.index.namesActiveResidue(...residue),
    tellsNoFunction: (statement) => input.index.tellsNoFunction(statement),
  };
  const met = keepCarriers(input.met, effects);
  const effectOf = judgeEffects(met, effects);
  const drug: typeof input.index.drug = (id) => input.index.drug(id);
  const isExcluded = findExcludedSubtypes(
    input.caseDisease,
    [...observations.values()],
    (wider, narrower) => input.index.includesDisease(wider, narrower),
  );
  const weighed = weighMatches(met, { effectOf, observations, geneRole, drug, isExcluded });
  const targets: UnrankedTarget[] = [];
  const blocked: BlockedTherapy[] = [];
  const shown = new Set<string>();
  const contextOnly: TherapyEvidence[] = [];
  for (const evidence of groupByTherapy(weighed)) {
    const outcome = assessTherapy(evidence, context);
    if (outcome === null && evidence.sensitivity.length > 0) contextOnly.push(evidence);
    if (outcome === null) continue;
    for (const row of evidence.all) shown.add(row.statement);
    if (outcome.kind === "target") targets.push(outcome.target);
    else blocked.push(outcome.entry);
  }
  const told = new Set(contextOnly.flatMap(({ all }) => all.map((row) => row.statement)));
  const unused = input.met
    .filter(({ statement: { id } }) => !shown.has(id) && !told.has(id))
    .map((match) => ({ statement: match.statement.id, gene: match.statement.gene }));
  const drawn = targets.flatMap(({ verification }) =>
    verification.measurements.flatMap(({ strip }) => strip ?? []),
  );
  const found = listFindings(
    weighed.map((each) => each.row),
    context,
  );
  const characterized = listCharacterized(found.findings);
  const labelOf = (id: string): string => observations.get(id)?.label ?? id;
  const scored = targets.map((target) => ({
    ...target,
    matchingScore: matchingScore(target, characterized),
    caveats: [
      ...findBlockedPartsCaveats(target, blocked),
      ...findResistedPartsCaveats(target, { targets, blocked, labelOf }),
      ...target.caveats,
    ],
  }));
  return {
    targets: rankTargets(scored),
    combinedResults: combineResults({ ...input, observations: [...observations.values()] }),
    strips: makeStrips(input.outliers, new Set(drawn)),
    blocked: blocked.toSorted(compareBlocked),
    ...found,
    notAssessed: [...listNotRanked(unused), ...listNormalStates(contextOnly)],
  };
}

function makeContext(input: CaseToAssess): CaseContext {
  const { index } = input;
  const observations = input.observations.toSorted((a, b) => compareText(a.id, b.id));
  return {
    observations: new Map(observations.map((observation) => [observation.id, observation])),
    caseDisease: input.caseDisease,
    tumorOnly: input.tumorOnly,
    clonalityOf: (observation) => input.clonalityOf(observation),
    prior: input.prior ?? [],
    placeChange: input.placeChange,
    lesionOf: input.lesionOf ?? null,
    resistanceElsewhere: input.resistanceElsewhere ?? [],
    proteins: gatherProteinEvidence({ ...input, observations }),
    index,
  };
}

type Outcome =
  | { readonly kind: "target"; readonly target: UnrankedTarget }
  | { readonly kind: "blocked"; readonly entry: BlockedTherapy };

/** Null: no row speaks for or against the therapy, or those that speak for it are context alone. */
function assessTherapy(evidence: TherapyEvidence, context: CaseContext): Outcome | null {
  const blocking = findBlockingRows(evidence);
  if (blocking.length > 0) {
    return { kind: "blocked", entry: makeBlocked(evidence, blocking, context) };
  }
  if (evidence.sensitivity.some((row) => !isOfNormalState(row))) {
    return { kind: "target", target: makeTarget(evidence, context) };
  }
  const entry = makeUnsupported(evidence, context);
  return entry === null ? null : { kind: "blocked", entry };
}
