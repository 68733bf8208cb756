import { describe, expect, test } from "vitest";
import { claiming, readCopyNumbers, refusedAs, statedOf } from "./read-copy-number-text.ts";

const vcf = (...records: string[]) =>
  [
    "##fileformat=VCFv4.2",
    "##contig=<ID=17,length=81195210>",
    '##INFO=<ID=END,Number=1,Type=Integer,Description="End">',
    '##INFO=<ID=SVLEN,Number=1,Type=Integer,Description="Length">',
    '##FORMAT=<ID=CN,Number=1,Type=Integer,Description="Copies">',
    '##FORMAT=<ID=MCN,Number=1,Type=Integer,Description="Minor">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
    ...records,
    "",
  ].join("\n");

/** Each format with one row, and what that row states in 1-based closed positions. */
const formats: readonly (readonly [string, string, string, Record<string, unknown>])[] = [
  [
    "PCGR",
    "allele-segments",
    "Chromosome\tStart\tEnd\tnMajor\tnMinor\n17\t100\t200\t4\t1\n",
    { line: 2, place: "17:100-200", copies: 5, minor: 1 },
  ],
  [
    "ASCAT",
    "allele-segments",
    "sample\tchr\tstartpos\tendpos\tnMajor\tnMinor\nT\tchr17\t100\t200\t2\t0\n",
    { line: 2, place: "17:100-200", copies: 2, minor: 0 },
  ],
  [
    "FACETS, whose chromosome 23 is X, and whose minor copies may be unknown",
    "allele-segments",
    "chrom\tseg\tnum.mark\tcnlr.median\tstart\tend\tcf.em\ttcn.em\tlcn.em\n23\t1\t9\t0.1\t100\t200\t1\t3\tNA\n",
    { line: 2, place: "X:100-200", copies: 3 },
  ],
  [
    "Sequenza",
    "allele-segments",
    'chromosome\tstart.pos\tend.pos\tBf\tCNt\tA\tB\n"17"\t100\t200\t0.3\t3\t2\t1\n',
    { line: 2, place: "17:100-200", copies: 3, minor: 1 },
  ],
  [
    "the GDC",
    "allele-segments",
    "GDC_Aliquot\tChromosome\tStart\tEnd\tCopy_Number\tMajor_Copy_Number\tMinor_Copy_Number\na\tchr17\t100\t200\t7\t6\t1\n",
    { line: 2, place: "17:100-200", copies: 7, minor: 1 },
  ],
  [
    "DNAcopy",
    "seg",
    "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nT\t17\t100\t200\t5\t-1.5\n",
    { line: 2, place: "17:100-200", log2: -1.5 },
  ],
  [
    "the TCGA",
    "seg",
    "Sample\tChromosome\tStart\tEnd\tNum_Probes\tSegment_Mean\nT\t17\t1e+06\t2e+06\t5\t0.5\n",
    { line: 2, place: "17:1000000-2000000", log2: 0.5 },
  ],
  [
    "CNVkit, 0-based and half-open",
    "cnvkit-segments",
    "chromosome\tstart\tend\tgene\tlog2\tdepth\tprobes\tweight\nchr17\t99\t200\tERBB2\t1.2\t9\t5\t4\n",
    { line: 2, place: "17:100-200", log2: 1.2 },
  ],
  [
    "CNVkit after its call",
    "cnvkit-segments",
    "chromosome\tstart\tend\tgene\tlog2\tcn\tcn1\tcn2\tprobes\nchr17\t0\t200\t-\t1.2\t6\t5\t1\t5\n",
    { line: 2, place: "17:1-200", log2: 1.2, copies: 6, minor: 1 },
  ],
  [
    "GATK, behind its sequence dictionary",
    "gatk-segments",
    "@HD\tVN:1.6\n@SQ\tSN:chr17\tLN:83257441\n@RG\tID:GATKCopyNumber\tSM:T\nCONTIG\tSTART\tEND\tNUM_POINTS_COPY_RATIO\tMEAN_LOG2_COPY_RATIO\tCALL\nchr17\t100\t200\t5\t-0.4\t-\n",
    { line: 5, place: "17:100-200", log2: -0.4 },
  ],
  [
    "PURPLE's segments",
    "purple-segments",
    "chromosome\tstart\tend\tcopyNumber\tbafCount\tminorAlleleCopyNumber\tmajorAlleleCopyNumber\n17\t100\t200\t-0.02\t9\t0.4\t1.9\n",
    { line: 2, place: "17:100-200", copies: 0, minor: 0.4 },
  ],
  [
    "PURPLE's genes",
    "purple-genes",
    "chromosome\tstart\tend\tgene\tminCopyNumber\tmaxCopyNumber\tminRegionStart\tminRegionEnd\tminMinorAlleleCopyNumber\n10\t101\t200\tPTEN\t0\t2\t1\t125\t0\n",
    { line: 2, gene: "PTEN", copies: 0, mostCopies: 2, minor: 0, share: 0.25 },
  ],
  [
    "cBioPortal's discrete matrix",
    "cna-matrix",
    "Hugo_Symbol\tEntrez_Gene_Id\tT\nERBB2\t2064\t2\n",
    { line: 2, gene: "ERBB2", call: "amplification" },
  ],
  [
    "cBioPortal's log2 matrix",
    "cna-matrix",
    "Hugo_Symbol\tEntrez_Gene_Id\tT\nERBB2\t2064\t2.25\n",
    { line: 2, gene: "ERBB2", log2: 2.25 },
  ],
  [
    "GISTIC's values, copies minus two",
    "cna-matrix",
    "Gene Symbol\tGene ID\tCytoband\tT\nERBB2\t2064\t17q12\t0.8284271247461903\n",
    { line: 2, gene: "ERBB2", log2: 0.5000000000000001 },
  ],
  [
    "cBioPortal's long form",
    "cna-long",
    "Hugo_Symbol\tEntrez_Gene_Id\tSample_Id\tValue\tcbp_driver\nPTEN\t5728\tT\t-1.5\t\n",
    { line: 2, gene: "PTEN", call: "partial-deletion" },
  ],
  [
    "a list with copies",
    "gene-list",
    "gene,copies,minor\nERBB2,12.5,1\n",
    { line: 2, gene: "ERBB2", copies: 12.5, minor: 1 },
  ],
  [
    "a list with calls",
    "gene-list",
    "gene,call\nCDKN2A,Deep Deletion\n",
    { line: 2, gene: "CDKN2A", call: "homozygous-deletion" },
  ],
  [
    "OncoKB's list",
    "gene-list",
    "Tumor_Sample_Barcode\tHugo_Symbol\tCopy_Number_Alteration\nT\tMET\t2\n",
    { line: 2, gene: "MET", call: "amplification" },
  ],
  [
    "a VCF, whose POS is the base before",
    "cnv-vcf",
    vcf("17\t100\t.\tN\t<DUP>\t.\tPASS\tEND=200\tGT:CN:MCN\t0/1:9:1"),
    { line: 8, place: "17:101-200", copies: 9, minor: 1 },
  ],
  [
    "a VCF with a length and no number of copies",
    "cnv-vcf",
    vcf("17\t100\t.\tN\t<DEL>\t.\t.\tSVLEN=-50\tGT\t0/1"),
    { line: 8, place: "17:101-150", call: "loss" },
  ],
  [
    "a VCF that states what is unchanged",
    "cnv-vcf",
    vcf("17\t100\t.\tN\t.\t.\t.\tEND=200\tGT:CN\t./.:2"),
    { line: 8, place: "17:100-200", copies: 2 },
  ],
];

