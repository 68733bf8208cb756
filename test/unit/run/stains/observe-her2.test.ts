import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../../src/model/report.ts";
import { noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(
  join(import.meta.dirname, "../../../../knowledgebase"),
);
const folder = mkdtempSync(join(tmpdir(), "metaction-her2-"));

async function interpret(...rows: string[]): Promise<Report> {
  const path = join(folder, "ihc.csv");
  writeFileSync(path, ["marker,score,unit,assay", ...rows, ""].join("\n"));
  const request = {
    ...noEvidence,
    ihc: [{ source: fileSource(path) }],
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

const pertuzumab = "metaction:erbb2-amplification-breast-docetaxel-pertuzumab-trastuzumab";
const low = "metaction:erbb2-low-breast-trastuzumab-deruxtecan";

/** Ids of statements that a target or a blocked therapy rests on, by the label of what meets them. */
function meets(report: Report, statement: string): string[] {
  const rests = report.targets.filter(({ evidence }) =>
    evidence.some((row) => row.statement === statement),
  );
  return rests.flatMap(({ alterations }) => alterations.map(({ label }) => label));
}

describe("in situ hybridization of HER2", () => {
  test.each([
    ["group 1 beside 2+", ["HER2,2+,,", "HER2,2.5,ratio,FISH", "HER2,6.4,copies,FISH"]],
    ["group 1 without a stain", ["HER2,2.1,ratio,FISH", "HER2,4.2,copies,FISH"]],
    ["group 3 beside 2+", ["HER2,2+,,", "HER2,1.8,ratio,FISH", "HER2,6.4,copies,FISH"]],
    ["6 copies with one probe", ["HER2,6.4,copies,SISH"]],
    ["the word positive", ["HER2,positive,,FISH"]],
    ["the word positive beside a stain of that word", ["HER2,positive,,", "HER2,positive,,FISH"]],
  ])("%s is an amplification of ERBB2", async (_, rows) => {
    const report = await interpret(...rows);
    expect(meets(report, pertuzumab)).toContain("ERBB2 amplification");
    expect(meets(report, low)).toEqual([]);
    const { read, matched, notMatched } = report.counts.ihc ?? {};
    expect(read).toBe(rows.length);
    expect((matched ?? 0) + (notMatched ?? 0)).toBe(read);
    expect(matched).toBeGreaterThan(0);
    const found = report.findings.find(({ label }) => label === "ERBB2 amplification");
    expect(found?.provenance).toMatchObject({ file: "ihc.csv" });
  });

  test.each([
    ["group 5", ["HER2,1.2,ratio,FISH", "HER2,2.3,copies,FISH"]],
    ["group 2", ["HER2,2.2,ratio,FISH", "HER2,3.3,copies,FISH"]],
    ["the word negative", ["HER2,negative,,FISH"]],
  ])("%s beside 2+ is HER2-low, and no amplification", async (_, rows) => {
    const report = await interpret("HER2,2+,,", ...rows);
    expect(meets(report, low)).toEqual(["HER2 IHC 2+"]);
    expect(meets(report, pertuzumab)).toEqual([]);
    expect(report.notAssessed.map(({ code }) => code)).not.toContain("ish-open");
    const copies = report.notAssessed.find(({ code }) => code === "no-copy-number-input");
    expect(copies?.genes).not.toContain("ERBB2");
  });

  test.each([
    ["a negative one beside 3+", ["HER2,3+,,", "HER2,1.2,ratio,FISH", "HER2,2.3,copies,FISH"]],
    ["the word negative beside 3+", ["HER2,3+,,", "HER2,negative,,FISH"]],
    ["4 to below 6 copies beside 2+", ["HER2,2+,,", "HER2,4.5,copies,FISH"]],
    ["a ratio alone beside 2+", ["HER2,2+,,", "HER2,1.2,ratio,FISH"]],
    [
      "a word against its counts",
      ["HER2,negative,,FISH", "HER2,2.5,ratio,F-ISH", "HER2,7,copies,"],
    ],
    ["counts that differ", ["HER2,2.5,copies,FISH", "HER2,8,copies,FISH", "HER2,positive,,FISH"]],
  ])("%s leaves the amplification open", async (_, rows) => {
    const report = await interpret(...rows);
    expect(meets(report, pertuzumab)).toEqual([]);
    expect(meets(report, low)).toEqual([]);
    const open = report.notAssessed.find(({ code }) => code === "ish-open");
    expect(open?.genes).toEqual(["ERBB2"]);
  });
});

describe("HER2 1+", () => {
  test.each([
    ["without in situ hybridization", [], ["HER2 IHC 1+"]],
    ["beside group 5", ["HER2,1.2,ratio,FISH", "HER2,2.3,copies,FISH"], ["HER2 IHC 1+"]],
    ["beside group 1", ["HER2,2.5,ratio,FISH", "HER2,6.4,copies,FISH"], []],
    ["beside the word positive", ["HER2,positive,,FISH"], []],
    ["beside 4 to below 6 copies of one probe", ["HER2,4.5,copies,FISH"], []],
  ])("%s", async (_, rows, labels) => {
    expect(meets(await interpret("HER2,1+,,", ...rows), low)).toEqual(labels);
  });
});

describe("HER2 3+ without in situ hybridization", () => {
  test("meets the amplification for drugs against HER2, and says by what", async () => {
    const report = await interpret("HER2,3+,,");
    expect(meets(report, pertuzumab)).toEqual(["HER2 IHC 3+"]);
    expect(JSON.stringify(report.targets)).toContain("HER2-positive by IHC 3+ (ASCO/CAP)");
  });

  test("meets nothing that is about resistance, or about drugs that do not act on HER2", async () => {
    const report = await interpret("HER2,3+,,");
    const drugs = [...report.targets, ...report.blocked].flatMap(({ therapy }) => therapy.id);
    expect(drugs.filter((id) => /cetuximab|panitumumab/.test(id))).toEqual([]);
  });

  test("2+ alone leaves it open", async () => {
    const report = await interpret("HER2,2+,,");
    expect(meets(report, pertuzumab)).toEqual([]);
    const copies = report.notAssessed.find(({ code }) => code === "no-copy-number-input");
    expect(copies?.genes).toContain("ERBB2");
  });
});
