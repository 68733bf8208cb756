import { describe, expect, it, test } from "vitest";
import {
  findSiteColumn,
  noSite,
  readSite,
} from "../../../../../src/read/proteins/tables/site-columns.ts";
import { proteinLong } from "../../../../../src/read/proteins/tables/protein-long.ts";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";
import { recognizeMatrix } from "../../../../../src/read/proteins/tables/matrix-kind.ts";
import { proteinWide } from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein } from "../read-protein-text.ts";

function siteOf(columns: readonly string[], cells: readonly string[]) {
  const column = findSiteColumn(columns);
  return column === null ? null : readSite(column, cells, cells[0] ?? "");
}

describe("a column of sites", () => {
  test.each([
    ["psite", "S380", "S380"],
    ["phospho_site", "pTyr1248", "Y1248"],
    ["modified_residue", "pY1248", "Y1248"],
    ["site", "K747", "K747"],
    ["position", "1248", "1248"],
    ["aa_position", "1221;1248", "1221;1248"],
    ["position", "S380", "S380"],
    ["ptm", "pS380", "S380"],
    ["modification", "Y1248", "Y1248"],
  ])("%s with %s is of the site %s", (name, cell, site) => {
    expect(siteOf(["gene", name], ["ERBB2", cell])).toEqual({ site });
  });

  test.each([
    ["ptm", "Phospho (STY)"],
    ["modification", "Acetyl (K)"],
    ["modifications", "Carbamidomethyl [C5; C12]; Phospho [S473]"],
    ["modifications", "Acetyl [K120]"],
    ["modified_sequence", "_AAS[Phospho (STY)]PK_"],
    ["modified_sequence", "AAS[167]PK"],
  ])("%s with %s is of a form whose residue is not told", (name, cell) => {
    expect(siteOf(["gene", name], ["ERBB2", cell])).toEqual({ modified: true });
  });

  test.each([
    ["psite", ""],
    ["position", "55019017"],
    ["position", "A1"],
    ["ptm", "none"],
    ["ptm", "NA"],
    ["modification", "Carbamidomethyl (C)"],
    ["modifications", "Carbamidomethyl [C5; C12]; 2xOxidation [M1; M9]"],
    ["modifications", "Met-loss+Acetyl [N-Term]; Acetyl [N-Term]"],
    ["modified_sequence", "_AASPK_"],
  ])("%s with %s is of the protein", (name, cell) => {
    expect(siteOf(["gene", name], ["ERBB2", cell])).toBe(noSite);
  });

  test.each([
    ["site", "liver"],
    ["site", "C50.9"],
    ["site", "Site_D"],
    ["site", "NA"],
    ["site", "-"],
    ["phosphosite", "NA"],
    ["phosphosite", "total"],
    ["psite", "none"],
    ["site", "non-phospho"],
  ])("%s with %s is of the whole protein", (name, cell) => {
    expect(siteOf(["gene", name], ["ERBB2", cell])).toBe(noSite);
  });

  const ofSites = [
    "unknown phospho ? 1248 K747ac Y1248_1 k747 Lys-747 phosphoserine (Y1248)".split(" "),
    ["not localized", "Tyr 1248", "Tyrosine 1248", "HER2 S1248"],
  ].flat();
  test.each(ofSites)("site with %s is not of the whole protein", (cell) => {
    expect(siteOf(["gene", "site"], ["ERBB2", cell])).not.toBe(noSite);
  });

  it("joins a position with the residue beside it", () => {
    expect(siteOf(["amino_acid", "position"], ["Y", "1248"])).toEqual({ site: "Y1248" });
    expect(siteOf(["position", "residue"], ["1248", "Tyr"])).toEqual({ site: "Y1248" });
    expect(siteOf(["position", "residue"], ["1248", "pY1248"])).toEqual({ site: "Y1248" });
  });

  test.each(["biopsy_site", "value", "sample", "phospho"])("%s is none", (name) => {
    expect(findSiteColumn([name])).toBeNull();
  });
});

