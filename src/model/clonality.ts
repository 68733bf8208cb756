/** Whether all cells of the tumor carry a small variant (spec, clinical R11). */
import * as z from "zod";
import { clonalityStates } from "./report-terms.ts";
import { reasonSchema } from "./reason-schema.ts";

const fractionSchema = z.strictObject({
  estimate: z.number().min(0).max(1).describe("share of tumor cells that carry it, at most 1"),
  low: z.number().min(0).max(1).nullable().describe("of the 95% interval, by the reads"),
  high: z.number().min(0).max(1).nullable().describe("upper end of the same interval"),
  uncapped: z.number().min(0).describe("above 1.2: copies, mutated copies or purity are wrong"),
  purity: z.number().gt(0).max(1).describe("share of tumor cells in the sample"),
  copies: z.number().min(0).describe("in tumor cells, all alleles"),
  normalCopies: z.int().min(1).describe("copies of the place in a normal cell"),
  mutatedCopies: z.int().min(1).describe("assumed in each cell that carries it"),
  expectedVaf: z.number().min(0).max(1).describe("if all tumor cells carried it"),
});
/** Cancer cell fraction with what it was computed from. */
export type CellFraction = z.infer<typeof fractionSchema>;

export const claimSchema = z.strictObject({
  state: z.enum(clonalityStates).describe("whether all tumor cells carry it"),
  reason: reasonSchema,
});
export type ClonalityClaim = z.infer<typeof claimSchema>;

export const clonalitySchema = claimSchema.extend({
  fraction: fractionSchema.nullable().describe("null where it is not assessable"),
});
export type Clonality = z.infer<typeof clonalitySchema>;
