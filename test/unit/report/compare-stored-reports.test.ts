import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BlockedTherapy, Report, Target } from "../../../src/model/report.ts";
import { compareStoredReports } from "../../../src/report/compare-stored-reports.ts";
import { parseReport } from "../../../src/report/parse-report.ts";

const stored = join(
  import.meta.dirname,
  "../../../fixtures/cases/colorectal-liver-braf/expected/report.json",
);
const report = parseReport(readFileSync(stored, "utf8"), "report.json");
const digest = "0".repeat(64);
const withoutFirst: Partial<Report> = { targets: report.targets.slice(1) };
const otherTool: Partial<Report> = { tool: { name: "metaction", version: "9.9.9" } };
const otherContent: Partial<Report> = {
  knowledgebase: { ...report.knowledgebase, sha256: digest },
};
const asOf = { date: "2016-06-30", statementsLeftOut: 1, approvalsLeftOut: 0, undated: 2 };
const otherDay: Partial<Report> = { knowledgebase: { ...report.knowledgebase, asOf } };
const otherFile = (role: string): Partial<Report> => ({
  inputs: report.inputs.map((input) =>
    input.role === role ? { ...input, sha256: digest } : input,
  ),
});

function compare(changes: Partial<Report>) {
  return compareStoredReports(report, { ...report, ...changes });
}

test("a report is the same as itself, and so is what it was made with", () => {
  expect(compare({})).toEqual({
    changes: [],
    findings: { gained: [], lost: [] },
    lesions: [],
    origins: [],
    cause: null,
    conclusion: "Ranking and findings are the same, and so is what they were made with.",
  });
});

test.each([
  ["knowledgebase", otherContent],
  ["knowledgebase", otherDay],
  ["tool", otherTool],
  ["data", otherFile("variants")],
  ["case", otherFile("case")],
  ["settings", { settings: { ...report.settings, strict: "as never before" } }],
  ["case", { case: { ...report.case, biopsySite: "Moon" } }],
] as const)("the %s is the cause when nothing else changed", (cause, changes) => {
  const { cause: found, origins, changes: seen } = compare({ ...withoutFirst, ...changes });
  expect([found, origins.map(({ origin }) => origin)]).toEqual([cause, [cause]]);
  expect(seen[0]).toMatchObject({ kind: "lost", therapy: report.targets[0]?.therapy.label });
});

test("what caused a difference cannot be told apart when several changed", () => {
  const { cause, conclusion } = compare({ ...withoutFirst, ...otherTool, ...otherContent });
  expect(cause).toBeNull();
  expect(conclusion).toBe(
    "Changed are the knowledgebase and the version of metaction: which of them is the cause cannot be told apart from the reports. Annotate the case again with one change at a time.",
  );
});

test("a statement of both that says something else now is named beside those of one alone", () => {
  const [first, ...others] = report.targets;
  if (first === undefined) throw new Error("the report ranks no target");
  const [row, ...rows] = first.evidence;
  if (row === undefined) throw new Error("the target has no evidence");
  const evidence = [{ ...row, evidenceLevel: "D" as const }, ...rows.slice(0, -1)];
  const target: Target = { ...first, amp: { ...first.amp, level: "B" }, evidence };
  const { changes } = compare({ targets: [target, ...others] });
  expect(changes).toMatchObject([
    { kind: "tier", statements: [`-${rows.at(-1)?.statement}`, `~${row.statement}`] },
  ]);
  // What it is worth in another tumor is no revision of it.
  const elsewhere = [{ ...row, ampLevel: "C" as const }, ...rows];
  const moved: Target = { ...first, amp: { ...first.amp, level: "B" }, evidence: elsewhere };
  expect(compare({ targets: [moved, ...others] }).changes[0]?.statements).toEqual([]);
});

test("a change that moved nothing is no cause", () => {
  const { cause, conclusion } = compare(otherTool);
  expect([cause, conclusion]).toEqual([
    null,
    "Ranking and findings are the same, with a change of the version of metaction.",
  ]);
});

test("a flag that came or went is told, also where no rank moved", () => {
  const [first, ...others] = report.targets;
  const flag = { code: "acquired-resistance-possible", text: "Given before: x." };
  const flagged = { ...report, targets: [{ ...first!, flags: [flag] }, ...others] };
  const therapy = first!.therapy.label;
  expect(compareStoredReports(report, flagged).changes).toEqual([
    { kind: "flag", therapy, text: `${flag.code}: ${flag.text}`, statements: [] },
  ]);
  expect(compareStoredReports(flagged, report).changes).toEqual([
    { kind: "flag", therapy, text: `no longer ${flag.code}: ${flag.text}`, statements: [] },
  ]);
  const reworded = {
    ...flagged,
    targets: [{ ...first!, flags: [{ ...flag, text: "y" }] }, ...others],
  };
  expect(compareStoredReports(flagged, reworded).changes).toEqual([]);
});

test("a difference without a cause is told as such", () => {
  expect(compare(withoutFirst).conclusion).toContain("do not tell what caused the difference");
});

test("a renamed file is not other data, and a replaced one is named with both digests", () => {
  const renamed = report.inputs.map((input) => ({ ...input, name: `again-${input.name}` }));
  expect(compare({ inputs: renamed }).origins).toEqual([]);
  expect(compare(otherFile("variants")).origins[0]?.details[0]).toMatch(
    /^variants metastasis\.vcf: sha256 000000000000, was [0-9a-f]{12}$/,
  );
});

