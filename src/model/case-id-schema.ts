import * as z from "zod";
import { caseIdPattern, findPersonalId, pseudonymHint } from "./case-id.ts";

/** The id of a case in a file. */
export const caseIdSchema = z
  .string()
  .regex(caseIdPattern, {
    error: `it is not 1 to 64 of A-Z a-z 0-9 . _ - that begin with a letter or digit. ${pseudonymHint}`,
  })
  .refine((id) => findPersonalId(id) === null, {
    error: ({ input }) =>
      `it ${findPersonalId(String(input)) ?? "is no pseudonym"}. ${pseudonymHint}`,
  })
  .describe("pseudonym of the case; names and national numbers are refused");
