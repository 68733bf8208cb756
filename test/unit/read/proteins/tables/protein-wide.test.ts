import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";
import { proteinLong } from "../../../../../src/read/proteins/tables/protein-long.ts";
import {
  phosphositeMatrix,
  proteinWide,
  rppa,
} from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

const table = "gene,A,TUMOR,B\nERBB2,-0.5,4.25,0.5\nKIT,1,,NA\n";

describe("proteinWide", () => {
  it("takes the named column as the case and the others as its cohort", async () => {
    const read = await readProtein(proteinWide, table, { cohortName: "breast" });
    expect(read.table).toMatchObject({
      file: "t.csv",
      format: "protein-wide",
      molecule: "protein",
      sample: "TUMOR",
      cohortSamples: ["A", "B"],
      cohortName: "breast",
      scale: { name: "log2-ratio", decidedBy: "recognized: 4 values from -0.5 to 4.25" },
      counts: { read: 2, refused: 0 },
    });
    expect(rowsOf(read.table)).toEqual([
      ["ERBB2", 4.25, [-0.5, 0.5]],
      ["KIT", null, [1, Number.NaN]],
    ]);
    expect(read.table.rows.map((row) => row.line)).toEqual([2, 3]);
    expect(codesOf(read.problems)).toEqual([]);
  });

  it("hashes the stored bytes and reads gzip by its content", async () => {
    const zipped = gzipSync(table);
    const plain = await readProtein(proteinWide, table);
    const read = await readProtein(proteinWide, zipped);
    expect(rowsOf(read.table)).toEqual(rowsOf(plain.table));
    expect(read.table.digest.bytes).toBe(zipped.length);
    expect(plain.table.digest).toEqual({
      bytes: table.length,
      sha256: "5877ff466b7497ad3362541c1de8f88908a10e008c997990811ffe37f7b7c9c1",
    });
  });

  it("keeps the columns of samples that are named like numbers apart", async () => {
    const content = "gene,7,1\nERBB2,4.2,-4.2\n";
    expect(rowsOf((await readProtein(proteinWide, content, { sample: "7" })).table)).toEqual([
      ["ERBB2", 4.2, [-4.2]],
    ]);
    expect(rowsOf((await readProtein(proteinWide, content, { sample: "1" })).table)).toEqual([
      ["ERBB2", -4.2, [4.2]],
    ]);
  });

  it("refuses two quantities of each sample, which would be two samples", async () => {
    const content =
      "Gene\tTUMOR Intensity\tTUMOR MaxLFQ Intensity\tA Intensity\tA MaxLFQ Intensity\nERBB2\t900\t1024\t500\t512\n";
    expect(
      await refusalOf(proteinWide, content, { sample: "TUMOR MaxLFQ Intensity" }),
    ).toMatchObject({
      code: "sample-twice",
      message: expect.stringContaining('"TUMOR Intensity" and "TUMOR MaxLFQ Intensity" of "TUMOR"'),
    });
    const one = "Gene\tTUMOR MaxLFQ Intensity\tA MaxLFQ Intensity\nERBB2\t1024\t512\n";
    const { table: read } = await readProtein(proteinWide, one, {
      sample: "TUMOR MaxLFQ Intensity",
    });
    expect(rowsOf(read)).toEqual([["ERBB2", 10, [9]]]);
  });

  it("takes no number column that is an identifier for a sample", async () => {
    const content = "Hugo_Symbol\tEntrez_Gene_Id\tTUMOR\tB\nERBB2\t2064\t-1\t2\n";
    const { table: read, problems } = await readProtein(proteinWide, content);
    expect(read.cohortSamples).toEqual(["B"]);
    expect(codesOf(problems)).toEqual(["columns-passed-over"]);
  });

  it("takes no count of peptides and no mean of the samples for a sample, in whatever program's words", async () => {
    const facts = [
      "Peptides",
      "# PSMs",
      "Coverage [%]",
      "MW [kDa]",
      "N.Sequences",
      "adj.P.Val",
      "SD",
      "Sum PEP Score",
      "# Peptides (by Search Engine): Sequest HT",
      "Score Sequest HT: Sequest HT",
      "Exp. q-value: Combined",
    ];
    const content = `gene\t${facts.join("\t")}\tTUMOR\tB\nERBB2\t${facts.map(() => "4").join("\t")}\t21\t22\n`;
    const { table: read, problems } = await readProtein(proteinWide, content);
    expect(read.cohortSamples).toEqual(["B"]);
    expect(codesOf(problems)).toContain("columns-passed-over");
    const twice = "gene\tPeptides\tTUMOR\tB\nERBB2\t4\t21\t22\nERBB2\t5\t19\t22\n";
    await expect(readProtein(proteinWide, twice)).rejects.toMatchObject({
      problems: [{ code: "gene-twice" }],
    });
  });

  it("reads a proteome of the PDC: shared ratios only, no statistics, no facts of the gene", async () => {
    const header =
      "Gene\tT1 Log Ratio\tT1 Unshared Log Ratio\tB Log Ratio\tB Unshared Log Ratio\tNCBIGeneID\tAuthority\tDescription\tOrganism\tChromosome\tLocus";
    const rows = [
      "Mean\t0.1\t0.1\t0.2\t0.2\t\t\t\t\t\t",
      "Median\t0.1\t0.1\t0.2\t0.2\t\t\t\t\t\t",
      "StdDev\t1.1\t1.1\t1.2\t1.2\t\t\t\t\t\t",
      "ERBB2\t2.5\t2.4\t-0.5\t-0.4\t2064\tHGNC:3430\terb-b2\tHomo sapiens\t17\t17q12",
    ];
    const text = [header, ...rows, ""].join("\n");
    const read = await readProtein(proteinWide, text, { sample: "T1 Log Ratio" });
    expect(rowsOf(read.table)).toEqual([["ERBB2", 2.5, [-0.5]]]);
    expect(read.table.cohortSamples).toEqual(["B Log Ratio"]);
    expect(read.table.counts).toEqual({ read: 4, refused: 0, setAside: 3 });
    expect(read.problems.map(({ message }) => message).join("\n")).toContain(
      "ratios of unshared peptides (columns: 2) and rows of statistics (3) were passed over",
    );
  });

  it.each([
    [
      "Phosphosite\tTUMOR Log Ratio\tB Log Ratio\tPeptide\tGene\tOrganism",
      "NP_004439.2:y1248\t2\t0\tENPEyLG\tERBB2\tHomo sapiens",
    ],
    ["site\tTUMOR\tB", "ERBB2_Y1248\t2\t0"],
    ["gene\tsite\tTUMOR\tB", "ERBB2\tY1248\t2\t0"],
  ])("reads sites under the header %j", async (header, row) => {
    const text = `${header}\n${row}\n`;
    expect(phosphositeMatrix.detect(text)).toBe(true);
    const sample = header.includes("Ratio") ? "TUMOR Log Ratio" : "TUMOR";
    const { table: read } = await readProtein(phosphositeMatrix, text, { sample });
    expect(read.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: 2 }]);
  });

  it("refuses a table without the sample, naming both, as a mix-up of samples", async () => {
    const one = await refusalOf(proteinWide, "gene,OTHER\nERBB2,1\n");
    expect(one.kind).toBe("identity");
    expect(one.message).toBe('the table has no sample "TUMOR"; it has "OTHER"');
    const many = await refusalOf(proteinWide, "gene,S1,tumor,S3\nERBB2,1,2,3\n");
    expect(many.message).toBe('the table has no sample "TUMOR"; its 3 samples include "tumor"');
  });

  it("refuses two rows of one gene with different values, naming both lines", async () => {
    const content = "gene,TUMOR,B\nERBB2,12,3\nKIT,1,1\nERBB2,12,4\n";
    expect(await refusalOf(proteinWide, content)).toMatchObject({
      kind: "input",
      code: "gene-twice",
      message: 'gene "ERBB2" is there twice with different values: lines 2 and 4',
      where: { line: 4 },
    });
  });

  it("takes two accessions of one gene for two measurements, of which the one measured more often is read", async () => {
    const content =
      "gene_id\tgene_name\tTUMOR\tA\tB\nENSG1\tERBB2\t12\t11\t\nENSG2\tERBB2\t13\t10\t9\n";
    const { table: read, problems } = await readProtein(proteinWide, content);
    expect(rowsOf(read)).toEqual([["ERBB2", 13, [10, 9]]]);
    expect(read.counts).toEqual({ read: 2, refused: 0, setAside: 1 });
    expect(codesOf(problems)).toEqual(["columns-passed-over", "gene-groups"]);
  });

  it("keeps two equal rows of one gene once, with a notice", async () => {
    const content = "gene,TUMOR,B\nERBB2,12,NA\nERBB2,12.0,\n";
    const { table: read, problems } = await readProtein(proteinWide, content);
    expect(read.rows).toHaveLength(1);
    expect(read.counts).toEqual({ read: 1, refused: 0, setAside: 0 });
    expect(codesOf(problems)).toEqual(["gene-repeated"]);
  });

  it("refuses a row whose gene a spreadsheet made a date of, alone; strict refuses the table", async () => {
    const content = "gene,TUMOR\n9-Sep,1\nERBB2,-2\n";
    const { table: read, problems } = await readProtein(proteinWide, content);
    expect(read.rows.map((row) => row.gene)).toEqual(["ERBB2"]);
    expect(read.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
    expect(problems[0]).toMatchObject({
      code: "gene-is-date",
      severity: "error",
      message: 'gene "9-Sep" looks like a date made by a spreadsheet; SEPTIN9 was probably meant',
      where: { line: 2, column: 1 },
    });
    expect(await refusalOf(proteinWide, content, { strict: true })).toMatchObject({
      kind: "input",
      code: "gene-is-date",
    });
  });

  it("names the cell that is no number", async () => {
    expect(await refusalOf(proteinWide, "gene,TUMOR,B\nERBB2,1,<0.1\n")).toMatchObject({
      code: "not-a-number",
      message: '"<0.1" in column "B" is no number',
      where: { file: "t.csv", line: 2, column: 3 },
    });
  });

  it("reads a table that has a header and no row, and says so", async () => {
    const { table: read, problems } = await readProtein(proteinWide, "gene,TUMOR,B\n");
    expect(read.rows).toEqual([]);
    expect(codesOf(problems)).toEqual(["table-no-rows"]);
  });
});

