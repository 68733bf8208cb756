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
    .array(
      z.strictObject({
        id: z.string().describe("id of the drug in the knowledgebase"),
        name: z.string().describe("preferred name in the knowledgebase"),
      }),
    )
    .describe("as the knowledgebase knows them; of a class, each of its drugs; empty: not known"),
  bestResponse: z.enum(bestResponses).nullable().describe("null: not stated"),
  reasonStopped: z.enum(stopReasons).describe("why it ended"),
  start: z.string().nullable().describe("as exactly as it is known; null: not stated"),
  end: z.string().nullable().describe("as exactly as it is known; null: not stated"),
  verdict: z.enum(priorVerdicts).describe("what it means for targets with the same drugs"),
  reason: reasonSchema,
  provenance: provenanceSchema.describe("where it was read"),
});
export type PriorTherapy = z.infer<typeof priorTherapySchema>;
