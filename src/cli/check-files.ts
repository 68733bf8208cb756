import { basename } from "node:path";
import { fileSource, isPipe, pathSource, streamSource } from "../io/byte-source.ts";
import { fileExists } from "../io/file-exists.ts";
import { readBytes, readText } from "../io/read-files.ts";
import { writeToStream } from "../io/write-output.ts";
import { once } from "../model/remember.ts";
import {
  type ResolvedTherapy,
  resolveTherapy,
} from "../knowledgebase/therapies/resolve-therapy.ts";
import { isAtLeast } from "../model/problem.ts";
import { cohortFormatName } from "../model/cohort-file.ts";
import { isBuiltCohort, readBuiltCohort } from "../read/cohort/cohort-built.ts";
import { parseReport } from "../report/parse-report.ts";
import { listEvidence, noEvidence, type SpecimenRequest } from "../run/case-request.ts";
import { checkCohorts } from "../run/check/check-cohorts.ts";
import { checkKinaseSubstrates } from "../run/check/check-kinase-substrates.ts";
import {
  checkFile,
  gatherFindings,
  type CheckedFile,
  type CheckOptions,
} from "../run/check/check-input.ts";
import type { KnownGenomes } from "../run/check/check-reference.ts";
import { buildIndex } from "../knowledgebase/index/build-index.ts";
import { bundledKnowledgebase } from "./bundled-files.ts";
import { exitCodes } from "./exit-codes.ts";
import { formatChecks, type CheckFormat } from "./format-checks.ts";
import { makeRequest } from "./request/make-request.ts";
import { openKnowledgebase } from "./knowledge/open-knowledgebase.ts";
import { openModels } from "./knowledge/open-models.ts";
import { openTableNames } from "./knowledge/open-table-names.ts";
import type { Terminal } from "./terminal.ts";
import type { Severity } from "../model/severity.ts";

export interface CheckFilesOptions extends CheckOptions {
  readonly format: CheckFormat;
  readonly failOn: Severity;
}

/** Checks every file, prints what was found to stdout, and gives the worst exit code of them. */
export async function checkFiles(
  paths: readonly string[],
  options: CheckFilesOptions,
  terminal: Terminal,
): Promise<number> {
  const checked: CheckedFile[] = [];
  const openGenomes = once(openBundledGenomes);
  const { names: proteinNames } = await openTableNames();
  const given = { ...options, proteinNames, openTherapies, openGenomes };
  for (const path of paths) checked.push(...(await checkPath(path, given, terminal)));
  await writeToStream(terminal.stdout, formatChecks(checked, options.format));
  return exitCodeOf(checked, options.failOn);
}

/** The names of the bundled knowledgebase, opened for a patient's history alone; undefined where it does not ship. */
async function openTherapies(): Promise<((name: string) => ResolvedTherapy) | undefined> {
  if (!(await fileExists(bundledKnowledgebase()))) return undefined;
  const { therapies } = await openKnowledgebase([]);
  return (name) => resolveTherapy(name, therapies);
}

/** The bundled knowledgebase and gene models, which tell the genome build of variants; undefined where they do not ship. */
async function openBundledGenomes(): Promise<KnownGenomes | undefined> {
  if (!(await fileExists(bundledKnowledgebase()))) return undefined;
  return { index: buildIndex(await openKnowledgebase([])), models: await openModels({}) };
}

function exitCodeOf(checked: readonly CheckedFile[], failOn: Severity): number {
  if (checked.some(({ isRefused }) => isRefused)) return exitCodes.input;
  const isBad = checked.some(({ kinds }) =>
    kinds.some(({ severity }) => isAtLeast(severity, failOn)),
  );
  return isBad ? exitCodes.problems : exitCodes.done;
}

/** A case gives more than one file: itself, and those that it names. */
async function checkPath(
  path: string,
  options: CheckFilesOptions,
  terminal: Terminal,
): Promise<CheckedFile[]> {
  if (path === "-") return [await checkFile(streamSource("-", terminal.stdin), options)];
  if (await isPipe(path)) return [await checkFile(await pathSource(path), options)];
  switch (await recognizeStart(path)) {
    case "cohort":
      return [await checkBuiltCohort(path)];
    case "JSON":
      return await checkJson(path, options, terminal);
    case "other":
      return [await checkFile(fileSource(path), options)];
  }
}

