import { describe, expect, it } from "vitest";
import { robustP, robustPosition } from "../../../../src/annotate/statistics/robust-outlier.ts";
import { describeValues } from "../../../../src/read/cohort/row-values.ts";
import {
  cohortA,
  expectPrinted,
  haveSharedCases,
  numbersOf,
  sharedCases,
} from "./worked-examples.ts";

describe("robustPosition", () => {
  it("scores the clear outlier of clinical 4.3 with its published numbers", () => {
    const position = robustPosition(13, describeValues(cohortA));
    expect(position.median).toBeCloseTo(10.075, 12);
    expect(position.mad).toBeCloseTo(0.25, 12);
    expect(position.modifiedZ).toBeCloseTo(7.89153, 5);
    expect(position.scaleUsed).toBe("MAD");
  });

  it("is signed: a low value scores below zero", () => {
    expect(robustPosition(8, describeValues(cohortA)).modifiedZ).toBeCloseTo(-5.598265, 6);
  });

  it("falls back to the mean absolute deviation when most of the cohort is one value, and says so", () => {
    const position = robustPosition(
      5,
      describeValues(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2)),
    );
    expect(position.mad).toBe(0);
    expect(position.modifiedZ).toBeCloseTo(31.915382, 6);
    expect(position.scaleUsed).toBe("mean absolute deviation");
  });

  it("has no score against a constant cohort", () => {
    expect(robustPosition(5, describeValues(Float64Array.of(2, 2, 2, 2, 2)))).toEqual({
      median: 2,
      mad: 0,
      modifiedZ: null,
      scaleUsed: null,
    });
  });

  it("takes a spread of rounding for none", () => {
    const sum = 0.1 + 0.2;
    const rounded = Float64Array.of(0.3, 0.3, sum, sum, sum);
    expect(robustPosition(5, describeValues(rounded))).toMatchObject({
      mad: 0,
      modifiedZ: null,
      scaleUsed: null,
    });
    const mostly = Float64Array.of(0.3, 0.3, 0.3, 0.3, sum, sum, sum, sum, sum, 1.3);
    const position = robustPosition(5, describeValues(mostly));
    expect(position.mad).toBe(0);
    expect(position.modifiedZ).toBeCloseTo(37.500574, 5);
    expect(position.scaleUsed).toBe("mean absolute deviation");
  });

  it("takes a spread below the decimals of a built cohort for none, and one above for a spread", () => {
    const none = { mad: 0, modifiedZ: null, scaleUsed: null };
    const of = (length: number, step: number, center: number) =>
      describeValues(Float64Array.from({ length }, (_, at) => center + at * step));
    expect(robustPosition(32, of(30, 1e-9, 20))).toMatchObject(none);
    const single = Float64Array.of(...new Float64Array(29).fill(1), 1.0001);
    expect(robustPosition(5, describeValues(single))).toMatchObject(none);
    // Rounded to the two sides of one step, as a built cohort may keep what does not spread.
    expect(
      robustPosition(32, describeValues(Float64Array.of(20, 20, 20.001, 20.001))),
    ).toMatchObject(none);
    expect(robustPosition(32, of(30, 1e-2, 20)).scaleUsed).toBe("MAD");
  });

  it("has the same numbers as distances that are sorted, with ties, in skewed cohorts and of any size", () => {
    for (let n = 1; n < 60; n += 1) {
      const cohort = Float64Array.from(
        { length: n },
        (_, at) => ((at * at * 7) % 23) ** 2 / 8,
      ).sort();
      const { median, mad } = robustPosition(3, describeValues(cohort));
      const distances = cohort.map((value) => Math.abs(value - median)).sort();
      const middle = [distances[Math.floor((n - 1) / 2)], distances[Math.ceil((n - 1) / 2)]];
      expect(mad).toBeCloseTo(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2, 12);
    }
  });

  it("does not change the cohort it is given", () => {
    const cohort = Float64Array.of(1, 2, 4);
    robustPosition(9, describeValues(cohort));
    expect([...cohort]).toEqual([1, 2, 4]);
  });
});

describe("robustP", () => {
  // clinical 4.2, "Assert"; scipy 1.17.1.
  it.each([
    { n: 20, modifiedZ: 7.89153, p: 1.23694e-4 },
    { n: 20, modifiedZ: -5.598265, p: 1.00449e-3 },
    { n: 12, modifiedZ: 5.957993, p: 4.73237e-3 },
    { n: 30, modifiedZ: 3.5, p: 6.01061e-3 },
    { n: 100, modifiedZ: 3.5, p: 1.33928e-3 },
    { n: 20, modifiedZ: 0.067449, p: 0.950025 },
  ])("gives $p for Mz $modifiedZ against $n", ({ n, modifiedZ, p }) => {
    expect(robustP(modifiedZ, n) / p).toBeCloseTo(1, 5);
  });

  it("is 1 for the median itself", () => {
    expect(robustP(0, 25)).toBe(1);
  });
});

describe.skipIf(!haveSharedCases)("the worked cases of ../shared", () => {
  it("agree on the robust p", () => {
    for (const row of sharedCases("robust_p_cases.csv")) {
      const p = robustP(Number(row.get("Mz")), Number(row.get("n")));
      expectPrinted(p, row, "p_two_sided");
    }
  });

  it("agree on the robust position", () => {
    const scales = new Map([
      ["MAD", "MAD"],
      ["meanAD fallback", "mean absolute deviation"],
    ]);
    for (const row of sharedCases("outlier_examples.csv")) {
      const position = robustPosition(
        Number(row.get("x")),
        describeValues(numbersOf(row.get("cohort"))),
      );
      expectPrinted(position.median, row, "median");
      expectPrinted(position.mad, row, "mad_raw");
      expectPrinted(position.modifiedZ, row, "modified_z(0.6744897501960817)");
      expect(position.scaleUsed).toBe(scales.get(row.get("mz_scale_used") ?? "") ?? null);
    }
  });
});
