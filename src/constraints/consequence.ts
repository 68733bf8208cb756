import type { CopyNumberAlteration, TranscriptConsequence } from "../model/alteration.ts";
import type { Specificity } from "../model/verdict.ts";
import { effectOf, isSilent, isTruncating } from "./consequence-effect.ts";
import { geneField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, GeneRole, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { effectNotKnown, mutationVerdict } from "./mutation-verdict.ts";
import { otherKind, testConsequences } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "consequence"),
      gene: geneField(z),
      class: z
        .enum(["mutation", "loss-of-function", "truncating", "frameshift", "oncogenic"])
        .describe("mutation: any non-synonymous coding or splice-site change"),
    })
    .describe("a class of consequences anywhere in a gene");

export type ConsequenceConstraint = Infer<typeof schema>;

const specificityOf = (constraint: ConsequenceConstraint): Specificity =>
  constraint.class === "mutation" ? "gene" : "consequence in gene";

/** Met by a consequence of the class on a preferred transcript (spec matching 3). */
export const consequence = {
  kind: "atomic",
  type: "consequence",
  title: "Consequence in a gene",
  schema,
  over: "some",
  needs: (constraint) =>
    isLoss(constraint.class)
      ? ["small-variants", "protein-annotation", "copy-number"]
      : ["small-variants", "protein-annotation"],
  specificity: specificityOf,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation, context) {
    const specificity = specificityOf(constraint);
    const { gene } = constraint;
    const seen = observation.alteration;
    if (seen.kind === "copy-number") {
      return isLoss(constraint.class) && seen.gene === gene
        ? copiesLost(gene, seen)
        : otherKind(specificity, observation);
    }
    if (constraint.class === "oncogenic" && context.isActivating(observation)) {
      const text = `${observation.label} is a known activating change.`;
      return met(specificity, "known-activating", text);
    }
    return testConsequences({
      gene,
      specificity,
      observation,
      context,
      names: "a class",
      decide: (found) => compare(constraint, found, context.geneRole(gene)),
    });
  },
  absence: ({ gene }) => ({ kind: "coding", gene }),
} satisfies AtomicRule<ConsequenceConstraint>;

function compare(
  constraint: ConsequenceConstraint,
  found: TranscriptConsequence,
  role: GeneRole,
): ConstraintTest {
  const specificity = specificityOf(constraint);
  const { gene } = constraint;
  const mutation = mutationVerdict({ gene, role, specificity, consequence: found });
  switch (constraint.class) {
    case "mutation":
      return mutation;
    case "oncogenic":
      return mutation.state === "unmet" ? mutation : oncogenicityNotJudged(gene);
    case "loss-of-function":
    case "truncating":
    case "frameshift":
      return compareEffect(gene, constraint.class, found);
  }
}

function compareEffect(
  gene: string,
  asked: "loss-of-function" | "truncating" | "frameshift",
  found: TranscriptConsequence,
): ConstraintTest {
  const level = "consequence in gene";
  const effect = effectOf(found);
  if (effect === "unknown") return effectNotKnown(gene, level);
  const fits = asked === "frameshift" ? effect === "frameshift" : isTruncating(effect);
  if (fits) return met(level, asked, `The effect on ${gene} is ${effect}.`);
  if (asked === "loss-of-function" && !isSilent(effect)) {
    const text = `The effect on ${gene} is ${effect}; it is not known to abolish the function.`;
    return unmet(level, "effect-on-function-unknown", text);
  }
  return unmet(level, "other-effect", `The effect on ${gene} is ${effect}, not ${asked}.`);
}

function oncogenicityNotJudged(gene: string): ConstraintTest {
  return undetermined("consequence in gene", {
    code: "oncogenicity-not-judged",
    text: `Whether this change of ${gene} is oncogenic is not judged in this version.`,
  });
}

/** Classes that a homozygous deletion belongs to (spec matching 3). */
function isLoss(asked: ConsequenceConstraint["class"]): boolean {
  return asked === "loss-of-function" || asked === "truncating";
}

/** Both copies gone, or exons of both, is a loss of function; one copy gone needs a second hit (spec matching 3 and 4). */
function copiesLost(gene: string, seen: CopyNumberAlteration): ConstraintTest {
  const level = "consequence in gene";
  const { change, part } = seen;
  switch (change) {
    case "homozygous-deletion":
      return part === undefined
        ? met(level, "homozygous-deletion", `Both copies of ${gene} are deleted.`)
        : partDeleted(gene, part);
    case "loss":
      return seen.adjusted === false
        ? undetermined(level, {
            code: "copies-not-adjusted",
            text: `A loss of ${gene} is not adjusted for purity: in the tumor both copies may be gone.`,
          })
        : unmet(level, "one-copy-lost", `A copy of ${gene} is lost; a second hit is not shown.`);
    case "copy-neutral-loh":
      return unmet(level, "one-allele-lost", `${gene} has lost an allele and no copy.`);
    case "gain":
    case "amplification":
      return unmet(level, "opposite-direction", `${gene} ${change} is no loss of function.`);
  }
}

function partDeleted(
  gene: string,
  { coding }: NonNullable<CopyNumberAlteration["part"]>,
): ConstraintTest {
  const level = "consequence in gene";
  if (coding === true) {
    return met(level, "exon-deletion", `Both copies of coding exons of ${gene} are deleted.`);
  }
  return coding === false
    ? unmet(level, "intron-deletion", `What is deleted of ${gene} does not code.`)
    : undetermined(level, {
        code: "copies-in-part",
        text: `A part of ${gene} is deleted; whether it codes is not known.`,
      });
}
