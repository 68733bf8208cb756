import { expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { explainWhyNot } from "../../../src/report/explain-why-not.ts";
import { emptyParts, sampleParts } from "./sample-report.ts";

const report = buildReport(sampleParts());

function codes(given: Report, query: string): string[] {
  return explainWhyNot(given, query).map(({ code }) => code);
}

test("what is ranked is said to be, with what holds it back", () => {
  const [first] = explainWhyNot(report, "Encorafenib + Cetuximab");
  expect(first?.happened).toMatch(/^It is ranked, at 1\. ./u);
});

test("a finding without a target says what it met, and what would make one of it", () => {
  const lonely = { ...report, targets: [], blocked: [] };
  const finding = lonely.findings[0];
  const [first] = explainWhyNot(lonely, finding?.label ?? "");
  expect(first?.code).toBe("no-target");
  expect(first?.settledBy).not.toBeNull();
});

test("every blocked therapy, every example set aside and every gene left open has an answer", () => {
  for (const { therapy } of report.blocked) expect(codes(report, therapy.label)).not.toEqual([]);
  for (const { code, examples } of report.setAside) {
    for (const { label } of examples) expect(codes(report, label)).toContain(`set-aside-${code}`);
  }
  for (const gene of report.notAssessed.flatMap(({ genes }) => genes)) {
    expect(codes(report, gene.toLowerCase())).toContain("not-assessed");
  }
});

test.each([
  ["lesion-lacks-it", "Nothing in these files: its reads would have shown it."],
  ["lesion-not-assessable", "Deeper reading of the lesion to be treated"],
])("a target of another lesion, with %s, says what would settle it", (code, settledBy) => {
  const target = {
    id: "t",
    therapy: { id: "alpelisib", label: "Alpelisib" },
    alterations: [{ observation: "o", label: "PIK3CA H1047R", gene: "PIK3CA" }],
    level: "A",
    tier: "I",
    lesions: ["colon"],
    state: code === "lesion-lacks-it" ? ("primary-only" as const) : ("not assessable" as const),
    reason: { code, text: "It is called in colon." },
    statements: [],
  };
  const lesions = {
    treated: "liver",
    minAltReads: 3,
    specimens: [],
    alterations: [],
    notRanked: [target],
    caveat: { code: "single-region", text: "One sample." },
  };
  const found = explainWhyNot({ ...report, lesions }, "Alpelisib");
  expect(found.find((each) => each.code === "other-lesion")?.settledBy).toContain(settledBy);
});

test("what the report does not hold has none", () => {
  expect(explainWhyNot(buildReport(emptyParts()), "no such thing")).toEqual([]);
});

test("a change that was not called is said to be, before what was left open of its gene", () => {
  const [first] = explainWhyNot(report, "BRAF K601E");
  expect(first).toMatchObject({ code: "not-called", what: "BRAF K601E" });
  expect(codes(report, "BRAF V600E")).not.toContain("not-called");
  expect(codes(report, report.blocked[0]?.therapy.label ?? "")).not.toContain("not-called");
});

test("a statement is known by the record as reports print it", () => {
  const statement = report.targets[0]?.evidence[0]?.statement ?? "";
  expect(statement).toMatch(/^civic:EID/u);
  expect(codes(report, statement.slice("civic:".length))).toEqual(codes(report, statement));
});
