/** What became of the records of one kind of input. */
import * as z from "zod";

export const countsSchema = z
  .strictObject({
    read: z.int().min(0),
    matched: z.int().min(0),
    notMatched: z.int().min(0),
    setAside: z.int().min(0),
    refused: z.int().min(0),
  })
  .describe("read = matched + notMatched + setAside + refused");
export type Counts = z.infer<typeof countsSchema>;
