import { fileSource } from "../../io/byte-source.ts";
import { checkOutput, writeFileAtomic } from "../../io/write-output.ts";
import type { ReferenceSubset } from "../../model/cohort.ts";
import type { Problem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import type { ProteinReadOptions } from "../../read/reader.ts";
import { buildCohort } from "../../run/build-cohort.ts";
import { readCohorts } from "../../run/read-cohorts.ts";
import { openTableNames } from "../open-table-names.ts";
import { printProblems } from "../print-problems.ts";
import { makeVoice, type Terminal } from "../terminal.ts";

export interface BuildCohortOptions {
  readonly output: string;
  readonly meta: readonly string[];
  readonly name?: string;
  readonly exclude: readonly string[];
  readonly scale?: NonNullable<ProteinReadOptions["scale"]>;
  readonly referenceSubset?: ReferenceSubset;
}

/** Writes one reference file of the matrices, and says what is in it. Samples to exclude have to be there. */
export async function buildCohortFile(
  paths: readonly string[],
  options: BuildCohortOptions,
  terminal: Terminal,
): Promise<void> {
  const { output, meta, name, exclude, scale, referenceSubset } = options;
  await checkOutput(output, { noClobber: false });
  if (paths.some((path) => path === output)) {
    throw refuse("usage", "output-is-input", `output ${output} is one of the inputs`);
  }
  const problems: Problem[] = [];
  const { names, currentSymbol } = await openTableNames();
  const { files } = await readCohorts(
    paths.map((path) => ({ source: fileSource(path), meta: meta.map(fileSource), name })),
    { scale, names, strict: false, report: (problem) => void problems.push(problem) },
  );
  const aberrationNegative = referenceSubset === "aberration-negative";
  const excluded = new Set(exclude);
  const question = {
    caseNames: excluded,
    caseRows: [],
    aberrationNegative,
    currentSymbol,
  };
  const removed = files.flatMap((file) => file.cohorts(question).flatMap((each) => each.removed));
  const unknown = exclude.find((sample) => !removed.includes(sample));
  if (unknown !== undefined) {
    throw refuse("usage", "sample-unknown", `no cohort has a sample ${unknown} to exclude`);
  }
  const { bytes, sha256, content } = buildCohort(files, question);
  await writeFileAtomic(output, bytes, { noClobber: false });
  const voice = await makeVoice(terminal, {});
  printProblems(problems, voice);
  for (const cohort of content.cohorts) {
    voice.say(`${cohort.name}: ${cohort.samples.length} samples, ${cohort.genes.length} rows`);
  }
  voice.say(`${output}: cohort sha256 ${sha256}; values rounded to ${content.decimals} decimals`);
}
