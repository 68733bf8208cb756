import { describe, expect, it, test } from "vitest";
import {
  readRowName,
  readSiteCell,
  readSites,
} from "../../../../../src/read/proteins/names/protein-row-name.ts";

describe("readRowName", () => {
  test.each([
    ["EGFR_pY1068", { gene: "EGFR", site: "Y1068", antibody: true }],
    ["p90RSK_pT359_S363", { gene: "p90RSK", site: "T359 S363", antibody: true }],
    ["JNK_pT183_pT185", { gene: "JNK", site: "T183 T185", antibody: true }],
    ["ACACA ACACB|ACC_pS79", { gene: "ACACA;ACACB", site: "S79", antibody: true, binds: "ACC" }],
    ["PRKCA |PKC-alpha_pS657", { gene: "PRKCA", site: "S657", antibody: true, binds: "PKC-alpha" }],
    [
      "MAPK1 MAPK3|MAPK_PT202_Y204",
      { gene: "MAPK1;MAPK3", site: "T202 Y204", antibody: true, binds: "MAPK" },
    ],
    ["RPS6|S6", { gene: "RPS6", antibody: true, binds: "S6" }],
    ["RPS6|S6-R-V", { gene: "RPS6", antibody: true, binds: "S6" }],
    ["ACACA|ACC1", { gene: "ACACA", antibody: true, binds: "ACC1" }],
    ["NA|K-Ras", { gene: "K-Ras", antibody: true }],
    ["NA|4E-BP1_pT37", { gene: "4E-BP1", site: "T37", antibody: true }],
    ["NP_149131-S462s T469t ", { gene: "NP_149131", site: "S462 T469" }],
    ["NP_002492-S280s M286m ", { gene: "NP_002492", site: "S280" }],
    ["P04626_Y1248", { gene: "P04626", site: "Y1248" }],
    ["ERBB2:Y1248", { gene: "ERBB2", site: "Y1248" }],
    ["HER2_pY1248-R-V", { gene: "HER2", site: "Y1248", antibody: true }],
    ["ERBB2|HER2_pY1248-R-V", { gene: "ERBB2", site: "Y1248", antibody: true, binds: "HER2" }],
    ["ERBB2|HER2-M-V", { gene: "ERBB2", antibody: true, binds: "HER2" }],
    ["PTEN-R-V", { gene: "PTEN", antibody: true }],
    ["HER2_pY1248_Caution", { gene: "HER2", site: "Y1248", antibody: true }],
    ["GAPDH_Caution", { gene: "GAPDH", antibody: true }],
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

  test.each([
    ["ERBB2|HER2_Y1248", "Y1248", "HER2"],
    ["ERBB2|HER2.pY1248", "Y1248", "HER2"],
    ["ERBB2|HER2pY1248", "Y1248", "HER2"],
    ["ERBB2|HER2 pY1248", "Y1248", "HER2"],
    ["ERBB2|HER2_pTyr1248", "Y1248", "HER2"],
    ["ERBB2|Phospho-HER2 (Tyr1248)", "Y1248", "Phospho-HER2"],
    ["ERBB2|HER2 (phospho Y1248)", "Y1248", "HER2"],
    ["MET|c-Met (phospho Y1234/Y1235)", "Y1234 Y1235", "c-Met"],
    ["MET|Met_pY1234/1235", "Y1234 Y1235", "Met"],
    ["PTEN|PTEN.pS380", "S380", undefined],
    ["AKT1|pAkt-S473", "S473", "pAkt"],
    ["RPS6|S6_pS235_S236", "S235 S236", "S6"],
    ["RPS6|S6_pS240/244", "S240 S244", "S6"],
  ])("reads the residues of %s, however its antibody writes them", (cell, site, binds) => {
    expect(readRowName(cell)).toMatchObject({ site, antibody: true });
    expect(readRowName(cell).binds).toBe(binds);
  });

  test.each([
    ["EGFR.pY1068", { gene: "EGFR", site: "Y1068", antibody: true }],
    ["EGFR_Tyr1068", { gene: "EGFR", site: "Y1068" }],
    ["EGFR-p-Y1068", { gene: "EGFR", site: "Y1068", antibody: true }],
    ["Phospho-HER2 (Tyr1248)", { gene: "HER2", site: "Y1248", antibody: true }],
    ["p-Akt(S473)", { gene: "Akt", site: "S473", antibody: true }],
    ["EGFR;Y1068;", { gene: "EGFR", site: "Y1068" }],
    ["~EGFR;Y1068;Y1086;GSVQNPVYHNQPLNP", { gene: "EGFR", site: "Y1068 Y1086" }],
    ["P00533;EGFR;Y1068;GSVQNPVYHNQPLNP", { gene: "P00533;EGFR", site: "Y1068" }],
    ["ERBB2_Y1221;Y1248", { gene: "ERBB2", site: "Y1221 Y1248" }],
  ])("reads %s as a site", (cell, expected) => {
    expect(readRowName(cell)).toEqual(expected);
  });

  test.each([
    "ERBB2|Phospho-HER2",
    "ERBB2|phosphoHER2",
    "ERBB2|HER2_phospho",
    "ERBB2|HER2_p1248",
    "PARP1|cleaved PARP",
    "CASP7|Caspase-7_cleavedD198",
    "TUBA1A|Acetyl-a-Tubulin-Lys40",
    "phospho-EGFR",
    "EGFR_phospho",
  ])("marks %s as a form of the protein whose residue is not told", (cell) => {
    expect(readRowName(cell)).toMatchObject({ modified: true });
    expect(readRowName(cell).site).toBeUndefined();
  });

  test.each([
    ["RPS6|Ribosomal Protein S6", "RPS6"],
    ["RPS6KB1|p70 S6 Kinase", "RPS6KB1"],
    ["CCNT1|Cyclin T1", "CCNT1"],
    ["S100A4|S100", "S100A4"],
    ["PFKL|Phosphofructokinase", "PFKL"],
    ["PLCG1|Phospholipase C gamma", "PLCG1"],
    ["ACACA|Acetyl-CoA carboxylase", "ACACA"],
    ["ACSS2|Acetyl-coenzyme A synthetase", "ACSS2"],
    ["NAGK|N-acetyl-D-glucosamine kinase", "NAGK"],
    ["MGMT|Methylated-DNA--protein-cysteine methyltransferase", "MGMT"],
    ["PIK3CA|PI3K-p110-alpha", "PIK3CA"],
    ["CDH3|P-Cadherin", "CDH3"],
    ["TP53|p53", "TP53"],
    ["TYR|Tyr", "TYR"],
    ["EPCAM|KS1/4", "EPCAM"],
    ["PHOSPHO2-KLHL23", "PHOSPHO2-KLHL23"],
  ])("keeps %s for the protein", (cell, gene) => {
    const name = readRowName(cell);
    expect([name.gene, name.site, name.modified]).toEqual([gene, undefined, undefined]);
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
  ["y1248", "Y1248"],
  ["pSer473", "S473"],
  ["pY1248/1249", "Y1248 Y1249"],
  ["unknown", ""],
])("a cell of sites, %s, holds %s", (cell, sites) => {
  expect(readSiteCell(cell)).toBe(sites);
});

test.each([
  ["sp|P04626|ERBB2_HUMAN Y1248", "sp|P04626|ERBB2_HUMAN", "Y1248"],
  ["sp|P04626|ERBB2_HUMAN pY1248", "sp|P04626|ERBB2_HUMAN", "Y1248"],
  ["sp|P04626|ERBB2_HUMAN pY1221 pY1248", "sp|P04626|ERBB2_HUMAN", "Y1221 Y1248"],
  ["NP_004439.2:y1248y", "NP_004439.2", "Y1248"],
  ["NP_004439.2:s462st469t", "NP_004439.2", "S462 T469"],
  ["ERBB2|NP_004439.2:y1248y", "ERBB2", "Y1248"],
])("reads the site of %s", (cell, gene, site) => {
  expect(readRowName(cell)).toMatchObject({ gene, site });
});

test.each(["EGFR|K1188ac", "EGFR_K1188ac", "H3K27me3", "TP53|acK382", "PCNA|K164-ub"])(
  "%s is of a modified lysine",
  (cell) => {
    expect(readRowName(cell)).toMatchObject({ modified: true });
  },
);

it("leaves an entry of UniProt with a description as it stands", () => {
  const entry = "sp|P04626|ERBB2_HUMAN Receptor tyrosine-protein kinase erbB-2";
  expect(readRowName(entry)).toEqual({ gene: entry });
});
