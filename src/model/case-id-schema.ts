import * as z from "zod";
import { caseIdPattern, findPersonalId, pseudonymHint } from "./case-id.ts";

/** The id of a case in a file. */
export const caseIdSchema = z
  .string()
  .regex(caseIdPattern)
  .refine((id) => findPersonalId(id) === null, {
    error: ({ input }) =>
      `it ${findPersonalId(String(input)) ?? "is no pseudonym"}. ${pseudonymHint}`,
  })
  .describe("pseudonym of the case; names and national numbers are refused");
