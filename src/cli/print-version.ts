import { fileURLToPath } from "node:url";
import { readText } from "../io/read-files.ts";
import { writeToStream } from "../io/write-output.ts";
import { loadBuiltVersion } from "../knowledgebase/load/load-knowledgebase.ts";
import { bundledKnowledgebase } from "./bundled-files.ts";
import type { Terminal } from "./terminal.ts";
import { reportSchemaVersion } from "../model/report-terms.ts";

/** The version in package.json: the only place where it is written. */
export async function readToolVersion(): Promise<string> {
  const text = await readText(fileURLToPath(new URL("../../package.json", import.meta.url)));
  const found = /"version": "([^"]+)"/u.exec(text)?.[1];
  if (found === undefined) throw new Error("package.json states no version");
  return found;
}

/** `metaction X.Y.Z` on the first line, as pipelines read it, then what else decides a result. */
export async function printVersion(terminal: Terminal): Promise<void> {
  const knowledgebase = await loadBuiltVersion(bundledKnowledgebase());
  const lines = [
    `metaction ${await readToolVersion()}`,
    `Knowledgebase ${knowledgebase.version} (sha256 ${knowledgebase.sha256})`,
    `Report schema ${reportSchemaVersion}`,
    `Node ${process.versions.node}`,
  ];
  await writeToStream(terminal.stdout, `${lines.join("\n")}\n`);
}
