import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { caseFile, runBin, runShell } from "./run-bin.ts";

const folder = caseFile("colorectal-liver-braf").replace(/case\.json$/u, "");
const vcf = `${folder}metastasis.vcf`;
const options = "-q --tumor-sample TUMOR --assembly GRCh38 --format md";

describe("a pipe that has a name", () => {
  test("gives the report of the file that is written to it", () => {
    const { status, stdout } = runShell(
      `"$NODE" "$BIN" annotate <(cat "${vcf}") --case-id metastasis ${options}`,
    );
    const lines = (text: string): string[] =>
      text.split("\n").filter((line) => /^\| \d+ .*(?:tier|level)/iu.test(line));
    const whole = runBin(["annotate", vcf, ...options.split(" ")]).stdout;
    expect(status).toBe(0);
    expect(lines(stdout).length).toBeGreaterThan(1);
    expect(lines(stdout)).toEqual(lines(whole));
  });

  test("is checked as a VCF", () => {
    const { status, stdout } = runShell(`"$NODE" "$BIN" check <(cat "${vcf}") --format json`);
    expect(status).toBe(0);
    expect(stdout).toContain("VCFv4");
  });

  test("tells a target to the record of a study, with the digest of what was read from it", () => {
    const study = mkdtempSync(join(tmpdir(), "metaction-piped-"));
    try {
      const report = `${folder}expected/report.json`;
      const event = `--case MA-017 --event target --date 2026-01-12 --target 1 --study "${study}"`;
      const { status } = runShell(
        `"$NODE" "$BIN" response add --report <(cat "${report}") ${event}`,
      );
      expect(status).toBe(0);
      const digest = createHash("sha256").update(readFileSync(report)).digest("hex");
      expect(readFileSync(join(study, "responses.ndjson"), "utf8")).toContain(digest);
    } finally {
      rmSync(study, { recursive: true });
    }
  });

  test("is refused as a table, with what to do", () => {
    const { status, stderr } = runShell(
      `"$NODE" "$BIN" annotate "${vcf}" --protein <(cat "${folder}proteome.csv") ${options}`,
    );
    expect(status).toBe(3);
    expect(stderr).toContain("Write the table to a file first");
  });
});
