import { describe, expect, it } from "vitest";
import {
  isDrawable,
  makeStrips,
  stripId,
} from "../../../../src/assess/verification/make-strips.ts";
import { call } from "../../match/constructed-case.ts";
import { rowValuesOf } from "../../read/cohort/row-values-of.ts";

const drawn = (values: readonly number[], parts: object = {}) => {
  const made = { ...call("ERBB2", "up"), cohortValues: rowValuesOf(values), ...parts };
  return makeStrips([made], new Set([stripId(made)]))[0];
};

describe("the values of a cohort for a plot", () => {
  it("are those that are not missing, ascending and rounded", () => {
    const strip = drawn([10.12345, Number.NaN, 9.5]);
    expect(strip).toMatchObject({ n: 2, values: [9.5, 10.123], shown: "values", value: 13 });
  });

  it("are quantiles above 200, each for as many samples", () => {
    const values = Array.from({ length: 500 }, (_, index) => index);
    const strip = drawn(values);
    expect(strip).toMatchObject({ n: 500, shown: "quantiles" });
    expect(strip?.values).toHaveLength(200);
    expect(strip?.values[0]).toBeCloseTo(499 * 0.0025, 3);
    expect(strip?.values[199]).toBeCloseTo(499 * 0.9975, 3);
  });

  it("have the limits where modified z and fold both allow a call", () => {
    const { support } = call("ERBB2", "up");
    const limits = (parts: object) => drawn([1, 2], { support: { ...support, ...parts } })?.limits;
    // 3 modified z are 3 x 0.25 / 0.6745 = 1.112, more than one log2.
    expect(limits({})).toEqual({ low: 8.963, high: 11.187 });
    expect(limits({ mad: 0.1 })).toEqual({ low: 9.075, high: 11.075 });
    expect(limits({ mad: 0.1, log2Fold: null })?.high).toBeCloseTo(10.075 + 0.445, 2);
    // A MAD of 0: the unit is 2.925 / 7.89153.
    expect(limits({ mad: 0, scaleUsed: "mean absolute deviation" })?.high).toBeCloseTo(11.187, 2);
    expect(limits({ modifiedZ: null })).toBeNull();
  });

  it("are those that are asked for, once, in order of their id", () => {
    const one = { ...call("ERBB2", "up"), cohortValues: rowValuesOf([1]) };
    const other = { ...one, gene: "EGFR" };
    const ids = new Set([one, other].map(stripId));
    expect(makeStrips([one, other, one], ids).map(({ gene }) => gene)).toEqual(["EGFR", "ERBB2"]);
    expect(makeStrips([one], new Set())).toEqual([]);
  });

  it("are not there without a value of the case or without a cohort", () => {
    const made = call("ERBB2", "up");
    expect(isDrawable(made)).toBe(false);
    const withCohort = { ...made, cohortValues: rowValuesOf([1]) };
    expect(isDrawable(withCohort)).toBe(true);
    const missing = { ...withCohort, support: { ...made.support, value: null } };
    expect(isDrawable(missing)).toBe(false);
    expect([made, missing].flatMap((each) => makeStrips([each], new Set([stripId(each)])))).toEqual(
      [],
    );
  });
});