describe("a file of copy numbers", () => {
  test.each(formats)(
    "of %s is claimed by %s alone and read in 1-based closed positions",
    async (_name, id, text, row) => {
      expect(claiming(text)).toEqual([id]);
      const { table } = await readCopyNumbers(text);
      expect(table).toMatchObject({ format: id, counts: { read: 1, refused: 0, setAside: 0 } });
      expect(statedOf(table)).toEqual([row]);
    },
  );

  test.each([
    ["CNVkit's bins", "chromosome\tstart\tend\tgene\tlog2\tdepth\tweight\n17\t1\t2\t-\t0\t1\t1\n"],
    ["ratios of several callers", "chr\tstart\tend\tONT\tILL\nhs14\t1\t1000\t1\t1\n"],
    ["GISTIC's scores of a cohort", "Type\tChromosome\tStart\tEnd\tG-score\nAmp\t1\t2\t3\t0.1\n"],
    ["mutations", "Hugo_Symbol\tChromosome\tStart_Position\tVariant\nTP53\t17\t1\tSNP\n"],
  ])("is not seen in %s", (_name, text) => {
    expect(claiming(text)).toEqual([]);
  });

  test("is read by the chromosome lengths of GATK's dictionary", async () => {
    const text =
      "@SQ\tLN:81195210\tSN:chr17\tM5:x\nCONTIG\tSTART\tEND\tNUM_POINTS_COPY_RATIO\tLOG2_COPY_RATIO_POSTERIOR_50\nchr17\t1\t2\t5\t0\n";
    const { table } = await readCopyNumbers(text);
    expect([...table.contigs]).toEqual([["17", 81195210]]);
  });
});

