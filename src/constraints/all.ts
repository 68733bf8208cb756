import * as z from "zod";
import type { CompositeRule } from "./constraint-rule.ts";
import { allOf } from "./three-valued.ts";

export interface AllConstraint<Part> {
  type: "all";
  constraints: Part[];
}

/** Met when every part is; the parts may be met by different alterations of the case. */
export function makeAll<Part>(part: z.ZodType<Part>) {
  return {
    kind: "composite",
    type: "all",
    title: "All of",
    schema: z
      .strictObject({ type: z.literal("all"), constraints: z.array(part).min(1) })
      .describe("every one of several constraints"),
    parts: (constraint) => constraint.constraints,
    combine: allOf,
  } satisfies CompositeRule<AllConstraint<Part>, Part>;
}
