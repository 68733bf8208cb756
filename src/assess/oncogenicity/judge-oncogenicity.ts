import type { PlaceChange } from "../../annotate/models/place-change.ts";
import type { GeneRole } from "../../constraints/constraint-rule.ts";
import type { NamedChanges } from "../../knowledgebase/index/index-oncogenic.ts";
import type { SmallVariant, TranscriptConsequence } from "../../model/alteration.ts";
import type { Criterion, Oncogenicity } from "../../model/oncogenicity.ts";
import { judgeEffect } from "./judge-effect.ts";
import { judgeKnownChanges } from "./judge-known-changes.ts";
import { judgePopulation } from "./judge-population.ts";
import { listOpenCriteria } from "./list-open-criteria.ts";
import { scoreCriteria } from "./score-criteria.ts";
import { criterionCodes } from "../../model/report-terms.ts";

export interface OncogenicityFacts {
  geneRole(gene: string): GeneRole;
  oncogenicChanges(gene: string): NamedChanges;
  /** Names changes by their reference proteins; undefined: they are compared as they are written. */
  readonly placeChange?: PlaceChange | undefined;
}

/**
 * Every criterion of the standard with its reason, the points of those that are met, and their class (Horak 2022, PMID
 * 35101336; spec, clinical R7). The class is no bound: among the criteria that no input decides are benign ones (SBS2, SBP1) as
 * well as oncogenic ones. Null where none can be evaluated. `consequence`: the one that the finding shows.
 */
export function judgeOncogenicity(
  variant: SmallVariant,
  consequence: TranscriptConsequence | null,
  facts: OncogenicityFacts,
): Oncogenicity | null {
  const judged = [
    ...judgeEffect(consequence, (gene) => facts.geneRole(gene)),
    ...judgeKnownChanges(consequence, facts),
    ...judgePopulation(variant),
  ];
  if (judged.every(({ state }) => state === "not evaluated")) return null;
  const all = [...judged, ...listOpenCriteria(consequence)];
  const met = all.filter(({ state }) => state === "met").map(({ code }) => code);
  return { ...scoreCriteria(met), criteria: inOrder(all) };
}

function inOrder(all: readonly Criterion[]): Criterion[] {
  return all.toSorted((a, b) => criterionCodes.indexOf(a.code) - criterionCodes.indexOf(b.code));
}
