/** How many of the alterations that are known to matter a therapy is matched to (PMID 33009371; spec, clinical R14). */
import * as z from "zod";

export const matchingScoreSchema = z.strictObject({
  matched: z.int().min(0).describe("characterized alterations that the therapy is matched to"),
  characterized: z.int().min(0).describe("alterations of the case that are known to matter"),
  score: z.number().min(0).max(1).nullable().describe("to 4 decimals; null: not computable"),
  bucket: z.enum(["high", "low", "not computable"]).describe("high: 50% or more"),
});
export type MatchingScore = z.infer<typeof matchingScoreSchema>;
