/** How the statements about one therapy stand against each other (spec, clinical R5 and R6). */
import * as z from "zod";
import { balanceLevels } from "./report-terms.ts";
import { reasonSchema } from "./reason-schema.ts";

const count = z.int().min(0);

export const balanceSchema = z
  .strictObject({
    levels: z
      .array(
        z.strictObject({
          level: z.enum(balanceLevels).describe("AMP level of the statements in this case"),
          supports: count.describe("statements of benefit"),
          doesNotSupport: count.describe("statements that no benefit was found"),
          resists: count.describe("statements of resistance, reduced sensitivity or harm"),
        }),
      )
      .describe("the best level first; levels without a statement are left out"),
    score: z
      .strictObject({
        supports: z.number().min(0).describe("sum of the statements of benefit"),
        against: z.number().min(0).describe("sum of the statements against it"),
      })
      .describe("source level (10, 5, 3, 1, 0.5) times stars, each side summed; never one number"),
    conflict: z.boolean().describe("there are statements on both sides"),
    weighs: z
      .enum(["for", "against", "even"])
      .describe("at the best level that a statement reaches; a weaker level never outvotes it"),
    reason: reasonSchema,
  })
  .describe("how the statements about the therapy stand against each other");
export type EvidenceBalance = z.infer<typeof balanceSchema>;
