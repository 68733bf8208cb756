import { expect, test } from "vitest";
import { exactInterval } from "../../../../src/annotate/statistics/exact-interval.ts";

/** P(X >= hits) of a binomial distribution, term by term. */
function atLeast(hits: number, trials: number, share: number): number {
  let sum = 0;
  let ways = 1;
  for (let k = 0; k <= trials; k += 1) {
    if (k >= hits) sum += ways * share ** k * (1 - share) ** (trials - k);
    ways = (ways * (trials - k)) / (k + 1);
  }
  return sum;
}

test("at each end as many or more, or as few or fewer, have a probability of 2.5 %", () => {
  for (const trials of [1, 2, 7, 20, 55, 62]) {
    for (let hits = 0; hits <= trials; hits += 1) {
      const [low, high] = exactInterval(hits, trials);
      if (hits > 0) expect(atLeast(hits, trials, low)).toBeCloseTo(0.025, 10);
      if (hits < trials) expect(1 - atLeast(hits + 1, trials, high)).toBeCloseTo(0.025, 10);
    }
  }
});

test("without hits it begins at 0, without misses it ends at 1, and the other end is a root", () => {
  expect(exactInterval(0, 10)).toEqual([0, expect.closeTo(1 - 0.025 ** 0.1, 12)]);
  expect(exactInterval(10, 10)).toEqual([expect.closeTo(0.025 ** 0.1, 12), 1]);
});

test("12 of 62 is what the README of prophets prints: 0.194 (0.104 to 0.314)", () => {
  const [low, high] = exactInterval(12, 62);
  expect([12 / 62, low, high].map((each) => each.toFixed(3))).toEqual(["0.194", "0.104", "0.314"]);
});