test("a case file is not other data beside the part of it that changed", () => {
  const { origins } = compare({
    ...otherFile("case"),
    case: { ...report.case, biopsySite: "Moon" },
  });
  expect(origins.map(({ origin }) => origin)).toEqual(["case"]);
});

test("another tumor type is a change of the case, not of the settings as well", () => {
  const tumorType = { given: "LUAD", name: "lung adenocarcinoma", oncotree: "LUAD", doid: null };
  const settings = { ...report.settings, "tumor-type": "LUAD" };
  const { cause } = compare({
    ...withoutFirst,
    settings,
    case: { ...report.case, tumorType },
  });
  expect(cause).toBe("case");
});

test("verification that measurements bear out otherwise is a change of its own", () => {
  const targets = report.targets.map((target, at): Target =>
    at === 0
      ? { ...target, verification: { ...target.verification, state: "contradicted" } }
      : target,
  );
  expect(compare({ targets }).changes).toMatchObject([
    {
      kind: "verification",
      text: expect.stringMatching(/^contradicted, was not informative: BRAF V600E/),
    },
  ]);
});

describe("what moved no rank", () => {
  const [first, ...others] = report.targets;
  const [entry, ...entries] = report.blocked;
  if (first === undefined || entry === undefined) throw new Error("the report is too short");
  const therapy = first.therapy.label;
  const [row, ...rows] = first.evidence;
  if (row === undefined) throw new Error("the target has no evidence");
  const withEvidence = (evidence: Target["evidence"]): Partial<Report> => ({
    targets: [{ ...first, evidence }, ...others],
  });

  test("is told of weaker counter-evidence that came, went or became another kind", () => {
    const as = (kind: BlockedTherapy["kind"]) => ({ blocked: [{ ...entry, kind }, ...entries] });
    const seen = (before: Partial<Report>, after: Partial<Report>) =>
      compareStoredReports({ ...report, ...before }, { ...report, ...after }).changes.map(
        ({ kind, therapy: of, text }) => [kind, of, text],
      );
    const against = (text: string) => [
      "against",
      entry.therapy.label,
      `${text}: ${entry.reason.text}`,
    ];
    const gone = { blocked: entries };
    expect(seen(gone, as("resistance evidence"))).toEqual([against("resistance evidence")]);
    expect(seen(as("no benefit evidence"), gone)).toEqual([
      against("no longer no benefit evidence"),
    ]);
    expect(seen(as("no benefit evidence"), as("resistance evidence"))).toEqual([
      against("resistance evidence"),
      against("no longer no benefit evidence"),
    ]);
    expect(seen(as("blocked"), as("resistance evidence"))).toEqual([
      ["unblocked", entry.therapy.label, `was: ${entry.reason.text}`],
      against("resistance evidence"),
    ]);
    expect(seen(as("resistance evidence"), as("resistance evidence"))).toEqual([]);
  });

  test("is told of an approval that came or was withdrawn", () => {
    const approval = (status: "regular" | "withdrawn"): Partial<Report> => {
      const approvals = [{ agency: "EMA" as const, status, date: "2026-01-05", documents: [] }];
      return withEvidence([
        { ...row, approvals },
        ...rows.map((each) => ({ ...each, approvals: [] })),
      ]);
    };
    const { changes } = compareStoredReports(
      { ...report, ...approval("regular") },
      { ...report, ...approval("withdrawn") },
    );
    const statements = [`~${row.statement}`];
    const where = `2026-01-05 in ${row.disease.name}`;
    expect(changes).toEqual([
      { kind: "approval", therapy, text: `EMA withdrawn ${where}`, statements },
      { kind: "approval", therapy, text: `no longer EMA regular ${where}`, statements },
    ]);
  });

  test("is told of statements that came, went or say something else, where nothing else tells of them", () => {
    const added = { ...row, statement: "board:new", approvals: [] };
    const [second, ...rest] = rows;
    if (second === undefined) throw new Error("the target has one statement");
    const revised = { ...second, rating: second.rating === 1 ? 2 : 1 };
    expect(compare(withEvidence([row, revised, ...rest, added])).changes).toEqual([
      {
        kind: "evidence",
        therapy,
        text: "1 more, 0 fewer, 1 revised",
        statements: ["+board:new", `~${second.statement}`],
      },
    ]);
    const level = { ...first.amp, level: "B" as const };
    const lower = { ...first, amp: level, evidence: [row, revised, ...rest, added] };
    expect(compare({ targets: [lower, ...others] }).changes.map(({ kind }) => kind)).toEqual([
      "tier",
    ]);
    const cited = { ...entry, evidence: [...entry.evidence, added] };
    expect(compare({ blocked: [cited, ...entries] }).changes).toMatchObject([
      { kind: "evidence", therapy: entry.therapy.label, statements: ["+board:new"] },
    ]);
  });
});

test("findings that came and went are named", () => {
  const [gone, ...findings] = report.findings;
  const forward = compareStoredReports(report, { ...report, findings }).findings;
  const backward = compareStoredReports({ ...report, findings }, report).findings;
  expect([forward, backward]).toEqual([
    { gained: [], lost: [gone?.label] },
    { gained: [gone?.label], lost: [] },
  ]);
});
