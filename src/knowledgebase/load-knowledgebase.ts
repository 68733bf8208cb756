import { basename } from "node:path";
import { readBytes } from "../io/read-files.ts";
import { sha256 } from "../io/sha256.ts";
import type { ReportProblem } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { readBuiltFile } from "./built-file.ts";
import { canonicalText } from "./content.ts";
import type { Knowledgebase } from "./knowledgebase.ts";
import { resolveContent } from "./resolve-content.ts";

/**
 * Loads a folder, which is checked, or a built file, whose digest is. Throws a `Refusal` of kind
 * knowledgebase with every problem at once; warnings of the checks go to `report`.
 */
export async function loadKnowledgebase(
  path: string,
  options: { report?: ReportProblem } = {},
): Promise<Knowledgebase> {
  const bytes = await readUnlessFolder(path);
  if (bytes !== null) {
    const built = readBuiltFile(bytes, basename(path));
    return resolveContent(built.content, built.sha256);
  }
  // Only a folder needs the checks and the parser that knows lines.
  const { readFolder } = await import("./read-folder.ts");
  const { content, warnings } = await readFolder(path);
  for (const warning of warnings) options.report?.(warning);
  return resolveContent(content, sha256(canonicalText(content)));
}

async function readUnlessFolder(path: string): Promise<Uint8Array | null> {
  try {
    return await readBytes(path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.problems.some((problem) => problem.code === "file-is-folder")) return null;
    throw new Refusal("knowledgebase", error.problems, { cause: error });
  }
}
