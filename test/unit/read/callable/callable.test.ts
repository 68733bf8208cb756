import { describe, expect, test } from "vitest";
import { callableBed } from "../../../../src/read/callable/callable-bed.ts";
import { callableVcf } from "../../../../src/read/callable/callable-vcf.ts";
import { oncomineText } from "./oncomine-lines.ts";
import { readEvidenceText, refusedText } from "../read-evidence-text.ts";

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

  test.each([
    ["states of CallableLoci", "NO_COVERAGE CALLABLE LOW_COVERAGE HIGH_COVERAGE REF_N", [2, 4]],
    ["depths of each base, as bedGraph", "0 20 19 21.5 3", [2, 4]],
    ["ranges of depth (mosdepth)", "0:1 20:inf 1:20 150:inf 5:150", [2, 4]],
  ])("counts no region that was not read, by %s", async (_, column, kept) => {
    const rows = column
      .split(" ")
      .map((cell, row) => `chr1\t${100 * row}\t${100 * row + 9}\t${cell}`);
    const { table, problems } = await readEvidenceText(callableBed, `${rows.join("\r\n")}\r\n`);
    expect(table.rows.map(({ line }) => line)).toEqual(kept);
    expect(table.counts).toEqual({ read: 5, refused: 0, setAside: 3 });
    expect(problems).toMatchObject([
      {
        code: "bed-depth-read",
        message: expect.stringMatching(/^column 4 .*: 3 of 5 regions were not read with 20 reads/),
      },
    ]);
  });

  test("counts no region of mosdepth whose mean is below 20, or of which a base is, by thresholds", async () => {
    const means = "chr1\t0\t9\tKRAS\t19.99\nchr1\t10\t19\tNRAS\t20.00\n";
    expect((await readEvidenceText(callableBed, means)).table.rows).toMatchObject([{ line: 2 }]);
    const header = "#chrom\tstart\tend\tregion\t1X\t10X\t30X\n";
    const bases = "chr1\t0\t9\tKRAS\t9\t9\t8\nchr1\t10\t19\tNRAS\t9\t9\t9\n";
    expect((await readEvidenceText(callableBed, header + bases)).table.rows).toMatchObject([
      { line: 3 },
    ]);
    const { table } = await readEvidenceText(
      callableBed,
      (header + bases).replace("\t30X", "\t15X"),
    );
    expect(table.rows).toEqual([]);
  });

  test("names its regions, and scores them, without saying that they were read", async () => {
    const text =
      "chr1\t0\t9\t4893\t0\t+\nchr1\t10\t19\t.\t0\t-\nchr1\t20\t29\tNRAS\nchr1\t30\t39\t7\n";
    const { table, problems } = await readEvidenceText(callableBed, text);
    expect(table.rows).toHaveLength(4);
    expect(problems).toEqual([]);
  });

  // Regions of 100 and of 60 bases, of which the second was read with a mean of 20 or more.
  test.each([
    ["samtools bedcov", "1900 1200"],
    ["samtools bedcov of named and scored regions", "KRAS,0,1999 NRAS,0,1200"],
    ["samtools bedcov of two BAMs", "2000,300 1200,1300"],
    ["samtools bedcov -d, without a base so deep", "1900,0 1200,0"],
    ["bedtools coverage -mean", "KRAS,19.9999999 NRAS,20.0000000"],
    ["bedtools coverage -mean of scored regions", "KRAS,0,+,3.0000000 NRAS,0,+,43.5000000"],
    [
      "sambamba depth region",
      "KRAS,9,3.5,S1 NRAS,90,43.5,S1",
      "F3,readCount,meanCoverage,sampleName",
    ],
    ["DRAGEN", "400,40.0,19 400,40.0,20", "total_cvg,mean_cvg,min_cvg"],
  ])("counts a region of %s by its mean depth", async (_, columns, names?: string) => {
    const { table, problems } = await readEvidenceText(callableBed, countsOf(columns, names));
    expect(table.rows).toMatchObject([{ line: names === undefined ? 2 : 3 }]);
    expect(problems).toMatchObject([{ code: "bed-depth-read" }]);
  });

  test.each([
    ["bedtools coverage", "KRAS,7,95,100,0.9500000 NRAS,9,60,60,1.0000000"],
    ["bedtools coverage -counts", "7 900"],
    ["bedtools coverage of scored regions", "K,0,+,7,95,100,0.9500000 N,0,-,9,60,60,1.0000000"],
    ["DRAGEN's reads", "KRAS,700 NRAS,900", "name,total_cvg"],
  ])("takes no region of %s as read, which tells no depth", async (_, columns, names?: string) => {
    const { table, problems } = await readEvidenceText(callableBed, countsOf(columns, names));
    expect(table.rows).toEqual([]);
    expect(problems).toMatchObject([{ message: expect.stringContaining("2 of 2 regions") }]);
  });

  test("takes no region of bedtools coverage -d as read, where each row is of one base", async () => {
    const bases = [1, 2, 3, 4].map((base) => `chr1\t0\t4\tKRAS\t${base}\t${base * 30}`);
    const { table } = await readEvidenceText(callableBed, `${bases.join("\n")}\n`);
    expect(table.rows).toEqual([]);
  });

  test.each([
    ["named by 1 and scored", "1,0 1,0"],
    ["of one score", "KRAS,1000 NRAS,1000"],
    ["with a thick part", "KRAS,0,+,10,20 NRAS,0,-,210,220"],
    ["of one color", "KRAS,0,+,10,20,0 NRAS,0,-,210,220,0"],
  ])("takes all regions of a panel %s", async (_, columns) => {
    const { table, problems } = await readEvidenceText(callableBed, countsOf(columns));
    expect(table.rows).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test("reads depth along the genome, and windows of one size by their sums", async () => {
    const along = (ends: readonly number[]): string =>
      ends.map((end, index) => `chr1\t${ends[index - 1] ?? 0}\t${end}\t${20 + index}\n`).join("");
    expect((await readEvidenceText(callableBed, along([9, 30, 44, 90]))).table.rows).toHaveLength(
      1,
    );
    expect((await readEvidenceText(callableBed, along([50, 100, 150, 200]))).table.rows).toEqual(
      [],
    );
  });

  test("refuses a row that does not state the depth that the others do", async () => {
    const { table } = await readEvidenceText(
      callableBed,
      `${"chr1\t0\t9\t40\nchr1\t9\t12\t41\n".repeat(5000)}chr1\t20\t29\tx\n`,
    );
    expect(table.counts).toEqual({ read: 10_001, refused: 1, setAside: 0 });
  });

  test("is known by its first region, and a VCF or a table with a header is none", () => {
    expect(callableBed.detect("#x\nchr1\t1\t2\n")).toBe(true);
    expect(callableBed.detect("##fileformat=VCFv4.2\nchr1\t1\t.\tA")).toBe(false);
    expect(callableBed.detect("gene\tTUMOR\tN1\n")).toBe(false);
    const samtools = "#rname\tstartpos\tendpos\tnumreads\nchr1\t1\t248956422\t90\n";
    expect(callableBed.detect(samtools)).toBe(false);
  });
});