test.each(["psite", "modified_residue", "position", "PTM", "site"])(
  "a long table does not read the sites of a column %s as proteins",
  async (name) => {
    const content = `sample,gene,${name},value\nTUMOR,PTEN,S380,4\nA,PTEN,S380,5\nTUMOR,KIT,,4\nA,KIT,,5\n`;
    const { table } = await readProtein(proteinLong, content);
    expect(table.rows.map(({ gene, site }) => [gene, site])).toEqual([
      ["PTEN", "S380"],
      ["KIT", undefined],
    ]);
  },
);

describe("a column site that says where a biopsy was taken", () => {
  const names = makeProteinNames({
    currentSymbol: (name) => (["ERBB2", "KIT"].includes(name) ? name : null),
  });

  it("parts no samples and hides no protein", async () => {
    const content =
      "sample,site,gene,value\nTUMOR,liver,ERBB2,4\nA,breast,ERBB2,5\nTUMOR,liver,KIT,6\nA,breast,KIT,7\n";
    const { table } = await readProtein(proteinLong, content, { names });
    expect(table).toMatchObject({
      molecule: "protein",
      rows: [
        { gene: "ERBB2", value: 4, cohort: Float64Array.of(5) },
        { gene: "KIT", value: 6, cohort: Float64Array.of(7) },
      ],
    });
    expect(table.rows[0]?.site).toBeUndefined();
    const matrix = "gene,site,TUMOR,A\nERBB2,liver,20.5,20.1\n";
    expect(recognizeMatrix(matrix)?.kind).toBe("wide");
    expect((await readProtein(proteinWide, matrix)).table).toMatchObject({
      molecule: "protein",
      cohortSamples: ["A"],
    });
  });

  it("leaves the forms of a protein to the columns beside it", async () => {
    const content =
      "sample,site,gene,antibody,PTM,value\nTUMOR,liver,ERBB2,HER2,,4\nTUMOR,liver,ERBB2,pHER2,,5\nTUMOR,liver,KIT,CD117,Phospho,6\nTUMOR,NA,KIT,CD117,pY703,7\n";
    const withoutPtm = content.replaceAll(/,[^,]*(?=,[^,]*\n)/g, "");
    const { table } = await readProtein(proteinLong, content, { names });
    expect(table.rows.map(({ gene, site }) => [gene, site])).toContainEqual(["KIT", "Y703"]);
    expect(table.rows.map(({ gene, site }) => [gene, site])).not.toContainEqual(["KIT", undefined]);
    const byAntibody = (
      await readProtein(proteinLong, withoutPtm.split("\n").slice(0, 3).join("\n"), { names })
    ).table;
    expect(byAntibody.rows).toMatchObject([{ gene: "ERBB2", value: 4 }]);
    expect(byAntibody.counts.setAside).toBe(1);
  });
});

it("sets rows aside whose modification has no residue, however many there are of a gene", async () => {
  const long =
    "sample,gene,PTM,value\nTUMOR,PTEN,Phospho,4\nTUMOR,PTEN,Phospho,5\nTUMOR,PTEN,none,6\n";
  const { table, problems } = await readProtein(proteinLong, long);
  expect(table.rows).toMatchObject([{ gene: "PTEN", value: 6 }]);
  expect(table.counts.setAside).toBe(2);
  expect(codesOf(problems)).toContain("modified-not-located");
});

it("takes a position for no genomic one, of RNA for no site, and in a matrix for no sample", async () => {
  const rna = "sample,gene,position,tpm\nTUMOR,ERBB2,1248,3\nA,ERBB2,1248,5\n";
  expect((await readProtein(proteinLong, rna)).table.rows[0]?.site).toBeUndefined();
  const sites = "gene,position,TUMOR,A\nERBB2,1248,20.5,20.1\n";
  expect(recognizeMatrix(sites)?.kind).toBe("phosphosites");
  const { table } = await readProtein(proteinWide, sites);
  expect(table).toMatchObject({ molecule: "phosphosite", cohortSamples: ["A"] });
  const places = "gene,position,TUMOR,A\nERBB2,39700064,20.5,20.1\n";
  expect(recognizeMatrix(places)?.kind).toBe("wide");
  expect((await readProtein(proteinWide, places)).table.cohortSamples).toEqual(["A"]);
});

