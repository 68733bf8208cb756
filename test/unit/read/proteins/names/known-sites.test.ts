import { expect, test } from "vitest";
import { readKnownSites } from "../../../../../src/read/proteins/names/known-sites.ts";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";

const symbols = ["GSK3B", "ERBB2", "AKT1", "HLA-A", "NKX2-1", "MT-ND1", "ERVK3-1", "HLA", "FAM-S2"];
const names = makeProteinNames({
  currentSymbol: (name) =>
    name === "HER2" ? "ERBB2" : [...symbols, "FAM"].includes(name) ? name : null,
});

function read(gene: string, stated: "protein" | "rna" = "protein", known = true) {
  const rows = [{ gene, line: 2, value: 1, cohort: Float64Array.of(1) }];
  const [row] = readKnownSites(rows, { names: known ? names : undefined, stated });
  return [row?.gene, row?.site];
}

test.each([
  ["GSK3B-S9", "GSK3B", "S9"],
  ["ERBB2_y1248", "ERBB2", "Y1248"],
  ["HER2-y1248", "HER2", "Y1248"],
  ["AKT1-S473-T8", "AKT1", "S473 T8"],
  ["HLA-A-S9", "HLA-A", "S9"],
  ["AKT1_S473_t308", "AKT1", "S473 T308"],
])("a row %s is of %s %s, whose gene is known", (name, gene, site) => {
  expect(read(name)).toEqual([gene, site]);
});

test("the gene of a site is read behind the mark of phosphorylation, and a name that is known is left", () => {
  const marked = (gene: string): string | undefined => {
    const row = { gene, site: "Y1248", line: 2, value: 1, cohort: Float64Array.of(1) };
    return readKnownSites([row], { names, stated: undefined })[0]?.gene;
  };
  expect(["pHER2", "pERBB2", "pXYZ", "ERBB2"].map(marked)).toEqual([
    "HER2",
    "ERBB2",
    "pXYZ",
    "ERBB2",
  ]);
});

test.each([...symbols, "XYZ-S9", "GSK3B-A9", "GSK3B-S", "GSK3B"])("%s stays a gene", (name) => {
  expect(read(name)).toEqual([name, undefined]);
});

test("RNA has no sites, and without a list of genes nothing is told", () => {
  expect(read("GSK3B-S9", "rna")).toEqual(["GSK3B-S9", undefined]);
  expect(read("GSK3B-S9", "protein", false)).toEqual(["GSK3B-S9", undefined]);
});
