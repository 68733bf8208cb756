import * as z from "zod";
import { atomicRules, compositeRules, type Constraint } from "./constraints.ts";

/** Any constraint as a knowledgebase file writes it; `type` says which rule reads it. */
export const constraintSchema: z.ZodType<Constraint> = z.lazy(() => {
  const [first, ...rest] = atomicRules;
  return z.discriminatedUnion("type", [
    first.schema(z),
    ...rest.map((rule) => rule.schema(z)),
    ...compositeRules.map((rule) => rule.schema(z, constraintSchema)),
  ]);
});
