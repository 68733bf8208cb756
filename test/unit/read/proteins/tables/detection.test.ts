import { describe, expect, it } from "vitest";
import { isNotDetected, readDetection } from "../../../../../src/read/proteins/tables/detection.ts";
import { olink } from "../../../../../src/read/proteins/programs/olink.ts";
import { proteinLong } from "../../../../../src/read/proteins/tables/protein-long.ts";
import { proteinWide } from "../../../../../src/read/proteins/tables/protein-wide.ts";
import { codesOf, readProtein, refusalOf } from "../read-protein-text.ts";
import type { ProteinTable } from "../../../../../src/read/protein-reader.ts";

/** Gene, value, what is declared of the case, and of the others. */
function declaredOf({ rows }: ProteinTable) {
  return rows.map(({ gene, value, notDetected, cohortNotDetected }) => [
    gene,
    value,
    notDetected === undefined ? null : notDetected.value,
    cohortNotDetected === undefined ? null : [...cohortNotDetected],
  ]);
}

describe("words of detection", () => {
  it.each([
    "not detected",
    "Not_Detected",
    "undetected",
    "below LOD",
    "<LOD",
    " < lod",
    "below-LLOD",
  ])("%j says not detected, in a value and in a column", (word) => {
    expect(isNotDetected(word)).toBe(true);
    expect(readDetection(word)).toBe("not detected");
  });

  it.each(["", "NA", "NaN", "0", "12.5", "-", "ND", "n.d.", "<0.5", "<LLOQ", "failed"])(
    "%j in place of a value says nothing of detection",
    (word) => expect(isNotDetected(word)).toBe(false),
  );

  it("are yes and no only where a column asks, and ND is neither", () => {
    expect(["yes", "TRUE", "1", "detected"].map(readDetection)).toEqual(
      Array.from({ length: 4 }, () => "detected"),
    );
    expect(["no", "false", "0"].map(readDetection)).toEqual(
      Array.from({ length: 3 }, () => "not detected"),
    );
    expect(["", "NA"].map(readDetection)).toEqual([null, null]);
    expect(["ND", "maybe", "3"].map(readDetection)).toEqual(
      Array.from({ length: 3 }, () => "unknown"),
    );
    expect(isNotDetected("no")).toBe(false);
  });
});

describe("a long table with a column of detection", () => {
  const header = "sample,gene,value,detection\n";

  it("declares what is not detected; an empty cell without the word is no declaration", async () => {
    const { table, problems } = await readProtein(
      proteinLong,
      `${header}TUMOR,MTAP,,not detected\nTUMOR,KIT,,\nTUMOR,MET,9,detected\nA,MTAP,,not detected\nA,KIT,8,detected\nA,MET,8,\nB,MTAP,8.5,detected\n`,
    );
    const missing = Number.NaN;
    expect(table.detection).toBe("column detection");
    expect(declaredOf(table)).toEqual([
      ["MTAP", null, null, [1, 0]],
      ["KIT", null, null, null],
      ["MET", 9, null, null],
    ]);
    expect(table.rows[0]?.notDetected).toEqual({ value: null });
    expect(table.rows[1]?.notDetected).toBeUndefined();
    expect([...(table.rows[0]?.cohort ?? [])]).toEqual([missing, 8.5]);
    expect(codesOf(problems)).toEqual([]);
  });

  it("sets a value beside not detected aside, of the case and of others, and says where", async () => {
    const { table, problems } = await readProtein(
      proteinLong,
      `${header}TUMOR,MTAP,3.1,below LOD\nA,MTAP,3.2,below LOD\nB,MTAP,9,detected\n`,
    );
    expect(table.rows[0]).toMatchObject({ value: null, notDetected: { value: null } });
    expect([...(table.rows[0]?.cohort ?? [])]).toEqual([Number.NaN, 9]);
    expect(codesOf(problems)).toEqual(["detection-value-set-aside", "detection-value-set-aside"]);
    expect(problems[0]).toMatchObject({
      severity: "notice",
      where: { file: "t.csv", line: 2, column: 4 },
    });
  });

  it("tells a contradiction and a word that is neither, with their place, and declares nothing by them", async () => {
    const { table, problems } = await readProtein(
      proteinLong,
      `${header}TUMOR,MTAP,,detected\nTUMOR,KIT,9,ND\nTUMOR,MET,not detected,detected\nA,MTAP,8,\n`,
    );
    expect(table.rows.map(({ notDetected }) => notDetected)).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
    expect(table.rows.map(({ value }) => value)).toEqual([null, 9, null]);
    expect(table.detection).toBeUndefined();
    expect(
      problems
        .filter(({ code }) => code.startsWith("detection"))
        .map(({ code, severity, where }) => [code, severity, where?.line]),
    ).toEqual([
      ["detection-contradicted", "warning", 2],
      ["detection-unknown", "warning", 3],
      ["detection-contradicted", "warning", 4],
    ]);
  });

  it("is refused where one sample is said to have a gene detected and not detected", async () => {
    const text = `${header}TUMOR,MTAP,,not detected\nTUMOR,MTAP,,\nA,MTAP,8,\n`;
    expect(await refusalOf(proteinLong, text)).toMatchObject({ code: "gene-twice" });
  });
});

