import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../src/cli/main.ts";
import { makeTestTerminal } from "./test-terminal.ts";

const cohort = [
  10.2, 9.8, 10.5, 10.1, 9.9, 10, 10.4, 9.7, 10.3, 10.6, 9.6, 10.05, 9.95, 10.15, 9.85, 10.25, 9.75,
  10.35, 10.45, 9.65,
];
const names = cohort.map((_, index) => `R${index + 1}`);
const quiet = Array.from({ length: 12 }, (_, index) => `G${index + 1}`);
const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.join(",")}\n`).join("");

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cohorts-"));
  writeFileSync(
    path("case.csv"),
    lines([["gene", "TUMOR"], ["ERBB2", 13], ...quiet.map((gene) => [gene, 10.075])]),
  );
  writeFileSync(
    path("ref.csv"),
    lines([
      ["gene", "TUMOR", ...names],
      ...["ERBB2", ...quiet].map((gene) => [gene, 13, ...cohort]),
    ]),
  );
  writeFileSync(
    path("meta.csv"),
    lines([["sample", "role"], ...["TUMOR", ...names].map((name) => [name, "disease"])]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const terminal = makeTestTerminal();
  const code = await main(args, terminal);
  const rows = terminal
    .outText()
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const [header = [], ...cells] = rows;
  const table = cells.map((row) => new Map(row.map((cell, index) => [header[index], cell])));
  return { code, err: terminal.errText(), table };
}

const outliers = async (...args: string[]) =>
  await run(
    "protein",
    "outliers",
    path("case.csv"),
    "--sample",
    "TUMOR",
    "--gene",
    "ERBB2",
    ...args,
  );

describe("metaction protein outliers --cohort", () => {
  it("compares with the matrix, from which the case is taken out by its name", async () => {
    const { code, table, err } = await outliers("--cohort", path("ref.csv"));
    expect(code).toBe(0);
    expect(Number(table[0]?.get("modified_z"))).toBeCloseTo(7.89153, 5);
    expect(Object.fromEntries(table[0] ?? [])).toMatchObject({
      call: "up",
      cohort: "ref",
      n: "20",
    });
    expect(err).toContain("without the case itself");
  });

  it("compares with the built file as with the matrix, as far as it is rounded", async () => {
    const built = path("ref.json");
    const made = await run("cohort", "build", path("ref.csv"), "--exclude", "TUMOR", "-o", built);
    expect(made.code).toBe(0);
    expect(made.err).toContain("values rounded to 3 decimals");
    const { table } = await outliers("--cohort", built);
    expect(Number(table[0]?.get("modified_z"))).toBeCloseTo(7.89153, 5);
    expect(table[0]?.get("n")).toBe("20");
  });

  it("refuses a cohort that nobody named, and names those that there are", async () => {
    const { code, err } = await outliers("--cohort", path("ref.csv"), "--protein-cohort", "reff");
    expect(code).toBe(2);
    expect(err).toContain('there is no cohort "reff"');
    expect(err).toContain("Known: ref.");
  });

  it("refuses what is said of reference samples where no file of them is given", async () => {
    const named = await outliers("--protein-cohort", "reff");
    expect(named.code).toBe(2);
    expect(named.err).toContain('there is no cohort "reff"');
    expect(named.err).toContain("Known: other samples of");
    const subset = await outliers("--reference-subset", "aberration-negative");
    expect([subset.code, subset.err]).toEqual([2, expect.stringContaining("of a --cohort only")]);
    const meta = await outliers("--cohort-meta", path("ref.csv"));
    expect([meta.code, meta.err]).toEqual([2, expect.stringContaining("samples of a --cohort")]);
  });

  it("refuses a case that a built file holds", async () => {
    const built = path("with-case.json");
    await run("cohort", "build", path("ref.csv"), "-o", built);
    const { code, err } = await outliers("--cohort", built);
    expect(code).not.toBe(0);
    expect(err).toContain("cannot be taken out of a built file");
  });
});

describe("metaction cohort", () => {
  it("shows the cohorts of a file, and the numbers of a gene", async () => {
    const shown = await run("cohort", "show", path("ref.csv"), "--meta", path("meta.csv"));
    expect(Object.fromEntries(shown.table[0] ?? [])).toMatchObject({
      cohort: "ref",
      role: "disease",
      samples: "21",
      rows: "13",
    });
    const gene = await run("cohort", "show", path("ref.csv"), "--gene", "ERBB2");
    expect(gene.table[0]?.get("n")).toBe("21");
    expect((await run("cohort", "show", path("ref.csv"), "--gene", "ERBB")).err).toContain(
      'Near names: "ERBB2"',
    );
  });

  it("counts the values of a gene that has fewer than 5, and shows none of them", async () => {
    const matrix = path("sparse.csv");
    const measured = (count: number) => cohort.map((value, index) => (index < count ? value : ""));
    const rows = [
      ["TWO", ...measured(2)],
      ["FOUR", ...measured(4)],
      ["FIVE", ...measured(5)],
    ];
    writeFileSync(matrix, lines([["gene", ...names], ...rows]));
    const built = path("sparse.cohort");
    expect((await run("cohort", "build", matrix, "-o", built)).code).toBe(0);
    const genes = ["--gene", "TWO", "--gene", "FOUR", "--gene", "FIVE"];
    for (const file of [built, matrix]) {
      const { code, table, err } = await run("cohort", "show", file, ...genes);
      expect(code).toBe(0);
      const numbers = ["median", "mad", "q1", "q3", "min", "max"];
      for (const [index, n] of [2, 4].entries()) {
        expect(table[index]?.get("n")).toBe(String(n));
        expect(table[index]?.get("missing")).toBe(String(20 - n));
        expect(numbers.map((name) => table[index]?.get(name))).toEqual(numbers.map(() => ""));
      }
      expect(Number(table[2]?.get("max"))).toBe(10.5);
      expect(err).toContain('"TWO" has fewer than 5 values in cohort');
      expect(err).not.toContain('"FIVE" has');
    }
  });

  it("builds the same bytes again, and none over its own input", async () => {
    for (const name of ["a.json", "b.json"]) {
      await run("cohort", "build", path("ref.csv"), "--meta", path("meta.csv"), "-o", path(name));
    }
    expect(readFileSync(path("a.json"))).toEqual(readFileSync(path("b.json")));
    expect((await run("cohort", "build", path("ref.csv"), "-o", path("ref.csv"))).code).toBe(2);
  });

  it("gives a file that check finds sound, and finds changed when it was", async () => {
    const built = path("checked.json");
    await run("cohort", "build", path("ref.csv"), "-o", built);
    expect((await run("check", built)).code).toBe(0);
    const changed = readFileSync(built, "latin1").replace('"ERBB2"', '"ERBB3"');
    writeFileSync(built, changed, "latin1");
    expect((await run("check", built)).code).toBe(3);
  });

  it("refuses to leave out a sample that is not there", async () => {
    const { code, err } = await run(
      "cohort",
      "build",
      path("ref.csv"),
      "--exclude",
      "R99",
      "-o",
      path("c.json"),
    );
    expect([code, err.includes("R99")]).toEqual([2, true]);
  });
});

describe("metaction cohort build", () => {
  const written = (samples: number): string => {
    const file = path("small.csv");
    const shown = names.slice(0, samples);
    writeFileSync(
      file,
      lines([
        ["gene", ...shown],
        ["ERBB2", ...cohort.slice(0, samples)],
      ]),
    );
    return file;
  };
  const build = async (file: string, ...args: string[]) =>
    await run("cohort", "build", file, "-o", path("small.cohort"), ...args);

  it.each([1, 4])("refuses a cohort of %d samples, whose values it would show", async (samples) => {
    const { code, err } = await build(written(samples));
    expect(code).toBe(3);
    expect(err).toContain(`cohort "small" has ${samples} samples; with fewer than 5`);
    expect(() => readFileSync(path("small.cohort"))).toThrow("ENOENT");
  });

  it("refuses files of which all samples are left out", async () => {
    const { code, err } = await build(written(1), "--exclude", "R1");
    expect(code).toBe(3);
    expect(err).toContain("the files hold no sample");
  });

  it("warns of a cohort in which no outlier is called, and of no larger one", async () => {
    const small = await build(written(19));
    expect(small.code).toBe(0);
    expect(small.err).toContain("has 19 samples; no outlier is called with fewer than 20");
    expect((await build(written(20))).err).not.toContain("fewer than 20");
  });

  it("ends with 1 where rows were refused, and writes the others", async () => {
    const file = path("damaged.csv");
    writeFileSync(
      file,
      lines([
        ["gene", ...names],
        ["ERBB2", ...cohort],
        ["2-Sep", ...cohort],
      ]),
    );
    const { code, err } = await build(file);
    expect(code).toBe(1);
    expect(err).toContain("gene-is-date");
    expect(err).toContain("20 samples, 1 rows");
  });
});
