/** Shared by the rules that read what a small variant does to one gene. */
import type { TranscriptConsequence } from "../model/alteration.ts";
import type { Observation } from "../model/observation.ts";
import type { ConstraintState, Specificity } from "../model/verdict.ts";
import { locusOf, overlaps } from "./allele-text.ts";
import type { ConstraintTest, TestContext } from "./constraint-rule.ts";
import { undetermined, unmet } from "./constraint-rule.ts";

interface ConsequenceQuestion {
  readonly gene: string;
  readonly specificity: Specificity;
  readonly observation: Observation;
  readonly context: TestContext;
  /** A class of consequence is read on preferred transcripts only, when one is marked. */
  readonly transcripts: "all" | "preferred";
  /** The verdict on one transcript. */
  decide(consequence: TranscriptConsequence): ConstraintTest;
}

/**
 * Decides a rule on the consequences of a small variant in a gene; of several transcripts the best
 * verdict counts, and of equal ones that of a preferred transcript. A variant without annotation that
 * may lie in the gene is `undetermined`, never unmet: nobody looked at what it does.
 */
export function testConsequences(question: ConsequenceQuestion): ConstraintTest {
  const { gene, specificity, observation, context } = question;
  const variant = observation.alteration;
  if (variant.kind !== "small-variant") return otherKind(specificity, observation);

  const inGene = variant.consequences.filter((consequence) => consequence.gene === gene);
  const tests = chooseTranscripts(inGene.filter(saysSomething), question.transcripts)
    .map((consequence) => question.decide(consequence))
    .sort((a, b) => stateRank(a) - stateRank(b));
  if (tests[0]) return tests[0];
  if (inGene.length > 0 || mayLieIn(gene, observation, context)) {
    return notAnnotated(gene, specificity, observation);
  }
  return unmet(specificity, "other-gene", `${observation.label} does not lie in ${gene}.`);
}

/** The verdict when nobody has said what a variant does to the gene. */
export function notAnnotated(
  gene: string,
  specificity: Specificity,
  observation: Observation,
): ConstraintTest {
  const text = `${observation.label} has no consequence annotation for ${gene}.`;
  return undetermined(specificity, { code: "not-annotated", text }, ["protein-annotation"]);
}

/** The verdict on an observation of a kind that the rule does not speak of. */
export function otherKind(specificity: Specificity, observation: Observation): ConstraintTest {
  return unmet(specificity, "other-kind", `${observation.label} is another kind of alteration.`);
}

/** True for a small variant without any consequence that the gene's span holds, or that is said to be of the gene. */
function mayLieIn(gene: string, observation: Observation, context: TestContext): boolean {
  const variant = observation.alteration;
  if (variant.kind !== "small-variant" || variant.consequences.length > 0) return false;
  if (observation.gene !== null) return observation.gene === gene;
  const span = context.geneSpan(gene);
  return span !== null && overlaps(span, locusOf(variant.allele));
}

function saysSomething(consequence: TranscriptConsequence): boolean {
  return consequence.terms.length > 0 || consequence.proteinChange !== null;
}

/** Preferred transcripts first. */
function chooseTranscripts(
  consequences: readonly TranscriptConsequence[],
  transcripts: "all" | "preferred",
): readonly TranscriptConsequence[] {
  const marked = consequences.filter((consequence) => consequence.preferred);
  if (marked.length === 0) return consequences;
  return transcripts === "preferred"
    ? marked
    : [...marked, ...consequences.filter((consequence) => !consequence.preferred)];
}

/** The order in which verdicts win. */
const stateOrder: readonly ConstraintState[] = ["met", "undetermined", "unmet"];

function stateRank(test: ConstraintTest): number {
  return stateOrder.indexOf(test.state);
}
