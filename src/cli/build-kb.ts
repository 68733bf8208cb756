import { writeFileAtomic, writeToStream } from "../io/write-output.ts";
import { bundledKnowledgebase } from "./bundled-knowledgebase.ts";
import { buildKnowledgebase } from "../knowledgebase/build-knowledgebase.ts";
import { loadKnowledgebase } from "../knowledgebase/load-knowledgebase.ts";
import type { Terminal } from "./terminal.ts";

/** Checks a folder and says what it holds. Refusal (exit 4) with every problem at once. */
export async function validateFolder(
  folder: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { version, statements, genes, sha256 } = await loadKnowledgebase(
    folder ?? bundledKnowledgebase(),
  );
  await writeToStream(
    terminal.stdout,
    `${folder ?? "the bundled knowledgebase"}: version ${version}, ${statements.length} statements, ${genes.size} genes, sha256 ${sha256}: no problem found\n`,
  );
}

/** Writes the built file of a checked folder. */
export async function buildFile(folder: string, output: string, terminal: Terminal): Promise<void> {
  const { text, sha256 } = await buildKnowledgebase(folder);
  await writeFileAtomic(output, text, { noClobber: false });
  terminal.stderr.write(`${output}: knowledgebase sha256 ${sha256}\n`);
}
