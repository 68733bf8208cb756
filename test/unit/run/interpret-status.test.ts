import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { testedNegative } from "../../../src/report/render/front/tested-negative.ts";
import { noEvidence, type EvidenceRequests } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));
const folder = mkdtempSync(join(tmpdir(), "metaction-status-"));

function written(name: string, text: string): { source: ReturnType<typeof fileSource> } {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { source: fileSource(path) };
}

async function interpret(evidence: Partial<EvidenceRequests>): Promise<Report> {
  const request = {
    ...noEvidence,
    ...evidence,
    id: "case",
    tumorType: "BRCA",
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    toolVersion: "0",
  };
  return await interpretCase(request, knowledgebase);
}

test("a case of stains alone ranks what they meet, and its rows add up", async () => {
  const ihc = written("ihc.csv", "marker,score,clone\nHER2,3+,4B5\nER,90%,SP1\nFoo,positive,\n");
  const report = await interpret({ ihc: [ihc] });
  const labels = report.findings.map(({ label }) => label).toSorted();
  expect(labels).toEqual(["ER IHC 90 %", "Foo IHC positive", "HER2 IHC 3+"]);
  const { read, matched, notMatched, setAside, refused } = report.counts.ihc ?? {};
  expect({ read, refused, setAside }).toEqual({ read: 3, refused: 0, setAside: 0 });
  expect((matched ?? 0) + (notMatched ?? 0)).toBe(3);
  expect(
    report.targets.some(
      ({ therapy, amp }) => therapy.id.includes("trastuzumab") && amp.tier === "I",
    ),
  ).toBe(true);
  expect(report.problems.map(({ code }) => code)).toEqual(["stain-unknown"]);
  expect(report.inputs).toMatchObject([{ role: "ihc", name: "ihc.csv", format: "ihc-table" }]);
});

test("values without a verdict get that of the program's published cut-off, or none", async () => {
  const rows = [
    "MSI,12,%,,MSIsensor",
    "MSI,5,%,,MSIsensor",
    "MSI,2,%,,MSIsensor",
    "MSI,0.41,,,MANTIS",
    "MSI,30,%,,MSIsensor2",
  ];
  const status = written("status.csv", `marker,value,unit,status,method\n${rows.join("\n")}\n`);
  const report = await interpret({ status: [status] });
  expect(report.findings.map(({ label }) => label).toSorted()).toEqual([
    "MSI 30 %",
    "MSI 5 %",
    "MSI high",
    "MSI high",
    "MSI stable",
  ]);
  expect(report.problems).toMatchObject([{ code: "status-disagrees", severity: "warning" }]);
  expect(report.findings.find(({ label }) => label === "MSI stable")?.support).toMatchObject({
    text: "2 %, stable by the cut-off of PMID 30211344",
  });
});

test("the same row in two files is one finding, whatever the order of the files", async () => {
  const one = written("one.csv", "marker,value,status\nMSI,,MSS\n");
  const two = written("two.csv", "marker,value,status\nMSI,,stable\nHRD,,deficient\n");
  const labels = async (status: readonly (typeof one)[]) =>
    (await interpret({ status })).findings.map(({ label }) => label);
  expect(await labels([one, two])).toEqual(["HRD deficient", "MSI stable"]);
  expect(await labels([two, one])).toEqual(["HRD deficient", "MSI stable"]);
});

test("what was not given is listed, and what was given is not", async () => {
  const given = written("msi.csv", "marker,value,status\nMSI,,MSS\n");
  const report = await interpret({ status: [given] });
  const entry = report.notAssessed.find(({ code }) => code === "signatures-not-given");
  expect(entry?.what).not.toMatch(/microsatellite/i);
  expect(entry?.what).toMatch(/homologous/i);
});

test.each([
  ["TMB,40,mut/Mb,low,", "TMB 40 mutations/Mb, called low"],
  ["TMB,3,mut/Mb,high,", "TMB 3 mutations/Mb, called high"],
  ["MSI,30,,stable,MSIsensor", "MSI 30, called stable"],
])(
  "a value and a verdict that contradict each other (%s) are told and decide nothing",
  async (row, label) => {
    const status = written("status.csv", `marker,value,unit,status,method\n${row}\n`);
    const report = await interpret({ status: [status] });
    expect(report.findings.map((finding) => finding.label)).toEqual([label]);
    expect(report.targets).toEqual([]);
    expect(report.problems).toMatchObject([
      { code: "status-contradicts-value", severity: "warning", where: { line: 2 } },
    ]);
    expect(testedNegative(report)).toBe(
      `not negative by value alone, no statement met: ${label}; of genes, no file shows absence`,
    );
  },
);

test("a value without a unit is not called missing, and what it lacks is said", async () => {
  const status = written("status.csv", "marker,value,unit,status\nTMB,12,,\n");
  const report = await interpret({ status: [status] });
  const gap = report.notAssessed.find(({ genes }) => genes.includes("TMB"));
  expect(gap).toMatchObject({ code: "status-unit-missing", genes: ["TMB"] });
  expect(report.problems).toMatchObject([{ code: "status-unit-missing", severity: "warning" }]);
});
