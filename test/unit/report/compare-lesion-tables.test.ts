import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Lesions } from "../../../src/model/lesions.ts";
import type { Report } from "../../../src/model/report.ts";
import { compareLesionTables } from "../../../src/report/compare-lesion-tables.ts";
import { compareStoredReports } from "../../../src/report/compare-stored-reports.ts";
import { parseReport } from "../../../src/report/parse-report.ts";

const stored = join(
  import.meta.dirname,
  "../../../fixtures/cases/colorectal-liver-lesions/expected/report.json",
);
const report = parseReport(readFileSync(stored, "utf8"), "report.json");
const lesions = report.lesions!;

function withLesions(changes: Partial<Lesions>): Report {
  return { ...report, lesions: { ...lesions, ...changes } };
}

test("what only the primary tumor has is told when it comes or goes, and is no sameness", () => {
  const without = withLesions({
    alterations: lesions.alterations.filter(({ label }) => label !== "PIK3CA H1047R"),
    notRanked: [],
    resistance: undefined,
  });
  const gained = compareLesionTables(without, report);
  expect(gained).toContainEqual({
    of: "alteration",
    kind: "gained",
    label: "PIK3CA H1047R",
    text: "primary-only, called in colon-2023",
  });
  expect(gained.map(({ of, kind }) => `${kind} ${of}`)).toEqual(
    expect.arrayContaining(["gained target", "gained resistance"]),
  );
  expect(compareLesionTables(report, without).map(({ kind }) => kind)).not.toContain("gained");
  const { conclusion } = compareStoredReports(without, report);
  expect(conclusion).toContain("do not tell what caused the difference");
});

test("findings of the lesion to be treated are told as findings alone", () => {
  const { lesions: _, ...alone } = report;
  const labels = compareLesionTables(alone, report).map(({ label }) => label);
  expect(labels).toContain("PIK3CA H1047R");
  expect(labels).not.toContain("BRAF V600E");
});

test("a lesion in which an alteration is seen otherwise is told with both states", () => {
  const alterations = lesions.alterations.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      row.label === "AKT1 E17K" && cell.specimen === "liver-2024"
        ? { ...cell, state: "absent" as const }
        : cell,
    ),
  }));
  expect(compareLesionTables(report, withLesions({ alterations }))).toEqual([
    {
      of: "alteration",
      kind: "changed",
      label: "AKT1 E17K",
      text: "liver-2024: absent, was below calling",
    },
  ]);
});

test("resistance that the lesion to be treated excludes no longer is told", () => {
  const resistance = lesions.resistance?.map((entry) => ({
    ...entry,
    here: "not assessable" as const,
  }));
  const [first, ...others] = compareLesionTables(report, withLesions({ resistance }));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ of: "resistance", kind: "changed", label: "PIK3CA H1047R" });
  expect(first?.text).toMatch(
    /^of colon-2023; in the lesion to be treated: not assessable; .*was: .*absent/,
  );
});
