import type { assessCase } from "../assess/assess-case.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import type { CaseMatches } from "../match/match.ts";
import { foldNotAssessed } from "../match/not-assessed.ts";
import type { Observation } from "../model/observation.ts";
import type { Problem } from "../model/problem.ts";
import type { NotAssessed, Report } from "../model/report.ts";
import { buildReport } from "../report/build-report.ts";
import type { Experience } from "./add-experience.ts";
import type { CaseRequest } from "./case-request.ts";
import { countEvidence, countProteins, countVariants, nameFilterCounts } from "./count-records.ts";
import { describeCase, describeKnowledgebase, describeSettings } from "./describe-case.ts";
import { describeProteins } from "./describe-proteins.ts";
import type { GatheredCase } from "./gather-case.ts";
import { identifyFindings } from "./identify-findings.ts";
import type { interpretOutside } from "./interpret-outside.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { LesionComparison } from "./lesions/compare-specimens.ts";
import { markersNotGiven, moleculesNotGiven, primaryNotGiven } from "./never-assessed.ts";
import { foldUncalledProteins } from "./proteins/fold-uncalled-proteins.ts";
import type { readProteins } from "./proteins/read-proteins.ts";
import type { SetAsideTally } from "./set-aside-tally.ts";

/** The case as it was given. */
interface Given {
  readonly request: CaseRequest;
  readonly knowledgebase: Knowledgebase;
  readonly disease: GatheredCase["disease"];
  readonly tally: SetAsideTally;
  readonly problems: readonly Problem[];
}

/** What the stages made of it. */
interface Interpreted {
  readonly variants: InterpretedVariants | null;
  readonly early: GatheredCase["early"];
  readonly proteins: Awaited<ReturnType<typeof readProteins>>;
  readonly lesions: LesionComparison;
  readonly observations: readonly Observation[];
  readonly matches: CaseMatches;
  readonly assessed: ReturnType<typeof assessCase>;
  readonly experience: Experience;
  readonly outside: Awaited<ReturnType<typeof interpretOutside>>;
}

/** The report of a case of which every stage is done. */
export function reportCase(given: Given, interpreted: Interpreted): Report {
  const { request, knowledgebase, disease, tally, problems } = given;
  const { variants, early, proteins, lesions, assessed, experience, outside } = interpreted;
  return buildReport({
    toolVersion: request.toolVersion,
    knowledgebase: describeKnowledgebase(knowledgebase),
    case: describeCase(request, disease, variants),
    settings: describeSettings(request, variants, proteins),
    inputs: listInputs(request, interpreted),
    counts: countAll(interpreted),
    targets: experience.targets,
    strips: assessed.strips,
    combinedResults: assessed.combinedResults,
    blocked: assessed.blocked,
    priorTherapies: early.kinds.prior?.prior,
    lesions: lesions.describe(assessed.targets),
    findings: describeProteins(
      identifyFindings(outside.findings, variants, request),
      knowledgebase,
      variants === null ? undefined : request.models?.(variants.assembly.name),
    ),
    setAside: tally.entries(),
    notAssessed: listNotAssessed(request, interpreted),
    problems,
    builtFiles: proteins.builtFiles,
  });
}

function listInputs(
  { caseFile }: CaseRequest,
  { variants, proteins, early, lesions, experience, outside }: Interpreted,
): Report["inputs"] {
  return [
    ...(caseFile === undefined ? [] : [caseFile]),
    ...(variants === null ? [] : [variants.input]),
    ...proteins.inputs,
    ...early.inputs,
    ...lesions.inputs,
    ...experience.inputs,
    ...outside.inputs,
  ];
}

function countAll({
  variants,
  proteins,
  early,
  matches,
  assessed,
  outside,
}: Interpreted): Report["counts"] {
  const fate = {
    matched: new Set(matches.met.flatMap((match) => match.observations)),
    setAside: new Set(assessed.setAside.map(({ observation }) => observation.id)),
  };
  return {
    variants: variants === null ? null : countVariants(variants, fate),
    proteins: countProteins(proteins, fate.matched),
    ...countEvidence(early.kinds, fate.matched),
    ...outside.counts,
    ...nameFilterCounts(variants),
  };
}

function listNotAssessed(
  { lesions }: CaseRequest,
  { proteins, early, observations, matches, assessed }: Interpreted,
): NotAssessed[] {
  const open = matches.undetermined;
  const markers = markersNotGiven(
    observations,
    new Set(open.map(({ statement }) => statement.gene)),
  );
  return [
    ...foldNotAssessed(open),
    ...assessed.notAssessed,
    ...foldUncalledProteins(proteins),
    ...early.notAssessed,
    ...(markers === null ? [] : [markers]),
    ...moleculesNotGiven(proteins.measured),
    ...primaryNotGiven(lesions),
  ];
}
