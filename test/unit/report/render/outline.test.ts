import { expect, test } from "vitest";
import { buildReport } from "../../../../src/report/build-report.ts";
import { outlineReport } from "../../../../src/report/render/outline.ts";
import { emptyParts, makeTarget, sampleParts } from "../sample-report.ts";

test("the summary counts targets, resistance and gaps", () => {
  expect(outlineReport(buildReport(sampleParts())).summary).toBe(
    "10 targets at tier I or II and 2 others; 2 therapies blocked by resistance; 3 questions not assessed.",
  );
  expect(outlineReport(buildReport({ ...emptyParts(), notAssessed: [] })).summary).toBe(
    "No actionable target was found.",
  );
});

test("targets without a high tier are not counted as such", () => {
  const weak = makeTarget({
    amp: { level: null, tier: null, reason: { code: "weak", text: "Weak." }, statements: [] },
  });
  const parts = { ...emptyParts(), targets: [weak], notAssessed: [] };
  expect(outlineReport(buildReport(parts)).summary).toBe("1 target, none at tier I or II.");
});

test("eight targets lead, the rest follow; blocked therapies stand apart from weaker counter-evidence", () => {
  const outline = outlineReport(buildReport(sampleParts()));
  expect(outline.leading).toHaveLength(8);
  expect(outline.remaining.map(({ rank }) => rank)).toEqual([9, 10, 11, 12]);
  expect(outline.blocked.map(({ kind }) => kind)).toEqual(["blocked", "blocked"]);
  expect(outline.against.map(({ kind }) => kind)).toEqual([
    "resistance evidence",
    "no benefit evidence",
  ]);
});
