/** Everything that a knowledgebase says of one alteration, without a case around it. */
import type { PlaceChange } from "../annotate/models/place-change.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import type { AnyStatement } from "../knowledgebase/statements/describe-statement.ts";
import { statementsAbout } from "../knowledgebase/statements/statements-about.ts";
import { diseaseRelation } from "../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import type { Observation } from "../model/observation.ts";
import { inputNeeds } from "../model/alteration.ts";
import { compareText } from "../model/order.ts";
import { compareSpecificity, type DiseaseRelation, type Specificity } from "../model/verdict.ts";
import { evaluateAll } from "./evaluate-constraint.ts";
import type { EvaluationContext } from "./evaluation-context.ts";

export interface LookedUp {
  readonly statement: AnyStatement;
  /** How exactly the statement names the alteration; null when only the gene was asked for. */
  readonly specificity: Specificity | null;
  readonly relation: DiseaseRelation;
}

/**
 * The statements of a gene that `observation` meets by itself, or all of them when it is null. In the tumor first, then the better
 * level, the more exact match, the id. `disease`: id in the tree of the knowledgebase.
 * `placeChange`: names changes by the reference proteins of GRCh38.
 */
export function lookUpAlteration(
  asked: {
    readonly gene: string;
    readonly observation: Observation | null;
    readonly disease: string | null;
  },
  knowledgebase: Knowledgebase,
  index: Pick<KnowledgeIndex, "testContext">,
  placeChange: PlaceChange | undefined,
): LookedUp[] {
  const { gene, observation, disease } = asked;
  const context: EvaluationContext = {
    tests: index.testContext("GRCh38", placeChange),
    available: new Set(inputNeeds),
    callability: null,
    outliers: [],
    covered: null,
    observationsOf: () => (observation === null ? [] : [observation]),
  };
  const found = statementsAbout(gene, knowledgebase).flatMap((statement): LookedUp[] => {
    const relation = diseaseRelation(knowledgebase.diseases, statement.disease.id, disease);
    if (observation === null) return [{ statement, specificity: null, relation }];
    const { state, specificity, observations } = evaluateAll(
      statement.variant.constraints,
      context,
    );
    // Met by the absence of something, as wild type is, it says nothing about the alteration.
    if (state !== "met" || observations.length === 0) return [];
    return [{ statement, specificity, relation }];
  });
  return found.toSorted(compareLookedUp);
}

/** In the tumor, or in a group that includes it; in a part of it; elsewhere; not known. */
const nearness: Readonly<Record<DiseaseRelation, number>> = {
  same: 0,
  ancestor: 0,
  descendant: 1,
  other: 2,
  unknown: 3,
};

function compareLookedUp(a: LookedUp, b: LookedUp): number {
  return (
    nearness[a.relation] - nearness[b.relation] ||
    compareText(a.statement.evidenceLevel, b.statement.evidenceLevel) ||
    (a.specificity === null || b.specificity === null
      ? 0
      : compareSpecificity(a.specificity, b.specificity)) ||
    compareText(a.statement.id, b.statement.id)
  );
}
