import { describe, expect, it } from "vitest";
import { scoreKinase } from "../../../../src/annotate/statistics/kinase-score.ts";
import { normalTail } from "../../../../src/annotate/statistics/normal.ts";

describe("normalTail", () => {
  // R's pnorm(-z).
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.959963984540054, 0.025],
    [2.8, 0.002555130330427932],
    [2.9, 0.001865813300384038],
    [3, 0.001349898031630095],
    [5, 2.866515718791939e-7],
    [10, 7.619853024160525e-24],
  ])("of %f is %f", (z, p) => {
    expect(normalTail(z) / p).toBeCloseTo(1, 10);
  });
});

describe("scoreKinase", () => {
  it("gives the worked number of clinical R9: mean 0, sd 1, four substrates of mean 1.5", () => {
    // Half of them at each side, so that the sample deviation is 1.
    const half = Math.sqrt(99 / 100);
    const all = Float64Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? half : -half));
    const score = scoreKinase(Float64Array.of(1, 2, 1.4, 1.6), all);
    expect(score?.mean).toBeCloseTo(1.5, 12);
    expect(score?.z).toBeCloseTo(3, 9);
    expect(score?.p).toBeCloseTo(0.0013498980316, 9);
  });

  it("is negative below the mean of all, with the same p, and null without spread", () => {
    const all = Float64Array.of(-1, 0, 1);
    const low = scoreKinase(Float64Array.of(-2), all);
    expect(low?.z).toBeCloseTo(-2, 12);
    expect(low?.p).toBeCloseTo(normalTail(2), 12);
    expect(scoreKinase(Float64Array.of(1), Float64Array.of(2, 2))).toBeNull();
  });
});
