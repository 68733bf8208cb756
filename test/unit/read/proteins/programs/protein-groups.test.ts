import { describe, expect, it, test } from "vitest";
import { diannMatrix } from "../../../../../src/read/proteins/programs/diann-matrix.ts";
import { fragpipe } from "../../../../../src/read/proteins/programs/fragpipe.ts";
import { maxquant } from "../../../../../src/read/proteins/programs/maxquant.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

/** A table from its columns and rows. */
function tsv(...rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}

const maxquantColumns = [
  "Protein IDs",
  "Majority protein IDs",
  "Gene names",
  "Intensity",
  "Intensity TUMOR",
  "Intensity A",
  "LFQ intensity TUMOR",
  "LFQ intensity A",
  "Only identified by site",
  "Reverse",
  "Potential contaminant",
] as const;

function maxquantRow(ids: string, gene: string, lfq: readonly number[], marks = ["", "", ""]) {
  return [ids, ids, gene, 9, 5, 4, ...lfq, ...marks];
}

describe("maxquant", () => {
  it("reads LFQ intensities as log2, zero as missing", async () => {
    const table = tsv(
      maxquantColumns,
      maxquantRow("P04626", "ERBB2", [1024, 512]),
      maxquantRow("P10721", "KIT", [0, 256]),
    );
    const { table: read } = await readProtein(maxquant, table);
    expect(read).toMatchObject({
      format: "maxquant",
      cohortSamples: ["A"],
      counts: { read: 2, refused: 0, setAside: 0 },
    });
    expect(read.scale.name).toBe("log2-intensity");
    expect(rowsOf(read)).toEqual([
      ["ERBB2", 10, [9]],
      ["KIT", null, [8]],
    ]);
  });

  it("reads a table from which Protein IDs was left out", async () => {
    const table = tsv(
      ["Majority protein IDs", "Gene names", "LFQ intensity TUMOR"],
      ["P04626", "ERBB2", 1024],
    );
    expect(maxquant.detect(table)).toBe(true);
    expect(rowsOf((await readProtein(maxquant, table)).table)).toEqual([["ERBB2", 10, []]]);
  });

  it("reads genes and LFQ intensities alone, and no peptides", async () => {
    const genes = tsv(["Gene names", "LFQ intensity TUMOR"], ["ERBB2", 1024]);
    expect(readers.filter((reader) => reader.detect(genes))).toEqual([maxquant]);
    expect(rowsOf((await readProtein(maxquant, genes)).table)).toEqual([["ERBB2", 10, []]]);
    expect(
      maxquant.detect(tsv(["Sequence", "Gene names", "LFQ intensity A"], ["AA", "ERBB2", 1])),
    ).toBe(false);
  });

  it("refuses isobaric labels, of which an intensity is the sum of a plex", async () => {
    const table = tsv(
      ["Majority protein IDs", "Intensity TUMOR", "Reporter intensity corrected 1 TUMOR"],
      ["P04626", 1024, 100],
    );
    expect(await refusalOf(maxquant, table)).toMatchObject({ code: "table-not-read" });
  });

  it("reads plain intensities where no sample has LFQ ones, and never the sum over samples", async () => {
    const table = tsv(
      ["Protein IDs", "Majority protein IDs", "Gene names", "Intensity", "Intensity TUMOR"],
      ["P04626", "P04626", "ERBB2", 4096, 1024],
    );
    const { table: read, problems } = await readProtein(maxquant, table);
    expect(rowsOf(read)).toEqual([["ERBB2", 10, []]]);
    expect(problems.map(({ message }) => message)).toContain("values are the columns Intensity");
  });

  it("sets reverse hits, contaminants and rows of a modified site alone aside, and counts them", async () => {
    const table = tsv(
      maxquantColumns,
      maxquantRow("P04626", "ERBB2", [1024, 512]),
      maxquantRow("REV__P1", "", [1024, 512], ["", "+", ""]),
      maxquantRow("CON__P2", "KRT1", [1024, 512], ["", "", "+"]),
      maxquantRow("P3", "KIT", [1024, 512], ["+", "", ""]),
    );
    const { table: read, problems } = await readProtein(maxquant, table);
    expect(read.rows.map(({ gene }) => gene)).toEqual(["ERBB2"]);
    expect(read.counts).toEqual({ read: 4, refused: 0, setAside: 3 });
    expect(problems.find(({ code }) => code === "rows-set-aside")?.message).toContain(
      "(contaminant: 1, only identified by a modified site: 1, reverse hit: 1)",
    );
  });

  it("gives the value of a group of several genes to none of them", async () => {
    const table = tsv(
      maxquantColumns,
      maxquantRow("P01116;P01111", "KRAS;NRAS", [1024, 512]),
      maxquantRow("P04626;P04626-2", "ERBB2;ERBB2", [1024, 512]),
    );
    const { table: read, problems } = await readProtein(maxquant, table);
    expect(read.rows.map(({ gene }) => gene)).toEqual(["KRAS;NRAS", "ERBB2"]);
    expect(codesOf(problems)).toContain("gene-ambiguous");
  });

  it("names a group without genes by its first accession, and says that no gene will be found", async () => {
    const table = tsv(maxquantColumns, maxquantRow("P04626;Q1", "", [1024, 512]));
    const { table: read, problems } = await readProtein(maxquant, table);
    expect(read.rows.map(({ gene }) => gene)).toEqual(["P04626"]);
    expect(problems.find(({ code }) => code === "gene-not-named")?.severity).toBe("warning");
  });

  test.each([
    [
      "measured in more reference samples",
      [
        [8, 256, 0],
        [4096, 2, 2],
      ],
    ],
    [
      "more abundant in the reference samples",
      [
        [4096, 1, 1],
        [2, 512, 512],
      ],
    ],
  ] as const)(
    "of two groups of one gene the one %s is read, whatever the case has",
    async (_, [worse, better]) => {
      const columns = [
        ...maxquantColumns.slice(0, 3),
        "LFQ intensity TUMOR",
        "LFQ intensity A",
        "LFQ intensity B",
      ];
      const first = ["P1", "P1", "ERBB2", ...worse];
      const second = ["P2", "P2", "ERBB2", ...better];
      for (const rows of [
        [first, second],
        [second, first],
      ]) {
        const { table: read, problems } = await readProtein(maxquant, tsv(columns, ...rows));
        expect(read.rows.map(({ value }) => value)).toEqual([Math.log2(better[0])]);
        expect(read.counts).toEqual({ read: 2, refused: 0, setAside: 1 });
        expect(codesOf(problems)).toContain("gene-groups");
      }
    },
  );

  it("refuses labeled samples with a sentence", async () => {
    const columns = [...maxquantColumns, "Ratio H/L TUMOR"];
    const refusal = await refusalOf(
      maxquant,
      tsv(
        columns,
        columns.map(() => "1"),
      ),
    );
    expect(refusal).toMatchObject({ kind: "input", code: "table-not-read" });
    expect(refusal.message).toContain("SILAC");
  });

  it("refuses a table that has no quantity for each sample", async () => {
    const columns = ["Protein IDs", "Majority protein IDs", "Intensity"];
    const refusal = await refusalOf(maxquant, tsv(columns, ["P1", "P1", "5"]));
    expect(refusal).toMatchObject({ kind: "input", code: "columns-missing" });
  });

  it("refuses a table without the sample, naming those it has", async () => {
    const table = tsv(maxquantColumns, maxquantRow("P04626", "ERBB2", [1024, 512]));
    const refusal = await refusalOf(maxquant, table, { sample: "TUMOUR" });
    expect(refusal).toMatchObject({ kind: "identity", code: "protein-sample-missing" });
    expect(refusal.message).toContain('"TUMOR"');
  });
});