describe("a column that names the antibody or the protein beside its gene", () => {
  const names = makeProteinNames({
    currentSymbol: (name) => (["ERBB2", "KIT", "RPS6"].includes(name) ? name : null),
  });
  const rows = [
    ["ERBB2", "HER2"],
    ["ERBB2", "HER2_Y1248"],
    ["ERBB2", "pHER2"],
    ["ERBB2", "HER2_phospho"],
    ["RPS6", "S6"],
    ["KIT", "CD117"],
  ] as const;
  const expected = [
    ["ERBB2", undefined],
    ["ERBB2", "Y1248"],
    ["RPS6", undefined],
    ["KIT", undefined],
  ];

  it("tells its sites in a long table", async () => {
    const lines = rows.flatMap(([gene, antibody], index) => [
      `TUMOR,${gene},${antibody},${index}.5`,
      `A,${gene},${antibody},${index}.1`,
    ]);
    const content = `sample,gene,antibody,value\n${lines.join("\n")}\n`;
    const { table } = await readProtein(proteinLong, content, { names });
    expect(table.rows.map(({ gene, site }) => [gene, site])).toEqual(expected);
    expect(table.cohortSamples).toEqual(["A"]);
  });

  it("and in a matrix", async () => {
    const lines = rows.map(([gene, name], index) => `${gene},${name},${index}.5,${index}.1`);
    const content = `gene,protein_name,TUMOR,A\n${lines.join("\n")}\n`;
    const { table } = await readProtein(proteinWide, content, { names });
    expect(table.rows.map(({ gene, site }) => [gene, site])).toEqual(expected);
  });

  it("makes no second row of a gene whose names differ between samples", async () => {
    const content = "sample,gene,target,value\nTUMOR,KIT,left,1.5\nA,KIT,right,1.1\n";
    const { table } = await readProtein(proteinLong, content, { names });
    expect(table.rows).toMatchObject([{ gene: "KIT", value: 1.5, cohort: Float64Array.of(1.1) }]);
  });
});

test("rows of one site that the file names apart are no repeated name", async () => {
  const content = "gene,site,TUMOR,A\nERBB2,Y1248_1,20.5,20.1\nERBB2,Y1248_2,21.5,21.1\n";
  const { table } = await readProtein(proteinWide, content);
  expect(table.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: 21.5 }]);
});

test.each(["accession", "protein", "protein_id", "uniprot"])(
  "a column %s of accessions with residues names sites",
  async (name) => {
    const content = `gene,${name},TUMOR,A,B\nERBB2,NP_004439.2:y1248y,4,5,6\nERBB2,NP_004439.2,7,8,9\nKIT,NP_000213.1,4,5,6\n`;
    const { table } = await readProtein(proteinWide, content);
    expect(table.rows.map(({ gene, site }) => [gene, site])).toEqual([
      ["ERBB2", "Y1248"],
      ["ERBB2", undefined],
      ["KIT", undefined],
    ]);
  },
);

it("keeps apart the rows of the protein and of its forms in a long table", async () => {
  const forms = ["HER2", "P-HER2", "HER2 (p)", "1248", "GSTAENAEpYLR", "p95HER2"];
  const lines = forms.map((form, index) => `TUMOR,ERBB2,${form},${index + 4}`);
  const content = `sample,gene,antibody,value\n${lines.join("\n")}\n`;
  const names = makeProteinNames({
    currentSymbol: (name) => (name === "ERBB2" ? name : null),
  });
  const { table } = await readProtein(proteinLong, content, { names });
  expect(table.rows).toMatchObject([{ gene: "ERBB2", value: 4 }]);
  expect(table.counts.setAside).toBe(5);
});

it("reads the residues of an id in a long table", async () => {
  const content =
    "sample,gene,id,value\nTUMOR,ERBB2,NP_004439.2:y1248y,4\nA,ERBB2,NP_004439.2:y1248y,5\n";
  const { table } = await readProtein(proteinLong, content);
  expect(table).toMatchObject({
    molecule: "phosphosite",
    rows: [{ gene: "ERBB2", site: "Y1248" }],
  });
});

it("takes an id that only ends as a residue does for none", () => {
  expect(siteOf(["gene", "id"], ["KIT", "CASE_T1"])).toBe(noSite);
});
