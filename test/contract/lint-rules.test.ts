/**
 * The walls of the house hold only as long as the linter sees them broken. A project is laid out in a
 * temporary folder with this repository's lint configuration, one violation to a file, and linted once.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allowed, violations } from "./planted-violations.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

const folders: string[] = [];
const found = new Map<string, string[]>();
let exitWithViolations: number | null = null;

function lint(files: Readonly<Record<string, string>>): {
  status: number | null;
  diagnostics: Diagnostic[];
} {
  const folder = mkdtempSync(join(tmpdir(), "metaction-lint-"));
  folders.push(folder);
  for (const name of [".oxlintrc.json", "tsconfig.json", ".config"]) {
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  const oxlint = join(repository, "node_modules", "oxlint", "bin", "oxlint");
  const run = spawnSync(process.execPath, [oxlint, "--format", "json", "src"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
  });
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Diagnostic[] };
  return { status: run.status, diagnostics };
}

beforeAll(() => {
  const files = Object.fromEntries(violations.map(({ file, code }) => [file, code]));
  const result = lint({ ...allowed, ...files });
  exitWithViolations = result.status;
  for (const { filename, code } of result.diagnostics) {
    const file = filename.replaceAll("\\", "/");
    found.set(file, [...(found.get(file) ?? []), code]);
  }
}, 60_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("oxlint with this repository's rules", () => {
  test("passes a tree that keeps them", () => {
    expect(lint(allowed)).toEqual({ status: 0, diagnostics: [] });
  });

  test("fails a tree that breaks them", () => {
    expect(exitWithViolations).toBe(1);
  });

  test("plants each violation in a file of its own", () => {
    const files = violations.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(files.filter((file) => file in allowed)).toEqual([]);
  });

  test.for(violations)("refuses $title", ({ file, rule }) => {
    expect(found.get(file)).toEqual([rule]);
  });

  test("says nothing about the files beside the violations that keep the rules", () => {
    expect(Object.keys(allowed).filter((file) => found.has(file))).toEqual([]);
  });
});
