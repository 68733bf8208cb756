import { assessCase } from "../assess/assess-case.ts";
import type { Findings } from "../assess/list-findings.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { findMatches, findMet } from "../match/find-matches.ts";
import type { CaseFacts, CaseMatches, Match } from "../match/match.ts";
import type { InputNeed } from "../model/alteration.ts";
import { compareText } from "../model/order.ts";
import { refuse } from "../model/refusal.ts";
import type { Report, Target } from "../model/report.ts";
import { type CaseRequest, listEvidence } from "./case-request.ts";
import { gatherCase } from "./gather-case.ts";
import type { interpretOutside } from "./interpret-outside.ts";
import type { InterpretedVariants } from "./interpret-variants.ts";
import type { compareSpecimens, LesionComparison } from "./lesions/compare-specimens.ts";
import { genesOf, readProteins } from "./proteins/read-proteins.ts";
import { reportCase } from "./report-case.ts";
import type { SetAsideTally } from "./set-aside-tally.ts";
import type { Stage } from "./stage.ts";
import { makeClonalityOf } from "./variants/judge-variant-clonality.ts";

/**
 * The whole walk of one case, and the one place that knows the order of its stages:
 * variants, what was read, the other kinds of evidence, matches of all these, the list of proteins to test (fixed before a value is read, spec
 * clinical 4.3), proteins, matches of everything, assessment, report.
 *
 * Throws `Refusal` when an input, the build or the samples cannot be used; soft faults are in the report.
 */
export async function interpretCase(
  request: CaseRequest,
  knowledgebase: Knowledgebase,
): Promise<Report> {
  refuseEmpty(request);
  const { stage, problems, disease, variants, early, facts } = await gatherCase(
    request,
    knowledgebase,
  );
  const { met, alone } = matchEarly(facts, knowledgebase, stage);
  const lesions = await compareWithOthers(
    { request, variants, evidence: early, problems: [...problems], met },
    { stage, knowledgebase, disease },
  );
  const proteins = await readProteins(stage, {
    tumorSample: variants?.tumorSample?.name ?? null,
    genesToVerify: genesOf(early.observations, met),
    disease,
    diseases: knowledgebase.diseases,
  });

  const observations = [...early.observations, ...proteins.observations];
  const available = new Set<InputNeed>([...early.available, ...proteins.available]);
  const matches =
    alone ??
    findMatches(
      { ...facts, observations, available, outliers: proteins.calls },
      knowledgebase,
      stage.index,
    );
  const assessed = assessCase({
    met: matches.met,
    observations,
    outliers: proteins.calls,
    kinases: proteins.kinases,
    proteinGiven: proteins.available.has("protein-expression"),
    caseDisease: facts.caseDisease,
    tumorOnly: variants?.tumorOnly ?? true,
    clonalityOf: makeClonalityOf(request, early.kinds),
    prior: early.kinds.prior?.prior ?? [],
    placeChange: facts.placeChange,
    lesionOf: lesions.lesionOf,
    resistanceElsewhere: lesions.resistance,
    index: stage.index,
  });
  const experience = await readExperience(request, assessed.targets, knowledgebase);
  tallySetAside(stage.tally, assessed.setAside, variants);
  const outside = await placeOutside(stage, {
    findings: assessed.findings,
    observations,
    variants,
  });
  return reportCase(
    { request, knowledgebase, disease, tally: stage.tally, problems },
    { variants, early, proteins, lesions, observations, matches, assessed, experience, outside },
  );
}

/** What is met by everything but proteins; where no table of them comes, these are all matches. */
function matchEarly(
  facts: CaseFacts,
  knowledgebase: Knowledgebase,
  { request, index }: Stage,
): { readonly met: readonly Match[]; readonly alone: CaseMatches | null } {
  if (request.protein.length > 0) return { met: findMet(facts, knowledgebase, index), alone: null };
  const alone = findMatches(facts, knowledgebase, index);
  return { met: alone.met, alone };
}

/** What became of others on the same targets: after the ranking, which it does not touch. */
async function readExperience(
  { responses, id }: CaseRequest,
  targets: readonly Target[],
  { therapies }: Knowledgebase,
) {
  if (responses === undefined) return { targets, inputs: [] };
  const { addExperience } = await import("./add-experience.ts");
  return await addExperience(targets, { path: responses, caseId: id, therapies });
}

/** The user's own calls of other programs come last, so that nothing can rest on them. */
async function placeOutside(
  stage: Stage,
  assessed: Parameters<typeof interpretOutside>[1],
): ReturnType<typeof interpretOutside> {
  if (stage.request.outside.length === 0) {
    return { findings: assessed.findings, inputs: [], counts: {} };
  }
  const { interpretOutside: interpret } = await import("./interpret-outside.ts");
  return await interpret(stage, assessed);
}

function refuseEmpty(request: CaseRequest): void {
  const { variants, protein } = request;
  const hasEvidence = listEvidence(request).some(
    ({ list }) => list !== "prior" && list !== "outside",
  );
  if (variants !== undefined || protein.length > 0 || hasEvidence) return;
  throw refuse("usage", "case-empty", "the case names no file of variants, proteins or any kind", {
    hint: "Give a VCF, a protein table, or both.",
  });
}

const noComparison: LesionComparison = {
  lesionOf: null,
  resistance: [],
  inputs: [],
  describe: () => undefined,
};

/** What compares lesions is loaded for those cases alone. */
async function compareWithOthers(
  treated: Omit<Parameters<typeof compareSpecimens>[0], "facts">,
  context: Parameters<typeof compareSpecimens>[2],
): Promise<LesionComparison> {
  const { lesions } = treated.request;
  if (lesions === undefined || lesions.others.length === 0) return noComparison;
  const comparison = await import("./lesions/compare-specimens.ts");
  return await comparison.compareSpecimens(
    { ...treated, facts: lesions.treated },
    lesions,
    context,
  );
}

/** The examples of each reason are the first by id, whether their variants were kept or folded. */
function tallySetAside(
  tally: SetAsideTally,
  kept: Findings["setAside"],
  variants: InterpretedVariants | null,
): void {
  const folded = variants?.taken.folded() ?? [];
  const named = folded.flatMap(({ reason, examples }) =>
    examples.map((observation) => ({ observation, reason })),
  );
  const all = [...kept, ...named].toSorted((a, b) =>
    compareText(a.observation.id, b.observation.id),
  );
  for (const { observation, reason: why } of all) {
    tally.add(why, observation.label, observation.provenance);
  }
  for (const { reason, count, examples } of folded) {
    if (count > examples.length) tally.addUnnamed(reason, count - examples.length);
  }
}
