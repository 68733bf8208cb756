import { expect, it } from "vitest";
import { median } from "../../../../src/model/quantile.ts";
import { standardDeviation } from "../../../../src/model/moments.ts";
import { topasZ } from "../../../../src/annotate/statistics/topas-z.ts";
import { rowValuesOf } from "../../read/cohort/row-values-of.ts";

const others = (values: readonly number[], left: number): Float64Array =>
  Float64Array.from(values.filter((_, index) => index !== left)).sort();

// Numbers of clinical R9.
const batch = [7, 6, 5, 4.1, 3, 2, 1];

it.each([
  [0, 3.55, 1.8766104],
  [1, 3.55, 2.1637159],
  [2, 3.55, 2.3184046],
  [3, 4, 2.3664319],
  [4, 4.55, 2.3155273],
  [5, 4.55, 2.1575449],
  [6, 4.55, 1.8659225],
])("the batch without sample %i has the median %f and the deviation %f", (left, center, spread) => {
  expect(median(others(batch, left))).toBeCloseTo(center, 9);
  expect(standardDeviation(others(batch, left))).toBeCloseTo(spread, 7);
});

it.each([
  [0, -2],
  [1, -0.65465],
  [2, 0.65465],
  [3, 2],
])("of 1, 2, 3, 4 the z of value %i among the others is %f", (left, z) => {
  const values = [1, 2, 3, 4];
  expect(topasZ(values[left] ?? null, rowValuesOf(others(values, left)))).toBeCloseTo(z, 5);
});

it("is clipped to four, is -4 where only the others have a value, and nothing where nobody has", () => {
  const cohort = rowValuesOf([1, 2, 3]);
  expect(topasZ(40, cohort)).toBe(4);
  expect(topasZ(-40, cohort)).toBe(-4);
  expect(topasZ(null, cohort)).toBe(-4);
  expect(topasZ(null, rowValuesOf([]))).toBeNull();
  expect(topasZ(1, rowValuesOf([2, 2]))).toBeNull();
});
