import { outlierThresholds } from "../../annotate/proteins/outlier-thresholds.ts";
import { fileSource } from "../../io/byte-source.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import type { ReferenceSubset } from "../../model/cohort.ts";
import type { CohortFileContent } from "../../model/cohort-file.ts";
import { makeProblem, type Problem } from "../../model/problem.ts";
import { refuse } from "../../model/refusal.ts";
import { checkReplacing } from "../check-overwrites.ts";
import { showText } from "../../read/show-text.ts";
import { buildCohort } from "../../run/proteins/build-cohort.ts";
import { readCohorts } from "../../run/proteins/read-cohorts.ts";
import { exitCodes } from "../exit-codes.ts";
import { openTableNames } from "../knowledge/open-table-names.ts";
import { printProblems } from "../print-problems.ts";
import { makeVoice, type Terminal, visible } from "../terminal.ts";
import type { ProteinReadOptions } from "../../read/protein-reader.ts";

export interface BuildCohortOptions {
  readonly output: string;
  readonly meta: readonly string[];
  readonly name?: string;
  readonly exclude: readonly string[];
  readonly scale?: NonNullable<ProteinReadOptions["scale"]>;
  readonly referenceSubset?: ReferenceSubset;
}

/**
 * Writes one reference file of the matrices, and says what is in it. Samples to exclude have to be there. Gives the exit code: 1 where rows
 * were refused.
 */
export async function buildCohortFile(
  paths: readonly string[],
  options: BuildCohortOptions,
  terminal: Terminal,
): Promise<number> {
  const { output, meta, name, exclude, scale, referenceSubset } = options;
  await checkReplacing(output, [...paths, ...meta]);
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
  problems.push(...judgeSizes(content.cohorts));
  await writeFileAtomic(output, bytes, { noClobber: false });
  const voice = await makeVoice(terminal, {});
  printProblems(problems, voice);
  for (const cohort of content.cohorts) {
    voice.say(
      `${visible(cohort.name)}: ${cohort.samples.length} samples, ${cohort.genes.length} rows`,
    );
  }
  voice.say(
    `${visible(output)}: cohort sha256 ${sha256}; values rounded to ${content.decimals} decimals`,
  );
  return problems.some(({ severity }) => severity === "error")
    ? exitCodes.problems
    : exitCodes.done;
}

/**
 * A cohort that nothing can be compared with is refused: of one sample, its sorted values are the profile itself. One in which no outlier
 * is called is warned about.
 */
function judgeSizes(cohorts: CohortFileContent["cohorts"]): Problem[] {
  const { cohortToCompute, cohortToCall } = outlierThresholds;
  const [few] = cohorts.filter(({ samples }) => samples.length < cohortToCompute);
  if (few !== undefined || cohorts.length === 0) {
    const message =
      few === undefined
        ? "the files hold no sample"
        : `cohort ${showText(few.name)} has ${few.samples.length} samples; with fewer than ${cohortToCompute} nothing is compared, and the file would show their values`;
    throw refuse("input", "cohort-too-small", message, {
      hint: "Give more samples; a cohort of which all samples are left out (--exclude) is not written.",
    });
  }
  return cohorts
    .filter(({ samples }) => samples.length < cohortToCall)
    .map(({ name, samples }) => {
      const message = `cohort ${showText(name)} has ${samples.length} samples; no outlier is called with fewer than ${cohortToCall}`;
      return makeProblem("cohort-small", "warning", message, {});
    });
}
