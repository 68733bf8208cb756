import { describe, expect, it, test } from "vitest";
import type { Problem } from "../../../../../src/model/problem.ts";
import { leaveOutModified } from "../../../../../src/read/proteins/names/modified-forms.ts";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";
import { readRowName } from "../../../../../src/read/proteins/names/protein-row-name.ts";

const symbols = ["ERBB2", "AKT1", "MAPK1", "RPS6", "EIF2AK3", "CDH3"];
const aliases = new Map([
  ["HER2", "ERBB2"],
  ["pRb", "RB1"],
  ["Rb", "RB1"],
  ["PERK", "EIF2AK3"],
  ["ERK", "MAPK1"],
]);
const names = makeProteinNames({
  currentSymbol: (name) => aliases.get(name) ?? (symbols.includes(name) ? name : null),
});

function leave(cells: readonly string[], stated?: "rna" | "protein", known = true) {
  const problems: Problem[] = [];
  const rows = cells.map((cell, index) => ({
    ...readRowName(cell),
    line: index + 2,
    value: 1,
    cohort: Float64Array.of(1),
  }));
  const left = leaveOutModified(rows, {
    file: "t.csv",
    names: known ? names : undefined,
    stated,
    report: (problem) => problems.push(problem),
  });
  return { kept: left.rows.map(({ line }) => cells[line - 2]), setAside: left.setAside, problems };
}

describe("leaveOutModified", () => {
  test.each([
    "ERBB2|pHER2",
    "ERBB2|p-HER2",
    "ERBB2|Phospho-HER2",
    "ERBB2|ac-HER2",
    "NA|pHER2",
    "AKT1 AKT2|pAkt",
    "RPS6|pS6",
    "RB1|pRb",
    "pHER2",
    "p-ERBB2",
    "phospho-EGFR",
  ])("sets %s aside", (cell) => {
    expect(leave([cell])).toMatchObject({ kept: [], setAside: 1 });
  });

  test.each(["ERBB2|HER2", "TP53|p53", "CDH3|P-Cadherin", "RPS6KB1|p70S6K", "pXYZ", "pRb", "PERK"])(
    "keeps %s",
    (cell) => {
      expect(leave([cell])).toMatchObject({ kept: [cell], setAside: 0, problems: [] });
    },
  );

  it("reads no kinase of the endoplasmic reticulum from pERK in a table of antibodies", () => {
    expect(leave(["ERBB2|HER2", "pERK"]).kept).toEqual(["ERBB2|HER2"]);
  });

  it("keeps sites, and says what it left out", () => {
    const { kept, problems } = leave(["ERBB2|pHER2", "ERBB2|pHER2_Y1248", "ERBB2|HER2"]);
    expect(kept).toEqual(["ERBB2|pHER2_Y1248", "ERBB2|HER2"]);
    expect(problems).toMatchObject([{ code: "modified-not-located", severity: "notice" }]);
    expect(problems[0]?.message).toContain('set aside: 1 ("ERBB2|pHER2")');
  });

  it("warns where most rows of a table are such ones", () => {
    expect(leave(["ERBB2|pHER2", "AKT1|pAkt", "ERBB2|HER2"]).problems).toMatchObject([
      { severity: "warning" },
    ]);
  });

  it("leaves RNA as it is, and without a list of genes what only a gene could tell", () => {
    expect(leave(["ERBB2|pHER2"], "rna").setAside).toBe(0);
    expect(leave(["ERBB2|pHER2", "ERBB2|HER2_phospho"], "protein", false).kept).toEqual([
      "ERBB2|pHER2",
    ]);
  });
});

describe("names of forms beside a gene", () => {
  test.each([
    "P-HER2",
    "PHER2",
    "HER2-p",
    "HER2 (p)",
    "HER2_P",
    "HER2p",
    "phos-HER2",
    "P-ERBB2 (rabbit)",
    "p",
    "(P)",
    "1248",
    "GSTAENAEpYLR",
    "R.GSTAENAEyLR.V",
    "p95HER2",
    "p95-ErbB2",
    "activated HER2",
    "HER2 (active)",
    "ub-HER2",
    "HER2-ac",
    "truncated HER2",
    "K1188",
  ])("ERBB2|%s is set aside", (antibody) => {
    expect(leave([`ERBB2|${antibody}`])).toMatchObject({ kept: [], setAside: 1 });
  });

  test.each([
    "PARP1|c-PARP",
    "PARP1|cPARP",
    "CASP3|c-Caspase-3",
    "CASP3|Caspase-3_active",
    "NOTCH1|NICD",
    "BID|tBID",
  ])("%s is set aside", (cell) => {
    expect(leave([cell])).toMatchObject({ kept: [], setAside: 1 });
  });

  it("reads an entry of UniProt with an antibody behind it as the antibody", () => {
    expect(leave(["sp|P04626|ERBB2_HUMAN|pHER2"]).kept).toEqual([]);
  });

  test.each([
    "PTEN|PTEN",
    "PARP1|PARP",
    "PRAME|PRAME",
    "TP53|p53",
    "CDKN2A|p16",
    "CDKN1B|p27",
    "RELA|p65",
    "CDKN1A|p21",
    "MAPK14|p38",
    "RPS6KB1|p70S6K",
    "MET|c-Met",
    "PIK3R1|p85",
    "EP300|p300",
    "ERBB2|t-HER2",
    "ERBB2|HER2-total",
    "TNK2|Activated CDC42 kinase 1",
    "EIF2AK3|PERK",
    "CDH3|P-Cadherin",
    "KRT14|K14",
    "MTOR|mTOR",
    "MAPK1|KINASEs",
  ])("%s is the protein", (cell) => {
    expect(leave([cell]).kept).toEqual([cell]);
  });

  it("takes the numbers of a table that gives one to each gene for no positions", () => {
    const numbered = Array.from({ length: 12 }, (_, index) => `GENE${index}|${index + 100}`);
    expect(leave(numbered).kept).toHaveLength(12);
    expect(leave([...numbered, "GENE0|9906"]).kept).toHaveLength(13);
    expect(leave([...numbered, ...numbered.map((name) => `${name}1`)]).kept).toEqual([]);
    expect(leave(numbered.slice(0, 9)).kept).toEqual([]);
  });
});
