import { basename } from "node:path";
import { isPipe } from "../../io/byte-source.ts";
import { refuse } from "../../model/refusal.ts";

/** Throws Refusal "input" for a pipe: a table is looked at before it is read. */
export async function refusePipe(path: string): Promise<void> {
  if (!(await isPipe(path))) return;
  const file = basename(path);
  throw refuse("input", "table-from-pipe", `${file} is a pipe, which can be read only once`, {
    where: { file },
    hint: "Write the table to a file first; a VCF may come from a pipe.",
  });
}
