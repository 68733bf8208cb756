import { expect, test } from "vitest";
import { streamSource } from "../../../../src/io/byte-source.ts";
import type { Finding, Report } from "../../../../src/model/report.ts";
import { maf as mafReader } from "../../../../src/read/lists/maf.ts";
import { buildReport } from "../../../../src/report/build-report.ts";
import { classifyForMaf } from "../../../../src/report/render/classify-for-maf.ts";
import { maf } from "../../../../src/report/render/maf.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { poisonedReport } from "../poison.ts";
import { sampleParts } from "../sample-report.ts";

function cellsOf(report: Report): string[][] {
  const lines = maf.render(report).split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => line.split("\t"));
}

function rowsOf(report: Report): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(report);
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
}

const report = buildReport(sampleParts());

function withVariant(changes: Partial<Finding>): Report {
  const [finding] = report.findings.filter(({ kind }) => kind === "small-variant");
  if (finding === undefined) throw new Error("the sample has no small variant");
  return { ...report, findings: [{ ...finding, ...changes }] };
}

test("a small variant is a row with its place, its reads and what it leads to", () => {
  expect(rowsOf(report).find(({ Hugo_Symbol }) => Hugo_Symbol === "BRAF")).toMatchObject({
    NCBI_Build: "GRCh37",
    Chromosome: "7",
    Start_Position: "140453136",
    End_Position: "140453136",
    Reference_Allele: "A",
    Tumor_Seq_Allele1: "A",
    Tumor_Seq_Allele2: "T",
    Tumor_Sample_Barcode: "demo-crc-01",
    Variant_Classification: "Missense_Mutation",
    "METACTION.TIER": "I",
    "METACTION.LEVEL": "A",
    "METACTION.RANK": "1",
  });
});

test("what is no small variant has no row, and a report without findings is a head", () => {
  const small = report.findings.filter(({ kind, gene }) => kind === "small-variant" && gene);
  expect(rowsOf(report)).toHaveLength(small.length);
  expect(cellsOf({ ...report, findings: [] })).toHaveLength(1);
});

test.each([
  ["an insertion has the bases beside it", "7:100:A:AGG", "100", "101", "-", "GG"],
  ["a deletion has the bases that are gone", "7:100:AGG:A", "101", "102", "GG", "-"],
  ["a delins has neither", "7:100:AG:TCC", "100", "101", "AG", "TCC"],
])("%s", (_, allele, start, end, ref, alt) => {
  const [row] = rowsOf(withVariant({ observation: `small-variant:GRCh38:${allele}` }));
  expect(row).toMatchObject({
    Start_Position: start,
    End_Position: end,
    Reference_Allele: ref,
    Tumor_Seq_Allele2: alt,
    NCBI_Build: "GRCh38",
  });
});

test.each([
  [["stop_gained", "frameshift_variant"], { ref: "-", alt: "G" }, "Nonsense_Mutation"],
  [["frameshift_variant"], { ref: "-", alt: "G" }, "Frame_Shift_Ins"],
  [["frameshift_variant"], { ref: "GG", alt: "-" }, "Frame_Shift_Del"],
  [["missense_variant", "splice_region_variant"], null, "Missense_Mutation"],
  [["splice_region_variant", "intron_variant"], null, "Splice_Region"],
  [["mature_miRNA_variant"], null, "Targeted_Region"],
  [[], null, "Targeted_Region"],
])("%s is one class", (terms, alleles, expected) => {
  expect(classifyForMaf(terms, alleles)).toBe(expected);
});

test("our own reader takes every row as the same allele", async () => {
  const text = Buffer.from(maf.render(report));
  const file = await mafReader.open(
    { ...streamSource("a.maf", given(text)), chunks: () => given(text) },
    {
      allowTruncated: false,
      strict: true,
      report: () => {},
    },
  );
  const alleles: string[] = [];
  for await (const { calls } of file.records(null)) {
    alleles.push(
      ...calls.map(
        ({ given: { contig, position, ref, alt } }) => `${contig}:${position}:${ref}:${alt}`,
      ),
    );
  }
  const placed = report.findings.flatMap(({ kind, gene, observation }) => {
    const found = /^small-variant:GRCh37:(.+)$/.exec(observation)?.[1];
    return kind === "small-variant" && gene !== null && found !== undefined ? [found] : [];
  });
  expect(placed.length).toBeGreaterThan(0);
  // The base before an insertion is not in the file.
  expect(alleles).toEqual(placed.map((id) => id.replace(/:([ACGT]):\1(?=[ACGT]+$)/, ":N:N")));
});

async function* given(text: Buffer): AsyncGenerator<Buffer> {
  yield text;
}

test.each(hostileTexts)("a hostile text stays one cell that is no formula: %j", (hostile) => {
  for (const line of cellsOf(poisonedReport(hostile))) {
    expect(line).toHaveLength(25);
    for (const cell of line) expect(cell).not.toMatch(/^[=+@]/);
  }
});
