import { describe, expect, it } from "vitest";
import { rankPosition } from "../../../../src/annotate/statistics/rank-position.ts";
import { rowValuesOf } from "../../read/cohort/row-values-of.ts";
import {
  cohortA,
  expectPrinted,
  haveSharedCases,
  numbersOf,
  sharedCases,
} from "./worked-examples.ts";

function place(value: number, cohort: Float64Array) {
  const values = rowValuesOf(cohort);
  return rankPosition(value, values, values.numbers());
}

describe("rankPosition", () => {
  it("gives the published numbers of the clear outlier of clinical 4.3", () => {
    const position = place(13, cohortA);
    expect(position.percentile).toBe(100);
    expect(position.kIqr).toBeCloseTo(6.157895, 6);
    expect(position.tukey).toBe("up");
  });

  it("counts ties half in the percentile", () => {
    expect(place(2, Float64Array.of(0, 0, 0, 0, 1, 2, 3, 4, 5, 6)).percentile).toBe(55);
  });

  it("calls nothing on the fence itself", () => {
    // Quartiles 1 and 2, fences -0.5 and 3.5.
    const cohort = Float64Array.of(0.5, 1, 1.5, 2, 2.5);
    expect(place(3.5, cohort).tukey).toBe("none");
    expect(place(3.5001, cohort).tukey).toBe("up");
    expect(place(-0.5, cohort).tukey).toBe("none");
    expect(place(-0.5001, cohort).tukey).toBe("down");
  });

  it("makes no quartile call when both quartiles are one value", () => {
    const position = place(5, Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2));
    expect(position).toEqual({ percentile: 100, kIqr: null, tukey: null });
  });

  it("takes quartiles, and values, that only rounding tells apart for one", () => {
    const sum = 0.1 + 0.2;
    const cohort = Float64Array.of(0.3, 0.3, 0.3, sum, sum, sum, sum, sum);
    expect(place(5, cohort)).toEqual({ percentile: 100, kIqr: null, tukey: null });
    for (const value of [0.3, sum]) expect(place(value, cohort).percentile).toBe(50);
    expect(place(0.3001, cohort).percentile).toBe(100);
  });
});

describe.skipIf(!haveSharedCases)("the worked cases of ../shared", () => {
  it("agree on rank and quartiles", () => {
    for (const row of sharedCases("outlier_examples.csv")) {
      const position = place(Number(row.get("x")), numbersOf(row.get("cohort")));
      expectPrinted(position.percentile, row, "percentile_midrank");
      expectPrinted(position.kIqr, row, "kIQR(x-median)/IQR");
      // The file calls on a fence of width 0 and its own note says not to.
      const call = Number(row.get("iqr")) > 0 ? row.get("tukey_call_strict") : null;
      expect(position.tukey).toBe(call);
    }
  });
});
