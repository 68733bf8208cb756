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
  const [header = "", ...lines] = terminal.outText().replace(/\n$/, "").split("\n");
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

  it.each(["robust", "blacksheep", "tukey", "kiqr", "zscore"])(
    "has no number by %s against a cohort without spread, and says why",
    async (rule) => {
      const sum = 0.1 + 0.2;
      const rows = [
        ["EQUAL", 20.1, ...names.map(() => 20.1)],
        ["ABOVE", 23.1, ...names.map(() => 20.1)],
        ["ROUNDED", 3.3, ...names.map((_, index) => (index % 2 ? 0.3 : sum))],
      ];
      const head = ["gene", "TUMOR", ...names];
      writeFileSync(
        path("c.csv"),
        `${[head, ...rows].map((cells) => cells.join(",")).join("\n")}\n`,
      );
      const terminal = makeTestTerminal();
      const args = ["protein", "outliers", path("c.csv"), "--sample", "TUMOR"];
      const scaled = [...args, "--scale", "log2-intensity", "--outlier-rule", rule];
      expect(await main(scaled, terminal)).toBe(0);
      const [header = "", ...lines] = terminal.outText().trimEnd().split("\n");
      const columns = header.split("\t");
      expect(lines).toHaveLength(3);
      for (const line of lines) {
        const cells = new Map(line.split("\t").map((cell, at) => [columns[at], cell]));
        expect([cells.get("call"), cells.get("code")]).toEqual([
          "not assessable",
          "cohort-constant",
        ]);
        expect(cells.get("reason")).toContain("so there is no scale to measure on");
        const numbers = ["modified_z", "p", "q", "crawford_howell_t", "crawford_howell_p", "k_iqr"];
        expect([...numbers, "tukey"].map((name) => cells.get(name))).toEqual(
          [...numbers, "tukey"].map(() => ""),
        );
      }
    },
  );

  it("asks for no fold where the scale has none, and says so", async () => {
    const { err } = await outliers("--sample", "TUMOR", "--scale", "z");
    expect(err).toContain("no condition on a fold, which the scale z does not have");
    expect(err).not.toContain("|log2 fold| >=");
  });

  it("prints what the file declares not detected, and how much of the cohort detects it", async () => {
    const genes = Array.from({ length: 11 }, (_, index) => row(`G${index}`, 10.1));
    const lost = ["MTAP", "not detected", "", ...cohort.slice(1)].join(",");
    const head = ["gene", "TUMOR", ...names].join(",");
    writeFileSync(path("d.csv"), `${[head, lost, row("KIT", 10), ...genes].join("\n")}\n`);
    const terminal = makeTestTerminal();
    const args = ["protein", "outliers", path("d.csv"), "--sample", "TUMOR", "--gene", "MTAP"];
    expect(await main([...args, "--gene", "KIT", "--called"], terminal)).toBe(0);
    const [header = "", ...lines] = terminal.outText().trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    const cells = new Map(
      header.split("\t").map((name, index) => [name, lines[0]?.split("\t")[index]]),
    );
    expect(
      ["call", "code", "modified_z", "detection", "cohort_detected", "cohort_samples"].map((name) =>
        cells.get(name),
      ),
    ).toEqual(["down", "not-detected", "", "not detected", "19", "20"]);
  });

  it("prints a row of several genes as such, also for one of them that has no row of its own", async () => {
    const head = ["gene", "TUMOR", ...names].join(",");
    const rows = [row("ERBB2;ERBB3", 13), row("KIT", 10), row("ERBB3", 10.1)];
    writeFileSync(path("g.csv"), `${[head, ...rows].join("\n")}\n`);
    const print = async (...args: string[]) => {
      const terminal = makeTestTerminal();
      const code = await main(
        ["protein", "outliers", path("g.csv"), "--sample", "TUMOR", ...args],
        terminal,
      );
      const [header = "", ...lines] = terminal.outText().replace(/\n$/, "").split("\n");
      const column = (name: string): number => header.split("\t").indexOf(name);
      return {
        code,
        cells: lines.map((line) =>
          ["gene", "call", "modified_z", "row_genes"].map((name) => line.split("\t")[column(name)]),
        ),
      };
    };
    const all = await print();
    expect(all.cells.map(([gene, call, , group]) => [gene, call, group])).toEqual([
      ["ERBB2;ERBB3", "up", "ERBB2;ERBB3"],
      ["ERBB3", "none", ""],
      ["KIT", "none", ""],
    ]);
    const one = await print("--gene", "ERBB2", "--gene", "ERBB3");
    expect(one.code).toBe(0);
    expect(one.cells.map(([gene, call, , group]) => [gene, call, group])).toEqual([
      ["ERBB2", "up", "ERBB2;ERBB3"],
      ["ERBB3", "none", ""],
    ]);
    expect(Number(one.cells[0]?.[2])).toBeCloseTo(7.89153, 5);
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

describe("metaction protein outliers of a table with phosphosites", () => {
  /** Of the protein; the site is the worked cohort above on top of it, so that site minus protein is the worked example again. */
  const totals = cohort.map((_, index) => 5 + (index % 3) / 2);
  const matrix = (caseValues: readonly string[] | null): string => {
    const line = (place: string, value: string | null, values: readonly number[]): string =>
      [place, ...(value === null ? [] : [value]), ...values].join(",");
    const [total = null, site = null] = caseValues ?? [];
    const sites = cohort.map((value, index) => value + (totals[index] ?? 0));
    const quiet = names.map(() => 9);
    return `${[
      line("gene,site", caseValues && "TUMOR", []) + `,${names.join(",")}`,
      line("ERBB2,", total, totals),
      line("ERBB2,Y1248", site, sites),
      line("KIT,Y703", caseValues && "9", quiet),
    ].join("\n")}\n`;
  };
  const aboveOf = (rows: readonly Record<string, string>[]) =>
    rows.map((each) => [
      each["site"],
      each["above_protein_modified_z"]?.slice(0, 7),
      each["above_protein_log2_fold"]?.slice(0, 5),
      each["above_protein_n"],
    ]);
  const inTable = [
    ["", "", "", ""],
    ["Y1248", "7.89153", "2.925", "20"],
    ["Y703", "", "", ""],
  ];
  const ask = ["--sample", "TUMOR", "--scale", "log2-intensity"];

  it("prints site minus protein in columns of their own, of each site whose protein is measured", async () => {
    writeFileSync(path("t.csv"), matrix(["5.5", "18.5"]));
    const { rows } = await outliers(...ask);
    expect(aboveOf(rows)).toEqual(inTable);
    expect(Object.keys(rows[0] ?? {}).slice(-8, -4)).toEqual([
      "reason",
      "above_protein_modified_z",
      "above_protein_log2_fold",
      "above_protein_n",
    ]);
  });

  it("prints it against a matrix beside the table, and says once that a built file cannot give it", async () => {
    const lines = matrix(["5.5", "18.5"]).split("\n");
    const alone = lines.map((each) => each.split(",").slice(0, 3).join(","));
    writeFileSync(path("t.csv"), alone.join("\n"));
    writeFileSync(path("ref.csv"), matrix(null));
    const beside = await outliers(...ask, "--cohort", path("ref.csv"));
    expect(aboveOf(beside.rows)).toEqual(inTable);
    expect(beside.err).not.toContain("Site minus protein");

    const build = ["cohort", "build", path("ref.csv"), "--scale", "log2-intensity"];
    expect(await main([...build, "-o", path("ref.json")], makeTestTerminal())).toBe(0);
    const built = await outliers(...ask, "--cohort", path("ref.json"));
    expect(aboveOf(built.rows).map(([, ...numbers]) => numbers)).toEqual(
      inTable.map(() => ["", "", ""]),
    );
    expect(built.err.match(/Site minus protein is not computable from a built/g)).toHaveLength(1);
    expect(built.err).toContain("(ref.json)");
  });
});
