/** A knowledgebase that stands as of an earlier day. */
import * as z from "zod";

const count = z.int().min(0);

export const asOfSchema = z.strictObject({
  date: z.string().describe("YYYY-MM-DD, or YYYY-MM or YYYY for the end of it"),
  statementsLeftOut: count.describe("dated later"),
  approvalsLeftOut: count.describe(
    "decided later or on an unknown day, of statements that were kept",
  ),
  undated: count.describe("statements that were kept because nothing dates them"),
});
export type AsOf = z.infer<typeof asOfSchema>;
