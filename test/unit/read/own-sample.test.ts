import { describe, expect, test } from "vitest";
import type { ByteSource } from "../../../src/io/byte-source.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import { callableVcf } from "../../../src/read/callable/callable-vcf.ts";
import { chordPrediction } from "../../../src/read/status/chord-prediction.ts";
import { copyNumberVcf } from "../../../src/read/copy-number/copy-number-vcf.ts";
import { fusionList } from "../../../src/read/structural/fusion-list.ts";
import { geneList } from "../../../src/read/copy-number/gene-list.ts";
import { ihcTable } from "../../../src/read/stains/ihc-table.ts";
import { jaffa } from "../../../src/read/structural/jaffa.ts";
import { oncokbAnnotated } from "../../../src/read/outside/oncokb-annotated.ts";
import { chooseOwnSample, type AskedSample } from "../../../src/read/own-sample.ts";
import { pizzly } from "../../../src/read/structural/pizzly.ts";
import { priorTherapies } from "../../../src/read/prior-therapies.ts";
import { statusTable } from "../../../src/read/status/status-table.ts";
import { svVcf } from "../../../src/read/structural/sv-vcf.ts";
import { readEvidenceText, refusedText } from "./read-evidence-text.ts";
import type { EvidenceReadOptions, EvidenceTable } from "../../../src/read/evidence-reader.ts";

const caseNames = { tumorSample: "M", id: "case-1" };