describe("diannMatrix", () => {
  const columns = [
    "Protein.Group",
    "Protein.Names",
    "Genes",
    "First.Protein.Description",
    "A",
    "TUMOR",
    "B",
  ];

  it("takes the columns after the description as runs; an empty cell is missing", async () => {
    const table = tsv(columns, ["P04626", "ERBB2_HUMAN", "ERBB2", "Receptor", 512, 4096, ""]);
    const { table: read } = await readProtein(diannMatrix, table);
    expect(rowsOf(read)).toEqual([["ERBB2", 12, [9, Number.NaN]]]);
    expect(read.cohortSamples).toEqual(["A", "B"]);
  });

  it("fills rows up that lost the empty cells at their end, and says how many", async () => {
    const table = tsv(
      columns,
      ["P04626", "ERBB2_HUMAN", "ERBB2", "Receptor", 512, 4096],
      ["P10721", "KIT_HUMAN", "KIT", "Receptor", 256],
    );
    const { table: read, problems } = await readProtein(diannMatrix, table);
    expect(rowsOf(read)).toEqual([
      ["ERBB2", 12, [9, Number.NaN]],
      ["KIT", null, [8, Number.NaN]],
    ]);
    expect(problems.find(({ code }) => code === "row-filled")?.count).toBe(2);
  });

  it("refuses a short row that ends with an empty cell: its cells are not those of the columns", async () => {
    const table = tsv(columns, ["P04626", "ERBB2_HUMAN", "ERBB2", "Receptor", 512, ""]);
    expect(await refusalOf(diannMatrix, table)).toMatchObject({ code: "row-length" });
  });

  it("is not a report, which has a row for each precursor", () => {
    expect(diannMatrix.detect(tsv([...columns, "Precursor.Id"]))).toBe(false);
    expect(diannMatrix.detect(tsv(columns))).toBe(true);
  });
});

