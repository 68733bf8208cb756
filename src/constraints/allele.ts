import { locusOf, namesAllele, namesPart, readAlleles } from "./allele-text.ts";
import {
  allelesField,
  codingField,
  geneField,
  liftedField,
  termField,
  typeField,
} from "./constraint-fields.ts";
import type { Observation } from "../model/observation.ts";
import type { AtomicRule, ConstraintTest, TestContext, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { mayConcern, otherGene, otherKind } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "allele"),
      gene: geneField(z),
      alleles: allelesField(z).describe("alternatives, at least one on one build"),
      term: termField(z),
      coding: codingField(z),
      lifted: liftedField(z),
    })
    .describe("one change of the DNA: promoters, splice sites, rs numbers");

export type AlleleConstraint = Infer<typeof schema>;

/** Met by the named genomic allele and by nothing else. */
export const allele = {
  kind: "atomic",
  type: "allele",
  title: "Genomic allele",
  schema,
  over: "some",
  needs: () => ["small-variants"],
  specificity: () => "allele",
  genes: (constraint) => [constraint.gene],
  alleles: (constraint) => readAlleles(constraint.alleles),
  spans: () => [],
  test(constraint, observation, context) {
    const variant = observation.alteration;
    if (variant.kind !== "small-variant") return otherKind("allele", observation);
    if (variant.allele === null) return alleleNotGiven(constraint, observation, context);
    const { assembly } = variant.allele;
    if (constraint.alleles[assembly] === undefined) {
      if (!mayConcern(constraint.gene, observation, context)) {
        return otherGene(constraint.gene, "allele", observation);
      }
      return undetermined("allele", {
        code: "no-coordinates-on-build",
        text: `The statement names no ${constraint.gene} allele on ${assembly}.`,
      });
    }
    if (namesAllele(constraint.alleles, variant.allele)) {
      return met("allele", "same-allele", `${observation.label} is the allele that is named.`);
    }
    return namesPart(constraint.alleles, variant)
      ? met("allele", "part-of-change", `${observation.label} holds the allele that is named.`)
      : unmet("allele", "other-allele", `${observation.label} is another allele.`);
  },
  absence: ({ gene, alleles }) => ({
    kind: "loci",
    gene,
    loci: readAlleles(alleles).map(locusOf),
  }),
} satisfies AtomicRule<AlleleConstraint>;

/** A name of the protein change alone leaves open which change of the DNA makes it. */
function alleleNotGiven(
  { gene }: AlleleConstraint,
  observation: Observation,
  context: TestContext,
): ConstraintTest {
  if (!mayConcern(gene, observation, context)) return otherGene(gene, "allele", observation);
  const text = `The input names ${observation.label} without its allele.`;
  return undetermined("allele", { code: "allele-not-given", text });
}
