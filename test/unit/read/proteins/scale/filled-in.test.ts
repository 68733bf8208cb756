import { describe, expect, it } from "vitest";
import { findFilledIn } from "../../../../../src/read/proteins/scale/filled-in.ts";
import { proteinWide } from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein } from "../read-protein-text.ts";

/** A row for each list: the case, then the cohort. */
const rowsOf = (values: readonly (readonly number[])[]) =>
  values.map(([value = Number.NaN, ...cohort], index) => ({
    value,
    cohort: Float64Array.from(cohort),
    gene: `G${index}`,
    line: index + 2,
  }));

/** Values that are all different, from 15 on. */
const measured = (rows: number, samples: number): number[][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: samples }, (__, sample) => 15 + row / 10 + sample / 1000),
  );

/** The first so many cells of a sample become the constant. */
const fill = (values: number[][], sample: number, count: number, constant: number): number[][] =>
  values.map((row, index) =>
    row.map((value, place) => (place === sample && index < count ? constant : value)),
  );

const samples = ["TUMOR", "A", "B"];

describe("findFilledIn", () => {
  it("finds the one lowest value of a table that stands 20 times", () => {
    const found = findFilledIn(rowsOf(fill(fill(measured(40, 3), 0, 10, 12), 1, 10, 12)), samples);
    expect(found?.text).toBe(
      "the lowest value, 12, stands in 20 of 120 cells, the next one, 15, in 1",
    );
    expect([found?.has(0, 12), found?.has(2, 12), found?.has(0, 15)]).toEqual([true, true, false]);
  });

  it("finds those of single samples", () => {
    const values = fill(fill(measured(60, 3), 0, 25, 12.5), 1, 25, 12);
    const found = findFilledIn(rowsOf(values), samples);
    expect(found?.has(0, 12.5)).toBe(true);
    const alone = findFilledIn(rowsOf(fill(fill(measured(60, 3), 1, 25, 12.5), 2, 1, 12)), samples);
    expect(alone?.text).toContain('of "A"');
    expect([alone?.has(1, 12.5), alone?.has(2, 12), alone?.has(0, 12.5)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("takes no measurement for one: fewer cells, a small share, counts, one value", () => {
    const none = (values: number[][]) => expect(findFilledIn(rowsOf(values), samples)).toBeNull();
    none(measured(40, 3));
    none(fill(measured(40, 3), 0, 19, 12));
    none(fill(measured(5000, 3), 0, 21, 12));
    none(Array.from({ length: 60 }, (_, row) => [1 + (row % 3), 1 + (row % 4), 2]));
    none(Array.from({ length: 60 }, () => [12, 12, 12]));
    none(fill(measured(40, 3), 0, 30, 0));
  });
});

it("a table counts such a value as missing, in the case and in the cohort, and warns", async () => {
  const lines = fill(fill(measured(40, 3), 0, 12, 12), 1, 12, 12).map(
    (row, index) => `G${index},${row.join(",")}`,
  );
  for (const [scale, content] of [
    ["log2", lines],
    ["linear", lines.map((line) => line.replaceAll(",12", ",1").replaceAll(/,1(\d)/g, ",1$1000"))],
  ] as const) {
    const { table, problems } = await readProtein(
      proteinWide,
      `gene,TUMOR,A,B\n${content.join("\n")}\n`,
    );
    expect([scale, table.rows[0]?.value]).toEqual([scale, null]);
    expect(table.rows[0]?.cohort[0]).toBeNaN();
    expect(table.rows[0]?.cohort[1]).not.toBeNaN();
    expect(table.rows[20]?.value).not.toBeNull();
    expect(codesOf(problems)).toContain("values-filled-in");
  }
});