describe("a row of copy numbers", () => {
  const header = "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\n";

  test("that cannot be read is refused alone, with its line, and counted", async () => {
    const rows = [
      "T\t1\t1\t9\t5\t0.1",
      "T\t1\t9\t1\t5\t0.1",
      "T\t1\t1\t9\t5\tx",
      "T\t1\t.5\t9\t5\t1",
    ];
    const { table, problems } = await readCopyNumbers(`${header}${rows.join("\n")}\n`);
    expect(table.counts).toEqual({ read: 4, refused: 3, setAside: 0 });
    expect(problems.map(({ code, where }) => [code, where?.line])).toEqual([
      ["segment-malformed", 3],
      ["not-a-number", 4],
      ["segment-malformed", 5],
    ]);
  });

  test("that cannot be read refuses a file that is read strictly", async () => {
    expect(await refusedAs(`${header}T\t1\t9\t1\t5\t0.1\n`, { strict: true })).toBe(
      "input segment-malformed",
    );
  });

  test("of a contig that is no chromosome, or without a value, is set aside and counted", async () => {
    const rows = ["T\t1\t1\t9\t5\t0.1", "T\tGL000191.1\t1\t9\t5\t0.1", "T\t2\t1\t9\t5\tNA"];
    const { table, problems } = await readCopyNumbers(`${header}${rows.join("\n")}\n`);
    expect(table.counts).toEqual({ read: 3, refused: 0, setAside: 2 });
    expect(problems.map(({ message }) => message)).toEqual([
      "rows were set aside (no chromosome: 1, no value: 1)",
    ]);
  });

  test("refuses the file when none of them lies on a known chromosome", async () => {
    expect(await refusedAs(`${header}T\ths14\t1\t9\t5\t0.1\n`)).toBe("input table-no-rows");
  });

  test("of a discrete matrix that is no call is refused, and does not make log2 ratios of the others", async () => {
    const { table } = await readCopyNumbers("Hugo_Symbol\tT\nERBB2\t2\nMET\t7\nKIT\t-1.5\n");
    expect(table.counts).toEqual({ read: 3, refused: 1, setAside: 0 });
    expect(table.rows.map(({ gene, call }) => [gene, call])).toEqual([
      ["ERBB2", "amplification"],
      ["KIT", "partial-deletion"],
    ]);
  });

  test("whose gene a spreadsheet made a date of is refused", async () => {
    const { table } = await readCopyNumbers("gene,copies\n1-Sep,4\nMET,4\n");
    expect(table.counts).toEqual({ read: 2, refused: 1, setAside: 0 });
  });

  test("of a VCF that failed a filter is set aside; one without an end is refused", async () => {
    const text = vcf(
      "17\t100\t.\tN\t<DEL>\t.\tPASS\tEND=200\tGT:CN\t0/1:1",
      "17\t300\t.\tN\t<DEL>\t.\tcnvQual\tEND=400\tGT:CN\t0/1:1",
      "17\t500\t.\tN\t<DEL>\t.\tPASS\t.\tGT:CN\t0/1:1",
      "17\t600\t.\tA\tC\t.\tPASS\t.\tGT:CN\t0/1:2",
    );
    const { table } = await readCopyNumbers(text);
    expect(table.counts).toEqual({ read: 4, refused: 1, setAside: 2 });
  });

  test("is missing from a VCF of small variants, which is refused", async () => {
    expect(await refusedAs(vcf("17\t600\t.\tA\tC\t.\tPASS\t.\tGT\t0/1"))).toBe(
      "input copy-number-missing",
    );
  });
});

