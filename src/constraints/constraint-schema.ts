import * as z from "zod";
import { atomicRules, compositeRules, type Constraint } from "./constraints.ts";

/** Any constraint as a knowledgebase file writes it; `type` says which rule reads it. */
export const constraintSchema: z.ZodType<Constraint> = z.lazy(() => (anyConstraint ??= makeAny()));

/** Made once: a part with a description is another lazy schema, and what it leads to has to be known again. */
let anyConstraint: z.ZodType<Constraint> | undefined;

function makeAny(): z.ZodType<Constraint> {
  const [first, ...rest] = atomicRules;
  return z.discriminatedUnion("type", [
    first.schema(z),
    ...rest.map((rule) => rule.schema(z)),
    ...compositeRules.map((rule) => rule.schema(z, constraintSchema)),
  ]);
}
