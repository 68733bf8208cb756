import { describe, expect, it } from "vitest";
import { keyOfSample } from "../../../src/read/key-of-sample.ts";
import {
  findCopies,
  findLikeKey,
  findLikeName,
  findValuesWithin,
} from "../../../src/read/sample-like-case.ts";

describe("a reference sample that is named like the case", () => {
  it.each(["p-17", "P 17", "P17_T", "P17.1", "P17-01A", "p17_tumor", "P17T"])("%s", (sample) => {
    expect(findLikeName(sample, ["P17"])).toBe("P17");
  });

  it.each(["P17", "P1", "P171", "P17-N", "P17_normal", "P17-112", "S17"])("not: %s", (sample) => {
    expect(findLikeName(sample, ["P17"])).toBeNull();
  });

  it("is found by the hash of its name in a built file", () => {
    const keys = new Set(["p-17", "A", "P17"].map(keyOfSample));
    expect(findLikeKey(keys, ["P-17"])).toBe("p-17");
    expect(findLikeKey(new Set([keyOfSample("P18")]), ["P-17"])).toBeNull();
    expect(findLikeKey(new Set([keyOfSample("P1")]), ["P1"])).toBeNull();
  });
});

describe("a reference sample that has the values of the case", () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({
    value: 0.37 * (index - 4.5),
    samples: [0.37 * (index - 4.5) + 0.004, index === 7 ? Number.NaN : 0.37 * (index - 4.5), 5],
  }));

  it("is found by its place, with rounding and missing values", () => {
    expect([...findCopies(rows, 3)]).toEqual([
      [0, 30],
      [1, 29],
    ]);
    expect(findCopies(rows.slice(0, 19), 3).size).toBe(0);
    const [first, ...rest] = rows;
    const other = { value: first?.value ?? 0, samples: [9, 9, 9] };
    expect(findCopies([other, ...rest], 3).size).toBe(0);
  });

  it("is found among sorted values, unless they are the same for many", () => {
    const sorted = (value: number, own: readonly number[]) => ({
      value,
      values: () => Float64Array.from([-9, 0.5, value, 11]).map((each, at) => own[at] ?? each),
    });
    const held = Array.from({ length: 120 }, (_, index) => sorted(1 + index / 100, []));
    expect(findValuesWithin(held, 0.001)).toEqual({ same: 50, of: 50 });
    const repeated = held.map(({ value }) => sorted(value, [value, value]));
    expect(findValuesWithin(repeated, 0.001)).toBeNull();
    const others = held.map(({ value }) => sorted(value, [-9, 0.5, value + 0.3]));
    expect(findValuesWithin(others, 0.001)).toBeNull();
    expect(findValuesWithin(held.slice(0, 29), 0.001)).toBeNull();
  });
});
