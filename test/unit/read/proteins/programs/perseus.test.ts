/** Matrices written by us in the form of Perseus. */
import { describe, expect, it } from "vitest";
import { perseus } from "../../../../../src/read/proteins/programs/perseus.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

type Cells = readonly (string | number)[];

function tsv(...rows: readonly Cells[]): string {
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}

const columns = [
  "LFQ intensity TUMOR",
  "LFQ intensity A",
  "Potential contaminant",
  "Peptides",
  "Majority protein IDs",
  "Gene names",
];
const types = ["#!{Type}E", "E", "C", "N", "T", "T"];
const groups = ["#!{C:Grouping}metastasis", "primary", "", "", "", ""];

describe("perseus", () => {
  it("reads the columns of type E, and neither the rows of annotation nor contaminants", async () => {
    const text = tsv(
      columns,
      ["#!{Description}", "", "", "", "", ""],
      types,
      groups,
      ["#!{N:Age}60", "NaN", "", "", "", ""],
      [25.5, 24, "", 9, "P04626", "ERBB2"],
      ["NaN", 22, "", 9, "P10721;P10721-2", "KIT"],
      [30, 30, "+", 9, "P02768", "ALB"],
      [21, 20.5, "", 9, "P31749;P31751", "AKT1;AKT2"],
    );
    expect(readers.filter((reader) => reader.detect(text))).toEqual([perseus]);
    expect(perseus.firstSample(text)).toBe("TUMOR");
    const { table, problems } = await readProtein(perseus, text);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 25.5, [24]],
      ["KIT", null, [22]],
      ["AKT1;AKT2", 21, [20.5]],
    ]);
    expect(table).toMatchObject({
      format: "perseus",
      cohortSamples: ["A"],
      counts: { read: 4, refused: 0, setAside: 1 },
    });
    expect(table.scale.name).toBe("log2-intensity");
    expect(codesOf(problems)).toEqual(["quantity-chosen", "rows-set-aside", "gene-ambiguous"]);
  });

  it("keeps names of samples as they are, and quotes as characters", async () => {
    const text = tsv(
      ["TUMOR", "A", "Name", "Genes"],
      ["#!{Type}E", "E", "T", "C"],
      [1.5, -0.5, '"Actin family" 5', "ACTB"],
      [0.5, -1.5, '5"-nucleotidase', "NT5E"],
    );
    const { table } = await readProtein(perseus, text);
    expect(rowsOf(table)).toEqual([
      ["ACTB", 1.5, [-0.5]],
      ["NT5E", 0.5, [-1.5]],
    ]);
  });

  it("counts what the file marks as imputed as missing", async () => {
    const text = tsv(
      ["TUMOR", "A", "Gene names"],
      ["#!{Type}E", "E", "T"],
      ["18.1;True;0", "24;False;0", "ERBB2"],
      ["23;False;0", "22;False;0", "KIT"],
    );
    const { table, problems } = await readProtein(perseus, text);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", null, [24]],
      ["KIT", 23, [22]],
    ]);
    expect(problems.find(({ code }) => code === "values-put-in")?.message).toBe(
      "values that Perseus marks as imputed: 1; they count as missing",
    );
  });

  it("warns of a matrix in which no value is missing", async () => {
    const rows = Array.from({ length: 200 }, (_, index): Cells => {
      const value = 20 + Math.sin(index) * 3;
      return [value, value + 0.25, value - 0.25, `G${index}`];
    });
    const head: readonly Cells[] = [
      ["TUMOR", "A", "B", "Gene names"],
      ["#!{Type}E", "E", "E", "T"],
    ];
    const { problems } = await readProtein(perseus, tsv(...head, ...rows));
    expect(codesOf(problems)).toContain("values-complete");
    const [[, ...rest] = [], ...others] = rows;
    const gap = await readProtein(perseus, tsv(...head, ["NaN", ...rest], ...others));
    expect(codesOf(gap.problems)).not.toContain("values-complete");
  });

  it("reads phosphosites with their residues, without those that are not localized", async () => {
    const text = tsv(
      [
        "Intensity TUMOR",
        "Intensity A",
        "Amino acid",
        "Localization prob",
        "Position",
        "Gene names",
      ],
      ["#!{Type}E", "E", "C", "N", "N", "T"],
      [25, 24, "Y", 0.99, 1248, "ERBB2"],
      [25, 24, "S", 0.5, 10, "ERBB2"],
    );
    expect(readers.filter((reader) => reader.detect(text))).toEqual([perseus]);
    const { table } = await readProtein(perseus, text);
    expect(table.molecule).toBe("phosphosite");
    expect(table.rows).toMatchObject([{ gene: "ERBB2", site: "Y1248", value: 25 }]);
    expect(table.counts.setAside).toBe(1);
  });

  it("refuses peptides, and a matrix that names neither genes nor proteins", async () => {
    const matrix = (...names: readonly string[]): string =>
      tsv(
        ["TUMOR", ...names],
        ["#!{Type}E", ...names.map(() => "T")],
        [25, ...names.map(() => "AAA")],
      );
    expect(await refusalOf(perseus, matrix("Sequence", "Gene names"))).toMatchObject({
      code: "table-not-read",
    });
    expect(await refusalOf(perseus, matrix("Name"))).toMatchObject({ code: "columns-missing" });
  });
});
