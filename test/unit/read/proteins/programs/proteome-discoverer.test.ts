/** Tables written by us in the form of Proteome Discoverer's exports. */
import { describe, expect, it } from "vitest";
import { proteomeDiscoverer } from "../../../../../src/read/proteins/programs/proteome-discoverer.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

type Cells = readonly (string | number)[];

/** Every cell quoted, as the program exports text. */
const quoted = (...rows: readonly Cells[]): string =>
  rows.map((each) => `${each.map((cell) => `"${cell}"`).join("\t")}\n`).join("");

const sample = "F1: Sample, P1";
const columns = [
  "Checked",
  "Protein FDR Confidence: Combined",
  "Master",
  "Accession",
  "Description",
  "# Peptides",
  "Contaminant",
  "Gene Symbol",
  "Abundance Ratio: (P1) / (P2)",
  "Abundances (Grouped): P1",
  "Abundances (Grouped) CV [%]: P1",
  "Abundances (Scaled): F1: Sample, P1",
  "Abundances (Scaled): F2: Sample, P2",
  "Abundances (Normalized): F1: Sample, P1",
  "Abundances (Normalized): F2: Sample, P2",
  "Abundance: F1: Sample, P1",
  "Abundance: F2: Sample, P2",
  "Abundances Count: F1: Sample, P1",
  "Found in Sample: [S1] F1: Sample, P1",
  "Found in Sample: [S2] F2: Sample, P2",
];

interface Told {
  readonly confidence?: string;
  readonly master?: string;
  readonly contaminant?: string;
  readonly found?: readonly [string, string];
}

function row(
  [accession, gene]: readonly [string, string],
  [own, other]: readonly [string | number, string | number],
  { confidence = "High", master = "IsMasterProtein", contaminant = "FALSE", found }: Told = {},
): Cells {
  const description = `A protein OS=Homo sapiens OX=9606 GN=${gene === "" ? "KIT" : gene} PE=1 SV=1`;
  const facts = ["FALSE", confidence, master, accession, description, 9, contaminant, gene];
  const abundances = [1.5, 7, 3, 120, 80, own, other, 7, 7, 3];
  return [...facts, ...abundances, ...(found ?? ["High", "Peak Found"])];
}

describe("proteomeDiscoverer", () => {
  it("reads normalized abundances of master proteins, the gene from the description where no column has it", async () => {
    const text = quoted(
      columns,
      row(["P04626", "ERBB2"], [1024, 512]),
      row(["P10721", ""], [256, ""]),
      row(["P00533", "EGFR"], [64, 64], { master: "IsMasterProteinCandidate" }),
      row(["P02768", "ALB"], [64, 64], { contaminant: "True" }),
      row(["P15056", "BRAF"], [64, 64], { confidence: "Medium" }),
      row(["P31749; P31751", "AKT1; AKT2"], [128, 64], { master: "Master Protein" }),
    );
    expect(readers.filter((reader) => reader.detect(text))).toEqual([proteomeDiscoverer]);
    expect(proteomeDiscoverer.firstSample(text)).toBe(sample);
    const { table, problems } = await readProtein(proteomeDiscoverer, text, { sample });
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 10, [9]],
      ["KIT", 8, [Number.NaN]],
      ["AKT1;AKT2", 7, [6]],
    ]);
    expect(table.cohortSamples).toEqual(["F2: Sample, P2"]);
    expect(table.counts).toEqual({ read: 6, refused: 0, setAside: 3 });
    const told = problems.map(({ message }) => message).join("\n");
    expect(told).toContain("values are the columns Abundances (Normalized)");
    expect(told).toContain(
      "(contaminant: 1, no master protein of its group: 1, protein FDR confidence below High: 1)",
    );
  });

  it("counts an abundance as missing in a sample that the program did not find the protein in", async () => {
    const text = quoted(
      columns,
      row(["P04626", "ERBB2"], [16, 512], { found: ["Not Found", "High"] }),
      row(["P10721", "KIT"], [1024, 512]),
    );
    const { table, problems } = await readProtein(proteomeDiscoverer, text, { sample });
    expect(rowsOf(table)[0]).toEqual(["ERBB2", null, [9]]);
    const told = problems.find(({ code }) => code === "values-put-in");
    expect(told?.message).toBe(
      "values that stand beside Not Found in the column Found in Sample: 1; they count as missing",
    );
  });

  it("reads headers made for R, and channels of TMT where nothing is normalized", async () => {
    const forR = quoted(
      ["Accession", "Gene Symbol", "Abundances Normalized F1 Sample P1", "Abundance F1 Sample P1"],
      ["P04626", "ERBB2", 1024, 5],
    );
    const read = await readProtein(proteomeDiscoverer, forR, { sample: "F1 Sample P1" });
    expect(rowsOf(read.table)).toEqual([["ERBB2", 10, []]]);
    const tmt = quoted(
      ["Accession", "Abundance: F1: 126, Control, Pool", "Abundance: F1: 127N, Sample, P1"],
      ["P04626", 512, 1024],
    );
    const { table } = await readProtein(proteomeDiscoverer, tmt, {
      sample: "F1: 127N, Sample, P1",
    });
    expect(rowsOf(table)).toEqual([["P04626", 10, [9]]]);
  });

  it("takes no table of a few columns for one with a sample for each quantity", () => {
    const text = quoted(
      ["Gene Symbol", "Abundances (Normalized): F1: Sample", "Abundance: F1: Sample"],
      ["ERBB2", 1024, 512],
    );
    const claiming = readers.filter(({ input, detect }) => input === "protein" && detect(text));
    expect(claiming).toEqual([proteomeDiscoverer]);
  });

  it("refuses peptides, and names the samples where the case is none of them", async () => {
    const peptides = quoted(
      ["Annotated Sequence", "Master Protein Accessions", "Abundance: F1: Sample, P1"],
      ["[K].AAA.[R]", "P04626", 1024],
    );
    expect(await refusalOf(proteomeDiscoverer, peptides, { sample })).toMatchObject({
      code: "table-not-read",
    });
    const text = quoted(columns, row(["P04626", "ERBB2"], [1024, 512]));
    expect(await refusalOf(proteomeDiscoverer, text, { sample: "P1" })).toMatchObject({
      kind: "identity",
      message: `the table has no sample "P1"; it has "F1: Sample, P1", "F2: Sample, P2"`,
    });
  });

  it("says nothing of values put in where none was", async () => {
    const text = quoted(columns, row(["P04626", "ERBB2"], [1024, 512]));
    const { problems } = await readProtein(proteomeDiscoverer, text, { sample });
    expect(codesOf(problems)).toEqual(["quantity-chosen", "scale-linear"]);
  });
});
