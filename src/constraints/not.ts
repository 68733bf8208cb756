import { typeField } from "./constraint-fields.ts";
import type { CompositeRule, Shape, Zod } from "./constraint-rule.ts";
import { allOf, notOf } from "./three-valued.ts";

export interface NotConstraint<Part> {
  type: "not";
  constraint: Part;
}

/** Met when its part is unmet and it is proven that the part was looked for (spec matching 5). */
export function makeNot<Part>() {
  return {
    kind: "composite",
    type: "not",
    title: "Not",
    schema: (z: Zod, part: Shape<Part>) =>
      z
        .strictObject({
          type: typeField(z, "not"),
          constraint: part.describe("whose absence is asked for"),
        })
        .describe("the proven absence of what a constraint names"),
    parts: (constraint) => [constraint.constraint],
    combine: (states) => notOf(allOf(states)),
  } satisfies CompositeRule<NotConstraint<Part>, Part>;
}
