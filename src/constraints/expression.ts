import * as z from "zod";
import { molecules } from "../model/alteration.ts";
import { geneField } from "./constraint-fields.ts";
import type { AtomicRule, ConstraintTest } from "./constraint-rule.ts";
import { met, undetermined, unmet } from "./constraint-rule.ts";
import { otherKind } from "./test-consequences.ts";

const schema = z
  .strictObject({
    type: z.literal("expression"),
    gene: geneField,
    molecule: z.enum(["any", ...molecules]),
    direction: z
      .enum(["up", "down", "present", "absent"])
      .describe("up, down: against a reference cohort; present is met by up, absent by down"),
  })
  .describe("the amount of a molecule");

export type ExpressionConstraint = z.infer<typeof schema>;

const level = "consequence in gene";

/** Met by a measured outlier of the same molecule and direction, never by an amplification (spec matching 4). */
export const expression = {
  kind: "atomic",
  type: "expression",
  title: "Expression",
  schema,
  over: "some",
  needs: () => ["protein-expression"],
  specificity: () => level,
  genes: (constraint) => [constraint.gene],
  alleles: () => [],
  spans: () => [],
  test(constraint, observation): ConstraintTest {
    const seen = observation.alteration;
    if (seen.kind !== "expression") return otherKind(level, observation);
    const { gene, molecule, direction } = constraint;
    if (seen.gene !== gene) {
      return unmet(level, "other-gene", `${observation.label} is not about ${gene}.`);
    }
    if (molecule !== "any" && molecule !== seen.molecule) {
      const text = `${gene} was measured as ${seen.molecule}; the statement is about ${molecule}.`;
      return unmet(level, "other-molecule", text);
    }
    if (seen.direction === outlierOf[direction]) {
      return met(level, "same-direction", `${observation.label} meets "${direction}".`);
    }
    if (direction === "up" || direction === "down") {
      return unmet(
        level,
        "opposite-direction",
        `${observation.label} is the opposite of "${direction}".`,
      );
    }
    return undetermined(level, {
      code: "relative-measurement",
      text: `A measurement against a cohort does not show whether ${gene} is ${direction}.`,
    });
  },
} satisfies AtomicRule<ExpressionConstraint>;

/** The outlier that meets each direction. */
const outlierOf = { up: "up", present: "up", down: "down", absent: "down" } as const;
