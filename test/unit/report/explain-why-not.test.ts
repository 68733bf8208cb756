import { describe, expect, test } from "vitest";
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
  const combined = { ...target, therapy: { id: "alpelisib+x", label: "Alpelisib + X" } };
  expect(codes({ ...report, lesions: { ...lesions, notRanked: [combined] } }, "Alpelisib")).toEqual(
    ["other-lesion"],
  );
});

describe("an alteration that another lesion calls and that speaks against a therapy", () => {
  const resisting = (here: "absent" | "not assessable"): Report => {
    const reason = { code: "lesion", text: "It is not called." };
    const cell = { vaf: null, depth: null, altReads: null, cellFraction: null, reason };
    const nras = { observation: "o", label: "NRAS Q61K", gene: "NRAS" };
    const therapy = { level: "A", blocks: true, statements: ["civic:EID993"] };
    return {
      ...report,
      lesions: {
        treated: "lung",
        minAltReads: 3,
        specimens: [],
        alterations: [
          {
            ...nras,
            kind: "small-variant",
            state: "not assessable",
            reason,
            targets: [],
            isInTreated: false,
            cells: [
              { specimen: "lung", state: here, ...cell },
              { specimen: "liver", state: "present", ...cell },
            ],
          },
        ],
        notRanked: [],
        resistance: [
          {
            ...nras,
            lesions: ["liver"],
            here,
            reason,
            therapies: [
              { id: "cetuximab", label: "Cetuximab", ...therapy },
              { id: "panitumumab", label: "Panitumumab", ...therapy },
            ],
          },
        ],
        caveat: { code: "single-region", text: "One sample." },
      },
    };
  };

  test("is called there, and never said to be in no file", () => {
    const told = explainWhyNot(resisting("not assessable"), "NRAS Q61K");
    expect(told.map(({ code }) => code)).not.toContain("not-called");
    expect(told.slice(0, 2)).toMatchObject([
      {
        code: "lesion",
        happened:
          "The lesion to be treated, lung, does not call it; liver does (not assessable). It is not called.",
      },
      {
        code: "resistance-in-other-lesion",
        what: "Resistance by NRAS Q61K of liver",
        happened:
          "It would block Cetuximab (civic:EID993); Panitumumab (civic:EID993) in a lesion that has it. In the lesion to be treated it is not excluded: it is not called.",
        settledBy: "Deeper reading of the lesion to be treated, or another --lesion.",
      },
    ]);
  });

  test.each(["Panitumumab", "EID993"])("is told where %s is asked for", (query) => {
    const told = explainWhyNot(resisting("absent"), query).filter(
      ({ code }) => code === "resistance-in-other-lesion",
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.happened).toContain("it is excluded");
    expect(told[0]?.happened).toContain("Panitumumab");
    expect(told[0]?.happened.includes("Cetuximab")).toBe(query === "EID993");
  });
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
