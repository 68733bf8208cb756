import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ByteSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import type { Report } from "../../../src/model/report.ts";
import { noEvidence, type CaseRequest } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));

function file(name: string, text: string): { readonly source: ByteSource } {
  async function* bytes() {
    yield Buffer.from(text);
  }
  return { source: { name, path: null, open: null, chunks: bytes } };
}

async function interpret(
  files: readonly { readonly source: ByteSource }[],
  more: Partial<CaseRequest> = {},
): Promise<Report> {
  return await interpretCase(
    {
      id: "copies",
      ...noEvidence,
      copyNumber: files,
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
      ...more,
    },
    knowledgebase,
  );
}

async function refusal(...args: Parameters<typeof interpret>): Promise<string> {
  const error: unknown = await interpret(...args).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("not refused", { cause: error });
  return `${error.kind} ${error.problems[0]?.code}`;
}

const columns = "Chromosome\tStart\tEnd\tnMajor\tnMinor\n";
/** ERBB2 on GRCh38 with 12 copies, and a chromosome 9 that has lost CDKN2A. */
const segments = `${columns}17\t39000000\t41000000\t11\t1\n9\t20000000\t23000000\t0\t0\n`;
const assembly = "GRCh38";

const labelsOf = ({ findings }: Report): string[] =>
  findings.map(({ label }) => label).filter((label) => /ERBB2|CDKN2A/.test(label));
const gapsOf = ({ notAssessed }: Report, code: string): readonly string[] =>
  notAssessed.find((gap) => gap.code === code)?.genes ?? [];

