/** Rows of vicc_sop_criteria.csv, vicc_thresholds.csv and vicc_worked_cases.csv of the specification (PMC9081216; oncovi 99fa5801). */
import { describe, expect, it } from "vitest";
import {
  classOf,
  criteria,
  findExclusion,
  scoreCriteria,
} from "../../../../src/assess/oncogenicity/score-criteria.ts";
import type { CriterionCode } from "../../../../src/model/report-terms.ts";

describe("the points of the oncogenicity standard", () => {
  it.each<[string, CriterionCode[], number, string]>([
    ["FLT3 D835Y", ["OS1", "OM3", "OP1", "OP4"], 8, "likely oncogenic"],
    ["FLT3 D835E", ["OS1", "OM3", "OP3", "OP4", "SBP1"], 7, "likely oncogenic"],
    ["10 points", ["OS1", "OS2", "OM3"], 10, "oncogenic"],
    ["9 points", ["OS1", "OS2", "OP4"], 9, "likely oncogenic"],
    ["6 points", ["OS1", "OM3"], 6, "likely oncogenic"],
    ["5 points", ["OS1", "OP4"], 5, "uncertain significance"],
    ["0 points", [], 0, "uncertain significance"],
    ["-1 point", ["SBP1"], -1, "likely benign"],
    ["-6 points", ["SBS1", "SBP1", "SBP2"], -6, "likely benign"],
    ["-7 points", ["SBVS1", "OP4"], -7, "benign"],
  ])("%s: %j are %i, %s", (_, codes, points, name) => {
    expect(scoreCriteria(codes)).toEqual({ points, class: name });
  });

  it.each([
    [10, "oncogenic"],
    [9, "likely oncogenic"],
    [6, "likely oncogenic"],
    [5, "uncertain significance"],
    [0, "uncertain significance"],
    [-1, "likely benign"],
    [-6, "likely benign"],
    [-7, "benign"],
  ] as const)("%i is %s", (points, name) => {
    expect(classOf(points)).toBe(name);
  });

  it("are 8, 4, 2 and 1, and -1, -4 and -8", () => {
    const pointsOf = (letters: string) =>
      new Set(
        Object.entries(criteria).flatMap(([code, { points }]) =>
          code.replace(/\d$/, "") === letters ? points : [],
        ),
      );
    expect(
      ["OVS", "OS", "OM", "OP", "SBP", "SBS", "SBVS"].map((each) => [...pointsOf(each)]),
    ).toEqual([[8], [4], [2], [1], [-1], [-4], [-8]]);
  });

  it.each<[CriterionCode, CriterionCode]>([
    ["OS1", "OS3"],
    ["OVS1", "OM2"],
    ["OM1", "OS1"],
    ["OM1", "OS3"],
    ["OM1", "OM4"],
    ["OM3", "OM4"],
    ["OP3", "OM1"],
  ])("%s and %s are not counted together, in either order", (one, other) => {
    expect(() => scoreCriteria([one, other])).toThrow("exclude each other");
    expect(findExclusion([other, "OP4", one])).not.toBeNull();
  });

  it("name the hotspot OM4 and the other change of the residue OM3, as the calculator does", () => {
    // By the labels of the article's table the hotspots OP3 and OM3 would exclude each other, and D835E could not be.
    expect(findExclusion(["OP3", "OM3"])).toBeNull();
    expect(findExclusion(["OP3", "OM4"])).toEqual(["OP3", "OM4"]);
  });

  it("count each criterion once", () => {
    expect(() => scoreCriteria(["OP4", "OP4"])).toThrow("twice");
  });
});