describe("proteinWide and proteinLong tell tables apart", () => {
  it.each([
    ["wide", "gene,TUMOR\nERBB2,1\n"],
    ["none", "Composite.Element.REF\tS1\tS2\nACACA|ACC1\t1.36\tNA\n"],
    ["none", "gene,S1\nP04626_Y1248,1\n"],
    ["none", "gene,site,S1\nERBB2,Y1248,1\n"],
    ["none", "TargetID\tTPM\nERBB2\t1\n"],
    ["none", ",A_LFQ,A\nsp|P04626|ERBB2_HUMAN,1,2\n"],
    ["wide", "protein_id,S1\nP04626,1\n"],
    ["wide", "Genes\tS1\nERBB2\t1\n"],
    ["wide", "sample,ERBB2,EGFR\nTUMOR,1,2\n"],
    ["wide", '"","S1","S2"\n"ERBB2",0.5,-1\n'],
    ["wide", "SYMBOL;S1\nERBB2;1,5\n"],
    ["wide", "gene,TUMOR\nERBB2,<0.1\n"],
    ["wide", "gene,TUMOR\n"],
    ["long", "sample,gene,value\nTUMOR,ERBB2,1\n"],
    ["long", "Value\tSYMBOL\tTumor_Sample_Barcode\tcohort\n1\tERBB2\tT\tx\n"],
    ["long", "sample,gene,zscore\n"],
    ["none", "##fileformat=VCFv4.2\n#CHROM\tPOS\n"],
    ["none", "TUMOR,ERBB2,12.1,4.2\n"],
    ["none", "sample,gene\nTUMOR,ERBB2\n"],
    ["none", '"","subtype"\n"A0FJ","Basal"\n'],
    ["none", "Gene\tProtein ID\tOrganism\tS1\nERBB2\tP04626\tHomo sapiens\t3\n"],
    ["none", ""],
  ])("%s: %j", (expected, head) => {
    const found = [proteinWide, proteinLong].filter((reader) => reader.detect(head));
    expect(found.map((reader) => reader.id)).toEqual(
      expected === "none" ? [] : [`protein-${expected}`],
    );
  });
});