function choose(samples: readonly string[], asked: AskedSample): string | null {
  const problems: string[] = [];
  const about = { where: { file: "f" }, kind: "fusion", key: "fusion" } as const;
  try {
    const report = ({ code }: Problem): void => void problems.push(code);
    const chosen = chooseOwnSample(samples, asked, { ...about, report });
    return [chosen, ...problems].join(" ") || null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.kind} ${error.problems[0]?.code}`;
  }
}

test.each([
  [["M"], { caseNames }, "M"],
  [["A", "M", "case-1"], { caseNames }, "M"],
  [["A", "case-1"], { caseNames }, "case-1"],
  [["NORMAL", "Tumour"], { caseNames }, "Tumour"],
  [["m"], { caseNames }, "identity fusion-sample-missing"],
  [["OTHER"], { caseNames }, "identity fusion-sample-missing"],
  [["A", "B"], { caseNames }, "identity fusion-sample-missing"],
  [["OTHER"], { sample: "OTHER", caseNames }, "OTHER"],
  [["M"], { sample: "OTHER", caseNames }, "identity fusion-sample-missing"],
  [["OTHER"], { caseNames: { id: "case-1" } }, "OTHER"],
  [["OTHER"], { caseNames: { tumorSample: "TUMOR" } }, "OTHER fusion-sample-unchecked"],
  [["A", "B"], { caseNames: { tumorSample: "TUMOR" } }, "identity fusion-sample-missing"],
  [["A", "B"], {}, "usage fusion-sample-undecided"],
  [["A"], {}, "A"],
  [[], { caseNames }, null],
] as const)("of %j, asked as %j, the case is %s", (samples, asked, expected) => {
  expect(choose(samples, asked)).toBe(expected);
});

test("a refusal names both samples, and how to say that they are one patient", async () => {
  const text =
    "sample,fusion genes,chrom1,base1,chrom2,base2,spanning pairs,spanning reads,inframe,classification\nOTHER,EML4:ALK,chr2,1,chr2,2,3,3,TRUE,HighConfidence\n";
  const problem = await refusedText(jaffa, text, { caseNames });
  expect(problem.message).toBe('t.csv has no sample "M"; it has "OTHER"');
  expect(problem.hint).toContain("--fusion-sample NAME");
  expect(problem.hint).toContain('"fusion": [{ "file": ..., "sample": ... }]');
});

const vcfHead =
  '##fileformat=VCFv4.2\n##contig=<ID=1>\n##INFO=<ID=END,Number=1,Type=Integer,Description="e">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t';
const vcfs = {
  callable: `1\t100\t.\tA\t.\t.\tPASS\t.\tGT:DP\t0/0:50`,
  copies: `1\t100\t.\tA\t<DEL>\t.\tPASS\tEND=9000\tGT:CN\t0/1:0`,
  junctions: `1\t100\ta\tN\tN[1:9000[\t.\tPASS\tSVTYPE=BND\tGT\t0/1`,
};
const annotated =
  "Hugo_Symbol\tTumor_Sample_Barcode\tHGVSp_Short\tONCOGENIC\tHIGHEST_LEVEL\tLEVEL_1\tGENE_IN_ONCOKB\tVARIANT_IN_ONCOKB\tMUTATION_EFFECT\n";
type Rows = { read(source: ByteSource, options: EvidenceReadOptions): Promise<EvidenceTable> };
const files: Readonly<Record<string, readonly [Rows, (name: string) => string]>> = {
  "callable VCF": [callableVcf, (name: string) => `${vcfHead}${name}\n${vcfs.callable}\n`],
  "VCF of copy numbers": [copyNumberVcf, (name: string) => `${vcfHead}${name}\n${vcfs.copies}\n`],
  "VCF of junctions": [svVcf, (name: string) => `${vcfHead}${name}\n${vcfs.junctions}\n`],
  stains: [ihcTable, (name: string) => `marker,score,Sample\nHER2,3+,${name}\n`],
  markers: [statusTable, (name: string) => `marker,value,status,sample_id\nMSI,,high,${name}\n`],
  "CHORD's prediction": [
    chordPrediction,
    (name: string) => `sample\tp_hrd\thr_status\n${name}\t0.6\tHR_deficient\n`,
  ],
  history: [
    priorTherapies,
    (name: string) =>
      `sample,therapy,best_response,reason_stopped\n${name},imatinib,PD,progression\n`,
  ],
  "outside calls": [
    oncokbAnnotated,
    (name: string) =>
      `${annotated}BRAF\t${name}\tp.V600E\tOncogenic\tLEVEL_1\tMadeupinib\tTrue\tTrue\tGain-of-function\n`,
  ],
};

test.each(Object.entries(files))("%s of another sample are refused", async (_, [reader, write]) => {
  const own = await readEvidenceText(reader, write("M"), { caseNames });
  expect(own.table.rows).toHaveLength(1);
  const other = write("OTHER");
  const stated = await readEvidenceText(reader, other, { sample: "OTHER", caseNames });
  expect(stated.table.rows).toHaveLength(1);
  for (const asked of [{ caseNames }, { sample: "M" }]) {
    const error: unknown = await readEvidenceText(reader, other, asked).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "identity" });
  }
});

const sampleHeaders = [
  "sample",
  "Sample ID",
  "sample_id",
  "SampleID",
  "sample_name",
  "Sample.Name",
  "tumor_sample",
  "Tumor_Sample_Barcode",
];
const byRow: Readonly<Record<string, readonly [Rows, string, string]>> = {
  stains: [ihcTable, "marker,score", "HER2,3+"],
  markers: [statusTable, "marker,value,status", "MSI,,high"],
  history: [priorTherapies, "therapy,best_response,reason_stopped", "imatinib,PD,progression"],
  "outside calls": [
    oncokbAnnotated,
    "GeneA,GeneB,ONCOGENIC,HIGHEST_LEVEL,LEVEL_1,GENE_IN_ONCOKB,VARIANT_IN_ONCOKB,MUTATION_EFFECT",
    "EML4,ALK,Oncogenic,LEVEL_1,Madeupinib,True,True,Gain-of-function",
  ],
  "copy numbers": [geneList, "gene,copies", "ERBB2,20"],
  "plain fusions": [
    { read: (source, options) => fusionList.read(source, options) },
    "five_prime,three_prime,in_frame,reads",
    "EML4,ALK,true,20",
  ],
  "fusions of a caller": [
    { read: (source, options) => pizzly.read(source, options) },
    "geneA.name,geneB.name,paircount,splitcount",
    "EML4,ALK,3,20",
  ],
};

describe.each(Object.entries(byRow))("rows of %s", (_, [reader, head, row]) => {
  test.each(sampleHeaders)("are of the sample that stands under %j", async (header) => {
    const other = `${header},${head}\nOTHER,${row}\n`;
    const { table } = await readEvidenceText(reader, `${other}M,${row}\n`, { caseNames });
    expect(table.rows.map(({ line }) => line)).toEqual([3]);
    for (const asked of [{ caseNames }, { sample: "M", caseNames }]) {
      const refused = readEvidenceText(reader, other, asked);
      await expect(refused).rejects.toMatchObject({ kind: "identity" });
    }
  });
});

test("of two columns of samples the one that a row fills is read", async () => {
  const text = "sample,Tumor_Sample_Barcode,marker,score\n,OTHER,HER2,3+\n,M,HER2,0\n";
  const { table } = await readEvidenceText(ihcTable, text, { caseNames });
  expect(table.rows.map(({ line }) => line)).toEqual([3]);
});

test("rows of other samples are set aside and counted, and a table that names none is the case's", async () => {
  const text = "marker,score,sample\nHER2,3+,OTHER\nHER2,0,M\nER,90%,\n";
  const { table, problems } = await readEvidenceText(ihcTable, text, { caseNames });
  expect(table.rows.map(({ line }) => line)).toEqual([3]);
  expect(table.counts).toEqual({ read: 3, refused: 0, setAside: 2 });
  expect(problems.map(({ code }) => code)).toEqual(["rows-of-other-samples"]);
  const list = "five_prime,three_prime\nEML4,ALK\n";
  const fusions = await readEvidenceText(fusionList, list, { caseNames });
  expect([fusions.table.sample, fusions.table.rows.length]).toEqual(["M", 1]);
});
