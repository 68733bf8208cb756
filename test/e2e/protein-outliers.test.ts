import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runBin } from "./run-bin.ts";

let folder = "";
const names = Array.from({ length: 20 }, (_, index) => `R${index}`);
const line = (gene: string): string =>
  [gene, ...names.map((_, index) => (10 + Math.sin(index * 7) / 3).toFixed(2))].join(",");
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "metaction-outliers-"));
  writeFileSync(path("own.csv"), "gene,TUMOR\nHER2,13\nQ13126,9.9\nKIT,10\n");
  writeFileSync(
    path("ref.csv"),
    `gene,${names.join(",")}\n${["ERBB2", "MTAP", "KIT"].map(line).join("\n")}\n`,
  );
  writeFileSync(
    path("ref-accessions.csv"),
    `uniprot,${names.join(",")}\n${["P04626", "Q13126", "P10721"].map(line).join("\n")}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function outliers(...args: string[]) {
  const { status, stdout, stderr } = runBin([
    "protein",
    "outliers",
    path("own.csv"),
    "--sample",
    "TUMOR",
    ...args,
  ]);
  const rows = stdout.trimEnd().split("\n").slice(1);
  return { status, stderr, calls: rows.map((row) => row.split("\t").slice(0, 4).join(" ")) };
}

test("check reads aliases of genes and accessions as annotate does", () => {
  const { stdout } = runBin(["check", path("own.csv")]);
  expect(stdout).toContain("HER2 read as ERBB2");
  expect(stdout).not.toContain("gene-not-resolved");
});

test.each(["ERBB2", "HER2", "P04626"])(
  "protein outliers finds the row HER2 by %s, in the table and in the reference",
  (gene) => {
    const { status, calls, stderr } = outliers("--gene", gene, "--cohort", path("ref.csv"));
    expect(status).toBe(0);
    expect(calls).toEqual(["ERBB2  protein up"]);
    expect(stderr).toContain("HER2 read as ERBB2");
  },
);

test("a reference that names its rows by accessions is compared with, as a matrix and built", () => {
  const built = path("built.json");
  expect(runBin(["cohort", "build", path("ref-accessions.csv"), "-o", built]).status).toBe(0);
  for (const cohort of [path("ref-accessions.csv"), built]) {
    const shown = runBin(["cohort", "show", cohort, "--gene", "HER2"]).stdout.split("\n");
    expect(shown[1]?.split("\t").slice(1, 4)).toEqual(["ERBB2", "", "20"]);
    expect(outliers("--cohort", cohort).calls).toEqual([
      "ERBB2  protein up",
      "KIT  protein none",
      "MTAP  protein none",
    ]);
  }
});
