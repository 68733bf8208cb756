import { join } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { openText } from "../../io/open-text.ts";
import { listFiles, readBytes, readStream } from "../../io/read-files.ts";
import { makeFolder } from "../../io/make-folder.ts";
import { removeFile } from "../../io/remove-file.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { compileKnowledgebase } from "../../knowledgebase/import/compile-knowledgebase.ts";
import type { Coverage } from "../../knowledgebase/import/describe-coverage.ts";
import type { Importer } from "../../knowledgebase/import/importer.ts";
import { importers } from "../../knowledgebase/import/importers.ts";
import { readKept } from "../../knowledgebase/import/kept-content.ts";
import type { Problem } from "../../model/problem.ts";
import { printProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";

/** Compiles a source's tables into a knowledgebase folder and says what was compiled and what was not. */
export async function importSource(
  files: readonly string[],
  options: { from: string; output: string },
  terminal: Terminal,
): Promise<void> {
  const importer = importers.find(({ id }) => id === options.from);
  if (importer === undefined) throw new Error(`no importer ${options.from}`);
  const voice = await makeVoice(terminal, {});
  const report = (problem: Problem): void => printProblems([problem], voice);
  const sources = [];
  for (const path of files) {
    const opened = await openText(fileSource(path), { report });
    sources.push({ name: opened.name, text: await readStream(opened.chunks(), opened.name) });
  }
  const existing = await readExisting(options.output);
  const kept = readKept(existing, new Set(importer.sources.map(({ name }) => name)));
  const result = compileKnowledgebase(importer, sources, kept);
  for (const [path, text] of result.files) {
    await writeFileAtomic(join(options.output, path), text, { noClobber: false });
  }
  // A file of a gene that the source no longer speaks of, and nobody else does.
  for (const path of existing.keys()) {
    if (!result.files.has(path)) await removeFile(join(options.output, path));
  }
  terminal.stderr.write(describeImport(importer, result.coverage));
}

/** Every file of a knowledgebase folder that is there, by its path below the folder; the folder is made where it is not. */
async function readExisting(folder: string): Promise<Map<string, Uint8Array>> {
  await makeFolder(join(folder, "statements"));
  const top = await listFiles(folder, ".json");
  const genes = await listFiles(join(folder, "statements"), ".json");
  const files = new Map<string, Uint8Array>();
  for (const path of [
    ...top.filter((name) => importedFiles.has(name)),
    ...genes.map((name) => `statements/${name}`),
  ]) {
    files.set(path, await readBytes(join(folder, path)));
  }
  return files;
}

/** Files beside the statements that an import writes; any other is somebody else's. */
const importedFiles: ReadonlySet<string> = new Set([
  "manifest.json",
  "therapies.json",
  "diseases.json",
  "documents.json",
]);

function describeImport({ title }: Importer, { types, skipped }: Coverage): string {
  const counts = types.map(({ source, type, compiled, records, share }) => {
    return `  ${source}, ${type}: ${compiled} of ${records} (${(share * 100).toFixed(1)} %)`;
  });
  const reasons = skipped.map(({ type, code, count }) => `  ${type}, ${code}: ${count}`);
  return [
    `${title}: statements of records`,
    ...counts,
    "Skipped, each with its record in coverage.json:",
    ...reasons,
    "",
  ].join("\n");
}
