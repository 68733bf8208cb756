import { describe, expect, it } from "vitest";
import { packIdentifiers } from "../../../../../src/knowledgebase/import/reference/pack-identifiers.ts";
import { Refusal } from "../../../../../src/model/refusal.ts";
import { openGeneIdentifiers } from "../../../../../src/read/proteins/names/gene-identifiers.ts";

const maneSummary = [
  "#NCBI_GeneID\tEnsembl_Gene\tHGNC_ID\tsymbol\tname\tRefSeq_nuc\tRefSeq_prot\tEnsembl_nuc\tEnsembl_prot",
  "GeneID:2064\tENSG00000141736.14\tHGNC:3430\tERBB2\tx\tNM_004448.4\tNP_004439.2\tENST1.1\tENSP00000269571.4",
  "GeneID:10432\tENSG00000239306.5\tHGNC:1\tRBM14\tx\tNM_006328.4\tNP_006319.1\tENST2.1\tENSP00000311747.1",
  "",
].join("\n");
const accessions = [
  "entrez\tsymbol\taccession",
  "2064\tERBB2\tP04626",
  "2064\tERBB2\tNP_001005862",
  "10432\tRBM14\tQ96PK6",
  "10432\tRBM14\tNP_001185766",
  "100526737\tRBM14-RBM4\tQ96PK6",
  "100526737\tRBM14-RBM4\tENSG00000248643",
  "3303\tHSPA1A\tP0DMV8",
  "3304\tHSPA1B\tP0DMV8",
  "",
].join("\n");

const packed = packIdentifiers(
  { maneSummary, accessions },
  { complete: new Set(["ERBB2"]), sources: [] },
);

describe("the file of accessions", () => {
  const { isSymbol, symbolsOf } = openGeneIdentifiers(packed, "gene-identifiers.txt");

  it.each([
    ["P04626", ["ERBB2"]],
    ["ENSG00000141736", ["ERBB2"]],
    ["ENSP00000269571", ["ERBB2"]],
    ["NP_004439", ["ERBB2"]],
    ["NP_001005862", ["ERBB2"]],
    ["NP_006319", ["RBM14"]],
    // Not of MANE, and not of a gene that is given completely.
    ["NP_001185766", []],
    // The readthrough has the protein of the single gene.
    ["Q96PK6", ["RBM14"]],
    ["ENSG00000248643", ["RBM14-RBM4"]],
    ["P0DMV8", ["HSPA1A", "HSPA1B"]],
    ["constructor", []],
  ])("gives %s as %j", (accession, symbols) => {
    expect(symbolsOf(accession)).toEqual(symbols);
  });

  it("knows symbols, and nothing else as one", () => {
    expect(isSymbol("ERBB2")).toBe(true);
    expect(isSymbol("P04626")).toBe(false);
    expect(isSymbol("__proto__")).toBe(false);
  });

  it("is the same for the tables in any order of rows", () => {
    const [head = "", ...rows] = accessions.trim().split("\n");
    const turned = [head, ...rows.toReversed(), ""].join("\n");
    const again = packIdentifiers(
      { maneSummary, accessions: turned },
      { complete: new Set(["ERBB2"]), sources: [] },
    );
    expect(again).toBe(packed);
  });

  it("refuses a body that is not the one that was hashed", () => {
    const changed = openGeneIdentifiers(packed.replace("P04626", "P04627"), "ids.txt");
    expect(() => changed.isSymbol("ERBB2")).toThrow(Refusal);
  });
});
