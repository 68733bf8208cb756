/** GCT in the layouts of CPTAC's releases (1.3) and of GenePattern and GTEx (1.2); texts and numbers are ours. */
import { describe, expect, it } from "vitest";
import { gct } from "../../../../../src/read/proteins/programs/gct.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

type Cells = readonly (string | number)[];
const tsv = (...rows: readonly Cells[]): string =>
  rows.map((row) => `${row.join("\t")}\n`).join("");

/** Symbols and accessions as a knowledgebase would know them. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  ERBB2: ["ERBB2"],
  EGFR: ["EGFR"],
  ENSG00000141736: ["ERBB2"],
  DDR1: ["DDR1"],
};
const names = {
  genesOf: (name: string) => meanings[name.replace(/\.\d+$/u, "")] ?? [],
  isSymbol: (name: string) => meanings[name]?.[0] === name,
};

const siteColumns = [
  "id",
  "id.description",
  "geneSymbol",
  "Best_numActualVMSites_sty",
  "Best_numLocalizedVMsites_sty",
  "variableSites",
  "accession_number",
  "accession_numbers",
];
const na = (name: string, ...values: Cells): Cells => [
  name,
  ...siteColumns.slice(1).map(() => "na"),
  ...values,
];
const her2 = ["receptor GN=ERBB2", "ERBB2"];
const refSeq = ["NP_004439.2", "NP_004439.2|NP_001005862.1"];
const sites = tsv(
  ["#1.3"],
  [5, 3, 7, 2],
  [...siteColumns, "TUMOR", "A", "B"],
  na("Age", 51, 62, 70),
  na("Type", "Tumor", "NAT", "Tumor"),
  ["NP_004439.2_Y1248y _1_1_1248_1248", ...her2, 1, 1, "Y1248y ", ...refSeq, 2.5, -0.25, "NA"],
  ["NP_004439.2_S1054s _1_0_1051_1054", ...her2, 1, 0, "S1054s ", ...refSeq, 1, 0.5, 0.25],
  [
    "NP_004439.2_S1151s T1153t _2_2_1151_1153",
    ...her2,
    2,
    2,
    "S1151s T1153t ",
    ...refSeq,
    -1.5,
    -666,
    0,
  ],
  ["NP_004439.2_K1100k _1_1_1100_1100", ...her2, 1, 1, "K1100k ", ...refSeq, 1, 1, 1],
  [
    "NP_005219.2_T693t _1_1_693_693",
    " EGFR isoform a GN=EGFR",
    "10-Sep",
    1,
    1,
    "T693t ",
    "NP_005219.2",
    "",
    0.125,
    0.5,
    -0.5,
  ],
);

describe("gct", () => {
  it("reads phosphosites: residues, genes, missing values, and no fact of a sample as a value", async () => {
    const { table, problems } = await readProtein(gct, sites);
    expect(table.molecule).toBe("phosphosite");
    expect(table.rows.map(({ gene, site }) => `${gene} ${site ?? ""}`)).toEqual([
      "ERBB2 Y1248",
      "ERBB2 S1151 T1153",
      "EGFR T693",
    ]);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 2.5, [-0.25, NaN]],
      ["ERBB2", -1.5, [NaN, 0]],
      ["EGFR", 0.125, [0.5, -0.5]],
    ]);
    expect(table.cohortSamples).toEqual(["A", "B"]);
    expect(table.counts).toEqual({ read: 5, refused: 0, setAside: 2 });
    expect(table.scale.name).toBe("log2-ratio");
    expect(problems.find(({ code }) => code === "rows-set-aside")?.message).toContain(
      "(no phosphorylated residue: 1, site not localized: 1)",
    );
    expect(problems.find(({ code }) => code === "protein-table")?.message).toContain(
      "GCT 1.3; phosphosites: 3, reference samples: 2, scale: log2-ratio (recognized",
    );
  });

  it("says which rows were facts of samples, and that normal tissue counts as reference", async () => {
    const { problems } = await readProtein(gct, sites);
    expect(problems.find(({ code }) => code === "gct-facts")?.message).toBe(
      'rows that describe the samples were passed over: 2 ("Age", "Type")',
    );
    expect(problems.find(({ code }) => code === "normal-among-references")).toMatchObject({
      severity: "warning",
      message:
        'by its row "Type", 1 of 3 samples are normal tissue ("A"); without their roles in --cohort-meta they are references like the tumors',
      where: { line: 5 },
    });
  });

  it("reads a proteome by symbol, by accession where the symbol is missing, and lists what it has beside them", async () => {
    const text = tsv(
      ["#1.3", "", "", "", ""],
      [3, 2, 2, 0, ""],
      ["id", "geneSymbol", "accession_numbers", "TUMOR", "A"],
      ["NP_004439.2", "ERBB2", "NP_004439.2|NP_001005862.1", 3, 0.5],
      ["NP_005219.2", "NA", "ENSG00000141736.14", -1, 0.25],
      ["NP_000001.1", "", "", 1, 1],
    );
    const { table } = await readProtein(gct, text);
    expect(table.molecule).toBe("protein");
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 3, [0.5]],
      ["ENSG00000141736.14", -1, [0.25]],
      ["NP_000001.1", 1, [1]],
    ]);
    const named = await readProtein(gct, text, { names });
    // Both rows are of ERBB2 now; both are measured in the one reference sample, and 0.5 is the more abundant.
    expect(rowsOf(named.table)[0]).toEqual(["ERBB2", 3, [0.5]]);
    expect(named.table.counts).toEqual({ read: 3, refused: 0, setAside: 1 });
  });

  it("reads version 1.2 by Name, and by Description where only that is a gene", async () => {
    const text = tsv(
      ["#1.2"],
      ["3 2"],
      ["Name", "Description", "TUMOR", "A"],
      ["ENSG00000141736.13", "ERBB2", 900, 7.5],
      ["1007_s_at", "DDR1", 30, 40],
      ["EGFR", "epidermal growth factor receptor", 0, 5],
    );
    const { table, problems } = await readProtein(gct, text, {
      names,
      molecule: "rna",
      scale: "tpm",
    });
    expect(table.molecule).toBe("rna");
    // log2(x + 1): 901, 8.5, 31, 41, 1, 6.
    expect(rowsOf(table)).toEqual([
      ["ERBB2", Math.log2(901), [Math.log2(8.5)]],
      ["DDR1", Math.log2(31), [Math.log2(41)]],
      ["EGFR", 0, [Math.log2(6)]],
    ]);
    expect(codesOf(problems)).not.toContain("gct-facts");
  });

  it("is known by its first line, and by no other reader", () => {
    expect(readers.filter(({ detect }) => detect(sites)).map(({ id }) => id)).toEqual(["gct"]);
    expect(gct.detect("#1.4\n")).toBe(false);
  });

  const head = tsv(["id", "geneSymbol", "TUMOR", "A"]);
  const row = tsv(["NP_1.1", "ERBB2", 1, 2]);
  it.each([
    [
      "1\t2\t1",
      'holds 4 whole numbers (rows, samples, columns that describe rows and rows that describe samples), not "1 2 1"',
    ],
    ["1\t2\tone\t0", 'not "1 2 one 0"'],
    ["1\t2\t-1\t0", 'not "1 2 -1 0"'],
    [
      "1\t3\t1\t0",
      "there are 5 columns (the id, 1 that describe rows, 3 samples); the names have 4",
    ],
    ["2\t2\t1\t0", "there are 2 rows; the table has 1"],
    ["0\t2\t1\t0", "there are 0 rows; the table has 1"],
    ["1\t0\t3\t0", "the table has no sample"],
  ])("refuses sizes %j", async (sizes, text) => {
    const refusal = await refusalOf(gct, `#1.3\n${sizes}\n${head}${row}`);
    expect(refusal).toMatchObject({ kind: "input", code: "gct-sizes" });
    expect(refusal.message).toContain(text);
  });

  it("refuses a row of another length, a sample that is there twice, and a file that is cut", async () => {
    expect(await refusalOf(gct, `#1.3\n1\t2\t1\t0\n${head}NP_1.1\t1\t2\n`)).toMatchObject({
      code: "row-length",
      where: { line: 4 },
    });
    const twice = tsv(["id", "geneSymbol", "TUMOR", "TUMOR"]);
    expect((await refusalOf(gct, `#1.3\n1\t2\t1\t0\n${twice}${row}`)).code).toBe("sample-twice");
    expect((await refusalOf(gct, `#1.3\n1\t2\t1\t3\n${head}${row}`)).code).toBe("gct-cut");
  });

  it("names the samples that it has where the case is none of them", async () => {
    expect(await refusalOf(gct, sites, { sample: "C" })).toMatchObject({
      kind: "identity",
      code: "protein-sample-missing",
    });
  });

  it("refuses a table of another modification, which says nothing of how much protein there is", async () => {
    const text = tsv(
      ["#1.3"],
      [1, 2, 2, 0],
      ["id", "geneSymbol", "variableSites", "TUMOR", "A"],
      ["NP_004439.2_K747k _1_1_747_747", "ERBB2", "K747k ", 3, 0.5],
    );
    expect(await refusalOf(gct, text)).toMatchObject({
      code: "table-not-read",
      message:
        "rows that are no measurement of a phosphosite were set aside (no phosphorylated residue: 1)",
    });
    const bare = tsv(
      ["#1.3"],
      [1, 2, 0, 0],
      ["id", "TUMOR", "A"],
      ["NP_004439.2_K747k _1_1_747_747", 3, 0.5],
    );
    expect((await refusalOf(gct, bare)).code).toBe("table-not-read");
  });
});

it("reads a table of which every cell is quoted like the same without quotes", async () => {
  const bare = tsv(
    ["#1.3"],
    [2, 2, 1, 1],
    ["id", "geneSymbol", "S1", "S2"],
    ["Type", "na", "Tumor", "Tumor"],
    ["NP_004439.2", "ERBB2", 1.5, 0.25],
    ["NP_005219.2", "EGFR", "NA", -0.5],
  );
  const quoted = bare
    .split("\n")
    .map((line) => (line === "" ? "" : `"${line.replaceAll("\t", '"\t"')}"`))
    .join("\r\n");
  expect(gct.detect(quoted)).toBe(true);
  const [one, other] = await Promise.all(
    [bare, quoted].map((text) => readProtein(gct, text, { sample: "S1", names })),
  );
  expect(other?.table.rows).toEqual(one?.table.rows);
  expect(other?.table.rows).toHaveLength(2);
});

it("reads no antibody of a phosphorylated form as the protein of its gene", async () => {
  const ids = ["HER2", "pHER2", "Phospho-HER2", "HER2.pY1248"];
  const content = tsv(
    ["#1.3"],
    [ids.length, 2, 1, 0],
    ["id", "geneSymbol", "TUMOR", "A"],
    ...ids.map((id, index): Cells => [id, "ERBB2", index + 0.5, index - 0.25]),
  );
  const { table, problems } = await readProtein(gct, content, { names });
  expect(table.rows.map(({ gene, site, value }) => [gene, site, value])).toEqual([
    ["ERBB2", undefined, 0.5],
    ["ERBB2", "Y1248", 3.5],
  ]);
  expect(problems.map(({ code }) => code)).toContain("modified-not-located");
});
