import type { TranscriptConsequence } from "../model/alteration.ts";
import type { Specificity } from "../model/verdict.ts";
import { effectOf, isSilent, isTruncating } from "./consequence-effect.ts";
import type { ConstraintTest, GeneRole } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";

interface Mutation {
  readonly gene: string;
  readonly role: GeneRole;
  readonly specificity: Specificity;
  readonly consequence: TranscriptConsequence;
}

/**
 * Whether a consequence is what a statement calls a "mutation": non-synonymous coding or splice site,
 * and no truncation when the gene is a pure oncogene (spec matching 3).
 */
export function mutationVerdict(mutation: Mutation): ConstraintTest {
  const { gene, role, specificity, consequence } = mutation;
  const effect = effectOf(consequence);
  if (effect === "unknown") return effectNotKnown(gene, specificity);
  if (isSilent(effect)) {
    return unmet(
      specificity,
      "silent",
      `The effect on ${gene} is ${effect}: no mutation is meant.`,
    );
  }
  if (isTruncating(effect) && role === "oncogene") {
    const text = `The effect on ${gene} is ${effect}; truncation does not activate an oncogene.`;
    return unmet(specificity, "truncating-in-oncogene", text);
  }
  return met(specificity, "mutation", `The effect on ${gene} is ${effect}.`);
}

/** The verdict when the annotation says something, but nothing that tells the effect. */
export function effectNotKnown(gene: string, specificity: Specificity): ConstraintTest {
  const text = `The annotation does not tell the effect on ${gene}.`;
  return undetermined(specificity, { code: "effect-not-known", text }, ["protein-annotation"]);
}
