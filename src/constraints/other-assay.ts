import { geneField, wordField, typeField } from "./constraint-fields.ts";
import type { CopyNumberAlteration } from "../model/alteration.ts";
import type { AtomicRule, ConstraintTest, Infer, Zod } from "./constraint-rule.ts";
import { met, unmet } from "./constraint-rule.ts";
import { notAbout } from "./test-consequences.ts";

/** What no input that is read can show or exclude, but for allele losses. */
export const otherAssays = [
  "alternative transcript",
  "breakpoint of a fusion",
  "gain or loss of exons",
  "isoform",
  "length of a repeat",
  "loss of heterozygosity",
  "methylation",
  "phosphorylation",
  "place in the cell",
  "second hit",
  "serum level",
  "zygosity",
] as const;

const schema = (z: Zod) =>
  z
    .strictObject({
      type: typeField(z, "other-assay"),
      gene: geneField(z),
      assay: z.enum(otherAssays).describe("what would have to be shown"),
      detail: wordField(z).optional().describe("which one, as the source names it, e.g. E20;A20"),
    })
    .describe(
      "something that none of the inputs shows, and is never excluded; allele losses are shown by copy numbers",
    );

export type OtherAssayConstraint = Infer<typeof schema>;

const level = "consequence in gene";

/** Of these, copy numbers with alleles tell. */
const toldByCopies: ReadonlySet<OtherAssayConstraint["assay"]> = new Set([
  "loss of heterozygosity",
  "second hit",
]);

/**
 * Undetermined whatever the case shows, because silence about what was not measured is no answer. Together with rules that
 * can be decided (a fusion, and its breakpoints) it is open only where they are met. That an allele is lost, copy numbers tell.
 */
export const otherAssay = {
  kind: "atomic",
  type: "other-assay",
  title: "Another assay",
  schema,
  over: "some",
  needs: ({ assay }) => [toldByCopies.has(assay) ? "copy-number" : "other-assay"],
  specificity: () => level,
  genes: ({ gene }) => [gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind === "copy-number" && toldByCopies.has(constraint.assay)) {
      return seen.gene === constraint.gene
        ? testAlleleLoss(constraint, seen)
        : notAbout(constraint.gene, level, observation);
    }
    return unmet(level, "other-kind", `${observation.label} does not tell: ${constraint.assay}.`);
  },
} satisfies AtomicRule<OtherAssayConstraint>;

function testAlleleLoss(
  { assay, gene, detail }: OtherAssayConstraint,
  { change, oneAlleleLost, part }: CopyNumberAlteration,
): ConstraintTest {
  if (part !== undefined) return unmet(level, "other-kind", `A part of ${gene} does not tell.`);
  if (change === "homozygous-deletion") {
    return assay === "second hit"
      ? met(level, "both-copies-lost", `Both copies of ${gene} are deleted.`)
      : unmet(level, "no-allele-left", `No allele of ${gene} is left that could stand alone.`);
  }
  // What is not known of this change is asked of the whole case.
  if (oneAlleleLost !== true) return unmet(level, "other-kind", `${gene} ${change} does not tell.`);
  const wantsCopies = /copy.neutral/i.test(detail ?? "");
  if (wantsCopies && change !== "copy-neutral-loh") {
    const text = `${gene} has lost an allele, but the number of copies changed as well.`;
    return unmet(level, "not-copy-neutral", text);
  }
  return met(level, "one-allele-lost", `One of the two alleles of ${gene} is lost.`);
}
