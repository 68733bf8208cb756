import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { caseFile, runBin } from "./run-bin.ts";

let folder = "";
let vcf = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-guards-"));
  vcf = join(folder, "metastasis.html");
  copyFileSync(join(dirname(caseFile("colorectal-liver-braf")), "metastasis.vcf"), vcf);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("what a slip of the hand must not do", () => {
  test("an output never replaces an input, by whatever name", () => {
    const before = readFileSync(vcf, "utf8");
    const link = join(folder, "link.html");
    symlinkSync(vcf, link);
    for (const output of [vcf, link, join(folder, ".", "metastasis.html")]) {
      const run = runBin(["annotate", vcf, "-o", output]);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain("[output-is-input]");
    }
    expect(readFileSync(vcf, "utf8")).toBe(before);
  });

  test("two outputs are two files", () => {
    const run = runBin(["annotate", vcf, "-o", `${folder}/a.md`, "-o", `${folder}/./a.md`]);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("[output-twice]");
  });

  test("standard output takes one format: a second is refused, and the first is not forgotten in silence", () => {
    const run = runBin(["annotate", vcf, "--format", "json", "--format", "md"]);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain("given twice");
  });

  test("the sample that the header calls normal is not taken for the tumor", () => {
    const run = runBin(["annotate", vcf, "--tumor-sample", "NORMAL", "--format", "md"]);
    expect(run.status).toBe(6);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain("[tumor-sample-is-normal]");
  });

  test("a filtered call that was asked for says so wherever it is used", () => {
    const run = runBin([
      "annotate",
      vcf,
      "--include-filtered",
      "--tumor-type",
      "COAD",
      "--format",
      "json",
      "-q",
    ]);
    expect(run.status).toBe(0);
    const { findings } = JSON.parse(run.stdout);
    const kras = findings.find(({ label }: { label: string }) => label === "KRAS G12D");
    expect(kras.support.failedFilters).toEqual(["weak_evidence"]);
    expect(kras.caveats.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["filtered-call", "few-reads"]),
    );
  });

  test("old evidence in a new package is old", () => {
    const run = runBin(["annotate", vcf, "--kb-max-age", "365", "--format", "md"]);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain("2021-08-01");
  });
});
