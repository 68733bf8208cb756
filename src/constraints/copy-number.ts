import * as z from "zod";
import type { CopyNumberAlteration } from "../model/alteration.ts";
import { geneField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { otherKind } from "./test-consequences.ts";

const schema = z
  .strictObject({
    type: z.literal("copy-number"),
    gene: geneField,
    change: z
      .enum(["amplification", "gain", "loss", "deletion"])
      .describe("deletion: of both copies; loss: of at least one"),
  })
  .describe("a change of the number of copies of a gene");

export type CopyNumberConstraint = z.infer<typeof schema>;
type Asked = CopyNumberConstraint["change"];
type Seen = CopyNumberAlteration["change"];

const level = "consequence in gene";

/** Copies from which a gene counts as amplified, and from which it may (spec clinical R8, matching 4). */
const amplifiedFrom = 6;
const equivocalFrom = 4;

/** What each observed change meets; its opposite direction it never meets (spec matching 4). */
const meets: Readonly<Record<Seen, readonly Asked[]>> = {
  amplification: ["amplification", "gain"],
  gain: ["gain"],
  loss: ["loss"],
  "homozygous-deletion": ["loss", "deletion"],
};

const direction: Readonly<Record<Seen | Asked, "more" | "fewer">> = {
  amplification: "more",
  gain: "more",
  loss: "fewer",
  deletion: "fewer",
  "homozygous-deletion": "fewer",
};

/** Met by a copy-number change of the same direction that goes at least as far. */
export const copyNumber = {
  kind: "atomic",
  type: "copy-number",
  title: "Copy number",
  schema,
  over: "some",
  needs: () => ["copy-number"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation) {
    const seen = observation.alteration;
    if (seen.kind !== "copy-number") return otherKind(level, observation);
    if (seen.gene !== constraint.gene) {
      return unmet(level, "other-gene", `${observation.label} is not about ${constraint.gene}.`);
    }
    return compare(constraint, seen);
  },
} satisfies AtomicRule<CopyNumberConstraint>;

function compare(constraint: CopyNumberConstraint, seen: CopyNumberAlteration): ConstraintTest {
  const { gene, change } = constraint;
  const found = seen.change === "homozygous-deletion" ? "homozygous deletion" : seen.change;
  if (meets[seen.change].includes(change)) {
    return met(level, "same-copy-number-change", `${gene} ${found} is a ${change}.`);
  }
  if (direction[seen.change] !== direction[change]) {
    return unmet(level, "opposite-direction", `${gene} ${found} is the opposite of ${change}.`);
  }
  if (change === "amplification" && seen.copies !== null && seen.copies >= equivocalFrom) {
    return seen.copies >= amplifiedFrom
      ? met(
          level,
          "copies-amplified",
          `${gene} has ${seen.copies} copies, ${amplifiedFrom} or more.`,
        )
      : undetermined(level, {
          code: "copies-equivocal",
          text: `${gene} has ${seen.copies} copies: ${equivocalFrom} to below ${amplifiedFrom} is equivocal.`,
        });
  }
  return unmet(level, "weaker-change", `${gene} ${found} falls short of ${change}.`);
}
