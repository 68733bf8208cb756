import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkBatchOverwrites } from "../../../../src/cli/batch/check-batch-overwrites.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-overwrites-"));
  mkdirSync(join(folder, "results"));
  for (const name of ["P1.vcf", "P1.tsv", "samples.tsv"]) writeFileSync(join(folder, name), "");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function check(
  into: string,
  formats: readonly string[],
  { sheet = "samples.tsv", shared = [] as string[] } = {},
): Promise<void> {
  const caseFile = { id: "P1", variants: "P1.vcf", protein: [{ file: "./P1.tsv" }] };
  return checkBatchOverwrites([{ caseFile, folder }], {
    sheet: join(folder, sheet),
    folder: join(folder, into),
    formats,
    shared: shared.map((name) => join(folder, name)),
  });
}

test("a report that would replace an input is refused before any work", async () => {
  await expect(check(".", ["tsv"])).rejects.toMatchObject({
    kind: "usage",
    message: expect.stringMatching(/output P1\.tsv would replace the input .*P1\.tsv/),
  });
});

test("a summary that would replace the sheet is refused", async () => {
  writeFileSync(join(folder, "summary.tsv"), "");
  await expect(check(".", ["json"], { sheet: "summary.tsv" })).rejects.toMatchObject({
    kind: "usage",
  });
});

test("a summary that would replace what every sample is read with is refused", async () => {
  writeFileSync(join(folder, "summary.tsv"), "");
  await expect(check(".", ["json"], { shared: ["summary.tsv"] })).rejects.toMatchObject({
    message: expect.stringMatching(/output summary\.tsv would replace the input/),
  });
});

test("another folder, and another format, are taken", async () => {
  await expect(check("results", ["tsv"])).resolves.toBeUndefined();
  await expect(check(".", ["json", "html"])).resolves.toBeUndefined();
});
