/** The commands that the README shows are run as they stand there, on the bundled case. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { parseReport } from "../../src/report/parse-report.ts";
import { type Outcome, runShell } from "./run-bin.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(repository, "README.md"), "utf8");
const bundled = join(repository, "fixtures", "cases", "colorectal-liver-braf");
const reports = ["report.html", "report.json", "report.md"];
const scratch = mkdtempSync(join(tmpdir(), "metaction-readme-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The shell text of one marked block. */
function commandOf(marker: string): string {
  const block = new RegExp(
    `<!-- ${marker}:start -->\n\`\`\`sh\n([^]*?)\`\`\`\n<!-- ${marker}:end -->`,
    "u",
  );
  const command = block.exec(readme)?.[1];
  if (command === undefined) throw new Error(`README.md has no block ${marker}`);
  return command;
}

/** Runs a README command in a copy of the bundled case, with `metaction` meaning the built program. */
function runInCopy(marker: string): Outcome & { folder: string } {
  const root = mkdtempSync(join(scratch, "copy-"));
  const folder = join(root, "fixtures", "cases", "colorectal-liver-braf");
  cpSync(bundled, folder, { recursive: true });
  const line = `set -e\nmetaction() { "$NODE" "$BIN" "$@"; }\n${commandOf(marker)}`;
  return { ...runShell(line, { cwd: root }), folder };
}

function readReport(folder: string): Report {
  return parseReport(readFileSync(join(folder, "report.json"), "utf8"), "report.json");
}

describe("the README", () => {
  test("has a main command that writes the three reports and ranks as the bundled case expects", () => {
    const { folder, ...outcome } = runInCopy("main-command");
    expect(outcome).toMatchObject({ status: 0, stdout: "" });
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(reports));
    const expected = readReport(join(bundled, "expected"));
    const { targets, blocked, findings } = readReport(folder);
    expect(targets.map(({ id }) => id)).toEqual(expected.targets.map(({ id }) => id));
    expect(blocked.map(({ id }) => id)).toEqual(expected.blocked.map(({ id }) => id));
    expect(findings.map(({ label }) => label)).toEqual(expected.findings.map(({ label }) => label));
    expect(targets.length).toBeGreaterThan(0);
  });

  test("has a case-file command whose reports are the expected files, byte for byte", () => {
    const { folder, ...outcome } = runInCopy("case-command");
    expect(outcome).toMatchObject({ status: 0, stdout: "" });
    for (const report of reports) {
      expect(readFileSync(join(folder, report), "utf8")).toBe(
        readFileSync(join(bundled, "expected", report), "utf8"),
      );
    }
    expect(readFileSync(join(folder, "again.html"), "utf8")).toBe(
      readFileSync(join(bundled, "expected", "report.html"), "utf8"),
    );
  });

  test("has a batch command that leaves a report for each case, and a summary", () => {
    const { folder, ...outcome } = runInCopy("batch-command");
    expect(outcome).toMatchObject({ status: 0, stdout: "" });
    const results = readdirSync(join(folder, "../../../results"));
    expect(results).toEqual(
      expect.arrayContaining(["summary.tsv", "cohort.html", "colorectal-liver-braf.html"]),
    );
  });
});
