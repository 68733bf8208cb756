import { describe, expect, test } from "vitest";
import { makeProblem } from "../../../../src/model/problem.ts";
import { makeProblemKinds } from "../../../../src/run/check/problem-kinds.ts";

describe("makeProblemKinds", () => {
  test("keeps five examples of each kind and counts the rest, the most severe kind first", () => {
    const { report, kinds } = makeProblemKinds();
    for (let line = 1; line <= 7; line++) {
      const where = { file: "x.vcf", line };
      report(makeProblem("vcf-unsorted", "warning", "unsorted", { where }));
    }
    report(makeProblem("file-empty", "error", "empty", { hint: "Fill it." }));
    report(makeProblem("new-code", "notice", "new"));
    const found = kinds();
    expect(found.map(({ code, count }) => [code, count])).toEqual([
      ["file-empty", 1],
      ["vcf-unsorted", 7],
      ["new-code", 1],
    ]);
    expect(found[1]?.examples.map(({ where }) => where?.line)).toEqual([1, 2, 3, 4, 5]);
  });

  test("says one thing to do about each kind: the hint of the problem, or that of its code", () => {
    const { report, kinds } = makeProblemKinds();
    report(makeProblem("vcf-unsorted", "warning", "unsorted"));
    report(makeProblem("file-empty", "error", "empty", { hint: "Fill it." }));
    report(makeProblem("new-code", "notice", "new"));
    expect(kinds().map(({ fix }) => fix)).toEqual([
      "Fill it.",
      expect.stringContaining("bcftools sort"),
      expect.stringMatching(/./),
    ]);
  });
});
