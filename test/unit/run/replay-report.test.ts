import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load-knowledgebase.ts";
import type { Finding } from "../../../src/model/report.ts";
import { compareReports } from "../../../src/report/compare-reports.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { observationOfFinding } from "../../../src/run/observation-of-finding.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { replayReport } from "../../../src/run/replay-report.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = join(import.meta.dirname, "../../../fixtures/cases");
const knowledgebase = loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));
const read = (name: string) =>
  parseReport(readFileSync(join(cases, name, "expected/report.json"), "utf8"), "report.json");
const names = readdirSync(cases, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(names)("the findings of %s give its ranking again", async (name) => {
  const report = read(name);
  const replayed = replayReport(report, await knowledgebase);
  expect(replayed.lost).toEqual([]);
  expect(compareReports(report, replayed)).toEqual([]);
});

test("a row of several genes gives its ranking again, and still verifies nothing", async () => {
  const kb = await knowledgebase;
  const samples = Array.from({ length: 24 }, (_, index) => `S${index}`);
  const rows = [
    ["gene", "TUMOR", ...samples],
    ["ERBB2;ERBB3", "27.4", ...samples.map((_, index) => (20 + (index % 7) / 10).toFixed(1))],
    ["MET", "20.3", ...samples.map((_, index) => (20 + (index % 5) / 10).toFixed(1))],
  ];
  const text = `${rows.map((cells) => cells.join(",")).join("\n")}\n`;
  const path = join(folder, "shared.csv");
  writeFileSync(path, text);
  const report = await interpretCase(
    {
      id: "shared",
      assembly: "GRCh38",
      tumorType: "BRCA",
      ...noEvidence,
      protein: [{ source: fileSource(path), sample: "TUMOR" }],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    kb,
  );
  const states = report.targets.map(({ verification }) => verification.state);
  expect(new Set(states)).toEqual(new Set(["equivocal"]));
  expect(report.findings.map((finding) => observationOfFinding(finding)?.alteration)).toEqual(
    ["ERBB2", "ERBB3"].map((gene) => {
      return { kind: "expression", gene, molecule: "protein", direction: "up" };
    }),
  );
  const replayed = replayReport(report, kb);
  expect(replayed.lost).toEqual([]);
  expect(compareReports(report, replayed)).toEqual([]);
  expect(replayed.targets.map(({ verification }) => verification.state)).toEqual(states);
});

describe("a finding", () => {
  const [first] = read("colorectal-liver-braf").findings;
  if (first === undefined) throw new Error("no finding");
  const rebuilt = (parts: Partial<Finding>) =>
    observationOfFinding({ ...first, ...parts })?.alteration;

  test("gives back its allele and what the allele does", () => {
    expect(rebuilt({})).toMatchObject({
      kind: "small-variant",
      allele: { assembly: "GRCh38", contig: "7", position: 140_753_336, ref: "A", alt: "T" },
      consequences: [
        {
          gene: "BRAF",
          proteinChange: "V600E",
          codingChange: "c.1799T>A",
          transcript: "ENST00000646891.2",
          terms: ["missense_variant"],
        },
      ],
      populationFrequency: null,
    });
  });

  test("of tier IV was common", () => {
    const amp = { ...first.amp, tier: "IV" as const };
    expect(rebuilt({ amp })).toMatchObject({ populationFrequency: 0.01 });
  });

  test.each<[Partial<Finding>, object | undefined]>([
    [
      { kind: "copy-number", gene: "ERBB2", description: "amplification, 8.5 copies" },
      { kind: "copy-number", gene: "ERBB2", change: "amplification", copies: 8.5 },
    ],
    [
      { kind: "copy-number", gene: "PTEN", description: "homozygous-deletion" },
      { kind: "copy-number", gene: "PTEN", change: "homozygous-deletion", copies: null },
    ],
    [
      { kind: "fusion", description: "?::ALK" },
      { kind: "fusion", fivePrime: null, threePrime: "ALK" },
    ],
    [
      { kind: "expression", gene: "ERBB2", observation: "expression:protein:ERBB2:up" },
      { kind: "expression", gene: "ERBB2", molecule: "protein", direction: "up" },
    ],
  ])("%j is of another kind", (parts, expected) => {
    expect(rebuilt(parts)).toMatchObject(expected ?? {});
  });

  test.each<Partial<Finding>>([
    { observation: "small-variant:GRCh39:7:1:A:T" },
    { observation: "small-variant:GRCh38:7:x:A:T" },
    { kind: "expression", observation: "expression:protein:ERBB2:sideways" },
    { kind: "copy-number", description: "something" },
    { kind: "fusion", description: "something" },
  ])("%j cannot be rebuilt", (parts) => {
    expect(rebuilt(parts)).toBeUndefined();
  });
});
