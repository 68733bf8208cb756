import { describe, expect, it } from "vitest";
import { proteinLong } from "../../../../../src/read/proteins/tables/protein-long.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

describe("proteinLong", () => {
  it("gathers the samples of each gene; what has no row is missing", async () => {
    const content =
      "sample,gene,value\nA,ERBB2,-0.5\nTUMOR,ERBB2,4\nB,KIT,1\nTUMOR,KIT,NA\nA,MET,2\n";
    const { table, problems } = await readProtein(proteinLong, content);
    expect(table).toMatchObject({
      format: "protein-long",
      cohortSamples: ["A", "B"],
      cohortName: "other samples of t.csv",
      counts: { read: 3, refused: 0 },
    });
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 4, [-0.5, Number.NaN]],
      ["KIT", null, [Number.NaN, 1]],
      ["MET", null, [2, Number.NaN]],
    ]);
    expect(codesOf(problems)).toEqual([]);
  });

  it("gives a gene the line of the case's own row", async () => {
    const content = "sample,gene,value\nA,ERBB2,-0.5\nA,KIT,1\nTUMOR,ERBB2,4\n";
    const { table } = await readProtein(proteinLong, content);
    expect(table.rows.map(({ gene, line }) => [gene, line])).toEqual([
      ["ERBB2", 4],
      ["KIT", 3],
    ]);
  });

  it("knows its columns by other names and in any case and order", async () => {
    const content = "Role;Log2 Ratio;Hugo.Symbol;SAMPLE_ID\ncase;4;ERBB2;TUMOR\n";
    const { table } = await readProtein(proteinLong, content);
    expect(table.rows[0]).toMatchObject({ gene: "ERBB2", value: 4 });
    expect(table.scale).toEqual({ name: "log2-ratio", decidedBy: 'column "Log2 Ratio"' });
  });

  it("takes zscore for z, value before it, and zscore again where z is declared", async () => {
    const only = await readProtein(proteinLong, "sample,gene,zscore\nTUMOR,ERBB2,4\n");
    expect(only.table.scale).toEqual({ name: "z", decidedBy: 'column "zscore"' });
    const both = "sample,gene,value,zscore\nTUMOR,ERBB2,12,4\n";
    expect((await readProtein(proteinLong, both)).table.rows[0]?.value).toBe(12);
    const declared = await readProtein(proteinLong, both, { scale: "z" });
    expect(declared.table.rows[0]?.value).toBe(4);
  });

  it("takes a column of TPM for RNA, and a site beside the gene for a phosphosite", async () => {
    const rna = await readProtein(proteinLong, "sample,gene,TPM\nTUMOR,ERBB2,3\nTUMOR,KIT,0\n");
    expect(rna.table).toMatchObject({ molecule: "rna", scale: { name: "log2-tpm" } });
    expect(rowsOf(rna.table)).toEqual([
      ["ERBB2", 2, []],
      ["KIT", 0, []],
    ]);
    const sites = "sample,gene,site,log2_ratio\nTUMOR,ERBB2,pY1248,1\nTUMOR,ERBB2,pS1054,2\n";
    const { table } = await readProtein(proteinLong, sites);
    expect(table.molecule).toBe("phosphosite");
    expect(table.rows.map(({ site, value }) => [site, value])).toEqual([
      ["Y1248", 1],
      ["S1054", 2],
    ]);
  });

  it("refuses a declared scale that the column's name denies", async () => {
    const content = "sample,gene,zscore\nTUMOR,ERBB2,4\n";
    expect(await refusalOf(proteinLong, content, { scale: "log2-ratio" })).toMatchObject({
      kind: "usage",
      code: "scale-conflict",
    });
  });

  it("refuses a table of other samples, naming both, whatever the case of the letters", async () => {
    const content = "sample,gene,value\ntumor,ERBB2,4\n";
    expect(await refusalOf(proteinLong, content)).toMatchObject({
      kind: "identity",
      message: 'the table has no sample "TUMOR"; it has "tumor"',
    });
  });

  it("refuses two different values of one gene in one sample, naming both lines", async () => {
    const content = "sample,gene,value\nTUMOR,ERBB2,12.1\nA,ERBB2,3\nTUMOR,ERBB2,1.0\n";
    expect(await refusalOf(proteinLong, content)).toMatchObject({
      code: "gene-twice",
      message:
        'gene "ERBB2" is there twice for sample "TUMOR" with different values: lines 2 and 4',
    });
  });

  it("keeps one of two equal values, with a notice", async () => {
    const content = "sample,gene,value\nTUMOR,ERBB2,12.1\nTUMOR,ERBB2,12.10\n";
    const { table, problems } = await readProtein(proteinLong, content);
    expect(rowsOf(table)).toEqual([["ERBB2", 12.1, []]]);
    expect(codesOf(problems)).toEqual(["gene-repeated"]);
  });

  it("refuses a row without a sample alone, and says once what is odd about a gene", async () => {
    const content = "sample,gene,value\n ,ERBB2,1\nTUMOR,5728,12\nA,5728,11\n";
    const { table, problems } = await readProtein(proteinLong, content);
    expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
    expect(codesOf(problems)).toEqual(["sample-missing", "gene-is-number"]);
  });

  it("refuses a table of which no row can be read", async () => {
    expect(await refusalOf(proteinLong, "sample,gene,value\nTUMOR,2-Sep,1\n")).toMatchObject({
      code: "table-no-rows",
    });
  });
});
