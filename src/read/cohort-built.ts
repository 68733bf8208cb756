import { openSealed } from "../io/sealed-json.ts";
import { sha256 } from "../io/sha256.ts";
import {
  cohortDecimals,
  cohortFileSchema,
  cohortFormat,
  type CohortFileContent,
  type CohortFileRow,
} from "../model/cohort-file.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import { keyOfSample } from "./key-of-sample.ts";
import { rowKey } from "./row-key.ts";
import { findLikeKey, findValuesWithin } from "./sample-like-case.ts";
import type { CohortFile, CohortQuestion, CohortRow, ReferenceCohort } from "./cohort.ts";
import { showText } from "./show-text.ts";

type BuiltCohort = CohortFileContent["cohorts"][number];

const scale = 10 ** cohortDecimals;

/**
 * Reads what `metaction cohort build` wrote. Throws Refusal "input" when one bit is not as it was written, or the content is none of a
 * cohort. `file`: base name.
 */
export function readBuiltCohort(bytes: Uint8Array, file: string): CohortFile {
  const content = readContent(bytes, file);
  return {
    file,
    format: cohortFormat,
    digest: { sha256: sha256(bytes), bytes: bytes.byteLength },
    molecule: content.molecule,
    scale: content.scale,
    hasSites: content.cohorts.some(({ rows }) => rows.some(([, site]) => site !== "")),
    sampleNames: null,
    cohorts: (question) =>
      content.cohorts.map((cohort) => openCohort(cohort, { file, content, question })),
  };
}

function readContent(bytes: Uint8Array, file: string): CohortFileContent {
  const opened = openSealed(bytes, cohortFormat);
  if (opened === "not sealed") {
    throw damaged(file, `is no reference file of the format ${cohortFormat}, or was changed`);
  }
  if (opened === "changed") throw damaged(file, "does not have the content that it was built with");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(opened.payload));
  } catch {
    throw damaged(file, "holds no JSON");
  }
  const parsed = cohortFileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined ? "" : ` (/${issue.path.map(String).join("/")})`;
  throw damaged(file, `is not of the shape of a reference file${place}`);
}

function openCohort(
  { samples, rows, ...facts }: BuiltCohort,
  {
    file,
    content,
    question,
  }: { file: string; content: CohortFileContent; question: CohortQuestion },
): ReferenceCohort {
  const keys = new Set(samples);
  const { name } = facts;
  for (const caseName of question.caseNames) {
    if (!keys.has(keyOfSample(caseName))) continue;
    const message = `the case ${showText(caseName)} is one of the samples of cohort ${name}, and cannot be taken out of a built file`;
    throw refuse("identity", "cohort-holds-case", message, {
      where: { file },
      hint: "Give the matrix itself, or build the file again with --exclude.",
    });
  }
  if (question.aberrationNegative && !facts.aberrationNegative) {
    const message = `cohort ${name} was built of all samples, aberrant ones among them`;
    throw refuse("usage", "cohort-aberrations-unknown", message, {
      where: { file },
      hint: "Build the file again with --reference-subset aberration-negative.",
    });
  }
  const opened = rows.map((row) => openRow(row, { file, samples: samples.length }));
  return {
    ...facts,
    file,
    molecule: content.molecule,
    scale: content.scale.name,
    samples: samples.length,
    removed: [],
    likeCase: findLikeCase(keys, opened, question),
    sampleNames: null,
    sampleKeys: () => samples,
    rows: opened,
  };
}

function findLikeCase(
  keys: ReadonlySet<string>,
  rows: readonly CohortRow[],
  { caseNames, caseRows, currentSymbol }: CohortQuestion,
): string[] {
  const name = findLikeKey(keys, caseNames);
  const ofCase = new Map(caseRows.map((row) => [rowKey(row, currentSymbol), row.value]));
  const within = findValuesWithin(
    rows.flatMap((row) => {
      const value = ofCase.get(rowKey(row, currentSymbol)) ?? null;
      return value === null ? [] : [{ value, values: () => row.values() }];
    }),
    1 / scale,
  );
  return [
    ...(name === null ? [] : [`one of its samples is named ${showText(name)}, like the case`]),
    ...(within === null
      ? []
      : [
          `it has the values of the case in ${within.same} of ${within.of} rows that were compared`,
        ]),
  ];
}

/** Values are read when they are asked for: most genes of a cohort are asked for their median only. */
function openRow(
  [gene, site, missing, leftOut, median, text, notDetected = 0]: CohortFileRow,
  { file, samples }: { file: string; samples: number },
): CohortRow {
  return {
    gene,
    site: site === "" ? undefined : site,
    missing,
    leftOut,
    notDetected,
    median: median ?? Number.NaN,
    values() {
      const values = readSteps(text, samples - missing - leftOut);
      if (values === null) {
        throw damaged(file, `has values of ${showText(gene)} that do not add up`);
      }
      return values;
    },
    valuesBySample: () => null,
  };
}

const [space, minus, zero] = [0x20, 0x2d, 0x30];
const mostDigits = 9;

/**
 * The first value and the steps to each next one, as whole numbers with one space between; null unless the text is just `count` of
 * them. Read by character: a file holds millions, and parting the text takes five times as long.
 */
function readSteps(text: string, count: number): Float64Array | null {
  if (count < 0) return null;
  const values = new Float64Array(count);
  let at = 0;
  let sum = 0;
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && text.charCodeAt(at++) !== space) return null;
    // The values ascend: only the first may be negative.
    const sign = index === 0 && text.charCodeAt(at) === minus ? -1 : 1;
    if (sign === -1) at += 1;
    const start = at;
    let step = 0;
    for (let digit = text.charCodeAt(at) - zero; digit >= 0 && digit <= 9;) {
      step = step * 10 + digit;
      at += 1;
      digit = text.charCodeAt(at) - zero;
    }
    if (at === start || at - start > mostDigits) return null;
    sum += sign * step;
    values[index] = sum / scale;
  }
  return at === text.length ? values : null;
}

function damaged(file: string, what: string): Refusal {
  return refuse("input", "cohort-file-damaged", `${file} ${what}`, {
    where: { file },
    hint: "Copy it again from where it was built, or build it again with: metaction cohort build",
  });
}
