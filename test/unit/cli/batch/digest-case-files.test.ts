import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { caseFiles } from "../../../../src/cli/batch/case-files.ts";
import { digestFile, digestsOf } from "../../../../src/cli/batch/digest-case-files.ts";
import { caseSchema } from "../../../../src/model/case.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-digests-"));
  for (const name of ["a", "b"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "calls.vcf"), name);
  }
  writeFileSync(join(folder, "sites.csv"), "sites");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const caseFile = caseSchema.parse({
  id: "C1",
  variants: "a/calls.vcf",
  kinaseSubstrates: "sites.csv",
  specimens: [{ id: "primary", role: "primary", variants: "b/calls.vcf" }],
});
const digestAt = async (...names: string[]) => (await digestFile(join(folder, ...names))) ?? "";
const input = async (...names: string[]) => ({
  name: names.at(-1) ?? "",
  sha256: await digestAt(...names),
});

test("a table of substrates is a file of its case", () => {
  expect(caseFiles(caseFile)).toContainEqual({ field: "kinaseSubstrates", file: "sites.csv" });
});

test("files of one name are told apart by their folders", async () => {
  const inputs = [await input("a", "calls.vcf"), await input("b", "calls.vcf")];
  const files = await digestsOf({ caseFile, folder }, inputs);
  expect(files).toEqual([
    await digestAt("a", "calls.vcf"),
    await digestAt("b", "calls.vcf"),
    await digestAt("sites.csv"),
  ]);
});

test("a file that is another one than was read has no digest", async () => {
  const inputs = [await input("a", "calls.vcf"), await input("b", "calls.vcf")];
  writeFileSync(join(folder, "b", "calls.vcf"), "changed");
  const [, primary] = await digestsOf({ caseFile, folder }, inputs);
  expect(primary).toBeNull();
});
