import { writeFileAtomic } from "../../io/write-output.ts";
import { buildKnowledgebase } from "../../knowledgebase/build-knowledgebase.ts";
import type { Terminal } from "../terminal.ts";

/** Writes the built file of a checked folder. */
export async function buildFile(folder: string, output: string, terminal: Terminal): Promise<void> {
  const { text, sha256 } = await buildKnowledgebase(folder);
  await writeFileAtomic(output, text, { noClobber: false });
  terminal.stderr.write(`${output}: knowledgebase sha256 ${sha256}\n`);
}
