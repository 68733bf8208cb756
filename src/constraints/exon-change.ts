import { type ExonChange, exonChanges } from "../model/alteration.ts";
import { geneField, typeField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { notAbout, otherKind } from "./test-consequences.ts";

const exonField = (z: Zod) => z.int().min(1).max(500);

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "exon-change"),
      gene: geneField(z),
      change: z.enum(exonChanges).describe("deletion: lost; duplication: doubled"),
      exons: z
        .tuple([exonField(z), exonField(z)])
        .optional()
        .describe("first and last exon, 1-based on the preferred transcript; absent: any"),
    })
    .describe("whole exons of a gene lost or doubled within it, as EGFRvIII");

export type ExonChangeConstraint = Infer<typeof schema>;

const level = "exon or range";

/** Met by the same change of exactly the named exons: an intragenic deletion is a class of its own (spec, matching 4). */
export const exonChange = {
  kind: "atomic",
  type: "exon-change",
  title: "Exons lost or doubled",
  schema,
  over: "some",
  needs: () => ["structural-variants"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind !== "exon-change") return otherKind(level, observation);
    if (seen.gene !== constraint.gene) return notAbout(constraint.gene, level, observation);
    return compare(constraint, seen, observation.label);
  },
} satisfies AtomicRule<ExonChangeConstraint>;

function compare(
  { change, exons }: ExonChangeConstraint,
  seen: ExonChange,
  label: string,
): ConstraintTest {
  if (seen.change !== change) {
    return unmet(level, "opposite-direction", `${label} is no ${change}.`);
  }
  const inPart = {
    code: "exon-in-part",
    text: `${label} breaks inside an exon, so that a part of it stays.`,
  };
  if (exons === undefined) {
    return seen.partial === true
      ? undetermined(level, inPart)
      : met(level, "same-exon-change", `${label} is a ${change}.`);
  }
  const [from, to] = exons;
  const named = from === to ? `exon ${from}` : `exons ${from} to ${to}`;
  if (seen.exons === null) {
    const text = `${label} may be the ${change} of ${named}: its exons are not known.`;
    return undetermined(level, { code: "exons-not-known", text }, ["structural-variants"]);
  }
  if (seen.exons.from !== from || seen.exons.to !== to) {
    return unmet(level, "other-exons", `${label} is not the ${change} of ${named}.`);
  }
  return seen.partial === true
    ? undetermined(level, inPart)
    : met(level, "same-exons", `${label} is the ${change} of ${named}.`);
}
