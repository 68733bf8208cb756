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
  marker: z.enum(["HER2", "MMR"]),
  state: z.enum(combinedStates),
  text: z.string().describe("the rule, and the results that it was read from"),
  observations: z.array(z.string()).min(1),
});
export const combinedResultsSchema = z
  .array(combinedResultSchema)
  .min(1)
  .optional()
  .describe("absent where no assays are read together");
export type CombinedResult = z.infer<typeof combinedResultSchema>;
