/** Shared by the rules that read what a small variant does to one gene. */
import { isCommon, type SmallVariant, type TranscriptConsequence } from "../model/alteration.ts";
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
  /**
   * Whether the rule names a change or a class of changes. A class is read on preferred transcripts only, when
   * one is marked, and never means a variant that is common in a population.
   */
  readonly names: "a change" | "a class";
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

  if (question.names === "a class" && isCommon(variant)) {
    return commonVariant(specificity, observation, variant);
  }
  const inGene = variant.consequences.filter((consequence) => consequence.gene === gene);
  const tests = chooseTranscripts(inGene.filter(saysSomething), question.names)
    .map((consequence) => question.decide(consequence))
    .sort((a, b) => stateRank(a) - stateRank(b));
  if (tests[0]) return tests[0];
  if (!mayConcern(gene, observation, context)) return otherGene(gene, specificity, observation);
  const text = `${observation.label} has no consequence annotation for ${gene}.`;
  return undetermined(specificity, { code: "not-annotated", text }, ["protein-annotation"]);
}

/** The verdict on an observation of a kind that the rule does not speak of. */
export function otherKind(specificity: Specificity, observation: Observation): ConstraintTest {
  return unmet(specificity, "other-kind", `${observation.label} is another kind of alteration.`);
}

/** The verdict of a rule about a class of changes on a polymorphism (spec, clinical R1.4). */
function commonVariant(
  specificity: Specificity,
  observation: Observation,
  { populationFrequency }: SmallVariant,
): ConstraintTest {
  const percent = ((populationFrequency ?? 0) * 100).toFixed(1);
  const text = `${observation.label} is common in the population (${percent}%): a class of alterations does not mean it.`;
  return unmet(specificity, "common-variant", text);
}

/** The verdict on an observation that is about other genes. */
export function otherGene(
  gene: string,
  specificity: Specificity,
  observation: Observation,
): ConstraintTest {
  return unmet(specificity, "other-gene", `${observation.label} does not lie in ${gene}.`);
}

/** The verdict on what was measured of another gene than the one that is asked for. */
export function notAbout(
  gene: string,
  specificity: Specificity,
  observation: Observation,
): ConstraintTest {
  return unmet(specificity, "other-gene", `${observation.label} is not about ${gene}.`);
}

/**
 * True for a small variant that has a consequence in the gene; and for one that has none at all, when it is
 * said to be of the gene or lies in its span.
 */
export function mayConcern(gene: string, observation: Observation, context: TestContext): boolean {
  const variant = observation.alteration;
  if (variant.kind !== "small-variant") return false;
  if (variant.consequences.length > 0) {
    return variant.consequences.some((consequence) => consequence.gene === gene);
  }
  if (observation.gene !== null) return observation.gene === gene;
  const span = variant.allele === null ? null : context.geneSpan(gene);
  return span !== null && variant.allele !== null && overlaps(span, locusOf(variant.allele));
}

function saysSomething(consequence: TranscriptConsequence): boolean {
  return consequence.terms.length > 0 || consequence.proteinChange !== null;
}

/** Preferred transcripts first. */
function chooseTranscripts(
  consequences: readonly TranscriptConsequence[],
  names: ConsequenceQuestion["names"],
): readonly TranscriptConsequence[] {
  const marked = consequences.filter((consequence) => consequence.preferred);
  if (marked.length === 0) return consequences;
  return names === "a class"
    ? marked
    : [...marked, ...consequences.filter((consequence) => !consequence.preferred)];
}

/** The order in which verdicts win. */
const stateOrder: readonly ConstraintState[] = ["met", "undetermined", "unmet"];

function stateRank(test: ConstraintTest): number {
  return stateOrder.indexOf(test.state);
}
