import { expect, test } from "vitest";
import { kaplanMeier } from "../../../src/responses/kaplan-meier.ts";

/** Remissions in weeks under 6-mercaptopurine (Freireich 1963); negative: censored. */
const remissions = [
  6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
].map((weeks) => ({ time: Math.abs(weeks), isEnded: weeks > 0 }));

const until = (week: number) => {
  const estimate = kaplanMeier(remissions, (time) => time <= week);
  return [estimate?.value, estimate?.low, estimate?.high].map((each) => Number(each?.toFixed(3)));
};

test.each([
  // summary(survfit(Surv(time, status) ~ 1)) of R.
  [6, 0.857, 0.72, 1],
  [7, 0.807, 0.653, 0.996],
  [10, 0.753, 0.586, 0.968],
  [13, 0.69, 0.51, 0.935],
  [16, 0.627, 0.439, 0.896],
  [22, 0.538, 0.337, 0.858],
  [23, 0.448, 0.249, 0.807],
])("at %i weeks", (week, value, low, high) => {
  expect(until(week)).toEqual([value, low, high]);
});

test("a time at the point itself counts by what is asked", () => {
  const times = [{ time: 1.3, isEnded: true }];
  expect(kaplanMeier(times, (time) => time < 1.3)).toEqual({ value: 1, low: null, high: null });
  expect(kaplanMeier(times, (time) => time <= 1.3)).toEqual({ value: 0, low: null, high: null });
});

test("of a point that nobody was followed up to nothing is known", () => {
  expect(kaplanMeier([{ time: 1.2, isEnded: false }], (time) => time < 1.3)).toBeNull();
  expect(kaplanMeier([], (time) => time < 1.3)).toBeNull();
});
