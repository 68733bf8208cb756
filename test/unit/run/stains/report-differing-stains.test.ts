import { expect, test } from "vitest";
import type { Problem } from "../../../../src/model/problem.ts";
import { reportDifferingStains } from "../../../../src/run/stains/report-differing-stains.ts";
import { ish, stain } from "../../assess/verification/constructed-proteins.ts";

function problemsOf(...stains: Parameters<typeof reportDifferingStains>[0]): Problem[] {
  const problems: Problem[] = [];
  reportDifferingStains(stains, (problem) => void problems.push(problem));
  return problems;
}

const tps = (score: string, clone = "22C3") => stain("CD274", score, { unit: "TPS", clone });

test.each([
  ["scores", [tps("60"), tps("10")]],
  ["a range and a score", [tps(">=50"), tps("10")]],
  ["neighboring ranges", [tps("<1"), tps(">=1")]],
  ["grades", [stain("ERBB2", "3+"), stain("ERBB2", "0")]],
  ["words", [stain("MLH1", "lost"), stain("MLH1", "retained")]],
  ["a word and a grade", [stain("PTEN", "lost"), stain("PTEN", "2+")]],
  ["ratios", [ish("ratio", 2.5), ish("ratio", 1.1)]],
])("%s of one stain that differ are warned about", (_, stains) => {
  expect(problemsOf(...stains)).toMatchObject([
    { code: "stains-differ", severity: "warning", where: { file: "ihc.csv", line: 2 } },
  ]);
});

test.each([
  ["other antibodies", [tps("60"), tps("10", "SP142")]],
  ["the same again", [tps("60"), tps("60")]],
  ["a range that holds the score", [tps(">=50"), tps("60")]],
  ["a word that agrees with the grade", [stain("ERBB2", "3+"), stain("ERBB2", "overexpressed")]],
  ["a stain and a hybridization", [stain("ERBB2", "0"), ish("ratio", 2.5), ish("copies", 4.5)]],
])("%s are not", (_, stains) => {
  expect(problemsOf(...stains)).toEqual([]);
});

test("the warning names both results and their lines", () => {
  expect(problemsOf(tps("60"), tps("10"))[0]?.message).toMatch(
    /^rows of one stain of CD274 state different results: 60 TPS \(ihc\.csv, line 2\), 10 TPS \(ihc\.csv, line 2\)$/,
  );
});
