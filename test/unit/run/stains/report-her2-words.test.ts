import { expect, test } from "vitest";
import type { Problem } from "../../../../src/model/problem.ts";
import { reportHer2Words } from "../../../../src/run/stains/report-her2-words.ts";
import { ish, stain } from "../../assess/verification/constructed-proteins.ts";

function problemsOf(...stains: Parameters<typeof reportHer2Words>[0]): Problem[] {
  const problems: Problem[] = [];
  reportHer2Words(stains, (problem) => void problems.push(problem));
  return problems;
}

test.each(["positive", "negative"])("HER2 %s without a score is warned about", (word) => {
  const [problem, other] = problemsOf(stain("ERBB2", word), ish("ratio", 2.5));
  expect(other).toBeUndefined();
  expect(problem).toMatchObject({
    code: "her2-score-missing",
    severity: "warning",
    where: { file: "ihc.csv", line: 2 },
  });
  expect(problem?.message).toContain(`is stated as ${word} without a score`);
});

test.each([
  ["a grade beside the word", [stain("ERBB2", "positive"), stain("ERBB2", "3+")]],
  ["overexpression, which is a strong stain", [stain("ERBB2", "overexpressed")]],
  ["another protein", [stain("ESR1", "positive")]],
  [
    "in situ hybridization, whose word is a result",
    [stain("ERBB2", "positive", { assay: "FISH" })],
  ],
])("%s is not", (_, stains) => {
  expect(problemsOf(...stains)).toEqual([]);
});
