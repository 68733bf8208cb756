/** What several assays of one marker say together, where a guideline or their partners read them so. */
import * as z from "zod";

const combinedStates = [
  "positive",
  "negative",
  "deficient",
  "proficient",
  "equivocal",
  "discordant",
  "not assessable",
] as const;

const combinedResultSchema = z.strictObject({
  marker: z.enum(["HER2", "MMR"]).describe("what the assays measure; MMR: mismatch repair"),
  state: z.enum(combinedStates).describe("what they say together"),
  text: z.string().describe("the rule, and the results that it was read from"),
  observations: z.array(z.string()).min(1).describe("ids of the results that were read"),
});
export const combinedResultsSchema = z
  .array(combinedResultSchema)
  .min(1)
  .optional()
  .describe("absent where no assays are read together");
export type CombinedResult = z.infer<typeof combinedResultSchema>;
