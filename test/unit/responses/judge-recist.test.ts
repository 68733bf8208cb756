/** Numbers of recist_cases.csv, worked examples for this project from the rules of RECIST 1.1. */
import { describe, expect, test } from "vitest";
import { judgeRecist, type PointFacts } from "../../../src/responses/judge-recist.ts";

const facts = (given: Partial<PointFacts>): PointFacts => ({
  baseline: 1000,
  nadir: 1000,
  current: 1000,
  newLesions: false,
  nonTarget: "none",
  hasTargets: true,
  isAllGone: false,
  isBack: false,
  isComplete: true,
  ...given,
});

const noTargets = { hasTargets: false, isAllGone: true, baseline: 0, nadir: 0, current: 0 };

describe("the worked cases", () => {
  test.each([
    [1, 100, 100, 70, false, false, "PR"],
    [2, 100, 100, 71, false, false, "SD"],
    [3, 100, 50, 60, false, false, "PD"],
    [4, 100, 20, 24, false, false, "PR"],
    [5, 100, 100, 119, false, false, "SD"],
    [6, 100, 100, 120, false, false, "PD"],
    [7, 100, 60, 62, true, false, "PD"],
    [8, 40, 40, 0, false, true, "CR"],
    [9, 20, 20, 24, false, false, "SD"],
  ])("case %i", (_, baseline, nadir, current, newLesions, isAllGone, response) => {
    const sums = { baseline: baseline * 10, nadir: nadir * 10, current: current * 10 };
    expect(judgeRecist(facts({ ...sums, newLesions, isAllGone })).response).toBe(response);
  });
});

test.each([
  ["30 % of a sum with a decimal", { baseline: 330, nadir: 330, current: 231 }, "PR"],
  ["a tenth of a millimeter less than that", { baseline: 330, nadir: 330, current: 232 }, "SD"],
  ["20 % of a sum with a decimal", { baseline: 455, nadir: 455, current: 546 }, "PD"],
  ["5 mm above a sum of 0", { nadir: 0, current: 50 }, "PD"],
  ["a part of the lesions", { current: 500, isComplete: false }, "NE"],
  ["a part that is more than all were", { current: 1300, isComplete: false }, "PD"],
  ["other lesions that grew", { current: 500, nonTarget: "progressed" }, "PD"],
  [
    "other lesions that are there still",
    { current: 0, isAllGone: true, nonTarget: "present" },
    "PR",
  ],
  [
    "other lesions that were not looked at",
    { current: 0, isAllGone: true, nonTarget: "not evaluated" },
    "PR",
  ],
  ["a lesion that is back", { nadir: 0, current: 20, isBack: true }, "PD"],
  ["no target lesion", { ...noTargets, nonTarget: "none" }, "NE"],
  [
    "no target lesion, and others that are there",
    { ...noTargets, nonTarget: "present" },
    "non-CR/non-PD",
  ],
  ["no target lesion, and others that are gone", { ...noTargets, nonTarget: "gone" }, "CR"],
  ["no target lesion, and others that grew", { ...noTargets, nonTarget: "progressed" }, "PD"],
  [
    "no target lesion, and others that were not looked at",
    { ...noTargets, nonTarget: "not evaluated" },
    "NE",
  ],
] satisfies [string, Partial<PointFacts>, string][])("%s", (_, given, response) => {
  expect(judgeRecist(facts(given)).response).toBe(response);
});
