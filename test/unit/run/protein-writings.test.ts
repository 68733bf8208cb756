/** One protein gives one answer, however its change is written (spec, matching 1.2). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseProteinChange } from "../../../src/annotate/protein-change.ts";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import type { ByteSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../src/model/report.ts";
import { compareReports } from "../../../src/report/compare-reports.ts";
import { type CaseRequest, noEvidence } from "../../../src/run/case-request.ts";
import { explainCase } from "../../../src/run/explain-case.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { replayReport } from "../../../src/run/stored/replay-report.ts";
import { textSource } from "../read/lists/read-list.ts";

const root = join(import.meta.dirname, "../../..");
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
const models = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

const onDisk = (text: string): ByteSource => ({ ...textSource(text), path: "list.csv" });

function requestOf(variants: ByteSource, more: Partial<CaseRequest> = {}): CaseRequest {
  return {
    id: "case",
    tumorType: "NSCLC",
    assembly: "GRCh38",
    variants,
    ...noEvidence,
    protein: [],
    models: models.of,
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    toolVersion: "0.0.0",
    ...more,
  };
}

const list = (gene: string, change: string): ByteSource =>
  onDisk(`gene,change\n${gene},${change}\n`);

async function interpret(gene: string, change: string, kb = knowledgebase): Promise<Report> {
  return await interpretCase(requestOf(list(gene, change)), kb);
}

/** The answer without what the variant is called. */
function answerOf({ targets, blocked, findings }: Report) {
  return {
    targets: targets.map(({ therapy, amp, specificity, evidence, flags }) => ({
      therapy: therapy.label,
      amp: [amp.tier, amp.level],
      specificity,
      evidence: evidence.map(({ statement }) => statement),
      flags: flags.map(({ code }) => code),
    })),
    blocked: blocked.map(({ id }) => id),
    statements: findings.map(({ statements }) => statements),
    oncogenicity: findings.map(({ oncogenicity }) =>
      oncogenicity?.criteria.filter(({ state }) => state === "met").map(({ code }) => code),
    ),
  };
}

describe("writings of one protein", () => {
  test.each([
    ["ERBB2", "Y772_A775dup", ["A775_G776insYVMA", "E770_A771insAYVM", "A775delinsAYVMA"]],
    [
      "EGFR",
      "A767_V769dup",
      ["M766_A767insASV", "V769_D770insASV", "A767_S768insSVA", "V769_D770delinsVASVD"],
    ],
    ["EGFR", "H773dup", ["H773_V774insH", "P772_H773insH", "H773delinsHH"]],
    ["KIT", "V560del", ["V559del", "V559_V560delinsV"]],
    ["BRAF", "V600E", ["V600_K601delinsEK"]],
  ])("%s %s have one answer, and keep their names", async (gene, change, others) => {
    const expected = answerOf(await interpret(gene, change));
    expect(expected.statements.flat()).not.toEqual([]);
    for (const other of others) {
      const report = await interpret(gene, other);
      expect([other, answerOf(report)]).toEqual([other, expected]);
      expect(report.findings.map(({ label }) => label)).toEqual([
        `${gene} ${parseProteinChange(other)?.text}`,
      ]);
      expect(report.problems).toEqual([]);
    }
  });

  test("are told apart from another protein", async () => {
    const { statements } = answerOf(await interpret("ERBB2", "A775_G776insYVMG"));
    const dup = answerOf(await interpret("ERBB2", "Y772_A775dup")).statements.flat();
    const exact = dup.filter((id) => !statements.flat().includes(id));
    expect(exact).not.toEqual([]);
  });

  test("count in a statement as in a case", async () => {
    const [any] = knowledgebase.statements.filter(({ gene }) => gene === "ERBB2");
    if (any === undefined) throw new Error("no statement on ERBB2");
    const change = "A775_G776insYVMA";
    const constraints = [{ type: "protein-change", gene: "ERBB2", change } as const];
    const mine = { ...any, id: "board:1", variant: { ...any.variant, constraints } };
    const kb = { ...knowledgebase, statements: [mine] };
    const report = await interpret("ERBB2", "Y772_A775dup", kb);
    expect(report.findings[0]?.statements).toEqual(["board:1"]);
  });

  test("are found in a case by any of them, and in a stored report", async () => {
    const { isInCase, labels, statements } = await explainCase(
      requestOf(list("ERBB2", "A775_G776insYVMA")),
      { gene: "ERBB2", change: "Y772_A775dup" },
      knowledgebase,
    );
    expect([isInCase, labels]).toEqual([true, ["ERBB2 A775_G776insYVMA"]]);
    expect(statements.find(({ reason }) => reason.includes(" is Y772_A775dup"))?.state).toBe("met");
    const report = await interpret("ERBB2", "A775_G776insYVMA");
    const replayed = replayReport(report, knowledgebase, models.of);
    expect(compareReports(report, replayed)).toEqual([]);
  });

  test("are one beside the call of another program", async () => {
    const columns =
      "Hugo_Symbol\tHGVSp_Short\tTumor_Sample_Barcode\tONCOGENIC\tLEVEL_1\tHIGHEST_LEVEL";
    const table = `${columns}\nERBB2\tp.A775_G776insYVMA\tT\tOncogenic\tMadeupinib\tLEVEL_1\n`;
    const source = { ...textSource(table), path: "own.txt" };
    const asked = requestOf(list("ERBB2", "Y772_A775dup"), { outside: [{ source }] });
    const { findings } = await interpretCase(asked, knowledgebase);
    expect(findings[0]?.outside).toMatchObject([{ matchedBy: "protein change" }]);
  });

  test("are compared by what they say where no gene models are at hand", async () => {
    const without = requestOf(list("EGFR", "M766_A767insASV"), { models: undefined });
    const report = await interpretCase(without, knowledgebase);
    const reasons = report.targets.flatMap(({ evidence }) => evidence);
    expect(reasons.some(({ statement }) => statement.includes("exon-20-insertion"))).toBe(true);
  });
});

/** An insertion of YVMA behind A775 as VEP may name it, 5' of where HGVS puts it. */
const vcf = [
  "##fileformat=VCFv4.2",
  '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSp|MANE_SELECT">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  "##contig=<ID=17,length=83257441,assembly=GRCh38>",
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
  "17\t39724728\t.\tA\tAGCATACGTGATG\t.\tPASS\tCSQ=GCATACGTGATG|inframe_insertion|ERBB2|ENST00000269571.10|ENSP00000269571.4:p.Glu770_Ala771insAlaTyrValMet|NM_004448.4\tGT\t0/1",
  "",
].join("\n");

test("an annotator that names another place of the repeat does not disagree", async () => {
  const source = { ...textSource(vcf), path: "case.vcf" };
  const report = await interpretCase(requestOf(source), knowledgebase);
  expect(report.findings.map(({ label }) => label)).toEqual(["ERBB2 E770_A771insAYVM"]);
  expect(report.problems.map(({ code }) => code)).not.toContain("annotation-disagrees");
  const { statements } = answerOf(await interpret("ERBB2", "Y772_A775dup"));
  expect(report.findings.map((finding) => finding.statements)).toEqual(statements);
});
