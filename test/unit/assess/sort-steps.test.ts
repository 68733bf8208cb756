/** The steps of the ranking one by one (spec, clinical R6): what each compares and what it tells of it. */
import { describe, expect, test } from "vitest";
import { sortSteps } from "../../../src/assess/sort-steps.ts";
import type { EvidenceRow, Target } from "../../../src/model/report.ts";
import { makeEvidence, makeTarget } from "../report/sample-report.ts";

const documents = [{ id: "LABEL:x", label: "X, FDA label", url: "https://example.org/" }];
const approvals: EvidenceRow["approvals"] = [
  { agency: "FDA", status: "regular", date: "2020", documents },
];

/** What a step tells of a target, and its place: lower stands first. */
function step(name: string, changes: Partial<Target>): [string, number | null] {
  const found = sortSteps.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  const target = makeTarget(changes);
  return [found.value(target), found.order?.(target) ?? null];
}

const verified = (state: Target["verification"]["state"]): Partial<Target> => ({
  verification: { ...makeTarget().verification, state },
});

describe("a step of the ranking", () => {
  test("puts what an absolute assay contradicts behind everything else of its level", () => {
    expect(step("contradiction", verified("contradicted"))).toEqual(["contradicted", 1]);
    for (const state of ["verified", "not supported", "discordant", "not assessed"] as const) {
      expect(step("contradiction", verified(state))).toEqual(["not contradicted", 0]);
    }
  });

  test("tells of an approval here, of a label that leaves the case out, and of none", () => {
    const row = makeEvidence({ ampLevel: "A", approvals });
    const leftOut = makeEvidence({ ampLevel: "A", direction: "does not support", documents });
    expect(step("approval", { evidence: [row] })).toEqual(["FDA 2020", 0]);
    expect(step("approval", { evidence: [row, leftOut] })).toEqual(["left out by the label", 1]);
    expect(step("approval", { evidence: [makeEvidence()] })).toEqual(["none curated", 1]);
  });

  test("names the regimens that replaced this one, which weigh as one", () => {
    const replaced = (therapy: string): EvidenceRow =>
      makeEvidence({ supersededBy: { therapy, documents } });
    expect(step("superseded", { evidence: [makeEvidence()] })).toEqual(["no successor named", 0]);
    expect(step("superseded", { evidence: [replaced("a"), replaced("b")] })).toEqual(["a, b", 1]);
  });

  test("puts one flag and two behind none, and a drug that failed before last", () => {
    const flag = (code: string): Target["flags"][number] => ({ code, text: code });
    const other = flag("counter-evidence");
    const failed = flag("acquired-resistance-possible");
    expect(step("flags", { flags: [] })).toEqual(["none", 0]);
    expect(step("flags", { flags: [other] })).toEqual(["counter-evidence", 1]);
    expect(step("flags", { flags: [other, other] })[1]).toBe(1);
    expect(step("flags", { flags: [failed] })).toEqual(["acquired-resistance-possible", 2]);
  });

  test("takes the best rating of the rows that reach the level, and an approval for the best of all", () => {
    const rated = (...rows: Partial<EvidenceRow>[]): [string, number | null] => {
      const evidence = rows.map((row) => makeEvidence(row));
      const statements = evidence.map(({ statement }) => statement);
      return step("source rating", { evidence, amp: { ...makeTarget().amp, statements } });
    };
    expect(rated({ rating: 2 }, { rating: 4 }, { rating: 3 })).toEqual(["4", -4]);
    expect(rated({ rating: 2 }, { rating: null, approvals })).toEqual(["5", -5]);
    expect(rated({ rating: null })[0]).toBe("none");
  });

  test("breaks ties by the names of what is of one gene, where there is any", () => {
    const named = (observation: string, gene: string) => ({
      observation,
      label: `${gene} high`,
      gene,
    });
    const own = named("expression:protein:EGFR", "EGFR");
    const shared = named("expression:protein:KRAS in KRAS;NRAS", "KRAS");
    expect(step("gene", { alterations: [shared, own, named("x", "BRAF")] })[0]).toBe("EGFR, BRAF");
    expect(step("alteration", { alterations: [shared, own] })[0]).toBe("EGFR high");
    expect(step("gene", { alterations: [shared] })[0]).toBe("KRAS");
  });
});
