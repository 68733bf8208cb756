/** Decides constraints over the whole case by three-valued logic (spec, matching 5). */
import type { AtomicRule, ConstraintTest, TestContext } from "../constraints/constraint-rule.ts";
import { ruleOf, type Constraint } from "../constraints/constraints.ts";
import { allOf } from "../constraints/three-valued.ts";
import type { OutlierCall } from "../annotate/protein-outliers.ts";
import type { InputNeed } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import { distinct, joinEvaluations, withoutObservation, type Evaluation } from "./evaluation.ts";
import { findSecondHits } from "./find-second-hits.ts";
import { testUnseenCopies, type CoveredGenes } from "./test-unseen-copies.ts";
import { testUnseenExpression } from "./test-unseen-expression.ts";

/** The case as constraints ask about it. */
export interface EvaluationContext {
  readonly tests: TestContext;
  readonly available: ReadonlySet<InputNeed>;
  readonly outliers: readonly OutlierCall[];
  /** Null: nobody says which genes the copy numbers cover, and silence is taken for no change. */
  readonly covered: CoveredGenes | null;
  /** Observations that can say something about a gene, sorted by id. */
  observationsOf(gene: string): readonly Observation[];
}

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
  const parts = rule.parts(constraint).map((part) => evaluateConstraint(part, context));
  const joined = joinEvaluations(
    parts,
    rule.combine(parts.map((part) => part.state)),
    constraint.type === "any" ? "best" : "widest",
  );
  const missing = findMissing(rule.needs(constraint), context);
  return joined.state === "met" && missing.length > 0 ? absenceNotProven(joined, missing) : joined;
}

/** Met when any observation meets it. Silence counts against it only when every input that could speak was given. */
function evaluateSome(
  rule: AtomicRule<Constraint>,
  constraint: Constraint,
  context: EvaluationContext,
): Evaluation {
  const tests = testCandidates(rule, constraint, context);
  const met = tests.filter((test) => test.state === "met");
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
    const unseen = testUnseenExpression(constraint, context.outliers);
    if (unseen !== null) return unseen;
  }
  if (rule.silenceIsOpen === true && telling.length === 0) {
    const missing = rule.needs(constraint);
    const text = `${capitalize(nameNeeds(missing))} not given for ${rule.genes(constraint).join(", ")}.`;
    const reason = { code: "input-missing", text };
    return withoutObservation("undetermined", { specificity, reason, missing });
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
  return missing.length > 0
    ? withoutObservation("undetermined", {
        specificity,
        reason: { code: "absence-not-proven", text: `Nothing proves that ${genes} was read.` },
        missing,
      })
    : withoutObservation("met", {
        specificity,
        reason: { code: "absence-proven", text: `${genes} was read and shows no mutation.` },
      });
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

/** Codes of verdicts on observations that the constraint does not speak of. */
const besides: ReadonlySet<string> = new Set(["other-gene", "other-kind"]);

function absenceNotProven(joined: Evaluation, missing: readonly InputNeed[]): Evaluation {
  const text =
    "Nothing that speaks against it was seen, but that the place was read is not proven.";
  return {
    ...joined,
    state: "undetermined",
    observations: [],
    reasons: [{ code: "absence-not-proven", text }],
    missing,
  };
}

function findMissing(needs: readonly InputNeed[], { available }: EvaluationContext): InputNeed[] {
  return distinct(needs.filter((need) => !available.has(need)));
}

function nameNeeds(needs: readonly InputNeed[]): string {
  const names = needs.map((need) => needNames[need]);
  return names.length === 1 ? `${names[0]} was` : `${names.join(" and ")} were`;
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

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
