import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeQuietTest } from "../../../src/annotate/models/make-quiet-test.ts";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { spanOf, type Span } from "../../../src/annotate/models/transcript.ts";
import { streamSource } from "../../../src/io/byte-source.ts";
import type { RegionInterval } from "../../../src/io/region-table.ts";
import { buildIndex } from "../../../src/knowledgebase/index/build-index.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Assembly } from "../../../src/model/locus.ts";
import type { QuietPlace } from "../../../src/model/quiet-place.ts";
import type { Report } from "../../../src/model/report.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { streamOf } from "../io/make-bytes.ts";

const content = join(import.meta.dirname, "../../../knowledgebase");
const knowledgebase = await loadKnowledgebase(content);
const models = openPackedModels(readFileSync(join(content, "gene-models.txt")), "gene-models.txt");

async function interpret(
  records: readonly string[],
  {
    header = [],
    assembly = "GRCh38",
    strict = false,
    reannotate = false,
  }: {
    header?: readonly string[];
    assembly?: Assembly;
    strict?: boolean;
    reannotate?: boolean;
  } = {},
): Promise<Report> {
  const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR";
  const lines = records.map((record) => record.replaceAll(" ", "\t"));
  const text = [
    "##fileformat=VCFv4.2",
    `##contig=<ID=7,length=${assembly === "GRCh38" ? 159_345_973 : 159_138_663}>`,
    ...header,
    columns,
    ...lines,
    "",
  ];
  return await interpretCase(
    {
      id: "intron",
      assembly,
      variants: streamSource("x.vcf", streamOf(text.join("\n"))),
      ...noEvidence,
      protein: [],
      includeFiltered: false,
      strict,
      reannotate,
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

describe("records inside introns that are set aside for more than their place", () => {
  const shown = ({ setAside, counts }: Report): unknown => [
    setAside.map(({ code, what, count }) => [code, what, count]),
    counts,
  ];
  /** Each second record is changed. */
  const mixed = (change: (record: string) => string): string[] =>
    intronic.map((record, index) => (index % 2 === 0 ? record : change(record)));

  test.each([
    ["of several alleles", " A G ", " A G,T ", "genotype-reference", 20],
    ["whose genotype is the reference", "0/1", "0/0", "genotype-reference", 20],
    ["whose genotype is missing", "0/1", "./.", "genotype-missing", 20],
    ["without a read of the allele", "20,20", "20,0", "no-supporting-read", 20],
    ["that FORMAT/FT filters", "GT:AD 0/1", "FT:AD weak", "filtered", 20],
    ["that AS_FilterStatus filters", " . GT", " AS_FilterStatus=weak GT", "filtered", 20],
  ])("%s are counted for the reason that --strict gives", async (_, from, to, code, count) => {
    const records = mixed((record) => record.replace(from, to));
    const report = await interpret(records);
    expect(countOf(report, code)).toBe(count);
    expect(shown(report)).toEqual(shown(await interpret(records, { strict: true })));
  });
});

describe("records of a file that VEP annotated", () => {
  const declared = [
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|Feature">',
  ];
  const annotated = (terms: string): string[] =>
    intronic.map((record) => record.replace(" . GT", ` CSQ=G|${terms}|BRAF|ENST00000646891 GT`));

  test("are counted as intronic where VEP and the gene models say so", async () => {
    const report = await interpret(annotated("intron_variant"), { header: declared });
    expect(countOf(report, "intronic")).toBe(40);
    expect(report.findings).toEqual([]);
  });

  test("are counted as our own call says under --reannotate", async () => {
    const report = await interpret(annotated("3_prime_UTR_variant"), {
      header: declared,
      reannotate: true,
    });
    expect([countOf(report, "intronic"), countOf(report, "utr")]).toEqual([40, 0]);
  });

  test("are heard where VEP sees more than an intron there", async () => {
    const report = await interpret(annotated("stop_gained&intron_variant"), { header: declared });
    expect(countOf(report, "intronic")).toBe(0);
    expect(report.findings).toHaveLength(40);
  });
});

describe("records anywhere near genes of the knowledgebase", () => {
  const index = buildIndex(knowledgebase);
  /** Closer at both ends of a gene and beside it; each third record has a failed filter. */
  const recordsOf = (assembly: Assembly): string[] =>
    index.loci(assembly).flatMap(({ contig, start, end }) => {
      if (contig !== "7") return [];
      const places: number[] = [];
      for (let at = start; at <= end; at += at < start + 8_000 || at > end - 8_000 ? 173 : 2_011) {
        places.push(at);
      }
      return places.map((position, step) => {
        const base = models.of(assembly).bases("7", position, position);
        const ref = base === "N" ? "A" : base;
        const alt = (ref === "G" ? "C" : "G") + (step % 7 === 0 ? "TT" : "");
        const filter = step % 3 === 0 ? "weak_evidence" : "PASS";
        return `7 ${position} . ${ref} ${alt} . ${filter} . GT:AD 0/1:20,20`;
      });
    });
  const told = ({ setAside, counts, targets, findings, notAssessed }: Report): unknown => [
    setAside.map(({ code, what, count }) => [code, what, count]),
    counts,
    targets,
    findings,
    notAssessed,
  ];

  test.each(["GRCh37", "GRCh38"] as const)(
    "of %s are counted for the reasons that they have when all are decoded",
    async (assembly) => {
      const records = recordsOf(assembly);
      const report = await interpret(records, { assembly });
      expect(told(await interpret(records, { assembly, strict: true }))).toEqual(told(report));
      const codes = ["flank", "intronic", "utr", "filtered"];
      // On GRCh37 only genes of the knowledgebase have models.
      if (assembly === "GRCh38") codes.push("gene-not-in-knowledgebase");
      const counts = codes.map((code) => countOf(report, code));
      expect(Math.min(...counts)).toBeGreaterThan(5);
    },
  );
});

describe("a test for quiet places", () => {
  const of38 = models.of("GRCh38");
  const nothingTested = { isTested: () => false };
  const placeOf = (start: number, end = start, gene = "BRAF"): QuietPlace | null =>
    makeQuietTest(of38, { isAskedAbout: (name) => name === gene, ...nothingTested })({
      contig: "7",
      start,
      end,
    });

  test("knows an intron a hundred bases from an exon and further in", () => {
    const exon = of38
      .transcriptsOf("BRAF")
      .flatMap(({ exons }) => exons)
      .find(([from, to]) => from <= 140_753_336 && 140_753_336 <= to);
    const [first = 0, last = 0] = exon ?? [];
    const places = [first - 101, first - 100, first, last + 100, last + 101];
    expect(places.map((at) => placeOf(at))).toEqual(["intron", null, null, null, "intron"]);
    expect(placeOf(first - 5_000, last + 5_000)).toBeNull();
  });

  test("knows nothing far from genes, and of a gene that is not asked about", () => {
    expect(placeOf(1)).toBeNull();
    expect(placeOf(140_755_000, 140_755_000, "KRAS")).toBeNull();
  });

  test("hears where statements look now, and which genes they are about", () => {
    const { start } = of38
      .quietPlaces("7")
      .flatMap(({ kind, gene, spans }) =>
        kind === "beside" && gene === "" ? spans.map(([from]) => ({ start: from })) : [],
      )[0] ?? { start: 0 };
    const place = { contig: "7" as const, start, end: start };
    const ask = (isTested: boolean): QuietPlace | null =>
      makeQuietTest(of38, { isAskedAbout: () => false, isTested: () => isTested })(place);
    expect([ask(false), ask(true)]).toEqual(["beside", null]);
    const held = of38.quietPlaces("7").find(({ kind, gene }) => kind === "beside" && gene !== "");
    const [from = 0] = held?.spans[0] ?? [];
    const askOf = (isAskedAbout: boolean): QuietPlace | null =>
      makeQuietTest(of38, { isAskedAbout: () => isAskedAbout, ...nothingTested })({
        contig: "7",
        start: from,
        end: from,
      });
    expect([askOf(false), askOf(true)]).toEqual(["other gene", null]);
  });

  test("says of every place, in whatever order they are asked for, what the transcripts say", () => {
    const test38 = makeQuietTest(of38, {
      isAskedAbout: (gene) => gene === "BRAF",
      ...nothingTested,
    });
    const near = of38.transcriptsAt("7", 140_600_000, 141_000_000);
    const places = Array.from({ length: 4_124 }, (_, index) => {
      const start = 140_600_000 + 97 * index;
      return { contig: "7" as const, start, end: start + (start % 3) };
    });
    const answers = places.map(test38);
    expect(places.toReversed().map(test38)).toEqual(answers.toReversed());
    const touches = (spans: readonly Span[], { start, end }: RegionInterval, by: number): boolean =>
      spans.some(([from, to]) => from - by <= end && start <= to + by);
    const braf = near.filter(({ gene }) => gene === "BRAF");
    for (const [index, place] of places.entries()) {
      if (!braf.some((one) => touches([spanOf(one)], place, 0))) continue;
      const isExonic = near.some(({ exons }) => touches(exons, place, 100));
      const isRead = near.some(
        ({ exons, coding }) =>
          touches(coding, place, 100) ||
          touches(
            exons
              .flat()
              .slice(1, -1)
              .map((at): Span => [at, at]),
            place,
            100,
          ),
      );
      const isHeld = braf.some(
        (one) => spanOf(one)[0] <= place.start && place.end <= spanOf(one)[1],
      );
      const inExon = braf.some(({ exons }) => touches(exons, place, 0));
      if (!isExonic && isHeld) expect(answers[index]).toBe("intron");
      else if (isRead) expect(answers[index]).toBeNull();
      else if (inExon && isHeld) expect(answers[index]).toBe("untranslated");
    }
    const countOfKind = (kind: QuietPlace): number => answers.filter((one) => one === kind).length;
    expect(countOfKind("intron")).toBeGreaterThan(50);
    expect(countOfKind("untranslated")).toBeGreaterThan(5);
  });
});
