import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../../src/model/problem.ts";
import { makeProteinNames } from "../../../../../src/read/proteins/names/protein-names.ts";
import { settleGenes } from "../../../../../src/read/proteins/names/settle-genes.ts";
import type { GeneRow } from "../../../../../src/read/proteins/tables/gene-row.ts";

const accessions = new Map([
  ["P04626", ["ERBB2"]],
  ["J3QLU9", ["ERBB2"]],
  ["P01116", ["KRAS"]],
  ["P01111", ["NRAS"]],
  ["ENSG00000141736", ["ERBB2"]],
  ["NP_004439", ["ERBB2"]],
]);
const names = makeProteinNames({
  currentSymbol: (name) => (name === "HER2" || name === "ERBB2" ? "ERBB2" : null),
  aliasMeanings: (alias) => (alias === "MDR1" ? ["ABCB1", "TBC1D9"] : []),
  identifiers: {
    isSymbol: (name) => ["KRAS", "NRAS", "SRC", "AKT1", "AKT2", "AKT3"].includes(name),
    symbolsOf: (accession) => accessions.get(accession) ?? [],
  },
});

function settle(rows: readonly Partial<GeneRow>[], known: typeof names | null = names) {
  const problems: Problem[] = [];
  const { rows: settled, passedOver } = settleGenes(
    rows.map((row, index) => ({
      gene: "",
      line: index + 2,
      value: index,
      cohort: Float64Array.from([1]),
      ...row,
    })),
    { file: "t.tsv", names: known ?? undefined, report: (problem) => problems.push(problem) },
  );
  const messages = new Map(problems.map(({ code, message }) => [code, message]));
  const severities = new Map(problems.map(({ code, severity }) => [code, severity]));
  return { genes: settled.map(({ gene }) => gene), settled, passedOver, messages, severities };
}

