/** Which statements of the knowledgebase a case meets, which stay open, and why the others are not met. */
import { positiveByStain } from "../constraints/copy-number.ts";
import type { KnowledgeIndex } from "../knowledgebase/index/build-index.ts";
import { diseaseRelation, type DiseaseTree } from "../knowledgebase/disease-tree.ts";
import type {
  CategoricalVariant,
  Knowledgebase,
  Statement,
} from "../knowledgebase/knowledgebase.ts";
import type { Observation } from "../model/observation.ts";
import { sharedGenesOf } from "../model/shared-genes.ts";
import { type DiseaseRelation, isOnTumor } from "../model/verdict.ts";
import { compareText } from "../model/order.ts";
import { describeMet, describeUndetermined, describeUnmet } from "./describe-match.ts";
import { evaluateAll } from "./evaluate-constraint.ts";
import type { Evaluation } from "./evaluation.ts";
import { indexObservations } from "./index-observations.ts";
import { findKnownResistance, findResisting, type KnownResistance } from "./known-resistance.ts";
import type { CaseFacts, CaseMatches, Match } from "./match.ts";
import { findStainSubtypes } from "./stain-subtypes.ts";
import type { EvaluationContext } from "./evaluation-context.ts";

/**
 * Decides every statement. Undetermined ones are kept also in genes without any observation: what was not measured is
 * not negative. Reasons of unmet ones are kept for genes with an observation. The order of the observations and of
 * the knowledgebase does not matter.
 */
export function findMatches(facts: CaseFacts, kb: AskedContent, index: AskedIndex): CaseMatches {
  const decisions = decideStatements(facts, kb, index);
  return sortMatches(decisions, ({ gene }) => decisions.observationsOf(gene).length > 0);
}

/** As `findMatches`, with the reason of every unmet statement: of who asks why a drug is not there, the case may hold nothing in its genes. */
export function findMatchesOfAll(
  facts: CaseFacts,
  kb: AskedContent,
  index: AskedIndex,
): CaseMatches {
  return sortMatches(decideStatements(facts, kb, index), () => true);
}

function sortMatches(
  { decided, makeMatch }: Decisions,
  isTold: (unmet: Statement) => boolean,
): CaseMatches {
  const matches: CaseMatches = { met: [], undetermined: [], unmet: [] };
  for (const { statement, evaluation } of decided) {
    if (evaluation.state !== "unmet") {
      const match = makeMatch(statement, evaluation);
      matches[match.state].push(match);
    } else if (isTold(statement)) {
      matches.unmet.push({ statement, reason: describeUnmet(statement, evaluation) });
    }
  }
  return matches;
}

/** What `findMatches` finds met, for a case whose proteins are still to be read: nothing is said of the other statements. */
export function findMet(facts: CaseFacts, kb: AskedContent, index: AskedIndex): readonly Match[] {
  const { decided, makeMatch } = decideStatements(facts, kb, index);
  return decided
    .filter(({ evaluation }) => evaluation.state === "met")
    .map(({ statement, evaluation }) => makeMatch(statement, evaluation));
}

type AskedContent = Pick<Knowledgebase, "statements" | "diseases"> &
  Partial<Pick<Knowledgebase, "therapies">>;
type AskedIndex = Pick<KnowledgeIndex, "knownAllele" | "testContext">;

interface Decided {
  readonly statement: Statement;
  readonly evaluation: Evaluation;
}

interface Decisions {
  readonly decided: readonly Decided[];
  readonly observationsOf: EvaluationContext["observationsOf"];
  makeMatch(statement: Statement, evaluation: Evaluation): Match;
}

/** Every statement with its last evaluation, by id. */
function decideStatements(facts: CaseFacts, kb: AskedContent, index: AskedIndex): Decisions {
  const tests = index.testContext(facts.assembly, facts.placeChange);
  const observationsOf = indexObservations(facts.observations, {
    geneSpan: (gene) => tests.geneSpan(gene),
    geneOfAllele: (key) => index.knownAllele(key)?.gene ?? null,
  });
  const context: EvaluationContext = {
    tests,
    available: facts.available,
    outliers: facts.outliers ?? null,
    covered: facts.covered ?? null,
    callability: facts.callability ?? null,
    phases: facts.phases,
    observationsOf,
  };
  const evaluate = rememberByVariant(context);
  const evaluated = kb.statements
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((statement) => ({ statement, evaluation: evaluate(statement.variant) }));
  const known = findKnownResistance(evaluated, (constraints) => evaluateAll(constraints, context));
  const byId = new Map(facts.observations.map((observation) => [observation.id, observation]));

  const againstHer2 = new Set(
    [...(kb.therapies?.values() ?? [])].flatMap(({ id, targets }) =>
      targets.includes("ERBB2") ? id : [],
    ),
  );

  const decided = evaluated.map(({ statement, evaluation: first }): Decided => {
    const own = withoutSharedRows(statement, first, { context, byId });
    const counted = withoutStain(statement, own, { context, againstHer2 });
    const left = withdrawResisting(statement, counted, { context, known });
    return { statement, evaluation: judgeOrigin(statement, left) };
  });
  const relate = relateDiseases(facts, kb.diseases);
  return {
    decided,
    observationsOf,
    makeMatch(statement, evaluation) {
      const relation = relate(statement.disease.id);
      return describeMatch(statement, evaluation, { relation, byId });
    },
  };
}

