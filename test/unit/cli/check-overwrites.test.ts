import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkOverwrites } from "../../../src/cli/check-overwrites.ts";
import { writeBuiltFile } from "../../../src/knowledgebase/load/built-file.ts";

let folder = "";
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-overwrites-"));
  mkdirSync(at("kb/statements"), { recursive: true });
  for (const name of ["kb/manifest.json", "kb/gene-models.txt", "secret.key"]) {
    writeFileSync(at(name), "{}");
  }
  writeFileSync(at("kb/built.json"), writeBuiltFile("{}").text);
  symlinkSync(at("secret.key"), at("link"));
  linkSync(at("secret.key"), at("other-name"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["secret.key", "secret.key"],
  ["link", "secret.key"],
  ["other-name", "secret.key"],
  ["kb/manifest.json", "kb"],
  ["kb/gene-models.txt", "kb"],
  ["kb/statements/NEW.json", "kb"],
])("%s is not written where %s is read", async (output, input) => {
  await expect(checkOverwrites([null, at(output)], [undefined, at(input)])).rejects.toMatchObject({
    kind: "usage",
    problems: [{ code: "output-is-input" }],
  });
});

test.each([
  ["kb/built.json", "kb"],
  ["kb/report.html", "kb"],
  ["kb/new.json", "kb"],
  ["new.key", "secret.key"],
])("%s may be written where %s is read", async (output, input) => {
  await expect(checkOverwrites([at(output)], [at(input)])).resolves.toBeUndefined();
});
