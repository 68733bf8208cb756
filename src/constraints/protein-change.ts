import { isSameInProtein, placeAsIs, type PlaceChange } from "../annotate/models/place-change.ts";
import { parseProteinChange } from "../annotate/protein-change.ts";
import type { TranscriptConsequence } from "../model/alteration.ts";
import { changeOf, lacksSequence, sequenceMissing } from "./change-of.ts";
import { namesAllele, namesPart, readAlleles } from "./allele-text.ts";
import {
  allelesField,
  codingField,
  geneField,
  liftedField,
  termField,
  transcriptField,
  typeField,
} from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { testConsequences } from "./test-consequences.ts";

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "protein-change"),
      gene: geneField(z),
      change: z.string().min(2).max(200).describe("short form without p., e.g. V600E"),
      transcript: transcriptField(z),
      term: termField(z),
      coding: codingField(z),
      alleles: allelesField(z).optional().describe("changes of the DNA that make it; alternatives"),
      lifted: liftedField(z),
    })
    .describe("one change of the protein, from whatever change of the DNA");

export type ProteinChangeConstraint = Infer<typeof schema>;

/** Met by the named allele, or by the same protein change on any transcript (spec matching 1.2 to 1.4). */
export const proteinChange = {
  kind: "atomic",
  type: "protein-change",
  title: "Protein change",
  schema,
  over: "some",
  needs: () => ["small-variants", "protein-annotation"],
  specificity: () => "protein change",
  genes: (constraint) => [constraint.gene],
  alleles: (constraint) => readAlleles(constraint.alleles),
  spans: () => [],
  test(constraint, observation, context) {
    const variant = observation.alteration;
    const place = variant.kind === "small-variant" ? variant.allele : null;
    if (place !== null && namesAllele(constraint.alleles, place)) {
      return met("allele", "same-allele", `${observation.label} is the allele that is named.`);
    }
    if (variant.kind === "small-variant" && namesPart(constraint.alleles, variant)) {
      const { gene, change } = constraint;
      const text = `${observation.label} holds ${gene} ${change} beside another change of the same molecule.`;
      return met("protein change", "part-of-change", text);
    }
    return testConsequences({
      gene: constraint.gene,
      specificity: "protein change",
      observation,
      context,
      names: "a change",
      decide: (consequence) => compare(constraint, consequence, context.placeChange ?? placeAsIs),
    });
  },
  absence({ gene, change }) {
    const named = parseProteinChange(change);
    if (named === null || named.start === 0) return { kind: "coding", gene };
    const length = named.end - named.start + 1;
    const codons = Array.from({ length }, (_, index) => named.start + index);
    return { kind: "codons", gene, codons };
  },
} satisfies AtomicRule<ProteinChangeConstraint>;

function compare(
  constraint: ProteinChangeConstraint,
  consequence: TranscriptConsequence,
  place: PlaceChange,
): ConstraintTest {
  const { gene, change } = constraint;
  if (lacksSequence(consequence)) {
    return undetermined("protein change", sequenceMissing(gene), ["protein-annotation"]);
  }
  const found = consequence.proteinChange;
  if (found === null) {
    return unmet(
      "protein change",
      "no-protein-change",
      `The annotation states no protein change, so not ${gene} ${change}.`,
    );
  }
  const named = parseProteinChange(change);
  const seen = changeOf(consequence);
  if (named === null || seen === null) {
    return undetermined("protein change", {
      code: "unreadable-protein-change",
      text: `The protein change "${named === null ? change : found}" cannot be read.`,
    });
  }
  const { transcript } = consequence;
  if (isSameInProtein(named, seen, { gene, transcript, place })) {
    const on = transcript === null ? "" : ` on ${transcript}`;
    return met("protein change", "same-protein-change", `${gene} ${found}${on} is ${change}.`);
  }
  if (seen.start === named.start && seen.refStart === named.refStart) {
    if (seen.kind === "unknown") {
      return undetermined("protein change", {
        code: "effect-not-known",
        text: `What ${gene} ${found} makes of the residue is not known; it may be ${change}.`,
      });
    }
    return unmet(
      "protein change",
      "other-change-same-codon",
      `${gene} ${found} changes the same residue, but is not ${change}.`,
    );
  }
  return unmet("protein change", "other-protein-change", `${gene} ${found} is not ${change}.`);
}
