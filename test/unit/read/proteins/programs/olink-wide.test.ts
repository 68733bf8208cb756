/** Tables written by us in the form that Olink's own package reads (`Olink-Proteomics/OlinkRPackage`). */
import { describe, expect, it } from "vitest";
import { olinkWide } from "../../../../../src/read/proteins/programs/olink-wide.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

type Row = readonly (string | number)[];
const text = (rows: readonly Row[], delimiter = ";"): string =>
  rows.map((row) => `${row.join(delimiter)}\n`).join("");

const [one, two] = ["Olink ONCOLOGY II(v.7004)", "Olink INFLAMMATION(v.3021)"];
const top: Row[] = [
  ["NPX data", "", "", "", "", "", "", ""],
  ["Olink NPX Manager 2.2.1", "", "", "", "", "", "", ""],
  ["Panel", one, one, two, one, two, one, two],
  ["Assay", "ERBB2", "KIT", "IL8", "Plate ID", "Plate ID", "QC Warning", "QC Warning"],
  ["Uniprot ID", "P04626", "P10721", "P10145", "", "", "", ""],
  ["OlinkID", "OID00001", "OID00002", "OID00003", "", "", "", ""],
  ["", "", "", "", "", "", "", ""],
];
const samples: Row[] = [
  ["TUMOR", "9,5", "0,5", "3,1", "A", "A", "Pass", "Pass"],
  ["P1", "4,5", "6,1", "No Data", "A", "A", "Pass", "Pass"],
  ["P2", "4,25", "1,5", "3,5", "B", "B", "Warning", "Pass"],
  ["P3", "#4,1", "1,5", "3,5", "B", "B", "Pass", "Pass"],
  ["Neg Ctrl", "0,1", "0,1", "0,1", "A", "A", "Pass", "Pass"],
  ["IPC", "1", "1", "1", "A", "A", "Pass", "Pass"],
  ["IPC", "1", "1", "1", "B", "B", "Pass", "Pass"],
];
const gap: Row = ["", "", "", "", "", "", "", ""];
const bottom: Row[] = [
  gap,
  ["LOD", "1", "1", "1", "", "", "", ""],
  ["Missing Data freq.", "0", "0,25", "0", "", "", "", ""],
  ["Normalization", "Intensity", "Intensity", "Intensity", "", "", "", ""],
];
const whole = text([...top, ...samples, ...bottom]);

describe("olinkWide", () => {
  it("is known by its rows, and by no other reader", () => {
    expect(readers.filter((reader) => reader.detect(whole)).map(({ id }) => id)).toEqual([
      "olink-npx-wide",
    ]);
  });

  it("reads samples of rows, and sets controls, values of a panel with a warning and marked ones aside", async () => {
    const { table, problems } = await readProtein(olinkWide, whole);
    expect(table.cohortSamples).toEqual(["P1", "P2", "P3"]);
    expect(rowsOf(table)).toEqual([
      ["ERBB2", 9.5, [4.5, Number.NaN, Number.NaN]],
      ["KIT", null, [6.1, Number.NaN, 1.5]],
      ["IL8", 3.1, [Number.NaN, 3.5, 3.5]],
    ]);
    expect(table.rows[1]?.notDetected).toEqual({ value: 0.5 });
    expect(table.detection).toBe("NPX below row LOD");
    expect(table.scale.name).toBe("npx");
    expect(codesOf(problems)).toEqual(["decimal-comma", "rows-set-aside", "case-value-doubtful"]);
    expect(problems.find(({ code }) => code === "rows-set-aside")?.message).toBe(
      'what is no measurement was set aside (rows of controls: 3, values of a sample with a quality warning: 2, values marked with #: 1); normalization: "Intensity"',
    );
  });

  it("asks the limit of the sample's own plate before that of the project", async () => {
    const plates: Row[] = [
      ["Plate LOD", "1", "0,2", "1", "A", "A", "", ""],
      ["Plate LOD", "1", "2", "1", "B", "B", "", ""],
      ["Max LOD", "1", "2", "1", "", "", "", ""],
    ];
    const { table } = await readProtein(olinkWide, text([...top, ...samples, gap, ...plates]));
    const kit = table.rows[1];
    expect(kit?.value).toBe(0.5);
    expect([...(kit?.cohortNotDetected ?? [])]).toEqual([0, 0, 1]);
  });

  it("reads commas and tabs between cells as well", async () => {
    const points = whole.replaceAll(",", ".");
    for (const delimiter of [",", "\t"]) {
      const { table } = await readProtein(olinkWide, points.replaceAll(";", delimiter));
      expect(table.rows[0]?.value).toBe(9.5);
    }
  });

  it("reads any sample for a check", async () => {
    expect((await readProtein(olinkWide, whole, { sample: "" })).table.sample).toBe("TUMOR");
  });

  it("refuses a sample that is not there, one that is there twice, and quantified data", async () => {
    expect(await refusalOf(olinkWide, whole, { sample: "X" })).toMatchObject({ kind: "identity" });
    const doubled = text([...top, ...samples, samples[0] ?? [], ...bottom]);
    expect(await refusalOf(olinkWide, doubled)).toMatchObject({ code: "sample-twice" });
    const unit: Row = ["Unit", "pg/mL", "pg/mL", "pg/mL", "", "", "", ""];
    const quantified = text([...top.slice(0, 6), unit, ...samples, ...bottom]);
    expect(await refusalOf(olinkWide, quantified)).toMatchObject({ code: "table-not-read" });
  });
});
