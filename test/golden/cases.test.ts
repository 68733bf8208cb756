import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

/*
 * Every folder of fixtures/cases is a test: the built program runs on its case.json, and what it writes is
 * compared whole with the files in expected/. After a change that is meant, `UPDATE_GOLDEN=1 npm test` rewrites
 * them; the diff is then part of the review.
 */
const root = join(import.meta.dirname, "../../fixtures/cases");
const bin = join(import.meta.dirname, "../../bin/metaction.js");
const extensions = ["html", "json", "md"];
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "case.json")))
  .map((entry) => entry.name)
  .toSorted();

const output = mkdtempSync(join(tmpdir(), "metaction-golden-"));
afterAll(() => rmSync(output, { recursive: true, force: true }));

test("there are cases to run", () => {
  expect(cases.length).toBeGreaterThanOrEqual(4);
});

describe.each(cases)("the case %s", (name) => {
  const expected = join(root, name, "expected");
  const folder = isUpdate ? expected : output;
  if (isUpdate) mkdirSync(expected, { recursive: true });
  const files = extensions.map((extension) =>
    join(folder, isUpdate ? `report.${extension}` : `${name}.${extension}`),
  );
  const run = spawnSync(
    process.execPath,
    [
      bin,
      "annotate",
      join(root, name, "case.json"),
      "--fail-on",
      "warning",
      ...files.flatMap((file) => ["-o", file]),
    ],
    { encoding: "utf8" },
  );

  test("runs without a warning", () => {
    expect(run.stderr).not.toMatch(/^(?:warning|error)/mu);
    expect(run.status).toBe(0);
    expect(run.stdout).toBe("");
  });

  test.each(extensions)("writes the expected %s", (extension) => {
    const file = files[extensions.indexOf(extension)] ?? "";
    expect(readFileSync(file, "utf8")).toBe(
      readFileSync(join(expected, `report.${extension}`), "utf8"),
    );
  });
});
