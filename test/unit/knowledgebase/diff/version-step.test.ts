import { expect, test } from "vitest";
import { judgeVersions, largestStep } from "../../../../src/knowledgebase/diff/version-step.ts";

test.each([
  ["2026.11.0", "2026.12.0", "2026-12-03", "major", true, "2026.12.0"],
  ["2026.11.0", "2026.11.1", "2026-12-03", "minor", false, "2026.12.0"],
  ["2026.11.0", "2026.11.0", "2026-11-28", "minor", false, "2026.12.0"],
  ["2026.12.0", "2026.12.0", "2026-12-28", "major", false, "2027.1.0"],
  ["2026.11.0", "2026.11.1", "2026-11-28", "patch", true, "2026.11.1"],
  ["2026.11.0", "2026.11.0", "2026-11-28", "patch", false, "2026.11.1"],
  ["2026.11.3", "2026.10.0", "2026-11-28", "none", false, "2026.11.3"],
  ["2026.11.3", "2026.11.3", "2026-11-28", "none", true, "2026.11.3"],
] as const)(
  "from %s to %s of %s, a %s step: %s, else %s",
  (from, version, date, step, ok, next) => {
    expect(judgeVersions(from, { version, date }, step)).toMatchObject({
      isRight: ok,
      suggested: next,
    });
  },
);

test("the largest of several steps counts, and of none it is none", () => {
  expect(largestStep(["patch", "major", "minor"])).toBe("major");
  expect(largestStep([])).toBe("none");
});
