/** The shape of a problem in a report; `problem.ts` makes them. */
import * as z from "zod";
import { severities } from "./severity.ts";

const problemWhere = z.strictObject({
  file: z.string().describe("base name of the file, never a path"),
  line: z.int().min(1).optional().describe("1-based line"),
  column: z.int().min(1).optional().describe("1-based column, or field of a table"),
  pointer: z.string().optional().describe("JSON pointer"),
});

export const problemSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe("for programs; it stays where the words of the message change"),
  severity: z.enum(severities).describe("error: something was lost or refused"),
  message: z.string().describe("what was found, in one sentence"),
  where: problemWhere.nullable().describe("the first place; null: no place of a file"),
  hint: z.string().nullable().describe("one thing to do about it"),
  count: z.int().min(1).describe("how often it happened; `where` is the first time"),
});