describe("settleGenes", () => {
  it.each([
    ["HER2", "ERBB2"],
    ["P04626", "ERBB2"],
    ["P04626-2", "ERBB2"],
    ["sp|P04626|ERBB2_HUMAN", "ERBB2"],
    ["ENSG00000141736.14", "ERBB2"],
    ["NP_004439.2", "ERBB2"],
    ["KRAS", "KRAS"],
  ])("reads %s as %s", (gene, symbol) => {
    expect(settle([{ gene }]).genes).toEqual([symbol]);
  });

  it("reads the names of proteins in a table of genes, but those in capitals, which may be aliases of others", () => {
    const rows = ["c-Kit", "Akt", "K-Ras", "PR", "S6", "KRAS"].map((gene) => ({ gene }));
    expect(settle(rows).genes).toEqual(["KIT", "AKT1;AKT2;AKT3", "KRAS", "PR", "S6"]);
  });

  it("reads a group whose known accessions are of one gene as that gene, and says what it read", () => {
    const { settled, messages } = settle([{ accessions: "A0A024R4E5;P04626;P04626-3" }]);
    expect(settled[0]).toMatchObject({ gene: "ERBB2", name: "A0A024R4E5" });
    expect(messages.get("gene-renamed")).toBe("A0A024R4E5 read as ERBB2");
  });

  it("counts and names accessions that are not known beside those of one gene", () => {
    const { genes, messages } = settle([
      { gene: "P04626;A0A0B4J2D5" },
      { accessions: "P01116;H0Y9Z9" },
      { gene: "SRC", accessions: "A0A0B4J2D5" },
    ]);
    expect(genes).toEqual(["ERBB2", "KRAS", "SRC"]);
    expect(messages.get("accessions-passed-over")).toContain(': 2 ("A0A0B4J2D5", "H0Y9Z9")');
  });

  it("makes a row of several genes of one whose accessions or antibody are of another gene", () => {
    const antibody = true as const;
    const { settled, messages } = settle([
      { gene: "KRAS", accessions: "P01116;P01111" },
      { gene: "SRC", accessions: "P01111" },
      { gene: "ERBB2", binds: "KRAS", antibody },
      { gene: "AKT1", binds: "HER2", antibody },
      { gene: "AKT2", binds: "P01116", antibody, site: "S474" },
    ]);
    expect(settled.map(({ gene, group }) => [gene, group])).toEqual([
      ["KRAS;NRAS", ["KRAS", "NRAS"]],
      ["NRAS;SRC", ["NRAS", "SRC"]],
      ["ERBB2;KRAS", ["ERBB2", "KRAS"]],
      ["AKT1;ERBB2", ["AKT1", "ERBB2"]],
      ["AKT2;KRAS", ["AKT2", "KRAS"]],
    ]);
    expect(messages.get("gene-contradicted")).toContain(
      '5 ("KRAS beside P01111 of NRAS", "SRC beside P01111 of NRAS", "ERBB2 beside KRAS", "AKT1 beside HER2 of ERBB2", ',
    );
  });

  it("takes an antibody, an alias or an accession of the gene itself for one gene", () => {
    const antibody = true as const;
    const { settled, messages } = settle([
      { gene: "ERBB2", binds: "HER2", antibody },
      { gene: "AKT1", binds: "Akt", antibody },
      { gene: "KRAS", binds: "P01116", antibody },
      { gene: "NRAS", binds: "an unknown antibody", antibody },
      { gene: "SRC", binds: "XYZ", antibody, accessions: "P99999" },
    ]);
    expect(settled.map(({ gene, group }) => [gene, group])).toEqual(
      ["ERBB2", "AKT1", "KRAS", "NRAS", "SRC"].map((gene) => [gene, undefined]),
    );
    expect(messages.has("gene-contradicted")).toBe(false);
  });

  it("takes an alias of another gene behind the bar for no proof, and a locus without a symbol or a recent accession neither", () => {
    const { settled } = settle([{ gene: "AKT3", binds: "MDR1", antibody: true }]);
    expect(settled[0]).toMatchObject({ gene: "AKT3" });
    const loci = makeProteinNames({
      currentSymbol: () => null,
      identifiers: { isSymbol: (name) => name === "GUCA1A", symbolsOf: () => ["LOC118142757"] },
    });
    const { settled: own } = settle([{ gene: "GUCA1A", accessions: "P43080" }], loci);
    expect(own[0]?.gene).toBe("GUCA1A");
    const recent = makeProteinNames({
      currentSymbol: (name) => (name === "NUDT4B" ? name : null),
      identifiers: { isSymbol: () => false, symbolsOf: () => ["NUDT4"] },
    });
    const { settled: newer } = settle([{ gene: "NUDT4B", accessions: "A0A024RBG1" }], recent);
    expect(newer[0]?.gene).toBe("NUDT4B");
  });

  it("keeps a row of several genes by itself, in one order, and names them", () => {
    const { genes, settled, messages } = settle([
      { gene: "P01111;P01116" },
      { gene: "HER2;XYZ" },
      { gene: "P04626;HER2" },
    ]);
    expect(genes).toEqual(["KRAS;NRAS", "HER2;XYZ", "ERBB2"]);
    expect(settled.map(({ group }) => group)).toEqual([
      ["KRAS", "NRAS"],
      ["ERBB2", "XYZ"],
      undefined,
    ]);
    expect(messages.get("gene-ambiguous")).toContain("rows of several genes: 2");
  });

  it("says which genes an alias of several may mean, and gives its value to none of them", () => {
    const { genes, settled, messages } = settle([{ gene: "MDR1" }]);
    expect(genes).toEqual(["ABCB1;TBC1D9"]);
    // One protein, and nobody knows which: no row of both.
    expect(settled[0]?.group).toBeUndefined();
    expect(messages.get("gene-ambiguous")).toContain('"ABCB1;TBC1D9"');
  });

  it("asks the accessions where the stated gene is not known", () => {
    expect(settle([{ gene: "MCP-X", accessions: "P04626" }]).genes).toEqual(["ERBB2"]);
  });

  it("counts and names what nothing is known of", () => {
    const { genes, messages } = settle([
      { gene: "ERBB2" },
      ...["A", "B", "C", "D", "E", "F"].map((gene) => ({ gene })),
    ]);
    expect(genes).toContain("F");
    expect(messages.get("gene-not-resolved")).toBe(
      'rows whose name is no symbol, alias or accession of a known gene: 6 of 7 ("A", "B", "C", "D", "E", ...)',
    );
  });

  it("warns where most names are not known, as of a table of a laboratory's own names", () => {
    const own = [{ gene: "ERBB2_P04626" }, { gene: "KRAS_P01116" }, { gene: "SRC" }];
    expect(settle(own).severities.get("gene-not-resolved")).toBe("warning");
    const few = [{ gene: "ERBB2_P04626" }, { gene: "KRAS" }, { gene: "SRC" }];
    expect(settle(few).severities.get("gene-not-resolved")).toBe("notice");
  });

  it("keeps one row of a gene: measured most often, then most abundant, whatever the case has", () => {
    const cohort = (...values: number[]): Float64Array => Float64Array.from(values);
    const worse = { gene: "HER2", value: 99, cohort: cohort(9, Number.NaN) };
    const better = { gene: "P04626", value: 1, cohort: cohort(2, 2) };
    const best = { gene: "ENSG00000141736", value: 2, cohort: cohort(2, 3) };
    for (const rows of [
      [worse, better, best],
      [best, better, worse],
    ]) {
      const { settled, passedOver, messages } = settle(rows);
      expect(settled.map(({ value }) => value)).toEqual([2]);
      expect(passedOver).toBe(2);
      expect(messages.get("gene-groups")).toContain("genes with several rows");
    }
  });

  it("keeps the sites of a gene apart, and a site of two residues from each of them", () => {
    const { settled } = settle([
      { gene: "ERBB2" },
      { gene: "ERBB2", site: "Y1248" },
      { gene: "HER2", site: "Y1248 Y1249" },
    ]);
    expect(settled.map(({ gene, site }) => [gene, site])).toEqual([
      ["ERBB2", undefined],
      ["ERBB2", "Y1248"],
      ["ERBB2", "Y1248 Y1249"],
    ]);
  });

  it("reads antibodies and kinases by their own names, in a table that has one, and none elsewhere", () => {
    const array = [{ gene: "Src" }, { gene: "Akt" }, { gene: "HER2", antibody: true as const }];
    expect(settle(array).genes).toEqual(["SRC", "AKT1;AKT2;AKT3", "ERBB2"]);
    expect(settle([{ gene: "Src" }]).genes).toEqual(["Src"]);
    // The capitals of the kinase Srm are the symbol of another gene.
    expect(settle([{ gene: "Srm", antibody: true }]).genes).toEqual(["SRMS"]);
  });

  it("takes a member that is blank or missing for no gene", () => {
    const { genes, settled, messages } = settle([
      { gene: "KRAS;NA" },
      { gene: "HER2; ;n/a" },
      { gene: ";", accessions: "P01111" },
    ]);
    expect(genes).toEqual(["KRAS", "ERBB2", "NRAS"]);
    expect(settled.map(({ group }) => group)).toEqual([undefined, undefined, undefined]);
    expect(messages.has("gene-ambiguous")).toBe(false);
  });

  it("keeps the names of the file where nothing is there to look them up in", () => {
    const { genes, messages } = settle([{ gene: "HER2" }, { accessions: "P04626;Q1" }], null);
    expect(genes).toEqual(["HER2", "P04626"]);
    expect([...messages.keys()]).toEqual(["gene-not-named"]);
  });
});
