import { assessCase } from "../../assess/assess-case.ts";
import { compareLesions, type LesionVerdict } from "../../assess/compare-lesions.ts";
import { isSameByName, type LesionView, seeInLesion } from "../../assess/lesions/see-in-lesion.ts";
import type { Disease } from "../../knowledgebase/disease-tree.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import { findMatches } from "../../match/find-matches.ts";
import type { Match } from "../../match/match.ts";
import type { Lesions } from "../../model/lesions.ts";
import type { Allele } from "../../model/locus.ts";
import type { Observation } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import type { Problem } from "../../model/problem.ts";
import type { ReportInput, Target } from "../../model/report.ts";
import type { LesionFacts } from "../../model/specimen.ts";
import { lesionRoles } from "../../model/verdict.ts";
import { makeCaseFacts } from "../case-facts.ts";
import type { LesionsRequest } from "../case-request.ts";
import { makeClonalityOf } from "../judge-variant-clonality.ts";
import type { Stage } from "../stage.ts";
import {
  type ComparedAlteration,
  describeLesions,
  type LesionTargets,
} from "./describe-lesions.ts";
import { lookUpPlaces } from "./look-up-places.ts";
import { type ReadLesion, readSpecimen } from "./read-specimen.ts";
import { viewLesion } from "./view-lesion.ts";

export interface LesionComparison {
  /** Null for what is not compared between lesions. */
  lesionOf(observation: Observation): LesionVerdict | null;
  /** Of the lesions beside the treated one. */
  readonly inputs: readonly ReportInput[];
  /** For the report; `targets` are those of the treated lesion, ranked. Undefined: the case has one lesion. */
  describe(targets: readonly Target[]): Lesions | undefined;
}

interface ComparisonContext {
  readonly stage: Stage;
  readonly knowledgebase: Knowledgebase;
  readonly disease: Disease | null;
}

interface OtherLesion {
  readonly lesion: ReadLesion;
  readonly found: LesionTargets;
}

/**
 * Reads the other lesions, and looks up in each what another one has. Every file of variants is read twice: whole for what it calls, and then
 * at the places of the alterations that meet a statement in some lesion.
 */
export async function compareSpecimens(
  treated: ReadLesion & { readonly met: readonly Match[] },
  { others, minAltReads }: LesionsRequest,
  context: ComparisonContext,
): Promise<LesionComparison> {
  const read: OtherLesion[] = [];
  for (const specimen of others.toSorted(compareLesionFacts)) {
    const lesion = await readSpecimen(specimen, context.stage);
    reportOnce(lesion, [treated, ...read.map((other) => other.lesion)], context.stage);
    read.push({ lesion, found: assessSpecimen(lesion, context) });
  }
  const matched = [
    pick(treated, treated.met),
    ...read.map(({ lesion, found }) => pick(lesion, found.met)),
  ];
  const alterations = joinAlterations(matched.flat());
  const lesions = [treated, ...read.map(({ lesion }) => lesion)];
  const views: LesionView[] = [];
  for (const lesion of lesions) {
    const asked = alterations.flatMap((observation) => alleleToAsk(observation, lesion));
    const readingOf = await lookUpPlaces(lesion, asked, context.stage);
    views.push(viewLesion(lesion, readingOf, minAltReads));
  }
  const compared = new Map(
    alterations.map((observation) => [observation.id, compare(observation, lesions, views)]),
  );
  return {
    lesionOf: ({ id }) => compared.get(id)?.verdict ?? null,
    inputs: read.flatMap(({ lesion }) => inputsOf(lesion)),
    describe: (targets) =>
      describeLesions([...compared.values()], {
        lesions,
        minAltReads,
        targets,
        others: read.map(({ found }) => found),
      }),
  };
}

/** The primary tumor first, then by date; lesions without a date last. */
function compareLesionFacts(a: LesionFacts, b: LesionFacts): number {
  return (
    lesionRoles.indexOf(a.role) - lesionRoles.indexOf(b.role) ||
    compareText(a.date ?? "~", b.date ?? "~") ||
    compareText(a.id, b.id)
  );
}

/** Its targets as if it were to be treated; proteins and markers are those of the treated lesion and no part of it. */
function assessSpecimen(
  lesion: ReadLesion,
  { stage, knowledgebase, disease }: ComparisonContext,
): LesionTargets {
  const { variants, evidence, request, facts } = lesion;
  const caseDisease = disease?.id ?? null;
  const { met } = findMatches(
    makeCaseFacts(variants, evidence, caseDisease),
    knowledgebase,
    stage.index,
  );
  const { targets } = assessCase({
    met,
    observations: evidence.observations,
    outliers: [],
    proteinGiven: false,
    caseDisease,
    tumorOnly: variants?.tumorOnly ?? true,
    clonalityOf: makeClonalityOf(request, evidence.kinds),
    index: stage.index,
  });
  return { specimen: facts.id, met, targets };
}

function pick({ evidence }: ReadLesion, met: readonly Match[]): Observation[] {
  const ids = new Set(met.flatMap(({ observations }) => observations));
  return evidence.observations.filter(({ id }) => ids.has(id));
}

/** Each once; of variants that are the same by their names alone, the one of the first lesion. */
function joinAlterations(all: readonly Observation[]): Observation[] {
  const joined = new Map<string, Observation>();
  for (const observation of all) {
    const known = [...joined.values()].some((other) => isSameByName(other, observation));
    if (!known && !joined.has(observation.id)) joined.set(observation.id, observation);
  }
  return [...joined.values()];
}

function alleleToAsk({ id, alteration }: Observation, { evidence }: ReadLesion): Allele[] {
  if (alteration.kind !== "small-variant" || alteration.allele === null) return [];
  return evidence.observations.some((own) => own.id === id) ? [] : [alteration.allele];
}

function compare(
  observation: Observation,
  lesions: readonly ReadLesion[],
  views: readonly LesionView[],
): ComparedAlteration {
  const sights = views.flatMap((view, index) => {
    const lesion = lesions[index]?.facts;
    return lesion === undefined ? [] : [{ lesion, cell: seeInLesion(observation, view) }];
  });
  const [treated, ...others] = sights;
  if (treated === undefined) throw new Error("a comparison begins with the lesion to be treated");
  return {
    observation,
    verdict: compareLesions(treated, others),
    cells: sights.map(({ cell }) => cell),
  };
}

/** A file that serves several lesions has its faults once. */
function reportOnce(
  { problems, request }: ReadLesion,
  earlier: readonly ReadLesion[],
  { report }: Pick<Stage, "report">,
): void {
  const path = request.variants?.path ?? null;
  const same = earlier.filter((other) => path !== null && other.request.variants?.path === path);
  const told = new Set(same.flatMap((other) => other.problems.map(keyOf)));
  for (const problem of problems) if (!told.has(keyOf(problem))) report(problem);
}

function keyOf(problem: Problem): string {
  return JSON.stringify([problem.code, problem.message, problem.where]);
}

function inputsOf({ facts, variants, evidence }: ReadLesion): ReportInput[] {
  const own = [...(variants === null ? [] : [variants.input]), ...evidence.inputs];
  return own.map((input) => ({ ...input, specimen: facts.id }));
}
