import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileSource } from "../../../src/io/byte-source.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import { findReader } from "../../../src/read/find-reader.ts";

async function hintFor(text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "metaction-"));
  try {
    const path = join(folder, "table.txt");
    writeFileSync(path, text);
    const error: unknown = await findReader("protein", fileSource(path)).catch(
      (thrown: unknown) => thrown,
    );
    return error instanceof Refusal ? (error.problems[0]?.hint ?? "") : "";
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the hint names the column that lacks, and not those of the samples that are there", async () => {
  const hint = await hintFor(
    "Protein IDs\tFasta headers\tLFQ intensity A\tLFQ intensity TUMOR\nP04626\tERBB2\t1024\t512\n",
  );
  expect(hint).toContain("not found: Majority protein IDs)");
  expect(hint).not.toContain("LFQ intensity");
});

test("a column of one sample has to be of a sample", async () => {
  const hint = await hintFor("Majority\tProtein IDs\tLFQ intensity \nx\tP04626\t1024\n");
  expect(hint).not.toContain("not found: Majority protein IDs)");
});