describe("the sample of a file of copy numbers", () => {
  const two =
    "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nA\t1\t1\t9\t5\t0.1\nB\t1\t1\t9\t5\t0.2\nA\t2\t1\t9\t5\t0.3\n";
  const valuesOf = async (text: string, options: Parameters<typeof readCopyNumbers>[1]) => {
    const { table } = await readCopyNumbers(text, options);
    return [table.sample, table.counts.setAside, ...table.rows.map(({ log2 }) => log2)];
  };

  test("is the one that is asked for", async () => {
    expect(await valuesOf(two, { sample: "B" })).toEqual(["B", 2, 0.2]);
  });

  test("is the tumor sample of the case where the file has it, or is called as the case or by its role", async () => {
    const caseNames = { tumorSample: "B", id: "case-1" };
    expect(await valuesOf(two, { caseNames })).toEqual(["B", 2, 0.2]);
    expect(await valuesOf(two, { sample: "A", caseNames })).toEqual(["A", 1, 0.1, 0.3]);
    const one = (name: string): string => `Hugo_Symbol\t${name}\nERBB2\t0.25\n`;
    expect(await valuesOf(one("case-1"), { caseNames })).toEqual(["case-1", 0, 0.25]);
    expect(await valuesOf(one("Tumour"), { caseNames })).toEqual(["Tumour", 0, 0.25]);
  });

  test("of another name is of another patient, and one that cannot be compared is warned about", async () => {
    const one = "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nOTHER\t17\t1\t9\t5\t3.5\n";
    const refused = refusedAs(one, { caseNames: { tumorSample: "M", id: "m" } });
    expect(await refused).toBe("identity copy-number-sample-missing");
    const { table, problems } = await readCopyNumbers(one, { caseNames: { tumorSample: "TUMOR" } });
    expect(table.sample).toBe("OTHER");
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["copy-number-sample-unchecked", "warning"],
    ]);
    expect(await valuesOf(one, {})).toEqual(["OTHER", 0, 3.5]);
    expect(await valuesOf(one, { sample: "OTHER", caseNames: { tumorSample: "M" } })).toEqual([
      "OTHER",
      0,
      3.5,
    ]);
  });

  test("is never guessed: several refuse the file with their names, and so does a name that it lacks", async () => {
    expect(await refusedAs(two)).toBe("usage copy-number-sample-undecided");
    expect(await refusedAs(two, { sample: "C" })).toBe("identity copy-number-sample-missing");
    expect(await refusedAs("Hugo_Symbol\tA\tB\nERBB2\t1\t2\n")).toBe(
      "usage copy-number-sample-undecided",
    );
  });
});
