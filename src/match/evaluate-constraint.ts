/** Decides constraints over the whole case by three-valued logic (spec, matching 5). */
import type { AtomicRule, ConstraintTest } from "../constraints/constraint-rule.ts";
import { notAmplifiedByIsh, positiveByStain } from "../constraints/copy-number.ts";
import { ruleOf, type Constraint } from "../constraints/constraints.ts";
import { allOf } from "../constraints/three-valued.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { ConstraintState } from "../model/verdict.ts";
import { distinct, joinEvaluations, withoutObservation, type Evaluation } from "./evaluation.ts";
import { findSecondHits } from "./find-second-hits.ts";
import { testUnseenCopies } from "./test-unseen-copies.ts";
import { absenceGap } from "./prove-absence.ts";
import { testPhase } from "./test-phase.ts";
import { testUnseenExpression } from "./test-unseen-expression.ts";
import type { EvaluationContext } from "./evaluation-context.ts";

/** Constraints of one statement combine with AND over the whole case; the widest specificity of the parts counts. */
export function evaluateAll(
  constraints: readonly Constraint[],
  context: EvaluationContext,
): Evaluation {
  const parts = constraints.map((constraint) => evaluateConstraint(constraint, context));
  return joinEvaluations(parts, allOf(parts.map((part) => part.state)), "widest");
}

/** One constraint with what nests in it. The order of the observations does not matter. */
function evaluateConstraint(constraint: Constraint, context: EvaluationContext): Evaluation {
  const rule = ruleOf(constraint);
  if (rule.kind === "atomic") {
    return rule.over === "every"
      ? evaluateEvery(rule, constraint, context)
      : evaluateSome(rule, constraint, context);
  }
  if (constraint.type === "excluding") return evaluateExcluding(constraint, context);
  const parts = rule.parts(constraint).map((part) => evaluateConstraint(part, context));
  const joined = joinEvaluations(
    parts,
    rule.combine(parts.map((part) => part.state)),
    constraint.type === "any" ? "best" : "widest",
  );
  if (joined.state !== "met") return joined;
  if (constraint.type === "not") return proveAbsence(constraint.constraint, joined, context);
  return constraint.type === "all" && constraint.phase !== undefined
    ? testPhase(constraint.phase, { joined, parts }, context.phases ?? new Map())
    : joined;
}

/** What is not there has to have been looked for: absence that is not proven leaves the negation open. */
function proveAbsence(
  absent: Constraint,
  joined: Evaluation,
  context: EvaluationContext,
): Evaluation {
  const gaps = findGaps(absent, context);
  return gaps.length === 0 ? joined : leaveOpen(joined, gaps, context);
}

/** What keeps an unmet constraint from being proven absent; empty when it is. */
function findGaps(constraint: Constraint, context: EvaluationContext): readonly string[] {
  const rule = ruleOf(constraint);
  if (rule.kind === "atomic") {
    // The absence of wild type is a mutation that was seen.
    if (rule.over === "every") return [];
    const gap = absenceGap(rule, constraint, context);
    return gap === null ? [] : [gap];
  }
  if (constraint.type === "not") return [];
  if (constraint.type === "excluding") return findGaps(constraint.constraint, context);
  const unmet = rule
    .parts(constraint)
    .filter((part) => evaluateConstraint(part, context).state === "unmet");
  const gaps = unmet.map((part) => findGaps(part, context));
  // One part that is surely absent is enough where all are needed.
  if (constraint.type !== "any") return gaps.find((own) => own.length === 0) ?? gaps.flat();
  return gaps.flat();
}

function leaveOpen(
  evaluation: Evaluation,
  gaps: readonly string[],
  context: EvaluationContext,
): Evaluation {
  return {
    ...evaluation,
    state: "undetermined",
    observations: [],
    reasons: distinct(gaps).map((text) => ({ code: "not-covered", text })),
    missing: context.callability === null ? ["callability"] : [],
  };
}

/** Asks the constraint of the alterations that no exception names; one that an exception may name leaves it open. */
function evaluateExcluding(
  { constraint, except }: Extract<Constraint, { type: "excluding" }>,
  context: EvaluationContext,
): Evaluation {
  const without = (states: readonly ConstraintState[]): EvaluationContext => ({
    ...context,
    observationsOf: (gene) =>
      context.observationsOf(gene).filter((observation) => {
        const alone = { ...context, observationsOf: onlyFor(observation, context) };
        const found = except.map((each) => evaluateConstraint(each, alone));
        return !found.some(
          ({ state, observations }) => states.includes(state) && observations.length > 0,
        );
      }),
  });
  const surely = evaluateConstraint(constraint, without(["met", "undetermined"]));
  if (surely.state === "met") return surely;
  const possibly = evaluateConstraint(constraint, without(["met"]));
  if (possibly.state !== "met") return possibly;
  const text = "Whether what was seen is one of the exceptions is not known.";
  return { ...possibly, state: "undetermined", reasons: [{ code: "may-be-excluded", text }] };
}

function onlyFor(
  observation: Observation,
  context: EvaluationContext,
): EvaluationContext["observationsOf"] {
  return (gene) => (context.observationsOf(gene).includes(observation) ? [observation] : []);
}

