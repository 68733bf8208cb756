import { expect, test } from "vitest";
import { fractionInterval } from "../../../../src/annotate/statistics/fraction-interval.ts";

test("Wilson's interval of a fraction has the ends that can be computed by hand", () => {
  // 5 of 10: middle 0.5, half width z * sqrt(0.25 / 10 + z^2 / 400) / (1 + z^2 / 10).
  const [low, high] = fractionInterval(5, 10);
  expect(low).toBeCloseTo(0.2366, 4);
  expect(high).toBeCloseTo(0.7634, 4);
});

test("it stays between 0 and 1, and none and all leave something open", () => {
  expect(fractionInterval(0, 20)[0]).toBe(0);
  expect(fractionInterval(0, 20)[1]).toBeCloseTo(0.1611, 4);
  expect(fractionInterval(20, 20)[1]).toBe(1);
  expect(fractionInterval(20, 20)[0]).toBeCloseTo(0.8389, 4);
});
