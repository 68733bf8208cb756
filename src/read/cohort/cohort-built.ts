import { openSealedBytes } from "../../io/sealed-bytes.ts";
import {
  cohortFormat,
  cohortFormatName,
  findCohortFault,
  isCohortContent,
  type CohortFileContent,
  type CohortFileEntry,
} from "../../model/cohort-file.ts";
import { refuse, type Refusal } from "../../model/refusal.ts";
import { cohortUnits, openRows } from "./cohort-rows.ts";
import type { CohortFile, CohortQuestion, CohortRow, ReferenceCohort } from "./cohort.ts";
import { keyOfSample } from "./key-of-sample.ts";
import { matchRows } from "./match-rows.ts";
import { findLikeKey, findValuesWithin } from "./sample-like-case.ts";
import { showText } from "../show-text.ts";

/** True for bytes that begin as a file of `metaction cohort build` does, of whatever version, sound or not. */
export function isBuiltCohort(bytes: Uint8Array): boolean {
  const start = `{"format":"${cohortFormatName}/`;
  return Buffer.from(bytes.subarray(0, start.length)).toString("latin1") === start;
}

/**
 * Reads what `metaction cohort build` wrote. Throws Refusal "input" when one bit is not as it was written, the content is none of a
 * cohort, or an earlier version wrote it. `file`: base name.
 */
export function readBuiltCohort(bytes: Buffer, file: string): CohortFile {
  const opened = openSealedBytes(bytes, cohortFormat);
  if (opened === "not sealed") throw notSealed(bytes, file);
  if (opened === "changed") throw damaged(file, "does not have the content that it was built with");
  const content = readContent(opened.content, file);
  let end = 0;
  const cohorts = content.cohorts.map((entry) => {
    const part = opened.body.subarray(end, end + entry.bytes);
    end += entry.bytes;
    return { entry, rows: readRows(entry, part, file) };
  });
  if (end !== opened.body.length) throw damaged(file, "has other rows than it says");
  const { molecule, scale } = content;
  return {
    file,
    format: cohortFormat,
    digest: { sha256: opened.sha256, bytes: bytes.length },
    molecule,
    scale,
    hasSites: content.cohorts.some(({ sites }) => sites.length > 0),
    sampleNames: null,
    cohorts: (question) =>
      cohorts.map((cohort) => openCohort(cohort, { file, molecule, scale: scale.name, question })),
  };
}

function readContent(bytes: Buffer, file: string): CohortFileContent {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged(file, "holds no JSON");
  }
  if (isCohortContent(content)) return content;
  throw damaged(file, `is not of the shape of a reference file (${findCohortFault(content)})`);
}

function readRows(
  { genes, sites, samples, bytes: size }: CohortFileEntry,
  bytes: Buffer,
  file: string,
): CohortRow[] {
  const fail = (gene: string): Refusal =>
    damaged(file, `has values of ${showText(gene)} that do not add up`);
  const rows = openRows({ bytes, genes, sites, samples: samples.length, fail });
  if (rows === null || bytes.length !== size) throw damaged(file, "has other rows than it says");
  return rows;
}

interface OpenedCohort {
  readonly entry: CohortFileEntry;
  readonly rows: readonly CohortRow[];
}

function openCohort(
  { entry, rows }: OpenedCohort,
  {
    file,
    molecule,
    scale,
    question,
  }: Pick<ReferenceCohort, "file" | "molecule" | "scale"> & { readonly question: CohortQuestion },
): ReferenceCohort {
  const { name, role, disease, tissue, aberrationNegative } = entry;
  const names = new Set(entry.samples);
  for (const caseName of question.caseNames) {
    if (!names.has(keyOfSample(caseName))) continue;
    const message = `the case ${showText(caseName)} is one of the samples of cohort ${name}, and cannot be taken out of a built file`;
    throw refuse("identity", "cohort-holds-case", message, {
      where: { file },
      hint: "Give the matrix itself, or build the file again with --exclude.",
    });
  }
  if (question.aberrationNegative && !aberrationNegative) {
    const message = `cohort ${name} was built of all samples, aberrant ones among them`;
    throw refuse("usage", "cohort-aberrations-unknown", message, {
      where: { file },
      hint: "Build the file again with --reference-subset aberration-negative.",
    });
  }
  const keys = { names: entry.samples, whole: entry.whole, stems: entry.stems };
  return {
    name,
    role,
    disease,
    tissue,
    aberrationNegative,
    file,
    molecule,
    scale,
    samples: entry.samples.length,
    removed: [],
    likeCase: [
      ...describeLikeName(findLikeKey(keys, question.caseNames)),
      ...describeLikeValues(rows, question),
    ],
    sampleNames: null,
    sampleKeys: () => keys,
    rows,
  };
}

function describeLikeName(name: string | null): string[] {
  return name === null ? [] : [`one of its samples is named like the case ${showText(name)}`];
}

function describeLikeValues(rows: readonly CohortRow[], question: CohortQuestion): string[] {
  const within = findValuesWithin(matchRows(rows, question), 1 / cohortUnits);
  if (within === null) return [];
  return [
    `it has the values of the case in ${within.same} of ${within.of} rows that were compared`,
  ];
}

function notSealed(bytes: Buffer, file: string): Refusal {
  const earlier = `{"format":"${cohortFormatName}/1",`;
  if (bytes.toString("latin1", 0, earlier.length) !== earlier) {
    return damaged(file, `is no reference file of the format ${cohortFormat}, or was changed`);
  }
  const message = `${file} was built by an earlier version, which kept values in another way`;
  return refuse("input", "cohort-file-earlier", message, {
    where: { file },
    hint: "Build it again from its matrix with: metaction cohort build",
  });
}

function damaged(file: string, what: string): Refusal {
  return refuse("input", "cohort-file-damaged", `${file} ${what}`, {
    where: { file },
    hint: "Copy it again from where it was built, or build it again with: metaction cohort build",
  });
}
