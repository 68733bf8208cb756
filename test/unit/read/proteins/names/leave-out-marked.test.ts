import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../../src/model/problem.ts";
import { leaveOutMarked } from "../../../../../src/read/proteins/names/leave-out-marked.ts";
import { readSearchMark } from "../../../../../src/read/proteins/names/search-marks.ts";

describe("readSearchMark", () => {
  it.each([
    "rev_sp|P00533|EGFR_HUMAN",
    "REV__P36888",
    "DECOY_P04626",
    "XXX_P01116",
    "sp|rev_P1|X",
    "sp|P04626|ERBB2_HUMAN_rev",
  ])("knows the decoy %s", (name) => {
    expect(readSearchMark(name)).toBe("reverse hit");
  });

  it.each([
    "CON__P02768",
    "Cont_P04264",
    "contam_sp|P02768|ALBU_HUMAN",
    "cRAP-P00330",
    "sp|cRAP001|X",
  ])("knows the contaminant %s", (name) => {
    expect(readSearchMark(name)).toBe("contaminant");
  });

  it.each([
    "REV1",
    "REV3L",
    "CONTACTIN",
    "CNTN1",
    "P00533",
    "sp|P00533|EGFR_HUMAN",
    "CRABP2",
    "DECR1",
  ])("leaves %s", (name) => {
    expect(readSearchMark(name)).toBeNull();
  });
});

describe("leaveOutMarked", () => {
  it("sets a row aside by its first accession although its gene is that of a protein, and drops marked members behind it", () => {
    const problems: Problem[] = [];
    const rows = [
      { gene: "EGFR", accessions: "DECOY_P00533" },
      { gene: "ALB", accessions: "Cont_P02768;P02768" },
      { gene: "ERBB2", accessions: "P04626;rev_P04626" },
      { gene: "MET" },
    ];
    const left = leaveOutMarked(rows, { file: "t.csv", report: (each) => problems.push(each) });
    expect(left.rows).toEqual([{ gene: "ERBB2", accessions: "P04626" }, { gene: "MET" }]);
    expect(left.setAside).toBe(2);
    expect(problems.map(({ message }) => message)).toEqual([
      "rows that are no protein of the sample by the marks of their names were set aside (contaminant: 1, reverse hit: 1)",
    ]);
  });
});
