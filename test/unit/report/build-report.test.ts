import { expect, test } from "vitest";
import { reportSchema } from "../../../src/model/report.ts";
import { buildReport, type ReportParts } from "../../../src/report/build-report.ts";
import { emptyParts, sampleParts } from "./sample-report.ts";

test("a full report and an empty one fit the schema", () => {
  expect(reportSchema.parse(buildReport(sampleParts()))).toBeTruthy();
  expect(reportSchema.parse(buildReport(emptyParts()))).toBeTruthy();
});

test("the same pieces in another order give the same report", () => {
  const parts = sampleParts();
  const reversed: ReportParts = {
    ...parts,
    inputs: parts.inputs.toReversed(),
    settings: Object.fromEntries(Object.entries(parts.settings).toReversed()),
    knowledgebase: {
      ...parts.knowledgebase,
      sources: parts.knowledgebase.sources.toReversed(),
    },
    targets: parts.targets.toReversed(),
    blocked: parts.blocked.toReversed(),
    findings: parts.findings.toReversed(),
    setAside: parts.setAside.toReversed(),
    notAssessed: parts.notAssessed.toReversed(),
    problems: parts.problems.toReversed(),
  };
  expect(JSON.stringify(buildReport(reversed))).toBe(JSON.stringify(buildReport(parts)));
});

test("lists stand in the order in which a reader needs them", () => {
  const report = buildReport(sampleParts());
  expect(report.targets.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(report.blocked.map(({ therapy }) => therapy.label)).toEqual([
    "Cetuximab",
    "Panitumumab",
    "Selumetinib",
    "Gefitinib",
  ]);
  expect(report.findings.map(({ gene }) => gene)).toEqual(["BRAF", "KRAS", "ERBB2", "TP53"]);
  expect(report.setAside.map(({ code }) => code)).toEqual(["filtered", "synonymous"]);
  const examples = report.setAside[0]?.examples.map(({ label }) => label) ?? [];
  expect(examples).toEqual(examples.toSorted());
  expect(report.notAssessed.map(({ what }) => what)).toEqual([
    "copy number",
    "Statements about fusions",
    "What statements without a stated effect mean for treatment",
  ]);
  expect(report.inputs.map(({ role }) => role)).toEqual(["variants", "protein"]);
});

test("repeated problems fold into one whose place is the first in the file, errors before notices", () => {
  const { problems } = buildReport(sampleParts());
  expect(problems.map(({ code, count }) => [code, count])).toEqual([
    ["record-refused", 2],
    ["gene-alias", 1],
  ]);
  expect(problems[0]?.where?.line).toBe(77);
});

test("the report says how it was made and that it is for research only", () => {
  const report = buildReport(emptyParts());
  expect(report.notice).toMatch(/^Research use only/);
  const method = report.method.map(({ text }) => text).join("\n");
  for (const fact of [
    "PMID 27993330",
    "q < 0.1",
    "Mz >= 3",
    "Fewer than 20",
    "contig lengths",
    "blocks the therapy",
    "AMP level (A, B, C, D",
  ]) {
    expect(method).toContain(fact);
  }
});
