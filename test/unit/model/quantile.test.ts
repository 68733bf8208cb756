import { describe, expect, it } from "vitest";
import { median, quantile } from "../../../src/model/quantile.ts";
import {
  cohortA,
  expectPrinted,
  haveSharedCases,
  numbersOf,
  sharedCases,
} from "../annotate/statistics/worked-examples.ts";

describe("quantile", () => {
  it("interpolates as R's type 7 does", () => {
    expect(quantile(cohortA, 0.25)).toBeCloseTo(9.8375, 12);
    expect(quantile(cohortA, 0.75)).toBeCloseTo(10.3125, 12);
    expect(quantile(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75);
  });

  it("reaches the smallest and the largest value", () => {
    expect(quantile(cohortA, 0)).toBe(9.6);
    expect(quantile(cohortA, 1)).toBe(10.6);
  });

  it("is the value itself when there is only one, and NaN when there is none", () => {
    expect(median(Float64Array.of(7))).toBe(7);
    expect(median(new Float64Array())).toBeNaN();
  });

  it.skipIf(!haveSharedCases)("has the quartiles of the shared worked cases", () => {
    for (const row of sharedCases("outlier_examples.csv")) {
      const cohort = numbersOf(row.get("cohort"));
      expectPrinted(quantile(cohort, 0.25), row, "q1_type7");
      expectPrinted(quantile(cohort, 0.75), row, "q3_type7");
    }
  });
});
