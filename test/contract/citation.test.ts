import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeCitation } from "../../src/cli/print-citation.ts";

const repository = join(import.meta.dirname, "../..");

test("CITATION.cff is what --citation prints for this version", () => {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const file = readFileSync(join(repository, ".github/CITATION.cff"), "utf8");
  expect(file).toBe(makeCitation(version));
});
