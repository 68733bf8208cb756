import { describe, expect, test } from "vitest";
import type { Criterion, Oncogenicity } from "../../../../src/model/oncogenicity.ts";
import {
  describeOncogenicity,
  listCriteria,
} from "../../../../src/report/render/describe-oncogenicity.ts";

const none = "No table of functional studies ships.";
const criterion = (code: Criterion["code"], state: Criterion["state"], reason: string) => ({
  code,
  state,
  reason,
});
const judged: Oncogenicity = {
  class: "likely oncogenic",
  points: 9,
  criteria: [
    criterion("OVS1", "met", "A null variant."),
    criterion("OS2", "not evaluated", none),
    criterion("OM2", "not met", "No change of the length."),
    criterion("OP4", "met", "Absent."),
    criterion("SBS2", "not evaluated", none),
  ],
};

describe("oncogenicity in words", () => {
  test("the points are of what was evaluated, and no bound, for benign criteria are open too", () => {
    expect(describeOncogenicity(judged)).toBe(
      "likely oncogenic: 9 points from the 3 of 5 criteria that were evaluated (met: OVS1, OP4); not evaluated: OS2, SBS2",
    );
    expect(describeOncogenicity(judged)).not.toContain("at least");
  });

  test.each([
    [0, "0 points"],
    [1, "1 point"],
    [-1, "-1 point"],
    [-4, "-4 points"],
  ])("%d is counted as %s", (points, expected) => {
    expect(describeOncogenicity({ ...judged, points })).toContain(`: ${expected} from`);
  });

  test("none met and none open are said, or left out", () => {
    const [, , unmet] = judged.criteria;
    const told = { ...judged, criteria: unmet === undefined ? [] : [unmet] };
    expect(describeOncogenicity(told)).toMatch(/evaluated \(none met\)$/);
  });

  test("criteria with one reason share a line", () => {
    expect(listCriteria(judged)).toEqual([
      "OVS1 met: A null variant.",
      `OS2, SBS2 not evaluated: ${none}`,
      "OM2 not met: No change of the length.",
      "OP4 met: Absent.",
    ]);
  });
});
