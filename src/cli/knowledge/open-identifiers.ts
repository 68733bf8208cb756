import { basename } from "node:path";
import { fileExists } from "../../io/file-exists.ts";
import { readBytes } from "../../io/read-files.ts";
import { openGeneIdentifiers } from "../../read/proteins/names/gene-identifiers.ts";
import type { GeneIdentifiers } from "../../read/proteins/names/protein-names.ts";
import { bundledIdentifiers } from "../bundled-files.ts";

/** Accessions of genes and proteins; undefined where the file does not ship. Throws Refusal "knowledgebase" when it was changed. */
export async function openIdentifiers(): Promise<GeneIdentifiers | undefined> {
  const path = bundledIdentifiers();
  if (!(await fileExists(path))) return undefined;
  const bytes = await readBytes(path);
  return openGeneIdentifiers(Buffer.from(bytes).toString("utf8"), basename(path));
}
