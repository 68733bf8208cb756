import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bin, caseFile, hasProgram, runBin, runShell } from "./run-bin.ts";
import { largeVcf } from "./large-vcf.ts";

const input = caseFile("colorectal-liver-braf");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-e2e-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("when the output goes wrong", () => {
  test("a reader that stops after one line ends the run quietly", () => {
    const run = runShell(
      `"$NODE" "$BIN" annotate "${input}" --format json -q | head -1; exit "\${PIPESTATUS[0]}"`,
    );
    expect([0, 141]).toContain(run.status);
    expect(run.stdout).toBe("{\n");
    expect(run.stderr).toBe("");
  });

  test("a full disk behind standard output is exit 5 with a sentence", () => {
    const run = runShell(`"$NODE" "$BIN" annotate "${input}" --format json > /dev/full`);
    expect(run.status).toBe(5);
    expect(run.stderr).toMatch(/^error .*(?:space|ENOSPC|full)/mu);
    expect(run.stderr).not.toMatch(/ {4}at /u);
  });

  test.each([
    ["a report", `annotate "${input}" --format json -q`],
    ["what the knowledgebase exports", "kb export --format tsv"],
    ["a schema", "schema report"],
    ["help", "annotate --help"],
  ])(
    "%s that grows over a limit of the file's size is exit 5 and not cut in silence",
    (_, line) => {
      const command = `"$NODE" "$BIN" ${line}`;
      const whole = runShell(command);
      expect(whole.status).toBe(0);
      expect(whole.stdout.length).toBeGreaterThan(1024);
      const file = join(folder, "result");
      const run = runShell(`(ulimit -f 1; ${command} > "${file}")`);
      expect(run.status).toBe(5);
      expect(run.stderr).toMatch(/^error the output stream failed: .*limit/mu);
      expect(readFileSync(file, "utf8")).toBe(whole.stdout.slice(0, 1024));
    },
  );

  test("a result is added to a file behind what stands there", () => {
    const file = join(folder, "result");
    const command = `"$NODE" "$BIN" --citation`;
    const run = runShell(
      `echo first > "${file}"; ${command} >> "${file}"; ${command} >> "${file}"`,
    );
    expect(run.status).toBe(0);
    const { stdout } = runShell(command);
    expect(readFileSync(file, "utf8")).toBe(`first\n${stdout}${stdout}`);
  });

  test("SIGTERM in the middle leaves nothing and ends by the signal", async () => {
    const output = join(folder, "report.json");
    const child = spawn(process.execPath, [bin, "annotate", "-", "-o", output], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.write("##fileformat=VCFv4.2\n");
    await new Promise((resolve) => setTimeout(resolve, 700));
    const end = once(child, "exit");
    child.kill("SIGTERM");
    expect(await end).toEqual([null, "SIGTERM"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0 && !hasProgram("setpriv"))(
    "a folder that cannot be written is exit 5 before the work starts",
    () => {
      const locked = join(folder, "locked");
      mkdirSync(locked);
      chmodSync(locked, 0o555);
      chmodSync(folder, 0o755);
      const user = process.getuid?.() === 0 ? "setpriv --reuid=65534 --clear-groups " : "";
      const run = runShell(
        `${user}"$NODE" "$BIN" annotate /nowhere.vcf -o "${locked}/report.json"`,
      );
      expect(run.status).toBe(5);
      expect(run.stderr).not.toContain("nowhere.vcf");
      expect(readdirSync(locked)).toEqual([]);
    },
  );

  test("a slow reader gets every byte of a report of more than 5 MB", () => {
    const vcf = join(folder, "large.vcf");
    writeFileSync(vcf, largeVcf(6_000));
    const whole = join(folder, "whole.json");
    expect(runBin(["annotate", vcf, "-q", "-o", whole]).status).toBe(0);
    const run = runShell(
      `"$NODE" "$BIN" annotate "${vcf}" -q --format json | (sleep 1; cat) | sha256sum; sha256sum < "${whole}"`,
    );
    const [piped, written] = run.stdout.trim().split("\n");
    expect(readFileSync(whole).byteLength).toBeGreaterThan(5_000_000);
    expect(piped).toBe(written);
  });

  test("an existing output is replaced whole, and kept under --no-clobber", () => {
    const output = join(folder, "report.md");
    writeFileSync(output, "old");
    expect(runBin(["annotate", input, "-o", output, "--no-clobber"]).status).toBe(2);
    expect(readFileSync(output, "utf8")).toBe("old");
    expect(runBin(["annotate", input, "-o", output]).status).toBe(0);
    expect(readFileSync(output, "utf8")).toMatch(/^# /u);
    expect(readdirSync(folder)).toEqual(["report.md"]);
  });

  test.skipIf(!hasProgram("strace"))(
    "a file system without links keeps --no-clobber and the lock of a batch",
    () => {
      const output = join(folder, "report.md");
      const none = "strace -f -qq -o /dev/null -e inject=link,linkat:error=EPERM";
      const annotate = `${none} "$NODE" "$BIN" annotate "${input}" -q --no-clobber -o "${output}"`;
      expect(runShell(annotate)).toMatchObject({ status: 0, stderr: "" });
      const whole = readFileSync(output, "utf8");
      expect(runShell(annotate).status).toBe(2);
      expect(readFileSync(output, "utf8")).toBe(whole);
      const cases = join(folder, "cases");
      mkdirSync(cases);
      symlinkSync(dirname(input), join(cases, "one"));
      const batch = `${none} "$NODE" "$BIN" batch "${cases}" -O "${folder}/results" -q`;
      expect(runShell(batch)).toMatchObject({ status: 0, stderr: "" });
      writeFileSync(join(folder, "results/.metaction-lock"), '{"host":"elsewhere","pid":1}');
      expect(runShell(batch)).toMatchObject({
        status: 5,
        stderr: expect.stringContaining("process 1 of elsewhere writes into"),
      });
    },
  );

  test("an output that is a folder is exit 2", () => {
    mkdirSync(join(folder, "report.md"));
    expect(runBin(["annotate", input, "-o", join(folder, "report.md")]).status).toBe(2);
  });
});
