import { writeFileAtomic } from "../../io/write-output.ts";
import { buildKnowledgebase } from "../../knowledgebase/load/build-knowledgebase.ts";
import { loadContent } from "../../knowledgebase/load/load-layers.ts";
import { checkReplacing } from "../check-overwrites.ts";
import { nameLayers, pathOf } from "../knowledge/open-knowledgebase.ts";
import { type Terminal, visible } from "../terminal.ts";

/** Writes the built file of a checked folder; `over`: the layers that it lies over. */
export async function buildFile(
  folder: string,
  options: { output: string; over: readonly string[] },
  terminal: Terminal,
): Promise<void> {
  const { output, over } = options;
  await checkReplacing(output, [folder, ...over.map(pathOf)]);
  const below = over.length === 0 ? null : await loadContent(nameLayers(over));
  const { text, sha256 } = await buildKnowledgebase(folder, below);
  await writeFileAtomic(output, text, { noClobber: false });
  terminal.stderr.write(`${visible(output)}: knowledgebase sha256 ${sha256}\n`);
}
