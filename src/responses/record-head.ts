import * as z from "zod";
import { refuse } from "../model/refusal.ts";
import type { RecordHead } from "./read-record.ts";

const headSchema = z.strictObject({
  seq: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The head as a file. */
export function formatHead({ seq, sha256 }: RecordHead): string {
  return `${JSON.stringify({ seq, sha256 })}\n`;
}

/** Reads that file back. Throws Refusal "input": it is always written whole, so that another text in it is a change. */
export function parseHead(text: string, file: string): RecordHead {
  const parsed = headSchema.safeParse(parseOrNull(text));
  if (parsed.success) return parsed.data;
  throw refuse("input", "record-head", `${file} is not what was written`, {
    where: { file, line: 1 },
    hint: "Put a copy back. Without the file, lines that are cut from the end of the record are not noticed.",
  });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
