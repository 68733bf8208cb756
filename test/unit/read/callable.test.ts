import { describe, expect, test } from "vitest";
import { callableBed } from "../../../src/read/callable-bed.ts";
import { callableVcf } from "../../../src/read/callable-vcf.ts";
import { oncomineText } from "./oncomine-lines.ts";
import { readEvidenceText, refusedText } from "./read-evidence-text.ts";

describe("a BED", () => {
  test("gives 1-based closed regions, joined where they touch; comments and other contigs are no regions", async () => {
    const text =
      "browser x\ntrack name=panel\n# c\nchr12\t99\t200\tKRAS\nchr12\t200\t250\n12\t260\t270\nHLA-A\t1\t5\n";
    const { table } = await readEvidenceText(callableBed, text);
    expect(table.rows).toEqual([
      { kind: "region", line: 4, contig: "12", start: 100, end: 250 },
      { kind: "region", line: 6, contig: "12", start: 261, end: 270 },
    ]);
    expect(table.counts).toEqual({ read: 4, refused: 0, setAside: 1 });
  });

  test.each(["chr1\t5\t5", "chr1\t9\t5", "chr1\t-1\t5", "chr1\tx\t5", "chr1\t1"])(
    "refuses %j alone, with its line",
    async (row) => {
      const { table, problems } = await readEvidenceText(callableBed, `chr1\t1\t2\n${row}\n`);
      expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
      expect(problems).toMatchObject([{ code: "bed-region-malformed", where: { line: 2 } }]);
    },
  );

  test("is known by its first region, and a VCF or a table with a header is none", () => {
    expect(callableBed.detect("#x\nchr1\t1\t2\n")).toBe(true);
    expect(callableBed.detect("##fileformat=VCFv4.2\nchr1\t1\t.\tA")).toBe(false);
    expect(callableBed.detect("gene\tTUMOR\tN1\n")).toBe(false);
  });
});

const vcf = (lines: readonly string[], samples = "TUMOR"): string =>
  `##fileformat=VCFv4.2\n##contig=<ID=1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${samples}\n${lines.join("\n")}\n`;

describe("a gVCF", () => {
  test("gives its reference blocks and calls of enough depth, joined where they touch", async () => {
    const text = vcf([
      "1\t100\t.\tA\t<NON_REF>\t.\t.\tEND=199\tGT:DP:MIN_DP\t0/0:40:25",
      "1\t200\t.\tC\tT,<NON_REF>\t50\tPASS\t.\tGT:DP\t0/1:30",
      "1\t201\t.\tA\t<*>\t.\t.\tEND=300\tGT:DP:MIN_DP\t0/0:40:19",
      "1\t301\t.\tA\t<*>\t.\tLowQual\tEND=400\tGT:DP\t0/0:40",
      "1\t401\t.\tA\t.\t.\tPASS\tDP=20\tGT\t0/0",
      "1\t500\t.\tA\t<NON_REF>\t.\t.\tEND=599\tGT:DP\t./.:40",
      "1\t600\t.\tA\t<NON_REF>\t.\t.\tEND=699\tGT\t0/0",
    ]);
    const { table } = await readEvidenceText(callableVcf, text);
    expect(table.rows).toEqual([
      { kind: "region", line: 4, contig: "1", start: 100, end: 200 },
      { kind: "region", line: 8, contig: "1", start: 401, end: 401 },
    ]);
    expect(table.counts).toEqual({ read: 7, refused: 0, setAside: 4 });
  });

  test("without a genotype shows nothing, and is refused with the other way", async () => {
    const lines = ["1\t100\t.\tA\tT\t50\tPASS\t.\tGT\t./."];
    expect(await refusedText(callableVcf, vcf(lines))).toMatchObject({
      code: "callability-not-shown",
    });
  });

  test("of two samples needs to know the tumor's", async () => {
    const lines = ["1\t100\t.\tA\t.\t50\tPASS\t.\tGT:DP\t0/0:30\t./.:2"];
    expect((await refusedText(callableVcf, vcf(lines, "A\tB"))).code).toBe(
      "tumor-sample-undecided",
    );
    const { table } = await readEvidenceText(callableVcf, vcf(lines, "A\tB"), { sample: "A" });
    expect(table.rows).toHaveLength(1);
  });
});

test("a file that lists hotspots gives what was looked at, and nothing for what gave no call", async () => {
  const { table } = await readEvidenceText(callableVcf, oncomineText);
  expect(
    table.rows.map((row) =>
      row.kind === "assay" ? [row.assay, ...row.genes] : [row.contig, row.start, row.end],
    ),
  ).toEqual([
    ["7", 140453136, 140453136],
    ["12", 25398280, 25398285],
    ["12", 25380275, 25380277],
    ["copy-number", "EGFR"],
    ["fusions", "EML4", "ALK"],
  ]);
  expect(table.counts).toEqual({ read: 8, refused: 0, setAside: 2 });
});
