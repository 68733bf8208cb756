import { dirname, join } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { openText } from "../../io/open-text.ts";
import { readStream } from "../../io/read-files.ts";
import { makeFolder } from "../../io/make-folder.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { compileKnowledgebase } from "../../knowledgebase/import/compile-knowledgebase.ts";
import { importers } from "../../knowledgebase/import/importers.ts";
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
  const result = compileKnowledgebase(importer, sources);
  for (const [path, text] of result.files) {
    const target = join(options.output, path);
    await makeFolder(dirname(target));
    await writeFileAtomic(target, text, { noClobber: false });
  }
  const { compiled, records } = result.coverage.predictive;
  terminal.stderr.write(
    `${importer.title} (${importer.licence}, ${importer.date}): ${compiled} statements of ${records} predictive records; coverage.json names the rest\n`,
  );
}
