/** The files that a report was made of. */
import * as z from "zod";
import { inputRoles } from "./report-terms.ts";

export const inputSchema = z.strictObject({
  role: z.enum(inputRoles),
  specimen: z.string().optional().describe("of another lesion than the one to be treated"),
  name: z.string().describe("base name; `-` for standard input"),
  format: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReportInput = z.infer<typeof inputSchema>;