describe("a matrix", () => {
  it("declares by a word in place of the value, of the case and of others", async () => {
    const text = "gene,TUMOR,A,B\nMTAP,not detected,below LOD,9\nKIT,,NA,8\n";
    const { table } = await readProtein(proteinWide, text);
    expect(table.detection).toBe("a word in place of the value");
    expect(table.rows[0]).toMatchObject({ notDetected: { value: null } });
    expect([...(table.rows[0]?.cohortNotDetected ?? [])]).toEqual([1, 0]);
    expect(table.rows[1]?.notDetected).toBeUndefined();
  });

  it("is recognized where its first row holds the word", () => {
    expect(proteinWide.detect("gene,TUMOR,A\nMTAP,not detected,9\n")).toBe(true);
  });

  it("with samples in rows declares alike", async () => {
    const text = "sample,MTAP,KIT\nTUMOR,not detected,9\nA,8,<LOD\nB,9,7\n";
    const { table } = await readProtein(proteinWide, text);
    expect(declaredOf(table)).toEqual([
      ["MTAP", null, null, null],
      ["KIT", 9, null, [1, 0]],
    ]);
    expect(table.rows[0]?.notDetected).toEqual({ value: null });
  });

  it("of one sample may have a column of detection; beside several it is refused", async () => {
    const { table } = await readProtein(
      proteinWide,
      "gene,TUMOR,detected\nMTAP,,no\nKIT,9,yes\nMET,,\n",
    );
    expect(table.cohortSamples).toEqual([]);
    expect(table.detection).toBe("column detected");
    expect(table.rows.map(({ notDetected }) => notDetected !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
    expect(await refusalOf(proteinWide, "gene,TUMOR,A,detection\nMTAP,,9,no\n")).toMatchObject({
      code: "detection-shared",
      where: { line: 1, column: 4 },
    });
  });

  it("of linear intensities takes a declared value for no zero and no number", async () => {
    const text = "gene,TUMOR,A\nMTAP,not detected,1024\nKIT,0,2048\nMET,4096,512\n";
    const { table } = await readProtein(proteinWide, text);
    expect(table.rows.map(({ value }) => value)).toEqual([null, null, 12]);
    expect(table.rows.map(({ notDetected }) => notDetected !== undefined)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it("a number behind < is refused, and what to write is said", async () => {
  const refusal = await refusalOf(proteinWide, "gene,TUMOR,A\nMTAP,<0.5,9\n");
  expect(refusal).toMatchObject({ code: "not-a-number", where: { line: 2, column: 2 } });
  expect(refusal.hint).toContain("write not detected where the limit is that of detection");
});

describe("an Olink table", () => {
  const header = "SampleID,OlinkID,UniProt,Assay,QC_Warning,LOD,NPX\n";

  it("declares the case below its limit not detected, and keeps values below it in the cohort", async () => {
    const { table } = await readProtein(
      olink,
      `${header}TUMOR,O1,Q13126,MTAP,Pass,1,0.5\nA,O1,Q13126,MTAP,Pass,1,0.8\nB,O1,Q13126,MTAP,Pass,1,1\nC,O1,Q13126,MTAP,Pass,1,4\n`,
    );
    expect(table.detection).toBe("NPX below column LOD");
    expect(table.rows[0]).toMatchObject({ value: null, notDetected: { value: 0.5 } });
    expect([...(table.rows[0]?.cohort ?? [])]).toEqual([0.8, 1, 4]);
    expect([...(table.rows[0]?.cohortNotDetected ?? [])]).toEqual([1, 0, 0]);
  });

  it("declares nothing of a value with a quality warning, without a value or without a limit", async () => {
    const { table } = await readProtein(
      olink,
      `${header}TUMOR,O1,Q13126,MTAP,Warning,1,0.5\nTUMOR,O2,P10721,KIT,Pass,1,NA\nTUMOR,O3,P04626,ERBB2,Pass,NA,-3\nA,O1,Q13126,MTAP,Pass,1,4\n`,
    );
    expect(table.rows.map(({ notDetected }) => notDetected)).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
  });

  it("declares nothing of an assay that was measured twice and differs", async () => {
    const { table } = await readProtein(
      olink,
      `${header}TUMOR,O1,Q13126,MTAP,Pass,1,0.5\nTUMOR,O1,Q13126,MTAP,Pass,1,3\nA,O1,Q13126,MTAP,Pass,1,4\n`,
    );
    expect(table.rows[0]?.notDetected).toBeUndefined();
    expect(table.rows[0]?.value).toBeNull();
  });
});
