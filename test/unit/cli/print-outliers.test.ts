import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
const row = (gene: string, value: number) => [gene, value, ...cohort].join(",");

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "outliers-"));
  const rows = [row("KIT", 10.1), row("=ERBB2", 13), row("MET", 8)];
  writeFileSync(path("t.csv"), `${[["gene", "TUMOR", ...names].join(","), ...rows].join("\n")}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function outliers(...args: string[]) {
  const terminal = makeTestTerminal();
  const code = await main(["protein", "outliers", path("t.csv"), ...args], terminal);
  const [header = "", ...lines] = terminal.outText().trimEnd().split("\n");
  const columns = header.split("\t");
  const rows = lines.map((line) =>
    Object.fromEntries(line.split("\t").map((cell, index) => [columns[index] ?? "", cell])),
  );
  return { code, rows, err: terminal.errText() };
}

describe("metaction protein outliers", () => {
  it("prints the worked numbers of each row as TSV, sorted by name", async () => {
    const { code, rows, err } = await outliers("--sample", "TUMOR");
    expect(code).toBe(0);
    expect(rows.map(({ gene, call, tested }) => [gene, call, tested])).toEqual([
      ["'=ERBB2", "up", "3"],
      ["KIT", "none", "3"],
      ["MET", "down", "3"],
    ]);
    expect(Number(rows[0]?.["modified_z"])).toBeCloseTo(7.89153, 5);
    expect(Number(rows[0]?.["p"])).toBeCloseTo(1.23694e-4, 8);
    expect(Number(rows[0]?.["crawford_howell_t"])).toBeCloseTo(9.500298, 6);
    expect(rows[0]?.["line"]).toBe("3");
    expect(err).toContain("sample TUMOR against other samples of t.csv (20 samples)");
  });

  it("takes q over the genes that are named, and no others", async () => {
    const { rows } = await outliers("--sample", "TUMOR", "--gene", "MET", "--gene", "KIT");
    expect(rows.map(({ gene, tested }) => [gene, tested])).toEqual([
      ["KIT", "2"],
      ["MET", "2"],
    ]);
    expect(Number(rows[1]?.["q"])).toBeCloseTo(2 * 1.00449e-3, 7);
  });

  it("prints with --called only what is up or down", async () => {
    const { rows } = await outliers("--sample", "TUMOR", "--called");
    expect(rows.map(({ gene }) => gene)).toEqual(["'=ERBB2", "MET"]);
  });

  it("says that nothing is called where --called leaves no row", async () => {
    const { rows, err } = await outliers("--sample", "TUMOR", "--called", "--gene", "KIT");
    expect(rows).toEqual([]);
    expect(err).toContain("No row is called up or down. q is over 1 rows; all of them are shown");
  });

  it("calls by another program's rule where asked, and says which", async () => {
    const { rows, err } = await outliers("--sample", "TUMOR", "--outlier-rule", "blacksheep");
    expect(rows.map(({ call }) => call)).toEqual(["up", "none", "down"]);
    expect(rows[0]?.["reason"]).toBe(
      "Beyond the median by more than 1.5 interquartile ranges (BlackSheep).",
    );
    expect(err).toContain("Called by the rule blacksheep, for comparison with other programs");
  });

  it("refuses a gene that no row has, with near names, and prints no table", async () => {
    const { code, rows, err } = await outliers("--sample", "TUMOR", "--gene", "METT");
    expect(code).toBe(2);
    expect(rows).toEqual([]);
    expect(err).toContain('"MET"');
  });

  it("refuses a sample that the table does not have as a mix-up", async () => {
    const { code, err } = await outliers("--sample", "TUMOUR");
    expect(code).toBe(6);
    expect(err).toContain('"TUMOR"');
  });
});
