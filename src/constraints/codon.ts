import type { TranscriptConsequence } from "../model/alteration.ts";
import { changeOf, lacksSequence, sequenceMissing } from "./change-of.ts";
import { geneField, positionField, residueField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { testConsequences } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "codon"),
      gene: geneField(z),
      residue: residueField(z),
      position: positionField(z),
    })
    .describe("any other residue at one position, e.g. V600");

export type CodonConstraint = Infer<typeof schema>;

/** Met by a missense change or an in-frame substitution of the named reference residue (spec matching 2). */
export const codon = {
  kind: "atomic",
  type: "codon",
  title: "Codon",
  schema,
  over: "some",
  needs: () => ["small-variants", "protein-annotation"],
  specificity: () => "codon",
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test: (constraint, observation, context) =>
    testConsequences({
      gene: constraint.gene,
      specificity: "codon",
      observation,
      context,
      names: "a change",
      decide: (consequence) => compare(constraint, consequence),
    }),
  absence: ({ gene, position }) => ({ kind: "codons", gene, codons: [position] }),
} satisfies AtomicRule<CodonConstraint>;

function compare(constraint: CodonConstraint, consequence: TranscriptConsequence): ConstraintTest {
  const { gene, position, residue } = constraint;
  const name = `${residue}${position}`;
  if (lacksSequence(consequence)) {
    return undetermined("codon", sequenceMissing(gene), ["protein-annotation"]);
  }
  const found = consequence.proteinChange;
  const seen = changeOf(consequence);
  if (seen === null) {
    return found === null
      ? unmet("codon", "no-protein-change", `The annotation states no change of ${gene} ${name}.`)
      : undetermined("codon", {
          code: "unreadable-protein-change",
          text: `The protein change "${found}" cannot be read.`,
        });
  }
  if (position < seen.start || position > seen.end) {
    return unmet(
      "codon",
      "other-codon",
      `${gene} ${seen.text} does not change residue ${position}.`,
    );
  }
  if (!isSubstitution(seen.kind, seen.alt)) {
    return unmet("codon", "no-substitution", `${gene} ${seen.text} is no substitution of ${name}.`);
  }
  const reference =
    position === seen.start ? seen.refStart : position === seen.end ? seen.refEnd : null;
  if (reference === null) {
    return undetermined("codon", {
      code: "reference-residue-not-stated",
      text: `${gene} ${seen.text} does not state the residue at ${position}.`,
    });
  }
  return reference === residue
    ? met("codon", "same-codon", `${gene} ${seen.text} changes ${name}.`)
    : unmet(
        "codon",
        "other-reference-residue",
        `Residue ${position} of ${gene} is ${reference} on this transcript, not ${residue}.`,
      );
}

/** A stop that replaces residues ends the protein; it substitutes nothing. */
function isSubstitution(kind: string, alt: string): boolean {
  return kind === "missense" || (kind === "delins" && !alt.includes("*"));
}
