import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planSamples } from "../../../../src/cli/batch/plan-samples.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";

const knowledgebase = join(import.meta.dirname, "../../../../knowledgebase");
const { diseases } = await loadKnowledgebase(knowledgebase);
const how = { report: () => undefined, diseases };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-plan-"));
  for (const name of ["a.vcf", "b.vcf", "p.csv"]) writeFileSync(join(folder, name), "");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function sheet(...rows: readonly string[]): string {
  const path = join(folder, "samples.tsv");
  writeFileSync(path, `${rows.join("\n").replaceAll(" | ", "\t")}\n`);
  return path;
}

async function problemsOf(path: string) {
  try {
    await planSamples(path, how);
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error("the sheet was taken");
}

describe("a sample sheet", () => {
  test("makes a specimen of the primary tumor, and refuses one without a file", async () => {
    const head = "sample | vcf | primary | primary_sample | primary_purity";
    const [planned] = await planSamples(sheet(head, "s1 | a.vcf | b.vcf | P | 0.4"), how);
    expect(planned?.caseFile.specimens).toEqual([
      { id: "primary", role: "primary", variants: "b.vcf", tumorSample: "P", purity: 0.4 },
    ]);
    const [alone] = await planSamples(sheet(head, "s1 | a.vcf |  |  | "), how);
    expect(alone?.caseFile.specimens).toBeUndefined();
    const messages = async (row: string) =>
      (await problemsOf(sheet(head, row))).map(({ message }) => message).join();
    expect(await messages("s1 | a.vcf |  |  | 0.4")).toContain("primary is empty");
    expect(await messages("s1 | a.vcf | b.vcf |  | much")).toContain('primary_purity "much"');
    expect(await messages("s1 | a.vcf | gone.vcf |  | ")).toContain(
      'primary "gone.vcf" does not exist',
    );
  });

  test("takes the case's sample in its other files, and refuses one of no file", async () => {
    const head = "sample | vcf | outside | outside_sample";
    const [planned] = await planSamples(sheet(head, "s1 | a.vcf | p.csv;b.vcf | T"), how);
    expect(planned?.caseFile.outside).toEqual([
      { file: "p.csv", sample: "T" },
      { file: "b.vcf", sample: "T" },
    ]);
    const problems = await problemsOf(sheet(head, "s1 | a.vcf |  | T"));
    expect(problems.map(({ message }) => message).join()).toContain("outside is empty");
    const copies = "sample | vcf | cnv | cnv_sample";
    const [other] = await planSamples(sheet(copies, "s1 | a.vcf | p.csv | T"), how);
    expect(other?.caseFile.cnv).toEqual([{ file: "p.csv", sample: "T" }]);
    const unnamed = await problemsOf(sheet(copies, "s1 | a.vcf |  | T"));
    expect(unnamed.map(({ message }) => message).join()).toContain("cnv is empty");
  });

  test("gives a case for each row, its files relative to the sheet", async () => {
    const path = sheet(
      "sample | vcf | protein | protein_sample | tumor_type | purity",
      "S1 | a.vcf | p.csv;./p.csv | T | COAD | 0.5",
      "S2 | b.vcf |  |  |  | ",
    );
    const samples = await planSamples(path, how);
    expect(samples.map(({ caseFile }) => caseFile)).toEqual([
      {
        id: "S1",
        variants: "a.vcf",
        tumorType: "COAD",
        purity: 0.5,
        protein: [
          { file: "p.csv", sample: "T" },
          { file: "./p.csv", sample: "T" },
        ],
      },
      { id: "S2", variants: "b.vcf" },
    ]);
    expect(samples.map((sample) => sample.folder)).toEqual([folder, folder]);
  });

  test("tells all of its faults at once, each with its line", async () => {
    const path = sheet(
      "sample | vcf | assembly | purity",
      "S1 | a.vcff | GRCh37 | 0.4",
      "S 2 | a.vcf | GRCh39 | 1.5",
      "S1 | a.vcf |  | ",
      "s1 | a.vcf |  | ",
      "summary | a.vcf |  | ",
      "x.error | . |  | ",
    );
    const problems = await problemsOf(path);
    expect(problems.map(({ code, where }) => `${where?.line} ${code}`).toSorted()).toEqual([
      "2 input-missing",
      "3 sheet-cell-invalid",
      "3 sheet-cell-invalid",
      "3 sheet-cell-invalid",
      "4 sample-twice",
      "5 sample-twice",
      "6 sample-name-taken",
      "7 input-is-no-file",
      "7 sample-name-taken",
    ]);
    const missing = problems.find(({ code }) => code === "input-missing");
    expect(missing?.message).toBe('vcf "a.vcff" does not exist');
    expect(missing?.hint).toBe("Did you mean a.vcf?");
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^purity "1.5": /u),
    );
  });

  test("is held to the tumor types that are known", async () => {
    const problems = await problemsOf(sheet("sample | vcf | tumor_type", "S1 | a.vcf | COAX"));
    expect(problems).toMatchObject([{ code: "unknown-tumor-type", where: { line: 2 } }]);
  });

  test("names the nearest column for one that it does not know", async () => {
    const problems = await problemsOf(sheet("sampel | vcf", "S1 | a.vcf"));
    expect(problems.map(({ code }) => code)).toEqual([
      "sheet-column-missing",
      "sheet-column-unknown",
    ]);
    expect(problems[1]?.hint).toBe("Did you mean sample?");
  });

  test("without a row is refused", async () => {
    expect((await problemsOf(sheet("sample | vcf"))).map(({ code }) => code)).toEqual([
      "batch-empty",
    ]);
  });

  test.each(["../x", "/etc/passwd", "a/b", "-rf", ".hidden", "a\u202eb", "a".repeat(65)])(
    "refuses a name that is no plain file name: %j",
    async (name) => {
      const problems = await problemsOf(sheet("sample | vcf", `${name} | a.vcf`));
      expect(problems.map(({ code }) => code)).toEqual(["sheet-cell-invalid"]);
    },
  );
});

describe("a folder of cases", () => {
  test("gives one sample for each subfolder with a case.json, by name", async () => {
    for (const name of ["two", "one", "none"]) mkdirSync(join(folder, name));
    for (const name of ["two", "one"]) {
      writeFileSync(
        join(folder, name, "case.json"),
        JSON.stringify({ id: name, variants: "../a.vcf" }),
      );
    }
    mkdirSync(join(folder, "results"));
    writeFileSync(join(folder, "results", "summary.json"), "{}");
    const told: Problem[] = [];
    const report = (problem: Problem) => void told.push(problem);
    const samples = await planSamples(folder, { ...how, report });
    expect(samples.map(({ caseFile }) => caseFile.id)).toEqual(["one", "two"]);
    expect(told.map(({ code, where }) => [code, where?.file])).toEqual([
      ["folder-without-case", "none"],
    ]);
    expect(samples[0]?.input).toMatchObject({ role: "case", name: "case.json" });
  });

  test("tells every case that cannot be read", async () => {
    for (const name of ["one", "two"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "case.json"), "{");
    }
    const problems = await problemsOf(folder);
    expect(problems.map(({ code, where }) => `${where?.file} ${code}`)).toEqual([
      "one/case.json case-not-json",
      "two/case.json case-not-json",
    ]);
  });
});
