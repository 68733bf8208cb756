import { basename, dirname } from "node:path";
import { fileSource, isPipe, pathSource, streamSource } from "../../io/byte-source.ts";
import { readBytes } from "../../io/read-files.ts";
import { sha256 } from "../../io/sha256.ts";
import type { CaseFile } from "../../model/case.ts";
import { findCaseIdFault, pseudonymHint } from "../../model/case-id.ts";
import type { Assembly } from "../../model/locus.ts";
import { refuse } from "../../model/refusal.ts";
import { cohortFiles, joinCohorts, type CohortOptions } from "./join-cohorts.ts";
import type { CaseRequest } from "../../run/case-request.ts";
import { type EvidenceOptions, mapEvidence, openEvidence, openListed } from "./open-evidence.ts";
import {
  type LesionOptions,
  lesionsBeside,
  refusePipedPrimary,
  takeLesion,
} from "./lesion-requests.ts";
import { openIdentifiers } from "../knowledge/open-identifiers.ts";
import { pathBeside } from "./path-beside.ts";
import { refusePipe } from "./refuse-pipe.ts";
import type { Threads } from "../../io/threads/threads.ts";

/** Options of the command line that say what the case is. */
export interface RequestOptions extends CohortOptions, EvidenceOptions, LesionOptions {
  readonly protein: readonly string[];
  readonly proteinSample?: string;
  readonly proteinScale?: NonNullable<CaseRequest["protein"][number]["scale"]>;
  readonly proteinMolecule?: NonNullable<CaseRequest["protein"][number]["molecule"]>;
  readonly purity?: number;
  readonly ploidy?: number;
  readonly sex?: NonNullable<CaseRequest["sex"]>;
  readonly callableMb?: number;
  readonly tumorType?: string;
  readonly tumorSample?: string;
  readonly tumorAfTag?: string;
  readonly tumorDpTag?: string;
  readonly assembly?: Assembly;
  readonly caseId?: string;
  readonly responses?: string;
  readonly biopsySite?: string;
  readonly includeFiltered: boolean;
  readonly strict: boolean;
  readonly allowTruncated: boolean;
  /** False for --no-index. */
  readonly index?: boolean;
  readonly filterCounts?: boolean;
}

/** What a request takes from where the program runs. */
interface Surroundings {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly toolVersion: string;
  readonly threads?: Threads | undefined;
}

/** Turns the command line, or a case file with the command line over it, into what `run/` is asked to do. */
export async function makeRequest(
  input: string,
  options: RequestOptions,
  surroundings: Surroundings,
): Promise<CaseRequest> {
  const request = await readRequest(input, options, surroundings);
  const identifiers = request.protein.length > 0 ? await openIdentifiers() : undefined;
  return identifiers === undefined ? request : { ...request, identifiers };
}

async function readRequest(
  input: string,
  options: RequestOptions,
  surroundings: Surroundings,
): Promise<CaseRequest> {
  const settings = {
    includeFiltered: options.includeFiltered,
    strict: options.strict,
    allowTruncated: options.allowTruncated,
    noIndex: options.index === false,
    countFilters: options.filterCounts === true,
    ...(surroundings.threads === undefined ? {} : { threads: surroundings.threads }),
    toolVersion: surroundings.toolVersion,
  };
  const given = fromOptions(options);
  const cohortPaths = cohortFiles(options);
  for (const path of [...options.protein, ...cohortPaths]) await refusePipe(path);
  await refusePipedPrimary(options);
  const evidence = await openEvidence(options);
  if (input !== "-" && !(await isPipe(input)) && (await looksLikeJson(input))) {
    const { parseCase } = await import("./parse-case.ts");
    const bytes = await readBytes(input);
    const told = parseCase(bytes, basename(input));
    const caseFile = fromCaseFile(told, dirname(input), options);
    return {
      ...caseFile,
      ...given,
      ...mapEvidence((kind) => [...caseFile[kind], ...evidence[kind]]),
      ...joinCohorts(caseFile, options),
      protein: [...caseFile.protein, ...options.protein.map((path) => proteinInput(path, options))],
      caseFile: {
        role: "case",
        name: basename(input),
        format: "case",
        bytes: bytes.byteLength,
        sha256: sha256(bytes),
      },
      ...settings,
    };
  }
  const variants = input === "-" ? streamSource("-", surroundings.stdin) : await pathSource(input);
  return {
    id: defaultCaseId(input),
    ...given,
    variants,
    ...lesionsBeside(options.biopsySite, options),
    ...evidence,
    ...joinCohorts({}, options),
    protein: options.protein.map((path) => proteinInput(path, options)),
    ...settings,
  };
}