/** Met when any observation meets it. Silence counts against it only when every input that could speak was given. */
function evaluateSome(
  rule: AtomicRule<Constraint>,
  constraint: Constraint,
  context: EvaluationContext,
): Evaluation {
  const tests = testCandidates(rule, constraint, context);
  const met = preferGene(tests.filter((test) => test.state === "met"));
  if (met.length > 0) {
    const candidates = rule.genes(constraint).flatMap((gene) => context.observationsOf(gene));
    const also = findSecondHits(constraint, met, candidates);
    return joinEvaluations([...met, ...also], "met", "best");
  }
  const open = tests.filter((test) => test.state === "undetermined");
  if (open.length > 0) return joinEvaluations(open, "undetermined", "best");

  const specificity = rule.specificity(constraint);
  const telling = tests.filter((test) => test.reasons.some(({ code }) => !besides.has(code)));
  if (constraint.type === "expression" && telling.length === 0) {
    const isTableGiven = context.available.has("protein-expression");
    const unseen = testUnseenExpression(constraint, { calls: context.outliers, isTableGiven });
    if (unseen !== null) return unseen;
  }
  if (rule.silenceIsOpen === true && telling.length === 0) {
    const missing = rule.needs(constraint);
    const text = `${capitalize(nameNeeds(missing))} not given for ${rule.genes(constraint).join(", ")}.`;
    const reason = { code: "input-missing", text };
    return withoutObservation("undetermined", { specificity, reason, missing });
  }
  if (telling.some((test) => hasReason(test, notAmplifiedByIsh))) {
    return joinEvaluations(telling, "unmet", "best");
  }
  const missing = findMissing(rule.needs(constraint), context).filter(
    // Without a variant in the gene there is nothing to annotate.
    (need) => need !== "protein-annotation" || !context.available.has("small-variants"),
  );
  if (missing.length > 0) {
    return withoutObservation("undetermined", {
      specificity,
      reason: { code: "input-missing", text: `${capitalize(nameNeeds(missing))} not given.` },
      missing,
    });
  }
  const needsCopies = rule.needs(constraint).includes("copy-number");
  if (needsCopies && context.covered !== null) {
    const unseen = testUnseenCopies(constraint, rule.genes(constraint), context.covered);
    if (unseen !== null) return unseen;
  }
  if (telling.length > 0) return joinEvaluations(telling, "unmet", "best");
  const genes = rule.genes(constraint).join(", ");
  const reason = { code: "nothing-seen", text: `Nothing of the kind was seen in ${genes}.` };
  return withoutObservation("unmet", { specificity, reason });
}

/** A stain stands in for the gene only where nothing shows the gene itself. */
function preferGene(met: readonly Evaluation[]): readonly Evaluation[] {
  const ofGene = met.filter((test) => !hasReason(test, positiveByStain));
  return ofGene.length > 0 ? ofGene : met;
}

function hasReason({ reasons }: Evaluation, asked: string): boolean {
  return reasons.some(({ code }) => code === asked);
}

/** Unmet when any observation speaks against it; met only when every need is available (wild type). */
function evaluateEvery(
  rule: AtomicRule<Constraint>,
  constraint: Constraint,
  context: EvaluationContext,
): Evaluation {
  const tests = testCandidates(rule, constraint, context);
  const against = tests.filter((test) => test.state === "unmet");
  if (against.length > 0) return joinEvaluations(against, "unmet", "best");
  const open = tests.filter(
    ({ state, missing }) =>
      state === "undetermined" &&
      (missing.length === 0 || missing.some((need) => !context.available.has(need))),
  );
  const missing = findMissing(rule.needs(constraint), context);
  if (open.length > 0) {
    const joined = joinEvaluations(open, "undetermined", "best");
    return { ...joined, missing: distinct([...joined.missing, ...missing]) };
  }
  const specificity = rule.specificity(constraint);
  const genes = rule.genes(constraint).join(", ");
  if (missing.length > 0) {
    const reason = { code: "absence-not-proven", text: `Nothing proves that ${genes} was read.` };
    return withoutObservation("undetermined", { specificity, reason, missing });
  }
  const reason = { code: "absence-proven", text: `${genes} was read and shows no mutation.` };
  const proven = withoutObservation("met", { specificity, reason });
  const gap = absenceGap(rule, constraint, context);
  return gap === null ? proven : leaveOpen(proven, [gap], context);
}

function testCandidates(
  rule: AtomicRule<Constraint>,
  constraint: Constraint,
  context: EvaluationContext,
): Evaluation[] {
  const candidates = new Set(
    rule.genes(constraint).flatMap((gene) => context.observationsOf(gene)),
  );
  return [...candidates].map((observation) =>
    fromTest(observation, rule.test(constraint, observation, context.tests)),
  );
}

function fromTest(observation: Observation, test: ConstraintTest): Evaluation {
  return {
    state: test.state,
    specificity: test.specificity,
    observations: [observation.id],
    reasons: [test.reason],
    missing: test.missing,
  };
}

/**
 * Codes of verdicts on observations that the constraint does not speak of. The RNA of a gene does not tell what its protein is, nor does one
 * site tell of another.
 */
const besides: ReadonlySet<string> = new Set([
  "other-gene",
  "other-kind",
  "other-molecule",
  "other-site",
]);

function findMissing(needs: readonly InputNeed[], { available }: EvaluationContext): InputNeed[] {
  return distinct(needs.filter((need) => !available.has(need)));
}

function nameNeeds(needs: readonly InputNeed[]): string {
  const names = needs.map((need) => needNames[need]);
  const isOne = needs.length === 1 && needs.every((need) => !plural.has(need));
  return `${names.join(" and ")} ${isOne ? "was" : "were"}`;
}

const needNames: Readonly<Record<InputNeed, string>> = {
  "small-variants": "a variant file",
  "protein-annotation": "a consequence annotation",
  "copy-number": "copy numbers",
  fusions: "fusions",
  "structural-variants": "structural variants",
  "protein-expression": "a protein table",
  status: "a signature or status",
  ihc: "an immunohistochemistry result",
  callability: "proof of what was read",
  "other-assay": "another assay",
};

const plural: ReadonlySet<InputNeed> = new Set(["copy-number", "fusions", "structural-variants"]);

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
