/** What a source of the user's own says of a finding: shown beside it, and no part of any rank, tier or verification (spec, clinical R3). */
import * as z from "zod";

const outsideCallSchema = z.strictObject({
  source: z.string().describe("program that made the file"),
  file: z.string().describe("base name of the input"),
  line: z.int().min(1).describe("1-based line in the uncompressed text"),
  name: z.string().describe("the alteration as the file names it"),
  matchedBy: z
    .enum(["allele", "protein change", "gene and kind of change"])
    .describe("what joins the row to the finding"),
  levels: z
    .array(
      z.strictObject({
        level: z.string().describe("by the source's own name: level R1, tier 2"),
        drugs: z.string().nullable().describe("as stated; null: none"),
      }),
    )
    .describe("in the order in which the source displays them"),
  oncogenic: z.string().nullable().describe("as stated"),
  effect: z.string().nullable().describe("effect of the mutation, as stated"),
});

export const outsideCallsSchema = z
  .array(outsideCallSchema)
  .min(1)
  .describe("the user's own calls of other programs: beside the finding, and used for nothing");
export type OutsideCall = z.infer<typeof outsideCallSchema>;
