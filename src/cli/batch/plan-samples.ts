import { dirname, join, relative, resolve } from "node:path";
import { fileSource } from "../../io/byte-source.ts";
import { findNearFile, kindOfPath, listFoldersBy } from "../../io/find-near-file.ts";
import { readBytes } from "../../io/read-files.ts";
import { sha256 } from "../../io/sha256.ts";
import { type DiseaseTree, findDisease } from "../../knowledgebase/disease-tree.ts";
import { type CaseFile, caseSchema } from "../../model/case.ts";
import { makeProblem, type Problem, type ReportProblem } from "../../model/problem.ts";
import { Refusal, refuse } from "../../model/refusal.ts";
import type { ReportInput } from "../../model/report.ts";
import { readSampleSheet, type SheetRow } from "../../read/sample-sheet.ts";
import { parseCase } from "../request/parse-case.ts";
import { caseFiles } from "./case-files.ts";
import { columnOfField, rowToCase } from "./row-to-case.ts";

/** One sample of a run: what its case file says, or would say, and the folder that its paths are relative to. */
export interface PlannedSample {
  readonly caseFile: CaseFile;
  readonly folder: string;
  /** The case file itself, for the report's list of inputs; absent for a row of a sheet. */
  readonly input?: ReportInput;
  /** 1-based line of the sheet; absent for a case file. */
  readonly line?: number;
}

/** A sample and where it is told of, for problems. */
interface Told {
  readonly sample: PlannedSample;
  readonly where: { readonly file: string; readonly line?: number };
}

/**
 * The samples of a sheet, in its order, or of a folder whose subfolders hold a `case.json` each, by name. The whole list is
 * checked before any work: throws Refusal "input" with every fault at once: cells that cannot be read, samples told twice,
 * names that are taken, tumor types that are not known, files that are not there.
 */
export async function planSamples(
  path: string,
  { report, diseases }: { report: ReportProblem; diseases: DiseaseTree },
): Promise<readonly PlannedSample[]> {
  const kind = await kindOfPath(path);
  const problems: Problem[] = [];
  const told =
    kind === "folder"
      ? await readFolder(path, { report, problems })
      : await readSheet(path, { report, problems });
  problems.push(
    ...findNameFaults(told),
    ...told.flatMap((each) => findDiseaseFaults(each, diseases)),
    ...(await findFileFaults(told)),
  );
  if (problems.length > 0) throw new Refusal("input", problems);
  if (told.length === 0) {
    throw refuse("input", "batch-empty", `${path} names no sample`, {
      hint: "Give a sheet with a row for each sample, or a folder of folders with a case.json each.",
    });
  }
  return told.map(({ sample }) => sample);
}

async function readSheet(
  path: string,
  { report, problems }: { report: ReportProblem; problems: Problem[] },
): Promise<Told[]> {
  const source = fileSource(path);
  const rows = await readSampleSheet(source, report);
  return rows.flatMap((row) => {
    const where = { file: source.name, line: row.line };
    const result = caseSchema.safeParse(rowToCase(row));
    if (result.success) {
      const { line } = row;
      return [{ sample: { caseFile: result.data, folder: dirname(path), line }, where }];
    }
    for (const { path: field, message } of result.error.issues) {
      problems.push(cellProblem(row, columnOfField(field), { where, message }));
    }
    return [];
  });
}

/** What a column holds, in words; elsewhere the schema says what is wrong. */
const expected: Readonly<Record<string, string>> = {
  sample: "expected 1 to 64 of A-Z a-z 0-9 . _ - that begin with a letter or digit",
  purity: "expected a number above 0, to 1",
  ploidy: "expected a number above 0, to 20",
};

function cellProblem(
  row: SheetRow,
  column: string,
  { where, message }: { where: { file: string; line: number }; message: string },
): Problem {
  const cell = row.cells.get(column);
  // What was written in place of a pseudonym may be the name of a patient.
  const shown = column === "sample" ? column : `${column} "${cell}"`;
  const found = cell === undefined ? `${column} is empty` : shown;
  const text = `${found}: ${expected[column] ?? message}`;
  return makeProblem("sheet-cell-invalid", "error", text, { where });
}

async function readFolder(
  path: string,
  { report, problems }: { report: ReportProblem; problems: Problem[] },
): Promise<Told[]> {
  const told: Told[] = [];
  const { holding, lacking } = await listFoldersBy(path, "case.json");
  for (const name of lacking) {
    // The results of a run may lie beside the cases.
    if (name.startsWith(".") || (await isResults(join(path, name)))) continue;
    report(
      makeProblem("folder-without-case", "warning", "the folder has no case.json: passed over", {
        where: { file: name },
      }),
    );
  }
  for (const name of holding) {
    const file = join(path, name, "case.json");
    const bytes = await readBytes(file);
    try {
      const caseFile = parseCase(bytes, `${name}/case.json`);
      const input = {
        role: "case" as const,
        name: "case.json",
        format: "case",
        bytes: bytes.byteLength,
        sha256: sha256(bytes),
      };
      told.push({
        sample: { caseFile, folder: dirname(file), input },
        where: { file: `${name}/case.json` },
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    }
  }
  return told;
}

async function isResults(folder: string): Promise<boolean> {
  return (await kindOfPath(join(folder, "summary.json"))) === "file";
}

/** Names that the run itself writes, or that could be taken for another sample's file. */
const reservedNames = /^(?:summary|cohort|metaction_.*|.*\.error)$/iu;

/** Samples become file names, and there are file systems to which `a` and `A` are one. */
function findNameFaults(told: readonly Told[]): Problem[] {
  const first = new Map<string, Told>();
  return told.flatMap((each) => {
    const { id } = each.sample.caseFile;
    if (reservedNames.test(id)) {
      const message = `a sample cannot be called "${id}": the run writes files of that name`;
      return [makeProblem("sample-name-taken", "error", message, { where: each.where })];
    }
    const earlier = first.get(id.toLowerCase());
    if (earlier === undefined) {
      first.set(id.toLowerCase(), each);
      return [];
    }
    const at = [earlier.where.file, earlier.where.line].filter((part) => part !== undefined);
    const message = `this sample is also told at ${at.join(":")}`;
    return [makeProblem("sample-twice", "error", message, { where: each.where })];
  });
}

function findDiseaseFaults({ sample, where }: Told, diseases: DiseaseTree): Problem[] {
  const { tumorType } = sample.caseFile;
  if (tumorType === undefined) return [];
  try {
    findDisease(diseases, tumorType);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map((problem) => ({ ...problem, where }));
  }
}

async function findFileFaults(told: readonly Told[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { sample, where } of told) {
    for (const { field: caseField, file } of caseFiles(sample.caseFile)) {
      const field = sample.input === undefined ? columnOfField([caseField]) : caseField;
      const path = resolve(sample.folder, file);
      const kind = await kindOfPath(path);
      if (kind === "file") continue;
      problems.push(
        kind === "missing"
          ? await missingFile({ field, file, path }, { sample, where })
          : makeProblem("input-is-no-file", "error", `${field} "${file}" is no file`, { where }),
      );
    }
  }
  return problems;
}

async function missingFile(
  { field, file, path }: { field: string; file: string; path: string },
  { sample, where }: Told,
): Promise<Problem> {
  const near = await findNearFile(path);
  return makeProblem("input-missing", "error", `${field} "${file}" does not exist`, {
    where,
    ...(near === null ? {} : { hint: `Did you mean ${relative(sample.folder, near)}?` }),
  });
}