describe("a matrix whose first column is named sample", () => {
  const xena = "sample\tTUMOR\tA\nERBB2\t3\t1\nPTEN\t-2\t0\n";

  it("has genes in its rows where the case is a column, as UCSC Xena writes", async () => {
    const read = await readProtein(proteinWide, xena);
    expect(rowsOf(read.table)).toEqual([
      ["ERBB2", 3, [1]],
      ["PTEN", -2, [0]],
    ]);
  });

  it("has samples in its rows where the case is a row", async () => {
    const read = await readProtein(proteinWide, "sample\tERBB2\tPTEN\nTUMOR\t3\t-2\nA\t1\t0\n");
    expect(rowsOf(read.table)).toEqual([
      ["ERBB2", 3, [1]],
      ["PTEN", -2, [0]],
    ]);
  });

  it("tells as a reference by its names of genes and antibodies which way round it is", () => {
    const known = (name: string): string | null => (/^(?:ERBB2|PTEN)$/.test(name) ? name : null);
    const genes = makeProteinNames({ currentSymbol: known });
    expect(proteinWide.firstSample(xena, genes)).toBe("TUMOR");
    expect(proteinWide.firstSample("sample\tERBB2\tPTEN\nTUMOR\t3\t-2\n", genes)).toBe("TUMOR");
    expect(rppa.firstSample("sample\tTUMOR\tA\nHER2_pY1248\t3\t1\n")).toBe("TUMOR");
    const numbered = "sample\tERBB2\tPTEN\nPAT_S1\t3\t-2\nPAT_S2\t1\t0\n";
    expect(proteinWide.firstSample(numbered, genes)).toBe("PAT_S1");
  });
});

describe("a sample that a matrix with samples in rows does not have", () => {
  it("is answered with samples, and not with antibodies, whichever are more", async () => {
    const samples = ["S1", "S2", "S3", "S4", "S5"];
    const lines = [",Bax,EGFR_pY1068,HER2", ...samples.map((name) => `${name},0.1,-0.4,0.3`)];
    const refused = await refusalOf(rppa, lines.join("\n"), { sample: "S11" });
    expect(refused.message).toContain('its 5 samples include "S1"');
  });
});
