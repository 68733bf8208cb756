import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildKnowledgebase } from "../../../src/knowledgebase/load/build-knowledgebase.ts";

/** Builds the shipped content into a folder: its sources take a second or more for each command that reads them. The path of the file. */
export async function buildShipped(folder: string): Promise<string> {
  const path = join(folder, "shipped.json");
  const source = join(import.meta.dirname, "../../../knowledgebase");
  writeFileSync(path, (await buildKnowledgebase(source)).text);
  return path;
}
