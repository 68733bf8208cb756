import { describe, expect, it } from "vitest";
import { crawfordHowell } from "../../../../src/annotate/statistics/crawford-howell.ts";
import { rowValuesOf } from "../../read/row-values-of.ts";
import {
  cohortA,
  expectPrinted,
  haveSharedCases,
  numbersOf,
  sharedCases,
} from "./worked-examples.ts";

describe("crawfordHowell", () => {
  it("gives the published t and p of the clear outlier of clinical 4.3", () => {
    const result = crawfordHowell(13, rowValuesOf(cohortA));
    expect(result?.t).toBeCloseTo(9.500298, 6);
    expect((result?.p ?? 0) / 1.19404e-8).toBeCloseTo(1, 5);
  });

  it("loses an outlier that two of twelve reference samples share (masking, case E5)", () => {
    const cohort = numbersOf("10.2 9.8 10.5 10.1 9.9 10.0 10.4 9.7 10.3 10.6 13.1 12.8");
    expect(crawfordHowell(12.9, rowValuesOf(cohort))?.p).toBeCloseTo(0.077253, 6);
  });

  it("is null against a constant cohort and against a single sample", () => {
    expect(crawfordHowell(5, rowValuesOf(Float64Array.of(2, 2, 2)))).toBeNull();
    expect(crawfordHowell(5, rowValuesOf(Float64Array.of(2)))).toBeNull();
  });
});

describe.skipIf(!haveSharedCases)("the worked cases of ../shared", () => {
  it("agree on t and p", () => {
    for (const row of sharedCases("outlier_examples.csv")) {
      const result = crawfordHowell(
        Number(row.get("x")),
        rowValuesOf(numbersOf(row.get("cohort"))),
      );
      expectPrinted(result?.t ?? null, row, "crawford_howell_t");
      expectPrinted(result?.p ?? null, row, "crawford_howell_p_two_sided");
    }
  });
});
