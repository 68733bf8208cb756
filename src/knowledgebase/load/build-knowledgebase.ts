import { writeBuiltFile } from "./built-file.ts";
import { canonicalText, type Content } from "../content.ts";
import { readFolder } from "../folder/read-folder.ts";

/**
 * The one-file form of a knowledgebase folder and the digest of its content. The same content gives the
 * same bytes. Throws a `Refusal` of kind knowledgebase when the folder has an error.
 */
export async function buildKnowledgebase(
  path: string,
  below: Content | null = null,
): Promise<{ text: string; sha256: string }> {
  const { content } = await readFolder(path, below);
  return writeBuiltFile(canonicalText(content));
}