describe("a case of copy numbers alone", () => {
  test("finds what they hold and accounts for every row", async () => {
    const report = await interpret([file("segments.tsv", segments)], { assembly });
    expect(labelsOf(report)).toEqual(["ERBB2 amplification", "CDKN2A homozygous deletion"]);
    expect(report.counts.copyNumber).toEqual({
      read: 2,
      matched: 2,
      notMatched: 0,
      setAside: 0,
      refused: 0,
    });
    expect(report.inputs).toMatchObject([{ role: "copy-number", format: "allele-segments" }]);
  });

  test("leaves genes open that they do not cover, and X without the sex", async () => {
    const x = `${segments}X\t1\t156000000\t1\t0\n`;
    const report = await interpret([file("segments.tsv", x)], { assembly });
    expect(gapsOf(report, "copy-number-not-covered")).toContain("MET");
    expect(gapsOf(report, "copy-number-not-covered")).not.toContain("ERBB2");
    expect(gapsOf(report, "copy-number-sex-unknown")).toContain("AR");
    const man = await interpret([file("segments.tsv", x)], { assembly, sex: "male" });
    expect(gapsOf(man, "copy-number-sex-unknown")).toEqual([]);
  });

  test("is refused when nothing tells the genome build, or a segment ends behind its chromosome", async () => {
    expect(await refusal([file("segments.tsv", segments)])).toBe("usage copy-number-build-unknown");
    const beyond = `${columns}17\t1\t83000000\t1\t1\n`;
    expect(await refusal([file("s.tsv", beyond)], { assembly: "GRCh37" })).toBe(
      "identity copy-number-build",
    );
  });

  test("takes the build of a file that states chromosome lengths, and refuses another", async () => {
    const gatk = file(
      "t.called.seg",
      "@SQ\tSN:chr17\tLN:83257441\n@SQ\tSN:chr9\tLN:138394717\n@SQ\tSN:chr7\tLN:159345973\nCONTIG\tSTART\tEND\tNUM_POINTS_COPY_RATIO\tMEAN_LOG2_COPY_RATIO\tCALL\nchr17\t39000000\t41000000\t99\t3\t+\n",
    );
    const report = await interpret([gatk]);
    expect(labelsOf(report)).toEqual(["ERBB2 amplification"]);
    expect(report.problems.map(({ code }) => code)).toContain("copy-number-not-adjusted");
    expect(await refusal([gatk], { assembly: "GRCh37" })).toBe("identity copy-number-build");
  });

  test("needs no build for a list of genes", async () => {
    const report = await interpret([file("list.csv", "gene,copies\nHER2,12\n")]);
    expect(labelsOf(report)).toEqual(["ERBB2 amplification"]);
  });

  test("uses the first of two files that differ, and says so", async () => {
    const list = file("list.csv", "gene,call\nERBB2,neutral\nCDKN2A,deletion\n");
    const report = await interpret([file("segments.tsv", segments), list], { assembly });
    expect(labelsOf(report)).toEqual(["ERBB2 amplification", "CDKN2A homozygous deletion"]);
    const told = report.problems.find(({ code }) => code === "copy-number-differs");
    expect(told).toMatchObject({ severity: "warning", where: { file: "list.csv" }, count: 1 });
  });

  test("says nothing of a gene that a list states twice and differently", async () => {
    const report = await interpret([file("list.csv", "gene,call\nERBB2,gain\nERBB2,deletion\n")]);
    expect(labelsOf(report)).toEqual([]);
    expect(gapsOf(report, "copy-number-contradiction")).toEqual(["ERBB2"]);
  });

  test.each([
    [
      "a word that its copies deny",
      "gene,copies,call\nERBB2,12,deletion\n",
      "line 2: 12 copies, called homozygous deletion",
    ],
    [
      "copies that its word denies",
      "gene,copies,call\nERBB2,2,amplification\n",
      "line 2: 2 copies, called amplification",
    ],
    [
      "two rows that differ",
      "gene,copies\nERBB2,12\nHER2,2\n",
      "line 2: 12 copies; line 3: 2 copies",
    ],
    [
      "segments that lie over each other",
      `${columns}17\t39000000\t41000000\t1\t1\n17\t39600000\t39800000\t10\t1\n`,
      "line 2: 2 copies; line 3: 11 copies",
    ],
  ])("decides nothing by %s, and shows the rows", async (_, text, rows) => {
    const report = await interpret([file("copies.tsv", text)], { assembly });
    expect(labelsOf(report)).toEqual([]);
    expect(gapsOf(report, "copy-number-contradiction")).toContain("ERBB2");
    const told = report.problems.find(({ code }) => code === "copy-number-contradiction");
    expect(told).toMatchObject({ severity: "warning", where: { line: 2 } });
    expect(told?.message).toContain(rows);
  });

  test("lets a laboratory's own cut-off and the edges of segments stand", async () => {
    const own = await interpret([
      file("own.csv", "gene,copies,call\nERBB2,5,amplification\nCDKN2A,1,deletion\n"),
    ]);
    expect(gapsOf(own, "copy-number-contradiction")).toEqual([]);
    const edge = `${columns}17\t30000000\t39689000\t1\t1\n17\t39688000\t41000000\t10\t1\n`;
    const report = await interpret([file("edge.tsv", edge)], { assembly });
    expect(labelsOf(report)).toEqual(["ERBB2 amplification"]);
    expect(report.problems.map(({ code }) => code)).not.toContain("copy-number-contradiction");
  });

  test("finds more in a log2 ratio when the purity is known", async () => {
    // 0.3 x 10 + 0.7 x 2 = 4.4 copies on average: a ratio of 2.2.
    const seg = `ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nT\t17\t39000000\t41000000\t9\t${Math.log2(2.2)}\n`;
    const blind = await interpret([file("t.seg", seg)], { assembly });
    expect(labelsOf(blind)).toEqual([]);
    expect(gapsOf(blind, "copies-equivocal")).toContain("ERBB2");
    const adjusted = await interpret([file("t.seg", seg)], { assembly, purity: 0.3 });
    expect(labelsOf(adjusted)).toEqual(["ERBB2 amplification"]);
    expect(adjusted.findings[0]?.description).toContain("amplification, 10 copies");
  });
});
