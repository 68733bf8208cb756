/** Whether measurements of proteins bear out what a target rests on, with the numbers behind it. */
import * as z from "zod";
import { provenanceSchema, supportSchema } from "./observation.ts";
import { reasonSchema } from "./reason-schema.ts";
import { mostStripValues } from "./report-terms.ts";
import { verificationStates } from "./verdict.ts";

/** One measurement that was held to an alteration of the target. */
export const measurementSchema = z.strictObject({
  alteration: z.string().describe("observation that it was held to"),
  gene: z.string().nullable().describe("null: of the whole tumor, e.g. microsatellites"),
  assay: z.string().describe("as in the verification rules: protein, ihc, her2-status, ..."),
  seen: z.string().describe("what it shows, in the word that the rules read"),
  text: z.string().describe("the measurement with its numbers"),
  verdict: z.enum(verificationStates).nullable().describe("null: no rule reads it"),
  rule: z.string().nullable().describe("id of the verification rule"),
  support: supportSchema.nullable().describe("the numbers behind it; null: there are none"),
  provenance: provenanceSchema.describe("where it was read"),
  strip: z.string().optional().describe("the values of its cohort, by id in `strips`"),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** What the measurements make of one alteration of a target. */
export const alterationVerdictSchema = z.strictObject({
  alteration: z.string().describe("observation"),
  label: z.string().describe("for people: `BRAF V600E`"),
  state: z.enum(verificationStates).describe("what the measurements make of it"),
  reason: reasonSchema,
});
export type AlterationVerdict = z.infer<typeof alterationVerdictSchema>;

export const verificationSchema = z.strictObject({
  state: z.enum(verificationStates).describe("verdict on the target"),
  reason: reasonSchema,
  alterations: z
    .array(alterationVerdictSchema)
    .optional()
    .describe("the verdict on each alteration, where several differ"),
  observations: z.array(z.string()).describe("ids of what bears it out; empty: nothing does"),
  measurements: z.array(measurementSchema).describe("everything that was held to it"),
});
export type Verification = z.infer<typeof verificationSchema>;

/** A value among its cohort, for a plot. All values are on the scale of the table, rounded to 3 decimals. */
export const stripSchema = z.strictObject({
  id: z.string().describe("as measurements name it in `strip`"),
  name: z.string().describe("what was measured: ERBB2 protein, ERBB2 pY1248"),
  gene: z.string().describe("current symbol"),
  molecule: z.string().describe("protein, rna, phosphosite or kinase-activity"),
  file: z.string().describe("base name of the table"),
  cohort: z.string().describe("name of the reference cohort"),
  scale: z.string().optional().describe("what the values are: log2-ratio, log2-intensity, z, ..."),
  n: z.int().min(1).describe("cohort values that are not missing"),
  value: z.number().describe("of the case"),
  values: z.array(z.number()).min(1).max(mostStripValues).describe("of the cohort, ascending"),
  shown: z.enum(["values", "quantiles"]).describe("quantiles: evenly spaced, of a larger cohort"),
  median: z.number().describe("of the cohort"),
  limits: z
    .strictObject({
      low: z.number().describe("at or below it"),
      high: z.number().describe("at or above it"),
    })
    .nullable()
    .describe("values from which a call is possible; it also needs q. Null: no scale to tell"),
});
export type Strip = z.infer<typeof stripSchema>;
