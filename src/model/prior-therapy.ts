/** A therapy that was given before the biopsy, and what became of it (spec, clinical R6.4). */
import * as z from "zod";
import { provenanceSchema } from "./observation.ts";
import { reasonSchema } from "./reason-schema.ts";
import { bestResponses, stopReasons } from "./report-terms.ts";

const priorVerdicts = [
  "acquired resistance possible",
  "undetermined",
  "no sign of resistance",
] as const;

export const priorTherapySchema = z.strictObject({
  given: z.string().describe("as in the file"),
  drugs: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .describe("as the knowledgebase knows them; of a class, each of its drugs; empty: not known"),
  bestResponse: z.enum(bestResponses).nullable().describe("null: not stated"),
  reasonStopped: z.enum(stopReasons),
  start: z.string().nullable(),
  end: z.string().nullable(),
  verdict: z.enum(priorVerdicts),
  reason: reasonSchema,
  provenance: provenanceSchema,
});
export type PriorTherapy = z.infer<typeof priorTherapySchema>;
