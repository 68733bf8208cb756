import { describe, expect, it } from "vitest";
import { keyOfSample } from "../../../../src/read/cohort/key-of-sample.ts";
import {
  describeShared,
  findCopies,
  findLikeKey,
  findLikeName,
  findValuesWithin,
  keysOfSamples,
} from "../../../../src/read/cohort/sample-like-case.ts";
import { rowValuesOf } from "./row-values-of.ts";

describe("a reference sample that is named like the case", () => {
  it.each(["p-17", "P 17", "P17_T", "P17.1", "P17-01A", "p17_tumor", "P17T"])("%s", (sample) => {
    expect(findLikeName(sample, ["P17"])).toBe("P17");
  });

  it.each(["P17", "P1", "P171", "P17-N", "P17_normal", "P17-112", "S17"])("not: %s", (sample) => {
    expect(findLikeName(sample, ["P17"])).toBeNull();
  });

  it.each([
    ["p-17", "P 17"],
    ["P17", "P17_T"],
    ["P17_T", "P17"],
    ["p17T", "P-17"],
    ["P17-01A", "P.17"],
    ["AB-2-c", "AB2C_met"],
    ["P17_T", "P17_2"],
    ["P17-N", "P17"],
    ["P171", "P17"],
    ["P1", "P11"],
  ])("is seen by its hash as by its name: %s and the case %s", (sample, name) => {
    const byHash = findLikeKey(keysOfSamples(["A", sample]), [name]);
    expect(byHash).toBe(findLikeName(sample, [name]));
  });

  it("is found by the hashes that a built file holds, which name nobody", () => {
    const keys = keysOfSamples(["p-17", "A"]);
    expect(findLikeKey(keys, ["B", "P17_T"])).toBe("P17_T");
    expect(findLikeKey(keys, ["P18"])).toBeNull();
    expect(JSON.stringify(keys)).toMatch(/^[\][{}":,a-z0-9]*$/);
    expect(keys.names).toEqual(["A", "p-17"].map(keyOfSample).toSorted());
  });
});

describe("a reference sample that has the values of the case", () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    value: 0.37 * (index - 4.5),
    samples: Float64Array.of(
      0.37 * (index - 4.5) + 0.004,
      index === 7 ? Number.NaN : 0.37 * (index - 4.5),
      5,
    ),
  }));

  it("is found by its place, with rounding and missing values", () => {
    expect([...findCopies(rows, 3)]).toEqual([
      [0, { same: 30, of: 30 }],
      [1, { same: 29, of: 29 }],
    ]);
    expect(findCopies(rows.slice(0, 19), 3).size).toBe(0);
    const withFirst = rows.map((row) => ({ ...row, first: row.value }));
    expect([...findCopies(withFirst, 4).keys()]).toEqual([0, 1, 2]);
  });

  it("is found where one row in ten differs, as where a gene is read by another group, and not beyond", () => {
    const differing = (count: number) =>
      rows.map((row, index) => (index < count ? { ...row, samples: Float64Array.of(9) } : row));
    expect([...findCopies(differing(3), 1)]).toEqual([[0, { same: 27, of: 30 }]]);
    expect(findCopies(differing(4), 1).size).toBe(0);
    expect(describeShared({ same: 27, of: 30 })).toBe("27 of 30 rows that both have");
  });

  it("is found among sorted values, unless they are so dense that any tumor would be", () => {
    const sorted = (value: number, others: readonly number[]) => ({
      value,
      row: rowValuesOf([...others, value]),
    });
    const held = Array.from({ length: 120 }, (_, index) => sorted(1 + index / 100, [-9, 0.5, 11]));
    expect(findValuesWithin(held, 0.001)).toEqual({ same: 50, of: 50 });
    const twice = held.map(({ value }) => sorted(value, [-9, 0.5, 7, 8, value]));
    expect(findValuesWithin(twice, 0.001)).toEqual({ same: 50, of: 50 });
    const dense = held.map(({ value }) => sorted(value, [1, 1, 1, 0.5, 0.501, value]));
    expect(findValuesWithin(dense, 0.001)).toBeNull();
    const others = held.map(({ value, row }) => ({ value: value + 0.3, row }));
    expect(findValuesWithin(others, 0.001)).toBeNull();
    expect(findValuesWithin(held.slice(0, 29), 0.001)).toBeNull();
  });
});
