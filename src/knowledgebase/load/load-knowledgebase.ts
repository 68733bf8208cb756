import { basename } from "node:path";
import { readBytes } from "../../io/read-files.ts";
import { sha256 } from "../../io/sha256.ts";
import type { ReportProblem } from "../../model/problem.ts";
import { type Refusal, refuse } from "../../model/refusal.ts";
import { readBuiltFile, readBuiltPart } from "./built-file.ts";
import { canonicalText } from "../content.ts";
import type { Knowledgebase } from "../knowledgebase.ts";
import { problemsToTell } from "./problems-to-tell.ts";
import { readUnlessFolder } from "./read-unless-folder.ts";
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
    if (built.content.overrides !== undefined) throw refuseLayer(basename(path));
    return resolveContent(built.content, built.sha256);
  }
  // Only a folder needs the checks and the parser that knows lines.
  const { readFolder } = await import("../folder/read-folder.ts");
  const { content, warnings } = await readFolder(path);
  for (const warning of warnings) options.report?.(warning);
  const resolved = resolveContent(content, sha256(canonicalText(content)));
  return Object.assign(resolved, { problems: problemsToTell(warnings) });
}

/** The genes of a built file by symbol, without the rest. Throws a `Refusal` of kind knowledgebase as reading the file does. */
export async function loadBuiltGenes(path: string): Promise<Knowledgebase["genes"]> {
  const { part: genes } = readBuiltPart(await readBytes(path), basename(path), "genes");
  return new Map(genes.map((gene) => [gene.symbol, gene]));
}

/** Version and digest of a built file, without the rest. Throws a `Refusal` of kind knowledgebase as reading the file does. */
export async function loadBuiltVersion(path: string): Promise<{ version: string; sha256: string }> {
  const { part, sha256: digest } = readBuiltPart(await readBytes(path), basename(path), "manifest");
  return { version: part.version, sha256: digest };
}

/** Overrides without anything below them never fire. */
function refuseLayer(file: string): Refusal {
  return refuse(
    "knowledgebase",
    "kb-override-idle",
    `${file} is a layer and overrides what is not there`,
    {
      where: { file },
      hint: "Name what it lies over before it: --kb ours.",
    },
  );
}
