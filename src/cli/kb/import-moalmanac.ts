import { dirname, join } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { makeFolder } from "../../io/make-folder.ts";
import { openText } from "../../io/open-text.ts";
import { readStream } from "../../io/read-files.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import { buildIndex } from "../../knowledgebase/index/build-index.ts";
import {
  compileMoalmanac,
  moalmanacNotice,
} from "../../knowledgebase/import/moalmanac/compile-moalmanac.ts";
import type { Problem } from "../../model/problem.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import { printProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";

/** Compiles a user's own copy into a layer over `over`, and prints its licence and what was left out. */
export async function importMoalmanac(
  files: readonly string[],
  options: { output: string; over: readonly string[] },
  terminal: Terminal,
): Promise<void> {
  const voice = await makeVoice(terminal, {});
  voice.insist(moalmanacNotice);
  const report = (problem: Problem): void => printProblems([problem], voice);
  const sources = [];
  for (const path of files) {
    const opened = await openText(fileSource(path), { report });
    sources.push({ name: opened.name, text: await readStream(opened.chunks(), opened.name) });
  }
  const knowledgebase = await openKnowledgebase(options.over);
  const result = compileMoalmanac(sources, knowledgebase, buildIndex(knowledgebase));
  for (const [path, text] of result.files) {
    const target = join(options.output, path);
    await makeFolder(dirname(target));
    await writeFileAtomic(target, text, { noClobber: false });
  }
  voice.insist(`${result.compiled} statements of ${result.propositions} propositions; left out:`);
  for (const [reason, count] of [...result.skipped].toSorted(([, a], [, b]) => b - a)) {
    voice.insist(`  ${count}  ${reason}`);
  }
  voice.insist(`Check it as a layer: metaction kb validate ${options.output} --over ours`);
}
