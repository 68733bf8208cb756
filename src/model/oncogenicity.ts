/** Whether a small variant drives cancer, by the points of ClinGen, CGC and VICC (Horak 2022, PMID 35101336; spec, clinical R7). */
import * as z from "zod";
import { criterionCodes } from "./report-terms.ts";

/** Not evaluated is not "not met": what would decide it is in no input and in no table that ships. */
const criterionStates = ["met", "not met", "not evaluated"] as const;

export const oncogenicityClasses = [
  "oncogenic",
  "likely oncogenic",
  "uncertain significance",
  "likely benign",
  "benign",
] as const;
export type OncogenicityClass = (typeof oncogenicityClasses)[number];

const criterionSchema = z.strictObject({
  code: z.enum(criterionCodes).describe("name of the criterion in the standard"),
  state: z.enum(criterionStates).describe("not evaluated: what would decide it is not at hand"),
  reason: z.string().describe("why, in one sentence"),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const oncogenicitySchema = z.strictObject({
  class: z
    .enum(oncogenicityClasses)
    .describe("by the points; a criterion that was not evaluated could raise or lower it"),
  points: z.int().describe("of the criteria that were evaluated and are met"),
  criteria: z
    .array(criterionSchema)
    .length(criterionCodes.length)
    .describe("every criterion of the standard"),
});
export type Oncogenicity = z.infer<typeof oncogenicitySchema>;
