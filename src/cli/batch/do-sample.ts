import { resolve } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { digestWhole } from "../../io/threads/digest-source.ts";
import { explainOpenFileLimit } from "../../io/open-file-limit.ts";
import { sha256 } from "../../io/sha256.ts";
import { batchSchemaVersion, type SampleStateFile } from "../../model/batch.ts";
import { isAtLeast, makeProblem, type Problem } from "../../model/problem.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Report } from "../../model/report.ts";
import { renderers } from "../../report/render/renderers.ts";
import { recordFailure, summarizeReport } from "../../run/batch/summarize-report.ts";
import type { CaseRequest } from "../../run/case-request.ts";
import { interpretCase } from "../../run/interpret-case.ts";
import { exitCodeOf, exitCodes } from "../exit-codes.ts";
import { joinCohorts } from "../request/join-cohorts.ts";
import { fromCaseFile } from "../request/make-request.ts";
import { openIdentifiers } from "../knowledge/open-identifiers.ts";
import { openKnowledgebase } from "../knowledge/open-knowledgebase.ts";
import { openModels } from "../knowledge/open-models.ts";
import { digestFile, digestsOf } from "./digest-case-files.ts";
import { caseFiles } from "./case-files.ts";
import type { PlannedSample } from "./plan-samples.ts";
import type { SampleAnswer, SampleSetup, SampleTask } from "./sample-task.ts";

/**
 * Makes the work of one thread: knowledgebase and gene models are opened once, then a sample at a time is interpreted and
 * rendered. Nothing that goes wrong with a sample is thrown, not even a bug: one bad sample must not cost the others.
 */
export async function startSamples(
  setup: SampleSetup,
): Promise<(task: SampleTask) => Promise<SampleAnswer>> {
  const knowledgebase = await openKnowledgebase(setup.kb, { asOf: setup.options.asOf });
  const models = await openModels(setup.options);
  // Opened once, so that built cohorts are read once by each thread.
  const cohorts = joinCohorts({}, setup.options);
  const identifiers = await openIdentifiers();
  const settings = await digestSettings(setup);
  return async ({ sample, earlier }) => {
    const made = {
      tool: setup.toolVersion,
      knowledgebase: knowledgebase.sha256,
      settings: sha256(JSON.stringify([settings, sample.caseFile, sample.input?.sha256 ?? null])),
    };
    if (earlier !== null && (await isUnchanged(earlier, made, sample))) return { kind: "kept" };
    try {
      const report = await interpretCase(
        requestOf(sample, setup, { models, identifiers, ...cohorts }),
        knowledgebase,
      );
      const files = await digestsOf(sample, report.inputs);
      return answerWith(report, { setup, sample, made: { ...made, files } });
    } catch (error) {
      return failSample(sample.caseFile.id, error);
    }
  };
}

type Made = Pick<SampleStateFile, "tool" | "knowledgebase" | "settings">;

/** What a thread opens once for all samples. */
type Shared = Pick<
  CaseRequest,
  "models" | "identifiers" | "cohorts" | "comparedCohorts" | "referenceSubset"
>;

function requestOf(
  { caseFile, folder, input }: PlannedSample,
  { options, toolVersion }: SampleSetup,
  shared: Shared,
): CaseRequest {
  const told = fromCaseFile(caseFile, folder);
  return {
    ...told,
    ...(options.responses === undefined ? {} : { responses: options.responses }),
    comparedCohorts: shared.comparedCohorts ?? told.comparedCohorts,
    referenceSubset: shared.referenceSubset ?? told.referenceSubset,
    cohorts: [...(told.cohorts ?? []), ...(shared.cohorts ?? [])],
    models: shared.models,
    identifiers: shared.identifiers,
    ...(input === undefined ? {} : { caseFile: input }),
    includeFiltered: options.includeFiltered,
    strict: options.strict,
    allowTruncated: options.allowTruncated,
    noIndex: options.index === false,
    countFilters: options.filterCounts === true,
    reannotate: options.reannotate,
    toolVersion,
  };
}

function answerWith(
  report: Report,
  {
    setup,
    sample,
    made,
  }: {
    setup: SampleSetup;
    sample: PlannedSample;
    made: Made & Pick<SampleStateFile, "files">;
  },
): SampleAnswer {
  const outputs = renderers
    .filter(({ id }) => setup.formats.includes(id))
    .map((renderer) => ({
      name: `${sample.caseFile.id}${renderer.extension}`,
      text: renderer.render(report),
    }));
  const isFaulty = report.problems.some(({ severity }) =>
    isAtLeast(severity, setup.options.failOn),
  );
  const ending = isFaulty
    ? ({ status: "done with problems", exitCode: exitCodes.problems } as const)
    : ({ status: "done", exitCode: exitCodes.done } as const);
  return {
    kind: "made",
    outputs,
    state: {
      schemaVersion: batchSchemaVersion,
      ...made,
      outputs: outputs.map(({ name, text }) => ({ name, sha256: sha256(text) })),
      record: summarizeReport(report, ending),
    },
  };
}

/** The answer for a sample that could not be done, also for want of its thread. */
export function failSample(id: string, cause: unknown): Extract<SampleAnswer, { kind: "failed" }> {
  const error = explainOpenFileLimit(cause);
  const [problems, exitCode] =
    error instanceof Refusal
      ? [error.problems, exitCodeOf(error.kind)]
      : [[describeBug(error)], exitCodes.bug];
  return {
    kind: "failed",
    record: recordFailure(id, { status: "failed", exitCode }, problems),
    problems,
  };
}

/** A fault of this program, or a thread that ended over a sample, for want of memory for example. */
function describeBug(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return makeProblem("bug", "error", `a bug in metaction, or too little memory: ${message}`, {
    hint: "Try the sample alone with metaction annotate, and report what it prints.",
  });
}

/** True when an earlier run read the same bytes under the same settings, program and knowledgebase. */
async function isUnchanged(
  earlier: SampleStateFile,
  made: Made,
  { caseFile, folder }: PlannedSample,
): Promise<boolean> {
  if (
    earlier.tool !== made.tool ||
    earlier.knowledgebase !== made.knowledgebase ||
    earlier.settings !== made.settings
  ) {
    return false;
  }
  for (const [at, { file }] of caseFiles(caseFile).entries()) {
    const before = earlier.files[at] ?? null;
    if (before === null || before !== (await digestFile(resolve(folder, file)))) return false;
  }
  return true;
}

/** Options that change a result, with the files that they name by what is in them. */
async function digestSettings({ options, formats }: SampleSetup): Promise<string> {
  const { fasta, gff, cohort = [], cohortMeta = [], responses, ...rest } = options;
  // The index tells the length of every sequence, and is made from the file.
  const files = [
    fasta === undefined ? null : `${fasta}.fai`,
    gff ?? null,
    ...cohort,
    ...cohortMeta,
    responses ?? null,
  ];
  const digests = [];
  for (const file of files) {
    digests.push(file === null ? null : (await digestWhole(fileSource(file), null)).sha256);
  }
  return JSON.stringify([Object.entries(rest).toSorted(byKey), formats, digests]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
