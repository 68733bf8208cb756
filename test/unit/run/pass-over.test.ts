import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeIntronTest } from "../../../src/annotate/models/make-intron-test.ts";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { streamSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { streamOf } from "../io/make-bytes.ts";

const content = join(import.meta.dirname, "../../../knowledgebase");
const knowledgebase = await loadKnowledgebase(content);
const models = openPackedModels(readFileSync(join(content, "gene-models.txt")), "gene-models.txt");

async function interpret(
  records: readonly string[],
  header: readonly string[] = [],
): Promise<Report> {
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR";
  const lines = records.map((record) => record.replaceAll(" ", "\t"));
  const text = [
    "##fileformat=VCFv4.2",
    "##contig=<ID=7,length=159345973>",
    ...header,
    columns,
    ...lines,
    "",
  ];
  return await interpretCase(
    {
      id: "intron",
      assembly: "GRCh38",
      variants: streamSource("x.vcf", streamOf(text.join("\n"))),
      ...noEvidence,
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
      models: models.of,
    },
    knowledgebase,
  );
}

/** Deep in the intron of BRAF before the exon of V600. */
const intronic = Array.from(
  { length: 40 },
  (_, index) => `7 ${140_755_000 + 7 * index} . A G . PASS . GT:AD 0/1:20,20`,
);
const v600e = "7 140753336 . A T . PASS . GT:AD 0/1:20,20";
const countOf = (report: Report, code: string): number =>
  report.setAside.find((entry) => entry.code === code)?.count ?? 0;

describe("records inside introns of a file without annotation", () => {
  test("are counted as intronic, with five examples, and change nothing else", async () => {
    const report = await interpret([v600e, ...intronic]);
    expect(countOf(report, "intronic")).toBe(40);
    const { examples } = report.setAside.find(({ code }) => code === "intronic") ?? {};
    expect(examples?.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9]);
    expect(report.counts.variants).toEqual({
      read: 41,
      matched: 1,
      notMatched: 0,
      setAside: 40,
      refused: 0,
    });
    const alone = await interpret([v600e]);
    expect(report.targets).toEqual(alone.targets);
    expect(report.findings).toEqual(alone.findings);
  });

  test("are read when ALT is more than bases: a deletion may reach an exon", async () => {
    const deletion = "7 140755000 . A <DEL> . PASS END=140900000 GT 0/1";
    const report = await interpret([...intronic.slice(0, 9), deletion]);
    expect(countOf(report, "symbolic-allele")).toBe(1);
    expect(countOf(report, "intronic")).toBe(9);
  });
});

describe("records of a file that VEP annotated", () => {
  const declared = [
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|Feature">',
  ];
  const annotated = (terms: string): string[] =>
    intronic.map((record) => record.replace(" . GT", ` CSQ=G|${terms}|BRAF|ENST00000646891 GT`));

  test("are counted as intronic where VEP and the gene models say so", async () => {
    const report = await interpret(annotated("intron_variant"), declared);
    expect(countOf(report, "intronic")).toBe(40);
    expect(report.findings).toEqual([]);
  });

  test("are heard where VEP sees more than an intron there", async () => {
    const report = await interpret(annotated("stop_gained&intron_variant"), declared);
    expect(countOf(report, "intronic")).toBe(0);
    expect(report.findings).toHaveLength(40);
  });
});

describe("a test for introns", () => {
  const of38 = models.of("GRCh38");
  const lies = (start: number, end = start, gene = "BRAF"): boolean =>
    makeIntronTest(of38, (name) => name === gene)({ contig: "7", start, end });

  test("is true a hundred bases from an exon and further in", () => {
    const exon = models
      .of("GRCh38")
      .transcriptsOf("BRAF")
      .flatMap(({ exons }) => exons)
      .find(([from, to]) => from <= 140_753_336 && 140_753_336 <= to);
    const [first = 0, last = 0] = exon ?? [];
    expect([first - 101, first - 100, first, last + 100, last + 101].map((at) => lies(at))).toEqual(
      [true, false, false, false, true],
    );
    expect(lies(first - 5_000, last + 5_000)).toBe(false);
  });

  test("is false beside genes, where nothing is known, and for a gene that is not asked about", () => {
    expect(lies(1)).toBe(false);
    expect(lies(140_755_000, 140_755_000, "KRAS")).toBe(false);
  });

  test("says of every place, in whatever order they are asked for, what the exons say", () => {
    const isInside = makeIntronTest(of38, (gene) => gene === "BRAF");
    const models7 = of38.transcriptsAt("7", 140_600_000, 141_000_000);
    const places = Array.from({ length: 4_124 }, (_, index) => {
      const start = 140_600_000 + 97 * index;
      return { contig: "7" as const, start, end: start + (start % 3) };
    });
    const answers = places.map(isInside);
    expect(places.toReversed().map(isInside)).toEqual(answers.toReversed());
    for (const [index, { start, end }] of places.entries()) {
      const isTouched = models7.some(({ exons }) =>
        exons.some(([from, to]) => from - 100 <= end && start <= to + 100),
      );
      const isHeld = models7.some(
        ({ exons, gene }) =>
          gene === "BRAF" &&
          (exons[0]?.[0] ?? Infinity) <= start &&
          end <= (exons.at(-1)?.[1] ?? 0),
      );
      expect(answers[index]).toBe(!isTouched && isHeld);
    }
    expect(answers.filter(Boolean).length).toBeGreaterThan(50);
  });
});
