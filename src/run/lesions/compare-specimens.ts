import { assessCase } from "../../assess/assess-case.ts";
import { compareLesions, type LesionVerdict } from "../../assess/lesions/compare-lesions.ts";
import {
  findResistanceElsewhere,
  type ResistanceElsewhere,
} from "../../assess/lesions/find-resistance-elsewhere.ts";
import {
  isSameAlteration,
  isSubclonalIn,
  seeInLesion,
} from "../../assess/lesions/see-in-lesion.ts";
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
import { makeClonalityOf } from "../variants/judge-variant-clonality.ts";
import type { Stage } from "../stage.ts";
import { checkLesionFiles } from "./check-lesion-files.ts";
import { warnOfStrangers } from "./warn-of-strangers.ts";
import {
  type ComparedAlteration,
  describeLesions,
  type LesionTargets,
} from "./describe-lesions.ts";
import { lookUpPlaces } from "./look-up-places.ts";
import { type ReadLesion, readSpecimen } from "./read-specimen.ts";
import { placeChangeOf, viewLesion } from "./view-lesion.ts";
import type { LesionView } from "../../assess/lesions/lesion-view.ts";

export interface LesionComparison {
  /** Gives null for what is not compared between lesions. Null: the case has one lesion. */
  readonly lesionOf: ((observation: Observation) => LesionVerdict | null) | null;
  readonly resistance: readonly ResistanceElsewhere[];
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
 * at the places of the alterations that meet a statement in some lesion. Throws Refusal for a file that cannot be used or is on another genome build.
 */
export async function compareSpecimens(
  treated: ReadLesion & { readonly met: readonly Match[] },
  { others, minAltReads }: LesionsRequest,
  context: ComparisonContext,
): Promise<LesionComparison> {
  const read: OtherLesion[] = [];
  for (const specimen of others.toSorted(compareLesionFacts)) {
    const lesion = await readSpecimen(specimen, context.stage);
    const earlier = [treated, ...read.map((other) => other.lesion)];
    checkLesionFiles(lesion, earlier, context.stage.report);
    reportOnce(lesion, earlier, context.stage);
    read.push({ lesion, found: assessSpecimen(lesion, context) });
  }
  const matched = [
    pick(treated, treated.met),
    ...read.map(({ lesion, found }) => pick(lesion, found.met)),
  ];
  const lesions = [treated, ...read.map(({ lesion }) => lesion)];
  const alterations = joinAlterations(matched, lesions);
  const views: LesionView[] = [];
  for (const lesion of lesions) {
    const asked = alterations.flatMap((observation) => alleleToAsk(observation, lesion));
    const readingOf = await lookUpPlaces(lesion, asked, context.stage);
    views.push(viewLesion(lesion, readingOf, minAltReads));
  }
  const compared = new Map(
    alterations.map((observation) => [observation.id, compare(observation, lesions, views)]),
  );
  warnOfStrangers([...compared.values()], context.stage.report);
  const resistance = findResistanceElsewhere({
    others: read.map(({ found }) => found),
    metHere: new Set(treated.met.map(({ statement }) => statement.id)),
    seen: (specimen, id) => {
      const lesion = read.find(({ found }) => found.specimen === specimen)?.lesion;
      const own = lesion?.evidence.observations.find((observation) => observation.id === id);
      return own === undefined ? null : seeHere(own, compared, treated);
    },
  });
  return {
    lesionOf: ({ id }) => compared.get(id)?.verdict ?? null,
    resistance,
    inputs: read.flatMap(({ lesion }) => inputsOf(lesion)),
    describe: (targets) =>
      describeLesions([...compared.values()], {
        lesions,
        minAltReads,
        targets,
        others: read.map(({ found }) => found),
        resistance,
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
  const asked = makeCaseFacts(variants, evidence, { caseDisease, request });
  const { met } = findMatches(asked, knowledgebase, stage.index);
  const { targets, blocked } = assessCase({
    met,
    observations: evidence.observations,
    outliers: [],
    proteinGiven: false,
    caseDisease,
    tumorOnly: variants?.tumorOnly ?? true,
    placeChange: asked.placeChange,
    clonalityOf: makeClonalityOf(request, evidence.kinds),
    index: stage.index,
  });
  return { specimen: facts.id, met, targets, blocked };
}

/** What the lesion to be treated shows of what another one has. */
function seeHere(
  own: Observation,
  compared: ReadonlyMap<string, ComparedAlteration>,
  treated: ReadLesion,
): Pick<ResistanceElsewhere, "observation" | "here"> {
  const place = placeChangeOf(treated);
  const alike = ({ observation }: ComparedAlteration): boolean =>
    isSameAlteration(observation, own, place);
  const found = compared.get(own.id) ?? [...compared.values()].find(alike);
  const [here] = found?.cells ?? [];
  if (found !== undefined && here !== undefined) return { observation: found.observation, here };
  const text = "It is a part of a change that is compared as a whole.";
  const reason = { code: "lesion-part", text };
  return {
    observation: own,
    here: { specimen: treated.facts.id, state: "not assessable", reason },
  };
}

function pick({ evidence }: ReadLesion, met: readonly Match[]): Observation[] {
  const ids = new Set(met.flatMap(({ observations }) => observations));
  return evidence.observations.filter(({ id }) => ids.has(id));
}

/**
 * Each once; of variants of several lesions that are the same by their names or in the protein, the one of the first lesion. `matched` is by
 * lesion, in their order.
 */
function joinAlterations(
  matched: readonly (readonly Observation[])[],
  lesions: readonly ReadLesion[],
): Observation[] {
  const joined = new Map<string, Observation>();
  const [treated] = lesions;
  const place = treated === undefined ? undefined : placeChangeOf(treated);
  for (const [index, own] of matched.entries()) {
    const before = [...joined.values()];
    const earlier = lesions.slice(0, index);
    for (const observation of own) {
      const isKnown = before.some((other) => isSameAlteration(other, observation, place));
      const isPart = index > 0 && isPartOfShared(observation, lesions[index], earlier);
      if (!isKnown && !isPart && !joined.has(observation.id))
        joined.set(observation.id, observation);
    }
  }
  return [...joined.values()];
}

/** True of a record that its lesion also reads as part of a joined change, where an earlier lesion calls that change and not the part. */
function isPartOfShared(
  { id, alteration }: Observation,
  own: ReadLesion | undefined,
  earlier: readonly ReadLesion[],
): boolean {
  if (alteration.kind !== "small-variant" || alteration.allele === null) return false;
  const { contig, position, ref } = alteration.allele;
  return (own?.evidence.observations ?? []).some((whole) => {
    const { support } = whole;
    if (whole.id === id || support.kind !== "reads" || support.joined === undefined) return false;
    const allele = whole.alteration.kind === "small-variant" ? whole.alteration.allele : null;
    if (allele === null || allele.contig !== contig) return false;
    const isWithin =
      allele.position <= position && position + ref.length <= allele.position + allele.ref.length;
    return isWithin && earlier.some((lesion) => calls(lesion, whole.id) && !calls(lesion, id));
  });
}

function calls({ evidence }: ReadLesion, id: string): boolean {
  return evidence.observations.some((own) => own.id === id);
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
    if (lesion === undefined) return [];
    const cell = seeInLesion(observation, view);
    return [{ lesion, cell, isSubclonal: isSubclonalIn(observation, view) }];
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
