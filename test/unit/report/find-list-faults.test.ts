import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Refusal } from "../../../src/model/refusal.ts";
import type { Report } from "../../../src/model/report.ts";
import { findListFaults } from "../../../src/report/find-list-faults.ts";
import { parseReport } from "../../../src/report/parse-report.ts";

const cases = join(import.meta.dirname, "../../../fixtures/cases");
const stored = (name: string): Report =>
  JSON.parse(readFileSync(join(cases, name, "expected/report.json"), "utf8"));
const names = readdirSync(cases, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const braf = (): Report => stored("colorectal-liver-braf");
const pointersOf = (report: Report): string[] =>
  findListFaults(report).map(({ pointer }) => pointer);

test.each(names)("the report of %s agrees with itself", (name) => {
  expect(findListFaults(stored(name))).toEqual([]);
});

test("a list of what is blocked that was emptied is missed by the findings", () => {
  const [fault] = findListFaults({ ...braf(), blocked: [] });
  expect(fault?.pointer).toBe("/blocked");
  expect(fault?.text).toMatch(/^80 of the \d+ statements that its findings meet stand neither/);
});

test("one blocked therapy that was taken out is missed, where it alone shows a statement", () => {
  const report = braf();
  const others = (at: number): Report => ({ ...report, blocked: report.blocked.toSpliced(at, 1) });
  const missed = report.blocked.filter((_, at) => findListFaults(others(at)).length > 0);
  expect(missed.map(({ therapy }) => therapy.label)).toContain("Vemurafenib");
});

test("ranks that leave a target out, or targets in another order, are told by their place", () => {
  const report = braf();
  const [first, second, ...others] = report.targets;
  if (first === undefined || second === undefined) throw new Error("two targets are needed");
  expect(pointersOf({ ...report, targets: [first, ...others] })).toContain("/targets/0");
  expect(pointersOf({ ...report, targets: [second, first, ...others] })).toEqual(["/targets/0"]);
});

test("counts that do not add up are told by their kind", () => {
  const report = braf();
  const { variants } = report.counts;
  if (variants === null) throw new Error("counts of variants are needed");
  const counts = { ...report.counts, variants: { ...variants, setAside: variants.setAside + 1 } };
  expect(pointersOf({ ...report, counts })).toEqual(["/counts/variants"]);
});

test("statements beside a normal state that alone speaks for a therapy are not missed", () => {
  const report = braf();
  const notAssessed = [
    ...report.notAssessed,
    { code: "normal-state-only", what: "", reason: "", settledBy: "", statements: 1, genes: [] },
  ];
  expect(findListFaults({ ...report, blocked: [], notAssessed })).toEqual([]);
});

test("such a report is refused, but where what was changed is asked for", () => {
  const text = JSON.stringify({ ...braf(), blocked: [] });
  const parse = (): Report => parseReport(text, "report.json");
  expect(parse).toThrow(Refusal);
  expect(parse).toThrow(/report\.json is no whole report: 80 of/);
  expect(parseReport(text, "report.json", { mayBeEdited: true }).blocked).toEqual([]);
});
