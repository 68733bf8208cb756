import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { caseFile, runBin } from "./run-bin.ts";

/** Four somatic variants that passed, one inherited one that did, and two that failed a filter. */
const source = readFileSync(
  join(dirname(caseFile("colorectal-liver-braf")), "metastasis.vcf"),
  "utf8",
);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-exchanged-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function annotate(text: string, ...options: readonly string[]): Report {
  writeFileSync(join(folder, "a.vcf"), text);
  const { status, stdout } = runBin(
    ["annotate", "a.vcf", "--tumor-type", "COAD", "--format", "json", "-q", ...options],
    { cwd: folder },
  );
  expect(status).toBe(0);
  return JSON.parse(stdout) as Report;
}

const exchangesOf = ({ problems }: Report) =>
  problems.filter(({ code }) => code === "normal-exceeds-tumor");
const exchanged = source.replace("\tNORMAL\tTUMOR\n", "\tTUMOR\tNORMAL\n");
const undeclared = exchanged.replace(/^##(?:tumor|normal)_sample=.*\n/gm, "");

test("a file with its samples in place is not doubted, and tells the reads of the normal", () => {
  const report = annotate(source);
  expect(exchangesOf(report)).toEqual([]);
  const braf = report.findings.find(({ label }) => label === "BRAF V600E");
  expect(braf?.support).toMatchObject({
    vaf: 64 / 184,
    normal: { sample: "NORMAL", vaf: 0, depth: 121, altReads: 0 },
  });
});

test("exchanged columns are doubted once, and deleted is nothing", () => {
  const report = annotate(exchanged);
  const [problem, ...others] = exchangesOf(report);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ severity: "warning", where: { file: "a.vcf" } });
  expect(problem?.message).toContain("in 4 of 4 calls that only one of the two samples has");
  expect(problem?.hint).toContain("bcftools reheader");
  expect(report.findings.map(({ label }) => label)).toEqual(["TP53 P72R"]);
});

test("what the hint says gives the report of the file as it was", () => {
  expect(exchangesOf(annotate(undeclared))[0]?.hint).toContain('--tumor-sample "NORMAL"');
  const corrected = annotate(undeclared, "--tumor-sample", "NORMAL");
  expect(exchangesOf(corrected)).toEqual([]);
  const labels = ({ findings }: Report) => findings.map(({ label }) => label);
  expect(labels(corrected)).toEqual(labels(annotate(source)));
});
