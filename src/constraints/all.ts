import { typeField } from "./constraint-fields.ts";
import type { CompositeRule, Shape, Zod } from "./constraint-rule.ts";
import { allOf } from "./three-valued.ts";

export interface AllConstraint<Part> {
  type: "all";
  constraints: Part[];
  phase?: "cis" | "trans" | undefined;
}

/** Met when every part is; the parts may be met by different alterations of the case. */
export function makeAll<Part>() {
  return {
    kind: "composite",
    type: "all",
    title: "All of",
    schema: (z: Zod, part: Shape<Part>) =>
      z
        .strictObject({
          type: typeField(z, "all"),
          constraints: z.array(part).min(1).describe("every one has to be met"),
          phase: z
            .enum(["cis", "trans"])
            .optional()
            .describe("the small variants that meet the parts lie on one molecule, or on two"),
        })
        .describe("every one of several constraints"),
    parts: (constraint) => constraint.constraints,
    combine: allOf,
  } satisfies CompositeRule<AllConstraint<Part>, Part>;
}