describe("fragpipe", () => {
  const fixed = ["Protein", "Protein ID", "Entry Name", "Gene"] as const;
  const row = (protein: string, gene: string, ...values: number[]) => [
    protein,
    "P0",
    "X_HUMAN",
    gene,
    ...values,
  ];

  it("prefers MaxLFQ intensities to others of the same sample", async () => {
    const columns = [
      ...fixed,
      "TUMOR Spectral Count",
      "TUMOR Intensity",
      "TUMOR MaxLFQ Intensity",
      "A MaxLFQ Intensity",
    ];
    const { table: read } = await readProtein(
      fragpipe,
      tsv(columns, row("sp|P0", "ERBB2", 3, 99, 1024, 512)),
    );
    expect(rowsOf(read)).toEqual([["ERBB2", 10, [9]]]);
  });

  it("takes no total, unique or combined intensity for a sample's", async () => {
    const columns = [
      ...fixed,
      "Combined Intensity",
      "TUMOR Unique Intensity",
      "TUMOR Total Intensity",
      "TUMOR Intensity",
    ];
    const { table: read } = await readProtein(
      fragpipe,
      tsv(columns, row("sp|P0", "ERBB2", 1, 2, 3, 1024)),
    );
    expect(rowsOf(read)).toEqual([["ERBB2", 10, []]]);
  });

  it("sets decoys and contaminants aside by their names", async () => {
    const columns = [...fixed, "TUMOR Intensity"];
    const table = tsv(
      columns,
      row("sp|P0", "ERBB2", 1024),
      row("rev_sp|P0", "ERBB2", 8),
      row("contam_sp|P1", "KRT1", 8),
    );
    const { table: read } = await readProtein(fragpipe, table);
    expect(rowsOf(read)).toEqual([["ERBB2", 10, []]]);
    expect(read.counts.setAside).toBe(2);
  });
});

test.each([
  ["maxquant", tsv(maxquantColumns, maxquantRow("P04626", "ERBB2", [1024, 512]))],
  ["diann-matrix", tsv(["Protein.Group", "Genes", "TUMOR"], ["P04626", "ERBB2", 1024])],
  [
    "fragpipe",
    tsv(
      ["Protein", "Protein ID", "Entry Name", "Gene", "TUMOR Intensity"],
      ["sp|P04626", "P04626", "ERBB2_HUMAN", "ERBB2", 1024],
    ),
  ],
])("a table of %s is claimed by its own reader alone", (id, table) => {
  expect(readers.filter((reader) => reader.detect(table)).map((reader) => reader.id)).toEqual([id]);
});
