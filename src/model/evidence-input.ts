import * as z from "zod";

/** One file of a case beside its variants and proteins; the path is relative to the case file. */
export const evidenceInput = z.strictObject({
  file: z.string().min(1).describe("path of the file"),
  sample: z
    .string()
    .min(1)
    .optional()
    .describe("name of the case in a file of several samples; default: the tumor sample"),
});
export type EvidenceInput = z.infer<typeof evidenceInput>;
