import { describe, expect, it, test } from "vitest";
import { readRowName, readSiteCell, readSites } from "../../../src/read/protein-row-name.ts";

describe("readRowName", () => {
  test.each([
    ["EGFR_pY1068", { gene: "EGFR", site: "Y1068", antibody: true }],
    ["p90RSK_pT359_S363", { gene: "p90RSK", site: "T359 S363", antibody: true }],
    ["JNK_pT183_pT185", { gene: "JNK", site: "T183 T185", antibody: true }],
    ["ACACA ACACB|ACC_pS79", { gene: "ACACA;ACACB", site: "S79", antibody: true }],
    ["PRKCA |PKC-alpha_pS657", { gene: "PRKCA", site: "S657", antibody: true }],
    ["MAPK1 MAPK3|MAPK_PT202_Y204", { gene: "MAPK1;MAPK3", site: "T202 Y204", antibody: true }],
    ["RPS6|S6", { gene: "RPS6", antibody: true }],
    ["RPS6|S6-R-V", { gene: "RPS6", antibody: true }],
    ["ACACA|ACC1", { gene: "ACACA", antibody: true }],
    ["NA|K-Ras", { gene: "K-Ras", antibody: true }],
    ["NA|4E-BP1_pT37", { gene: "4E-BP1", site: "T37", antibody: true }],
    ["NP_149131-S462s T469t ", { gene: "NP_149131", site: "S462 T469" }],
    ["NP_002492-S280s M286m ", { gene: "NP_002492", site: "S280" }],
    ["P04626_Y1248", { gene: "P04626", site: "Y1248" }],
    ["ERBB2:Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["HER2_pY1248-R-V", { gene: "HER2", site: "Y1248", antibody: true }],
    ["ERBB2|HER2_pY1248-R-V", { gene: "ERBB2", site: "Y1248", antibody: true }],
    ["ERBB2|HER2-M-V", { gene: "ERBB2", antibody: true }],
    ["PTEN-R-V", { gene: "PTEN", antibody: true }],
    ["sp|P04626|ERBB2_HUMAN_Y1248", { gene: "sp|P04626|ERBB2_HUMAN", site: "Y1248" }],
    ["sp|P04626|ERBB2_HUMAN:Y1221;Y1248", { gene: "sp|P04626|ERBB2_HUMAN", site: "Y1221 Y1248" }],
    ["P04626|Y1248", { gene: "P04626", site: "Y1248" }],
    ["ERBB2|P04626|Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["ERBB2:NP_004439.2:Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["NP_004439.2:s1054t1058", { gene: "NP_004439.2", site: "S1054 T1058" }],
    ["NP_004439.2_Y1248y_1_1_1248_1248", { gene: "NP_004439.2", site: "Y1248" }],
    ["NP_149131.2_S462s T469t _2_2_462_469", { gene: "NP_149131.2", site: "S462 T469" }],
    ["ERBB2(Y1248)", { gene: "ERBB2", site: "Y1248" }],
    ["ERBB2 pY1248", { gene: "ERBB2", site: "Y1248" }],
    ["ERBB2-Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["HER2-pY1248", { gene: "HER2", site: "Y1248", antibody: true }],
    ["HLA-A-pS359", { gene: "HLA-A", site: "S359", antibody: true }],
    ["EGFR-pY1068-R-V", { gene: "EGFR", site: "Y1068", antibody: true }],
    ["AKT1-S473-T308", { gene: "AKT1", site: "S473 T308" }],
    ["HLA-A-S359", { gene: "HLA-A", site: "S359" }],
    ["MAPK1-T185Y187", { gene: "MAPK1", site: "T185 Y187" }],
    ["P04626-2-Y1248", { gene: "P04626-2", site: "Y1248" }],
    ["ERBB2_P04626_Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["ERBB2_NP_004439.2_Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["MAPK1_P28482_T185Y187", { gene: "MAPK1", site: "T185 Y187" }],
    ["ERBB2 p-Y1248", { gene: "ERBB2", site: "Y1248" }],
    [
      "ENSG00000141736.14|ENSP00000269571.4|S1054T1058|AGGmVHHRHR|2",
      { gene: "ENSG00000141736.14", site: "S1054 T1058" },
    ],
  ])("reads %s", (cell, expected) => {
    expect(readRowName(cell)).toEqual(expected);
  });

  test.each([
    "ERBB2",
    "NKX2-5",
    "HLA-A",
    "H2-K1",
    "TRA-T1",
    "MT-ND1",
    "ERVK3-1",
    "sp|P04626|ERBB2_HUMAN",
    "Caspase-7_cleavedD198",
    "AMPK_alpha",
    "PALM2-AKAP2",
    "a|b|c",
    "Protein S100",
    "sp|Q9Y2X8|UB2D4_HUMAN",
    "GENE_1_2_3_4",
    "NKX6-1",
    "ERBB2_P04626_K747",
    "A_B_Y12B",
    "NP_004439.2_K747k",
    "NP_004439-K747k",
    "NP_004439.2:M774m",
  ])("finds no site in %s", (cell) => {
    expect(readRowName(cell).site).toBeUndefined();
    expect(readRowName(cell).gene).toBe(cell);
  });

  it("takes a name of hostile length as it stands, at once", () => {
    const name = "_pS1".repeat(50_000);
    expect(readRowName(name)).toEqual({ gene: name });
  });
});

describe("readSites", () => {
  it("keeps phosphorylated residues in their order, and no other modification", () => {
    expect(readSites("M1432m S1436s T1440t")).toBe("S1436 T1440");
    expect(readSites("C895c")).toBe("");
  });
});

test.each([
  ["Y1248", "Y1248"],
  ["pS462_pT469", "S462 T469"],
  ["S462_T469", "S462 T469"],
  ["Y1248_1", "Y1248"],
  ["S100A4_S56", "S56"],
  ["NP_004439.2:y1248", "Y1248"],
  ["unknown", ""],
])("a cell of sites, %s, holds %s", (cell, sites) => {
  expect(readSiteCell(cell)).toBe(sites);
});