type Optional = Pick<
  CaseRequest,
  | "tumorType"
  | "tumorSample"
  | "tumorAfTag"
  | "tumorDpTag"
  | "assembly"
  | "biopsySite"
  | "purity"
  | "ploidy"
  | "sex"
  | "callableMb"
  | "responses"
> & { id?: string };

function fromOptions(options: RequestOptions): Partial<Optional> {
  return {
    ...(options.caseId === undefined ? {} : { id: checkCaseId(options.caseId) }),
    ...(options.tumorType === undefined ? {} : { tumorType: options.tumorType }),
    ...(options.tumorSample === undefined ? {} : { tumorSample: options.tumorSample }),
    ...(options.tumorAfTag === undefined ? {} : { tumorAfTag: options.tumorAfTag }),
    ...(options.tumorDpTag === undefined ? {} : { tumorDpTag: options.tumorDpTag }),
    ...(options.assembly === undefined ? {} : { assembly: options.assembly }),
    ...(options.biopsySite === undefined ? {} : { biopsySite: options.biopsySite }),
    ...(options.responses === undefined ? {} : { responses: options.responses }),
    ...(options.purity === undefined ? {} : { purity: options.purity }),
    ...(options.sex === undefined ? {} : { sex: options.sex }),
    ...(options.ploidy === undefined ? {} : { ploidy: options.ploidy }),
    ...(options.callableMb === undefined ? {} : { callableMb: options.callableMb }),
  };
}

function proteinInput(path: string, options: RequestOptions): CaseRequest["protein"][number] {
  const [cohortName] = options.cohort?.length ? [] : (options.proteinCohort ?? []);
  return {
    source: fileSource(path),
    ...(options.proteinSample === undefined ? {} : { sample: options.proteinSample }),
    ...(cohortName === undefined ? {} : { cohortName }),
    ...(options.proteinScale === undefined ? {} : { scale: options.proteinScale }),
    ...(options.proteinMolecule === undefined ? {} : { molecule: options.proteinMolecule }),
  };
}

/** What a case file asks of the lesion to be treated, its paths taken relative to `folder`. */
export function fromCaseFile(
  given: CaseFile,
  folder: string,
  options: LesionOptions = {},
): Omit<CaseRequest, "includeFiltered" | "strict" | "allowTruncated" | "toolVersion"> {
  const { caseFile, lesions } = takeLesion(given, folder, options);
  const {
    $schema: _,
    specimens: _specimens,
    lesion: _lesion,
    minAltReads: _minAltReads,
    variants,
    protein,
    cohort,
    proteinCohort,
    kinaseSubstrates,
    cnv,
    sv,
    fusion,
    status,
    ihc,
    callable,
    prior,
    responses,
    outside,
    ...rest
  } = caseFile;
  return {
    ...rest,
    ...(lesions === undefined ? {} : { lesions }),
    ...openListed({ cnv, sv, fusion, status, ihc, callable, prior, outside }, folder),
    ...(variants === undefined ? {} : { variants: fileSource(pathBeside(folder, variants)) }),
    protein: (protein ?? []).map(({ file, ...input }) => ({
      ...input,
      source: fileSource(pathBeside(folder, file)),
    })),
    comparedCohorts: proteinCohort,
    ...(responses === undefined ? {} : { responses: pathBeside(folder, responses) }),
    ...(kinaseSubstrates === undefined
      ? {}
      : { kinaseSubstrates: fileSource(pathBeside(folder, kinaseSubstrates)) }),
    cohorts: (cohort ?? []).map(({ file, meta, name }) => ({
      source: fileSource(pathBeside(folder, file)),
      meta: meta === undefined ? [] : [fileSource(pathBeside(folder, meta))],
      name,
    })),
  };
}

/** Content decides, not the name: a case file starts with a brace, a VCF with `#` or gzip's magic bytes. */
async function looksLikeJson(path: string): Promise<boolean> {
  for await (const chunk of fileSource(path).chunks()) {
    const text = Buffer.from(chunk.subarray(0, 256)).toString("latin1");
    return /^(?:\u00ef\u00bb\u00bf)?\s*\{/u.test(text);
  }
  return false;
}

function checkCaseId(id: string): string {
  const fault = findCaseIdFault(id);
  if (fault === null) return id;
  throw refuse("usage", "case-id-unusable", `--case-id ${fault}`, { hint: pseudonymHint });
}

/** The file name without its extensions, reduced to the characters that an id may hold; none that would tell who the patient is. */
function defaultCaseId(input: string): string {
  if (input === "-") return "stdin";
  const name = basename(input).replace(/(?:\.(?:vcf|maf|csv|tsv|txt))?(?:\.b?gz)?$/iu, "");
  const safe = name
    .replace(/[^A-Za-z0-9._-]+/gu, "-")
    .replace(/^[^A-Za-z0-9]+/u, "")
    .slice(0, 64);
  return findCaseIdFault(safe) === null ? safe : "case";
}
