import { typeField } from "./constraint-fields.ts";
import type { CompositeRule, Shape, Zod } from "./constraint-rule.ts";
import { allOf, notOf } from "./three-valued.ts";

export interface ExcludingConstraint<Part> {
  type: "excluding";
  constraint: Part;
  except: Part[];
}

/**
 * Met by an alteration that meets the constraint and none of the exceptions: "BRAF mutation other than V600". It is about the one
 * alteration, so that nothing has to be absent from the case; the exceptions are compared by their own rules (spec matching 5).
 */
export function makeExcluding<Part>() {
  return {
    kind: "composite",
    type: "excluding",
    title: "Excluding",
    schema: (z: Zod, part: Shape<Part>) =>
      z
        .strictObject({
          type: typeField(z, "excluding"),
          constraint: part.describe("what has to be met"),
          except: z.array(part).min(1).describe("alterations that are not meant"),
        })
        .describe("an alteration that meets a constraint and none of its exceptions"),
    parts: ({ constraint, except }) => [constraint, ...except],
    combine: ([first = "unmet", ...exceptions]) => allOf([first, ...exceptions.map(notOf)]),
  } satisfies CompositeRule<ExcludingConstraint<Part>, Part>;
}
