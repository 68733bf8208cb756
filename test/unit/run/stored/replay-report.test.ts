import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type ByteSource, fileSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Finding, Report } from "../../../../src/model/report.ts";
import { compareWithStored } from "../../../../src/run/stored/compare-with-stored.ts";
import { compareReports } from "../../../../src/report/compare-reports.ts";
import { parseReport } from "../../../../src/report/parse-report.ts";
import { observationOfFinding } from "../../../../src/run/stored/observation-of-finding.ts";
import { noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";
import { replayReport } from "../../../../src/run/stored/replay-report.ts";

const folder = mkdtempSync(join(tmpdir(), "replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = join(import.meta.dirname, "../../../../fixtures/cases");
const knowledgebase = loadKnowledgebase(join(import.meta.dirname, "../../../../knowledgebase"));
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

function fileOf(name: string, lines: readonly string[]): ByteSource {
  const path = join(mkdtempSync(join(folder, "case-")), name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return fileSource(path);
}

/** A case of these files. */
async function interpret(
  tumorType: string,
  files: {
    readonly ihc?: readonly string[];
    readonly copies?: readonly string[];
    readonly proteins?: readonly string[];
    readonly status?: readonly string[];
    readonly variants?: readonly string[];
    readonly substrates?: readonly string[];
  },
): Promise<Report> {
  const { ihc, copies, proteins, status, variants, substrates } = files;
  const one = (name: string, lines: readonly string[] | undefined) =>
    lines === undefined ? [] : [{ source: fileOf(name, lines) }];
  return await interpretCase(
    {
      id: "case",
      tumorType,
      ...noEvidence,
      ...(variants === undefined
        ? {}
        : { assembly: "GRCh38", variants: fileOf("v.csv", ["gene,change", ...variants]) }),
      ...(substrates === undefined
        ? {}
        : { kinaseSubstrates: fileOf("k.csv", ["kinase,substrate,site", ...substrates]) }),
      ihc: one("ihc.csv", ihc && ["marker,score,unit,assay,clone", ...ihc]),
      copyNumber: one("copies.csv", copies && ["gene,copies", ...copies]),
      status: one("status.csv", status && ["marker,value,unit,status,method", ...status]),
      protein: one("proteins.csv", proteins).map((each) => ({ ...each, sample: "CASE" })),
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    await knowledgebase,
  );
}

const samples = Array.from({ length: 24 }, (_, index) => `R${index}`);
const row = (gene: string, value: number): string =>
  [gene, value, ...samples.map((_, index) => (Math.sin(index * 7) / 2).toFixed(3))].join(",");
const table = (...rows: readonly string[]): string[] => [
  ["gene", "CASE", ...samples].join(","),
  ...["EGFR", "KIT", "MET", "TP53", "ALK", "AR", "KRAS", "NRAS"].map((gene) => row(gene, 0.02)),
  ...rows,
];

const substrateSites = ["MAPK1_pT185", "MAPK1_pY187", "MAPK3_pT202", "MAPK3_pY204"];

describe("a stored report", () => {
  test.each<readonly [string, string, Parameters<typeof interpret>[1]]>([
    ["HER2 3+ alone", "BRCA", { ihc: ["HER2,3+,,,"] }],
    ["HER2 3+ with its assay", "BRCA", { ihc: ["HER2,3+,,HercepTest,4B5"] }],
    [
      "HER2 2+ and a negative hybridization",
      "BRCA",
      { ihc: ["HER2,2+,,,", "HER2,negative,,FISH,"] },
    ],
    ["HER2 2+ and a positive one", "BRCA", { ihc: ["HER2,2+,,,", "HER2,positive,,FISH,"] }],
    [
      "HER2 2+ and counts of group 3",
      "BRCA",
      { ihc: ["HER2,2+,,,", "HER2,1.9,ratio,,", "HER2,6.4,copies,,"] },
    ],
    [
      "HER2 3+ and counts of group 5",
      "BRCA",
      { ihc: ["HER2,3+,,,", "HER2,1.2,ratio,,", "HER2,2.1,copies,,"] },
    ],
    ["HER2 3+ beside copies", "BRCA", { ihc: ["HER2,3+,,,"], copies: ["ERBB2,12"] }],
    [
      "percentages and antibodies",
      "NSCLC",
      { ihc: ["PD-L1,60,TPS,PD-L1 IHC 22C3 pharmDx,22C3", "PTEN,5,%,,SP218"] },
    ],
    [
      "mismatch repair",
      "COAD",
      { ihc: ["MLH1,lost,,,", "PMS2,lost,,,", "MSH2,retained,,,"], status: ["MSI,,,MSI-H,PCR"] },
    ],
    [
      "a row of several genes that is no outlier",
      "BRCA",
      { copies: ["ERBB2,12"], proteins: table(row("ERBB2;ERBB3", 0.02)) },
    ],
    [
      "a protein that is no outlier",
      "BRCA",
      { copies: ["ERBB2,12"], proteins: table(row("ERBB2", 0.02)) },
    ],
    [
      "a protein that is high and its site that is low",
      "BRCA",
      { copies: ["ERBB2,12"], proteins: table(row("ERBB2", 4), row("ERBB2_pY1248", -4)) },
    ],
    ["a protein that no table has", "BRCA", { copies: ["ERBB2,12"], proteins: table() }],
    ...(["high", "low"] as const).map((seen): [string, string, Parameters<typeof interpret>[1]] => [
      `a kinase of ${seen} activity`,
      "SKCM",
      {
        variants: ["BRAF,V600E"],
        substrates: substrateSites.map((site) => `BRAF,${site.replace("_p", ",")}`),
        proteins: table(
          ...Array.from({ length: 40 }, (_, index) => row(`EGFR_pS${200 + index}`, index / 100)),
          ...substrateSites.map((site) => row(site, seen === "high" ? 3 : -3)),
        ),
      },
    ]),
  ])("of %s gives its ranking, evidence and verdicts again", async (_, tumorType, files) => {
    const report = await interpret(tumorType, files);
    expect(report.targets.length).toBeGreaterThan(0);
    const kb = await knowledgebase;
    expect(compareWithStored(report, replayReport(report, kb), kb)).toEqual([]);
  });

  test("says the genes of what its findings do not give again", async () => {
    const kb = await knowledgebase;
    const report = await interpret("BRCA", { ihc: ["HER2,3+,,,", "ER,90,%,,"] });
    const [her2] = report.findings.filter(({ gene }) => gene === "ERBB2");
    if (her2 === undefined) throw new Error("no finding");
    const unlike = (changed: Partial<Report>, from: typeof kb = kb) => {
      const stored = { ...report, ...changed };
      return compareWithStored(stored, replayReport(stored, from), from);
    };
    const others = report.findings.filter((each) => each !== her2);
    expect(unlike({ findings: others })).toEqual([
      { genes: ["ERBB2"], reason: expect.stringContaining("do not give its ranking again (") },
    ]);
    expect(unlike({ findings: [...others, { ...her2, label: "unreadable" }] })[0]).toEqual({
      genes: ["ERBB2"],
      reason: "the finding unreadable cannot be rebuilt from it",
    });
    const verdicts = report.targets.map((target) => ({
      ...target,
      verification: { ...target.verification, state: "not supported" as const },
    }));
    expect(unlike({ targets: verdicts })[0]?.genes).toContain("ERBB2");

    const another = { ...kb, sha256: "0".repeat(64) };
    expect(unlike({}, another)).toEqual([]);
    expect(unlike({ findings: others }, another)).toEqual([
      { genes: ["ERBB2"], reason: expect.stringContaining("do not meet again what it cites (") },
    ]);
    const revised = kb.statements.map((each) =>
      each.gene === "ERBB2" ? { ...each, evidenceLevel: "E" as const } : each,
    );
    expect(unlike({ findings: others }, { ...another, statements: revised })).toEqual([]);
  });

  test("names a stain that no gene was known for by the gene that it has now", async () => {
    const report = await interpret("BRCA", { ihc: ["HER2,3+,,,"] });
    const findings = report.findings.map((finding) => ({ ...finding, gene: null }));
    const replayed = replayReport({ ...report, findings }, await knowledgebase);
    expect(compareReports(report, replayed)).toEqual([]);
  });
});

describe("a finding", () => {
  const [first] = read("colorectal-liver-braf").findings;
  if (first === undefined) throw new Error("no finding");
  const rebuilt = (parts: Partial<Finding>) =>
    observationOfFinding({ ...first, ...parts })?.alteration;

  const value = { kind: "value", value: null, text: "", method: null } as const;
  const her2 = { kind: "ihc", gene: "ERBB2", support: { ...value, unit: null } } as const;
  const ratio = { ...value, unit: "ratio" };

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
      { kind: "fusion", description: "IGH@::BCL2, in frame" },
      { kind: "fusion", fivePrime: "IGH@", threePrime: "BCL2", inFrame: true },
    ],
    [
      { ...her2, label: "HER2 ISH 2.3 ratio", description: "2.3 ratio; FISH", support: ratio },
      { kind: "ihc", marker: "HER2", score: "2.3", unit: "ratio", assay: "FISH", clone: null },
    ],
    [
      { ...her2, label: "HER2 ISH positive", description: "positive; FISH; dual probe" },
      { kind: "ihc", score: "positive", unit: null, assay: "FISH; dual probe", clone: null },
    ],
    [
      { ...her2, label: "HER2 IHC 3+", description: "3+; clone 4B5" },
      { kind: "ihc", score: "3+", unit: null, assay: null, clone: "4B5" },
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
