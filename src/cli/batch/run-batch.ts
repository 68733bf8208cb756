import { basename, join, resolve } from "node:path";
import { lockFolder } from "../../io/lock-folder.ts";
import { makeFolder } from "../../io/make-folder.ts";
import { runPool } from "../../io/threads/worker-pool.ts";
import { writeFileAtomic } from "../../io/write-output.ts";
import type { Knowledgebase } from "../../knowledgebase/knowledgebase.ts";
import type { BatchSummary, SampleRecord } from "../../model/batch.ts";
import type { Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import { batchFiles } from "../../report/render/cohort/batch-files.ts";
import { makeBatchTally } from "../../run/batch/summarize-batch.ts";
import { recordFailure } from "../../run/batch/summarize-report.ts";
import { checkAge } from "../knowledge/check-age.ts";
import { checkDigest } from "../knowledge/check-digest.ts";
import { batchWorkerEntry } from "../bundled-files.ts";
import { exitCodes } from "../exit-codes.ts";
import { openKnowledgebase, pathOf } from "../knowledge/open-knowledgebase.ts";
import { listProblems, printProblems } from "../print-problems.ts";
import { readToolVersion } from "../print-version.ts";
import { makeVoice, type Terminal } from "../terminal.ts";
import { thisProcess } from "../this-process.ts";
import { failSample } from "./do-sample.ts";
import { checkBatchOverwrites } from "./check-batch-overwrites.ts";
import { makeBatchLog, type LogOptions } from "./batch-log.ts";
import { planSamples, type PlannedSample } from "./plan-samples.ts";
import { openResultFiles, type ResultFiles } from "./result-files.ts";
import type { SampleAnswer, SampleOptions, SampleSetup, SampleTask } from "./sample-task.ts";

export interface BatchOptions extends SampleOptions, LogOptions {
  readonly outputFolder: string;
  readonly formats: readonly string[];
  readonly threads: number;
  readonly resume: boolean;
  readonly failFast: boolean;
  readonly kb?: readonly string[];
  readonly kbMaxAge?: number;
  readonly kbSha256?: string;
}

/**
 * A run over many samples, from options to exit code. The list of samples is checked whole before any work, the folder of
 * results belongs to one run at a time, and a sample that fails costs nothing but itself. The reports, and the summary but for
 * `--fail-fast`, do not depend on the number of threads.
 */
export async function runBatch(
  input: string,
  options: BatchOptions,
  terminal: Terminal,
): Promise<number> {
  const voice = await makeVoice(terminal, options);
  const noted: Problem[] = [];
  const knowledgebase = await openKnowledgebase(options.kb ?? [], { asOf: options.asOf });
  checkAge(knowledgebase, options.kbMaxAge);
  checkDigest(knowledgebase, options.kbSha256);
  const samples = await planSamples(input, {
    report: (problem) => void noted.push(problem),
    diseases: knowledgebase.diseases,
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    listProblems(error.problems, voice);
    return null;
  });
  if (samples === null) return exitCodes.input;
  printProblems(noted, voice);
  await checkResponses(options.responses);
  const folder = resolve(options.outputFolder);
  await checkBatchOverwrites(samples, {
    sheet: input,
    folder,
    formats: options.formats,
    shared: sharedFiles(options),
  });
  await makeFolder(folder);
  const unlock = await lockFolder(folder, thisProcess());
  try {
    const names = batchFiles.map(({ name }) => name);
    const files = await openResultFiles(folder, names);
    const toolVersion = await readToolVersion();
    const log = makeBatchLog(samples.length, { voice, terminal, options });
    const nameOf = ({ line }: PlannedSample, at: number): string =>
      line === undefined ? `sample ${at + 1} of ${samples.length}` : `${basename(input)}:${line}`;
    const places = samples.map(nameOf);
    const endings = await makeSamples({ samples, places, files, log, toolVersion, options });
    const summary = await summarize(samples, { files, endings, knowledgebase, toolVersion });
    for (const { name, render } of batchFiles) {
      await writeFileAtomic(join(folder, name), render(summary), { noClobber: false });
    }
    log.end(summary);
    return exitCodeOf(summary);
  } finally {
    await unlock();
  }
}

/** A record that is not whole would fail every sample. */
async function checkResponses(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  const { openRecord, refuseFaults } = await import("../../responses/open-record.ts");
  refuseFaults(await openRecord(path, { mayBeNew: false }));
}

/**
 * The samples that this run came to, with the records of those that failed; null: done, which its files tell. The others were not run: what lies
 * there of them is of an earlier run, and may be of other files and settings.
 */
async function makeSamples(run: {
  readonly samples: readonly PlannedSample[];
  /** Where each is told of. */
  readonly places: readonly string[];
  readonly files: ResultFiles;
  readonly log: ReturnType<typeof makeBatchLog>;
  readonly toolVersion: string;
  readonly options: BatchOptions;
}): Promise<Map<string, SampleRecord | null>> {
  const { samples, places, files, log, toolVersion, options } = run;
  const endings = new Map<string, SampleRecord | null>();
  let hasFailed = false;
  const idOf = (task: number): string => samples[task]?.caseFile.id ?? "";
  const setup: SampleSetup = {
    kb: options.kb ?? [],
    options: sampleOptionsOf(options),
    formats: options.formats,
    toolVersion,
  };
  const take = async (task: number, answer: SampleAnswer): Promise<void> => {
    const id = idOf(task);
    if (answer.kind !== "kept") await files.write(id, answer);
    hasFailed ||= answer.kind === "failed";
    endings.set(id, answer.kind === "failed" ? answer.record : null);
    log.sampleEnded({ id, place: places[task] ?? "" }, answer);
  };
  await runPool<SampleTask, SampleAnswer>({
    entry: batchWorkerEntry(),
    count: options.threads,
    setup,
    tasks: samples.length,
    makeTask: async (task) => {
      const sample = samples[task];
      if (sample === undefined) throw new Error(`there is no sample ${task}`);
      return { sample, earlier: options.resume ? await files.findWhole(idOf(task)) : null };
    },
    onAnswer: take,
    onCrash: async (task, error) => {
      await take(task, failSample(idOf(task), error));
    },
    isStopped: () => options.failFast && hasFailed,
  });
  return endings;
}

/** Only these go to the threads: what else an option says must not make a kept sample new. The compiler holds that none is forgotten. */
const sampleKeys = {
  includeFiltered: true,
  strict: true,
  allowTruncated: true,
  failOn: true,
  asOf: true,
  index: true,
  filterCounts: true,
  reannotate: true,
  fasta: true,
  gff: true,
  models: true,
  proteinCohort: true,
  cohort: true,
  cohortMeta: true,
  referenceSubset: true,
  kinaseSubstrates: true,
  kinaseMinimum: true,
  responses: true,
} as const satisfies Record<keyof SampleOptions, true>;

function sampleOptionsOf(options: BatchOptions): SampleOptions {
  const given = Object.entries(options).filter(
    ([name, value]) => Object.hasOwn(sampleKeys, name) && value !== undefined,
  );
  const picked = Object.fromEntries(given) as unknown as SampleOptions;
  const { fasta, gff, cohort, cohortMeta, responses } = picked;
  return {
    ...picked,
    ...(fasta === undefined ? {} : { fasta: resolve(fasta) }),
    ...(gff === undefined ? {} : { gff: resolve(gff) }),
    ...(cohort === undefined ? {} : { cohort: cohort.map((path) => resolve(path)) }),
    ...(cohortMeta === undefined ? {} : { cohortMeta: cohortMeta.map((path) => resolve(path)) }),
    ...(responses === undefined ? {} : { responses: resolve(responses) }),
  };
}

function sharedFiles(options: BatchOptions): readonly (string | undefined)[] {
  const { kb = [], cohort = [], cohortMeta = [], fasta, gff, responses } = options;
  return [...kb.map(pathOf), ...cohort, ...cohortMeta, fasta, gff, responses];
}

async function summarize(
  samples: readonly PlannedSample[],
  parts: {
    readonly files: ResultFiles;
    readonly endings: ReadonlyMap<string, SampleRecord | null>;
    readonly knowledgebase: Knowledgebase;
    readonly toolVersion: string;
  },
): Promise<BatchSummary> {
  const { version, sha256 } = parts.knowledgebase;
  const tally = makeBatchTally({
    knowledgebase: { version, sha256 },
    toolVersion: parts.toolVersion,
  });
  for (const { caseFile } of samples) {
    const ending = parts.endings.get(caseFile.id);
    const done = ending === null ? await parts.files.readState(caseFile.id) : null;
    const notRun = { status: "not run", exitCode: null } as const;
    tally.add(ending ?? done?.record ?? recordFailure(caseFile.id, notRun, []));
  }
  return tally.summary();
}

function exitCodeOf({ statuses }: BatchSummary): number {
  if (statuses.failed + statuses["not run"] > 0) return exitCodes.samples;
  return statuses["done with problems"] > 0 ? exitCodes.problems : exitCodes.done;
}
