/** What became of the records of one kind of input. */
import * as z from "zod";

export const countsSchema = z
  .strictObject({
    read: z.int().min(0).describe("records or rows of the files"),
    matched: z.int().min(0).describe("those that meet a statement"),
    notMatched: z
      .int()
      .min(0)
      .describe("all others that were read: they meet none, and may be findings"),
    setAside: z.int().min(0).describe("those that were read and not used, by reason in setAside"),
    refused: z.int().min(0).describe("those that could not be read, by reason in problems"),
  })
  .describe("read = matched + notMatched + setAside + refused");
export type Counts = z.infer<typeof countsSchema>;
