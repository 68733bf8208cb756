import { expect, test } from "vitest";
import type { SetAside } from "../../../../../src/model/report.ts";
import { buildReport } from "../../../../../src/report/build-report.ts";
import { failedFilters } from "../../../../../src/report/render/front/failed-filters.ts";
import { sampleParts } from "../../sample-report.ts";

const report = buildReport(sampleParts());

function filtered(count: number, ...labels: readonly string[]): SetAside {
  const examples = labels.map((label) => ({ label, file: "a.vcf", line: 1, sample: "T" }));
  return { code: "filtered", what: "calls filtered as x", reason: "x", count, examples };
}

test.each([
  [[filtered(1, "KRAS G12D")], "1 call: KRAS G12D"],
  [[filtered(1, "KRAS G12D"), filtered(1, "NRAS Q61K")], "2 calls: KRAS G12D, NRAS Q61K"],
  [[filtered(12_000, "KRAS G12D")], "12,000 calls: KRAS G12D and 11,999 more"],
  [[{ ...filtered(3, "EGFR Q787="), code: "synonymous" }], null],
  [[], null],
])("calls that failed a filter are named or counted", (setAside, expected) => {
  expect(failedFilters({ ...report, setAside })?.replaceAll(/[\s\u202f]/gu, " ")).toBe(
    expected ?? undefined,
  );
});