/** Two regions, of 100 and of 60 bases, with columns behind them and a line of names before them. */
function countsOf(columns: string, names?: string): string {
  const header = names === undefined ? "" : `# chrom\tstart\tend\t${names.replaceAll(",", "\t")}\n`;
  const [first = "", second = ""] = columns.replaceAll(",", "\t").split(" ");
  return `${header}chr1\t0\t100\t${first}\nchr1\t200\t260\t${second}\n`;
}

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

  test("takes INFO/DP for the depth of a sample only where there is no other: it is of all together", async () => {
    const line = "1\t401\t.\tA\t.\t.\tPASS\tDP=60\tGT";
    const rowsOf = async (text: string) =>
      (await readEvidenceText(callableVcf, text, { sample: "TUMOR" })).table.rows;
    const other = "1\t500\t.\tA\t.\t.\tPASS\t.\tGT:DP";
    expect(await rowsOf(vcf([`${line}\t0/0`]))).toMatchObject([{ start: 401 }]);
    const both = vcf([`${line}\t0/0\t0/0`, `${other}\t0/0:30\t0/0:30`], "TUMOR\tNORMAL");
    expect(await rowsOf(both)).toMatchObject([{ start: 500 }]);
  });

  test("of structural variants and copy numbers shows nothing: END is where an event ends", async () => {
    const format = "GT:DP\t0/1:60";
    const text = vcf([
      `1\t100\t.\tN\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=900\t${format}`,
      `1\t1100\t.\tN\t<DUP>\t.\tPASS\tEND=1900\t${format}`,
      `1\t2100\t.\tN\t.\t.\tPASS\tSVTYPE=CNV;END=2900\tGT:DP\t0/0:60`,
      `1\t3100\t.\tN\tN[2:500[\t.\tPASS\tSVTYPE=BND\t${format}`,
      // Pindel states the bases of short indels, and END beside them.
      `1\t4100\t.\tACG\tA\t.\tPASS\tSVTYPE=DEL;END=4900\t${format}`,
      `1\t5100\t.\tA\t*\t.\tPASS\t.\t${format}`,
    ]);
    const { table } = await readEvidenceText(callableVcf, text);
    expect(table.rows).toMatchObject([
      { start: 4100, end: 4102 },
      { start: 5100, end: 5100 },
    ]);
    expect(table.counts).toEqual({ read: 6, refused: 0, setAside: 4 });
  });

  test("gives a block by its FORMAT/LEN, and no genotype that its own filter refuses", async () => {
    const text = vcf([
      "1\t100\t.\tA\t<*>\t.\t.\t.\tGT:DP:LEN\t0/0:40:21",
      "1\t200\t.\tA\t<*>\t.\t.\tEND=220\tGT:DP:FT\t0/0:40:PASS",
      "1\t300\t.\tA\t<*>\t.\t.\tEND=320\tGT:DP:FT\t0/0:40:LowGQ",
      "1\t400\t.\tA\t<*>\t.\t.\tEND=420\tGT:DP:FT\t0/0:40:.",
    ]);
    const { table } = await readEvidenceText(callableVcf, text);
    expect(table.rows).toMatchObject([
      { start: 100, end: 120 },
      { start: 200, end: 220 },
      { start: 400, end: 420 },
    ]);
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
