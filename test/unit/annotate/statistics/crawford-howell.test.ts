import { describe, expect, it } from "vitest";
import { crawfordHowell } from "../../../../src/annotate/statistics/crawford-howell.ts";
import { describeValues } from "../../../../src/read/cohort/row-values.ts";
import {
  cohortA,
  expectPrinted,
  haveSharedCases,
  numbersOf,
  sharedCases,
} from "./worked-examples.ts";

function compare(value: number, cohort: Float64Array) {
  return crawfordHowell(value, describeValues(cohort.toSorted()), cohort.length);
}

describe("crawfordHowell", () => {
  it("gives the published t and p of the clear outlier of clinical 4.3", () => {
    const result = compare(13, cohortA);
    expect(result?.t).toBeCloseTo(9.500298, 6);
    expect((result?.p ?? 0) / 1.19404e-8).toBeCloseTo(1, 5);
  });

  it("loses an outlier that two of twelve reference samples share (masking, case E5)", () => {
    const cohort = numbersOf("10.2 9.8 10.5 10.1 9.9 10.0 10.4 9.7 10.3 10.6 13.1 12.8");
    expect(compare(12.9, cohort)?.p).toBeCloseTo(0.077253, 6);
  });

  it("is null against a constant cohort and against a single sample", () => {
    expect(compare(5, Float64Array.of(2, 2, 2))).toBeNull();
    expect(compare(5, Float64Array.of(2))).toBeNull();
  });

  it.each([0.1, 20.1, 23.7, -1e6 / 3])("is null against rounding of %d alone", (value) => {
    for (const n of [5, 20, 23, 1000]) {
      expect(compare(value + 1, new Float64Array(n).fill(value))).toBeNull();
      expect(compare(value, new Float64Array(n).fill(value))).toBeNull();
    }
    expect(compare(5, Float64Array.of(0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3))).toBeNull();
  });
});

describe.skipIf(!haveSharedCases)("the worked cases of ../shared", () => {
  it("agree on t and p", () => {
    for (const row of sharedCases("outlier_examples.csv")) {
      const result = compare(Number(row.get("x")), numbersOf(row.get("cohort")));
      expectPrinted(result?.t ?? null, row, "crawford_howell_t");
      expectPrinted(result?.p ?? null, row, "crawford_howell_p_two_sided");
    }
  });
});
