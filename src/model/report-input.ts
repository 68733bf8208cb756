/** The files that a report was made of. */
import * as z from "zod";
import { inputRoles } from "./report-terms.ts";

export const inputSchema = z.strictObject({
  role: z.enum(inputRoles),
  name: z.string().describe("base name; `-` for standard input"),
  format: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReportInput = z.infer<typeof inputSchema>;
