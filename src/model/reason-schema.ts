import * as z from "zod";

/** The shape of a reason in a report. */
export const reasonSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe("for programs; it stays where the words of the text change"),
    text: z.string().describe("one sentence for a reader of the report"),
  })
  .describe("why, as a code and as a sentence");
