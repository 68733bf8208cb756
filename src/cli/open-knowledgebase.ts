import { loadKnowledgebase } from "../knowledgebase/load-knowledgebase.ts";
import type { Knowledgebase } from "../knowledgebase/knowledgebase.ts";
import { bundledKnowledgebase } from "./bundled-files.ts";

/** Opens what `--kb` names; `ours`, or nothing, is the bundled one. */
export async function openKnowledgebase(paths: readonly string[]): Promise<Knowledgebase> {
  const [path = "ours"] = paths;
  return await loadKnowledgebase(path === "ours" ? bundledKnowledgebase() : path);
}
