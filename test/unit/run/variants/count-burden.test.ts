import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../../src/model/report.ts";
import { type CaseRequest, noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";

const root = join(import.meta.dirname, "../../../..");
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const folder = mkdtempSync(join(tmpdir(), "metaction-burden-"));

async function interpret(text: string, parts: Partial<CaseRequest>): Promise<Report> {
  const path = join(folder, "a.vcf");
  writeFileSync(path, text);
  const request: CaseRequest = {
    ...noEvidence,
    id: "case",
    variants: fileSource(path),
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    models: packed.of,
    toolVersion: "0",
    ...parts,
  };
  return await interpretCase(request, knowledgebase);
}

const head = `##fileformat=VCFv4.2
##contig=<ID=chr1,length=248956422,assembly=GRCh38>
##contig=<ID=chr7,length=159345973,assembly=GRCh38>
##FILTER=<ID=weak,Description="weak">
##FORMAT=<ID=GT,Number=1,Type=String,Description="genotype">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description="reads">
`;
const csq = `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSp|gnomAD_AF">
`;
const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\n";

const row = (
  place: string,
  consequence: string,
  parts: { filter?: string; gt?: string; af?: string } = {},
): string => {
  const [contig, position, ref, alt] = place.split(":");
  const { filter = "PASS", gt = "0/1", af = "" } = parts;
  return `${contig}\t${position}\t.\t${ref}\t${alt}\t.\t${filter}\tCSQ=${alt}|${consequence}|GENE1|ENST00000000001.1||${af}\tGT:AD\t${gt}:50,50`;
};

const rows = [
  row("chr1:5000000:A:T", "missense_variant"),
  row("chr1:5000100:A:T", "stop_gained"),
  row("chr1:5000200:A:AT", "frameshift_variant"),
  row("chr1:5000300:A:T", "splice_donor_variant"),
  row("chr1:5000000:A:T", "missense_variant"),
  row("chr1:5000400:A:T", "synonymous_variant"),
  row("chr1:5000500:A:T", "intron_variant"),
  row("chr1:5000600:A:T", "missense_variant", { filter: "weak" }),
  row("chr1:5000700:A:T", "missense_variant", { gt: "0/0" }),
  row("chr1:5000800:A:T", "missense_variant", { af: "0.2" }),
  row("chr7:140753336:A:T", "missense_variant"),
];
const text = `${head}${csq}${columns}${rows.join("\n")}\n`;

test("the burden is what changes a protein or a splice site, is called, passed and is not common, each once", async () => {
  const { findings, problems } = await interpret(text, { callableMb: 2 });
  const tmb = findings.find(({ kind }) => kind === "signature");
  expect(tmb).toMatchObject({
    label: "TMB 2.5 mutations/Mb",
    support: { value: 2.5, text: "5 variants over 2 Mb", unit: "mutations/Mb" },
    provenance: { file: "a.vcf", line: null, sample: "TUMOR" },
  });
  expect(problems.map(({ code }) => code)).toContain("burden-tumor-only");
});

test("counting it changes no other finding, and the records still add up", async () => {
  const [counted, plain] = [await interpret(text, { callableMb: 2 }), await interpret(text, {})];
  const others = ({ findings }: Report) => findings.filter(({ kind }) => kind !== "signature");
  expect(others(counted)).toEqual(others(plain));
  const { read, matched, notMatched, setAside, refused } = counted.counts.variants ?? {};
  expect(read).toBe(11);
  expect((matched ?? 0) + (notMatched ?? 0) + (setAside ?? 0) + (refused ?? 0)).toBe(11);
  expect(counted.counts.variants?.matched).toBe(plain.counts.variants?.matched);
});

test("ten mutations a megabase meet the statement with their method said", async () => {
  const { targets } = await interpret(text, { callableMb: 0.5 });
  const pembrolizumab = targets.find(({ therapy }) => therapy.id === "pembrolizumab");
  expect(pembrolizumab?.evidence.map(({ matchReason }) => matchReason.text).join(" ")).toContain(
    "by metaction, non-synonymous variants of the file",
  );
});

test("what cannot be counted is not low: without annotation and sequence there is no burden", async () => {
  const unannotated = text.replace(csq, "").replaceAll(/CSQ=\S+/g, ".");
  const { findings, problems } = await interpret(unannotated, { callableMb: 2, models: undefined });
  expect(findings.some(({ kind }) => kind === "signature")).toBe(false);
  expect(problems).toMatchObject([{ code: "burden-not-counted", severity: "warning" }]);
});
