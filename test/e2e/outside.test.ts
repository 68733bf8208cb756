import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseFile, runBin } from "./run-bin.ts";

let path = "";
let folder = "";
const input = caseFile("colorectal-liver-braf");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-outside-"));
  path = join(folder, "own.tsv");
  // The row is made up; the names of its columns are those of PCGR.
  const header = "SYMBOL\tPROTEIN_CHANGE\tONCOGENICITY\tACTIONABILITY_TIER";
  writeFileSync(path, `${header}\nBRAF\tp.Val600Glu\tOncogenic\t1\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("annotate takes --outside and never writes over it", () => {
  expect(runBin(["annotate", input, "--outside", path, "-o", path]).status).toBe(2);
  const { stdout, stderr } = runBin(["annotate", input, "--outside", path]);
  expect(stdout).toContain("outside call, PCGR (own.tsv, line 2): tier 1; Oncogenic");
  expect(stderr).toContain("outside calls: 1 read = 1 matched");
});

test("a sheet names outside calls in a column of their own", () => {
  const sheet = join(folder, "sheet.csv");
  const vcf = join(dirname(input), "metastasis.vcf");
  writeFileSync(sheet, `sample,vcf,tumor_sample,outside\nS1,${vcf},TUMOR,own.tsv\n`);
  const results = join(folder, "results");
  expect(runBin(["batch", sheet, "-O", results, "--formats", "json"]).status).toBe(0);
  expect(readFileSync(join(results, "S1.json"), "utf8")).toContain('"source": "PCGR"');
});
