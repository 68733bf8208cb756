import * as z from "zod";

/** What became of other patients of the study who were treated on a target. */
export const experienceSchema = z
  .strictObject({
    rule: z.string().describe("when a ratio counts as benefit"),
    treated: z.int().min(1).describe("on the same therapy for an alteration of the same gene"),
    benefit: z.int().min(0).describe("patients whose ratio counts as benefit"),
    noBenefit: z.int().min(0).describe("patients whose ratio does not"),
    undetermined: z.int().min(0).describe("patients whose ratio is still open"),
    notComputable: z.int().min(0).describe("patients without a ratio"),
    stoppedEarly: z
      .int()
      .min(1)
      .optional()
      .describe("ratios that count time after a therapy was stopped; absent where there is none"),
  })
  .describe("N-of-1 verdicts of other patients of the study; moves no rank");
export type Experience = z.infer<typeof experienceSchema>;
