/** The protein that a change is numbered on. */
import * as z from "zod";

export const changedProteinSchema = z.strictObject({
  length: z.int().min(1).describe("residues of the chosen transcript, without the stop"),
  regions: z
    .array(
      z.strictObject({
        name: z.string().describe("name of the exon or domain"),
        start: z.int().min(1).describe("first residue"),
        end: z.int().min(1).describe("last residue"),
      }),
    )
    .describe("exons and domains that statements name, 1-based residues"),
});
export type ChangedProtein = z.infer<typeof changedProteinSchema>;
