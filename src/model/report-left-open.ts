/** What a report holds beside its findings: what was seen and not used, and what could not be decided. */
import * as z from "zod";
import { provenanceSchema } from "./observation.ts";

export const setAsideSchema = z.strictObject({
  code: z.string().describe("e.g. filtered, genotype-reference, synonymous"),
  what: z.string().describe("what was set aside"),
  reason: z.string().describe("why, in one sentence"),
  count: z.int().min(1).describe("how many"),
  examples: z
    .array(provenanceSchema.extend({ label: z.string().describe("the record, for people") }))
    .max(5)
    .describe("some of them, with where they were read"),
});
export type SetAside = z.infer<typeof setAsideSchema>;

export const notAssessedSchema = z.strictObject({
  code: z.string().describe("e.g. no-copy-number-input"),
  what: z.string().describe("what could not be decided"),
  reason: z.string().describe("why not, in one sentence"),
  settledBy: z.string().describe("what would settle it"),
  statements: z.int().min(0).describe("how many statements hang on it"),
  genes: z.array(z.string()).describe("that those statements are about; empty: any"),
});
export type NotAssessed = z.infer<typeof notAssessedSchema>;
