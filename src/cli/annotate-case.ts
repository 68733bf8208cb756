import { isAtLeast } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { listEvidence, listSpecimenFiles } from "../run/case-request.ts";
import { interpretCase } from "../run/interpret-case.ts";
import { checkOverwrites } from "./check-overwrites.ts";
import { checkAge } from "./knowledge/check-age.ts";
import { checkDigest } from "./knowledge/check-digest.ts";
import { exitCodes } from "./exit-codes.ts";
import { makeRequest, type RequestOptions } from "./request/make-request.ts";
import { openModels, type ModelOptions } from "./knowledge/open-models.ts";
import { openKnowledgebase, pathOf } from "./knowledge/open-knowledgebase.ts";
import { printProblems } from "./print-problems.ts";
import { openRefget } from "./knowledge/read-refget.ts";
import { printSummary } from "./print-summary.ts";
import { readToolVersion } from "./print-version.ts";
import { makeVoice, type Terminal } from "./terminal.ts";
import { planOutputs, writeReports } from "./write-reports.ts";
import { planTagged } from "./write-tagged.ts";
import type { Severity } from "../model/severity.ts";
import type { Threads } from "../io/threads/threads.ts";

export interface AnnotateOptions extends RequestOptions, ModelOptions {
  readonly output: readonly string[];
  readonly format?: string;
  readonly failOn: Severity;
  readonly clobber: boolean;
  readonly kb?: readonly string[];
  /** Leave out of the knowledgebase what is dated later. */
  readonly asOf?: string;
  readonly kbMaxAge?: number;
  readonly kbSha256?: string;
  /** Prefer our own call of a consequence to the file's annotation. */
  readonly reannotate?: boolean;
  /** Table that `kb refget` wrote. */
  readonly refget?: string;
  /** Copy of the VCF to write, with what the report says in INFO. */
  readonly tagVcf?: string;
  readonly quiet: boolean;
  readonly color?: boolean;
  /** Threads that may inflate and scan; none beside the main one when absent. */
  readonly threads?: Threads | undefined;
}

/**
 * The main job, from options to exit code. Outputs are checked before any work starts; problems and the
 * summary go to stderr after the outputs are complete.
 */
export async function annotateCase(
  input: string,
  options: AnnotateOptions,
  terminal: Terminal,
): Promise<number> {
  const voice = await makeVoice(terminal, options);
  const outputs = await planOutputs(options);
  const knowledgebase = await openKnowledgebase(options.kb ?? [], { asOf: options.asOf });
  checkAge(knowledgebase, options.kbMaxAge);
  checkDigest(knowledgebase, options.kbSha256);
  const request = await makeRequest(input, options, {
    stdin: terminal.stdin,
    toolVersion: await readToolVersion(),
    threads: options.threads,
  });
  const written = [...outputs.map(({ path }) => path), options.tagVcf ?? null];
  await checkOverwrites(written, [
    input === "-" ? null : input,
    ...(options.kb ?? []).map(pathOf),
    options.fasta,
    options.gff,
    options.refget,
    options.responses,
    request.variants?.path ?? null,
    ...request.protein.map(({ source }) => source.path),
    request.kinaseSubstrates?.path ?? null,
    ...(request.cohorts ?? []).flatMap(({ source, meta }) => [
      source.path,
      ...meta.map(({ path }) => path),
    ]),
    ...listEvidence(request).map(({ source }) => source.path),
    ...(request.lesions?.others ?? []).flatMap((specimen) =>
      listSpecimenFiles(specimen).map(({ path }) => path),
    ),
  ]);
  const tagged =
    options.tagVcf === undefined
      ? null
      : await planTagged(options.tagVcf, request, { outputs, clobber: options.clobber });
  const models = await openModels(options);
  const refget = options.refget === undefined ? {} : { refget: await openRefget(options.refget) };
  const report = await interpretCase(
    { ...(tagged?.request ?? request), models, ...refget, reannotate: options.reannotate },
    knowledgebase,
  );
  await tagged?.write(report);
  await writeReports(report, outputs, { terminal, clobber: options.clobber });
  printProblems(report.problems, voice);
  printSummary(report, outputs, voice);
  return hasProblem(report, options.failOn) ? exitCodes.problems : exitCodes.done;
}

function hasProblem(report: Report, failOn: Severity): boolean {
  return report.problems.some(({ severity }) => isAtLeast(severity, failOn));
}