/** How a statement's disease relates to that of the case, or to a subtype of it that the stains of the case show. */
function relateDiseases(
  { caseDisease, observations }: CaseFacts,
  tree: DiseaseTree,
): (disease: string | null) => DiseaseRelation {
  const includes = (wider: string, narrower: string): boolean =>
    isOnTumor(diseaseRelation(tree, wider, narrower));
  const subtypes = findStainSubtypes(caseDisease, observations, includes);
  return (disease) => {
    const own = diseaseRelation(tree, disease, caseDisease);
    if (isOnTumor(own)) return own;
    const relations = subtypes.map((subtype) => diseaseRelation(tree, disease, subtype.disease));
    return relations.find(isOnTumor) ?? own;
  };
}

/** Statements share variants, so each variant is decided once. */
function rememberByVariant(
  context: EvaluationContext,
): (variant: CategoricalVariant) => Evaluation {
  const known = new Map<CategoricalVariant, Evaluation>();
  return (variant) => {
    const evaluation = known.get(variant) ?? evaluateAll(variant.constraints, context);
    known.set(variant, evaluation);
    return evaluation;
  };
}

/**
 * What a row of several genes shows may be of another of them, so it speaks against no drug (spec, clinical R9): a statement against one is
 * decided without such rows, and stays open where nothing else meets it.
 */
function withoutSharedRows(
  { predicate, direction, variant }: Statement,
  evaluation: Evaluation,
  { context, byId }: { context: EvaluationContext; byId: ReadonlyMap<string, Observation> },
): Evaluation {
  const isFor = (predicate === "sensitivity") === (direction === "supports");
  if (predicate === "unspecified" || isFor || evaluation.state !== "met") return evaluation;
  if (!evaluation.observations.some((id) => isOfSeveralGenes(byId.get(id)))) return evaluation;
  return evaluateAll(variant.constraints, {
    ...context,
    observationsOf: (gene) =>
      context.observationsOf(gene).filter((observation) => !isOfSeveralGenes(observation)),
  });
}

function isOfSeveralGenes(observation: Observation | undefined): boolean {
  return observation !== undefined && sharedGenesOf(observation) !== null;
}

/** Decides a wide statement of sensitivity again without the variants that are known to resist its therapy. */
function withdrawResisting(
  statement: Statement,
  evaluation: Evaluation,
  { context, known }: { context: EvaluationContext; known: KnownResistance },
): Evaluation {
  const resisting = findResisting({ statement, evaluation }, known, (constraints) =>
    evaluateAll(constraints, context),
  );
  if (resisting.size === 0) return evaluation;
  const again = evaluateAll(statement.variant.constraints, {
    ...context,
    observationsOf: (gene) =>
      context.observationsOf(gene).filter((observation) => !resisting.has(observation.id)),
  });
  if (again.state !== "unmet") return again;
  const text = "The only change that fits is known to resist this therapy.";
  return { ...again, reasons: [{ code: "known-resistance-variant", text }] };
}

/**
 * What is found in the tumor does not meet a statement that is about the germline only, for its origin is not known: that of a
 * deletion of both copies no more than that of a small variant.
 */
function judgeOrigin(statement: Statement, evaluation: Evaluation): Evaluation {
  const restsOnFinding = evaluation.observations.length > 0;
  if (statement.origin !== "germline" || evaluation.state !== "met" || !restsOnFinding) {
    return evaluation;
  }
  const text =
    "The statement is about germline variants, and the origin of what was found is not known.";
  return { ...evaluation, state: "undetermined", reasons: [{ code: "origin-germline", text }] };
}

/**
 * A strong stain stands for the amplification of ERBB2 only where a drug against HER2 is to work; every other statement is decided
 * without it, because the gene was not counted.
 */
function withoutStain(
  { therapy, predicate, variant }: Statement,
  evaluation: Evaluation,
  { context, againstHer2 }: { context: EvaluationContext; againstHer2: ReadonlySet<string> },
): Evaluation {
  if (!evaluation.reasons.some(({ code }) => code === positiveByStain)) return evaluation;
  const isAimed = therapy?.drugs.some(({ id }) => againstHer2.has(id)) === true;
  if (isAimed && predicate === "sensitivity") return evaluation;
  return evaluateAll(variant.constraints, {
    ...context,
    observationsOf: (gene) => context.observationsOf(gene).map(forgetAmplification),
  });
}

function forgetAmplification(observation: Observation): Observation {
  if (observation.alteration.kind !== "ihc") return observation;
  const { amplification: _, ...alteration } = observation.alteration;
  return { ...observation, alteration };
}

function describeMatch(
  statement: Statement,
  evaluation: Evaluation,
  { relation, byId }: Pick<Match, "relation"> & { byId: ReadonlyMap<string, Observation> },
): Match {
  const { state, specificity, observations, missing } = evaluation;
  const isMet = state === "met";
  const labels = observations.map((id) => byId.get(id)?.label ?? id);
  return {
    statement,
    state: isMet ? "met" : "undetermined",
    specificity,
    observations,
    reason: isMet
      ? describeMet(statement, evaluation, labels)
      : describeUndetermined(statement, evaluation),
    relation,
    missing,
    notCovered: isMet
      ? []
      : evaluation.reasons.flatMap(({ code, text }) => (code === "not-covered" ? text : [])),
  };
}
