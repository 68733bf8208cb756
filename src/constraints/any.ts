import { typeField } from "./constraint-fields.ts";
import type { CompositeRule, Shape, Zod } from "./constraint-rule.ts";
import { anyOf } from "./three-valued.ts";

export interface AnyConstraint<Part> {
  type: "any";
  constraints: Part[];
}

/** Met when at least one part is. */
export function makeAny<Part>() {
  return {
    kind: "composite",
    type: "any",
    title: "Any of",
    schema: (z: Zod, part: Shape<Part>) =>
      z
        .strictObject({
          type: typeField(z, "any"),
          constraints: z.array(part).min(1).describe("one has to be met"),
        })
        .describe("at least one of several constraints"),
    parts: (constraint) => constraint.constraints,
    combine: anyOf,
  } satisfies CompositeRule<AnyConstraint<Part>, Part>;
}