/** Content decides. What cannot be read is refused when it is read for good. */
async function recognizeStart(path: string): Promise<"cohort" | "JSON" | "other"> {
  try {
    for await (const chunk of fileSource(path).chunks()) {
      if (isBuiltCohort(chunk)) return "cohort";
      const start = Buffer.from(chunk.subarray(0, 256)).toString("utf8");
      return /^(?:\u{feff})?\s*\{/u.test(start) ? "JSON" : "other";
    }
  } catch {
    return "other";
  }
  return "other";
}

async function checkBuiltCohort(path: string): Promise<CheckedFile> {
  return await gatherFindings({ name: basename(path), path }, async (findings) => {
    findings.format = cohortFormatName;
    readBuiltCohort(await readBytes(path), basename(path));
  });
}

async function checkJson(
  path: string,
  options: CheckFilesOptions,
  terminal: Terminal,
): Promise<CheckedFile[]> {
  const named: CheckedFile[] = [];
  const self = await gatherFindings({ name: basename(path), path }, async (findings) => {
    const text = await readText(path);
    if (text.includes('"schemaVersion"')) {
      findings.format = "report";
      parseReport(text, basename(path));
      return;
    }
    findings.format = "case";
    const request = await makeRequest(path, caseOptions(options), {
      stdin: terminal.stdin,
      toolVersion: "",
    });
    const given = { ...options, ...definedOf(request) };
    if (request.variants !== undefined) named.push(await checkFile(request.variants, given));
    const tumorSample = named[0]?.tumorSample ?? request.tumorSample;
    for (const { source, sample, scale, molecule } of request.protein) {
      const proteinSample = sample ?? options.proteinSample ?? tumorSample;
      const proteinScale = scale ?? options.proteinScale;
      const proteinMolecule = molecule ?? options.proteinMolecule;
      named.push(
        await checkFile(source, { ...given, proteinSample, proteinScale, proteinMolecule }),
      );
    }
    named.push(...(await checkCohorts(request, options)));
    const { kinaseSubstrates } = request;
    if (kinaseSubstrates !== undefined) named.push(await checkKinaseSubstrates(kinaseSubstrates));
    for (const { source, sample, kind } of listEvidence(request)) {
      const asked = { sample, tumorSample, caseId: request.id };
      named.push(await checkFile(source, { ...given, ...asked }, kind));
    }
    for (const specimen of request.lesions?.others ?? []) {
      const { assembly, id: caseId } = request;
      named.push(...(await checkSpecimen(specimen, { ...options, assembly, caseId })));
    }
  });
  return [self, ...named];
}

/** The files of another lesion than the one that the case itself is of; the samples of the command line are not of it. */
async function checkSpecimen(
  specimen: SpecimenRequest,
  options: CheckFilesOptions,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  const given = { ...options, ...definedOf({ ...specimen, assembly: options.assembly }) };
  if (specimen.variants !== undefined) checked.push(await checkFile(specimen.variants, given));
  const tumorSample = checked[0]?.tumorSample ?? specimen.tumorSample;
  for (const { source, sample, kind } of listEvidence({ ...noEvidence, ...specimen })) {
    checked.push(await checkFile(source, { ...given, tumorSample, sample }, kind));
  }
  return checked;
}

/** The command line's samples and tags stand over the case's, as in `annotate`. */
function caseOptions(options: CheckFilesOptions): Parameters<typeof makeRequest>[1] {
  return {
    protein: [],
    anyLesion: true,
    includeFiltered: false,
    strict: false,
    allowTruncated: options.allowTruncated,
    ...(options.tumorSample === undefined ? {} : { tumorSample: options.tumorSample }),
    ...(options.tumorAfTag === undefined ? {} : { tumorAfTag: options.tumorAfTag }),
    ...(options.tumorDpTag === undefined ? {} : { tumorDpTag: options.tumorDpTag }),
  };
}

type ToldOfVariants = Pick<CheckOptions, "assembly" | "tumorSample" | "tumorAfTag" | "tumorDpTag">;

function definedOf(request: ToldOfVariants): ToldOfVariants {
  const { assembly, tumorSample, tumorAfTag, tumorDpTag } = request;
  return { assembly, tumorSample, tumorAfTag, tumorDpTag };
}
