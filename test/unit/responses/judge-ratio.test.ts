/** Numbers of pfs_ratio_cases.csv, worked examples for this project, with weeks as days. */
import { describe, expect, test } from "vitest";
import { chanceOfRatio, judgeRatio } from "../../../src/responses/judge-ratio.ts";
import { formatRatio } from "../../../src/report/render/responses/format-ratio.ts";

const rule = { threshold: 1.3, operator: "ge" } as const;
const strictly = { threshold: 1.3, operator: "gt" } as const;

const judge = (
  a: number | null,
  isEndedA: boolean,
  [b, isEndedB]: readonly [number, boolean],
  by: typeof rule | typeof strictly = rule,
) => judgeRatio({ daysA: a, isEndedA, daysB: b, isEndedB }, by);

describe("the worked cases", () => {
  test.each([
    [1, 70, true, 91, true, "1.30", "benefit"],
    [2, 70, true, 90.93, true, "1.299", "no benefit"],
    [3, 70, true, 105, false, "1.50", "benefit"],
    [4, 70, true, 84, false, "1.20", "undetermined"],
    [5, 28, true, 56, true, "2.00", "benefit"],
    [6, 0, true, 56, true, null, "not computable"],
    [7, 70, false, 140, true, null, "not computable"],
    [8, null, true, 140, true, null, "not computable"],
    [9, 70, true, 91, true, "1.30", "benefit"],
    [10, 100, true, 126, true, "1.26", "no benefit"],
  ])("case %i", (_, a, isEndedA, b, isEndedB, shown, state) => {
    const verdict = judge(a, isEndedA, [b, isEndedB]);
    expect(verdict.state).toBe(state);
    expect(verdict.ratio === null ? null : formatRatio(verdict.ratio, rule)).toBe(shown);
    expect(verdict.isLowerBound).toBe(verdict.ratio !== null && !isEndedB);
  });
});

test("a ratio of exactly the threshold is a benefit by >= and none by >", () => {
  expect(judge(70, true, [91, true], strictly).state).toBe("no benefit");
  expect(judge(70, true, [91, false], strictly).state).toBe("undetermined");
  expect(judge(70, true, [92, true], strictly).state).toBe("benefit");
});

test("a period B that was not started cannot be judged, one that was never seen to end is open", () => {
  expect(
    judgeRatio({ daysA: 70, isEndedA: true, daysB: null, isEndedB: false }, rule),
  ).toMatchObject({
    state: "not computable",
    reason: { code: "no-period-b" },
  });
  expect(judge(70, true, [0, false])).toMatchObject({ state: "undetermined", ratio: 0 });
});

test.each([
  [1.299, "1.299"],
  [1.2999, "1.2999"],
  [1.3001, "1.3001"],
  [1.3, "1.30"],
  [1.26, "1.26"],
  [1.295, "1.29"],
  [2.005, "2.00"],
])("%d is printed as %s beside a threshold of 1.3", (ratio, text) => {
  expect(formatRatio(ratio, rule)).toBe(text);
});

test("what is printed is never on the other side of the threshold", () => {
  for (let a = 1; a <= 400; a += 1) {
    for (let b = Math.floor(1.28 * a); b <= Math.ceil(1.32 * a); b += 1) {
      const text = formatRatio(b / a, rule);
      expect(Number(text) >= 1.3).toBe(b / a >= 1.3);
      expect(Number(text) > 1.3).toBe(b / a > 1.3);
    }
  }
});

test("the chance of a ratio of 1.3 without an effect is that of R15", () => {
  const shown = chanceOfRatio(1.3).map(({ shape, probability }) => [
    shape,
    Number((probability * 100).toFixed(1)),
  ]);
  // The third digit of the second is computed here; the specification has 40.4 by simulation.
  expect(shown).toEqual([
    [1, 43.5],
    [1.5, 40.3],
    [2, 37.2],
    [3, 31.3],
  ]);
});
