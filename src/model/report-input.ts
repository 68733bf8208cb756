/** The files that a report was made of. */
import * as z from "zod";
import { inputRoles } from "./report-terms.ts";

export const inputSchema = z.strictObject({
  role: z.enum(inputRoles).describe("what the file is to the case"),
  specimen: z.string().optional().describe("of another lesion than the one to be treated"),
  name: z.string().describe("base name; `-` for standard input"),
  format: z.string().describe("id of the reader, as metaction formats lists it"),
  bytes: z.int().min(0).describe("as it lies there, compressed or not"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("of the bytes as they lie there"),
});
export type ReportInput = z.infer<typeof inputSchema>;
