/**
 * Hostile texts in the fields of every kind of input: a refusal that no terminal obeys, or a report that stays text in every format.
 * By default every field gets a sixth of the texts, each another one; with FUZZ_MUTANTS at 10,000 or more, all of them.
 */
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { printProblems } from "../../src/cli/print-problems.ts";
import { makeVoice } from "../../src/cli/terminal.ts";
import type { ByteSource } from "../../src/io/byte-source.ts";
import type { Knowledgebase } from "../../src/knowledgebase/knowledgebase.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Problem } from "../../src/model/problem.ts";
import { Refusal } from "../../src/model/refusal.ts";
import type { Report } from "../../src/model/report.ts";
import { renderers } from "../../src/report/render/renderers.ts";
import { type CaseRequest, noEvidence } from "../../src/run/case-request.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { sampleFiles, writeFolder } from "../unit/knowledgebase/sample-folder.ts";
import { hostileTexts } from "../unit/report/hostile-texts.ts";
import { tagsOf } from "../unit/report/render/tags-of.ts";

function source(name: string, text: string): ByteSource {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  }
  return { name, path: null, open: null, chunks };
}

const isWhole = Number(process.env["FUZZ_MUTANTS"] ?? 0) >= 10_000;

/** The texts that the field of this number gets. */
function textsFor(field: number): readonly string[] {
  return isWhole ? hostileTexts : hostileTexts.filter((_, at) => at % 6 === field % 6);
}

/** Text as one cell of a CSV. */
function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

interface Fields {
  readonly meta: string;
  readonly sample: string;
  readonly id: string;
  readonly filter: string;
  readonly info: string;
  readonly symbol: string;
  readonly protein: string;
  readonly genotype: string;
}

const plain: Fields = {
  meta: "caller",
  sample: "TUMOR",
  id: ".",
  filter: "PASS",
  info: "DP=100",
  symbol: "BRAF",
  protein: "p.Val600Glu",
  genotype: "0/1",
};

function vcf(changes: Partial<Fields>): ByteSource {
  const { meta, sample, id, filter, info, symbol, protein, genotype } = { ...plain, ...changes };
  return source(
    "case.vcf",
    [
      "##fileformat=VCFv4.2",
      `##source=${meta}`,
      "##contig=<ID=7,length=159345973>",
      '##FILTER=<ID=low,Description="x">',
      '##INFO=<ID=DP,Number=1,Type=Integer,Description="x">',
      '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature_type|Feature|HGVSc|HGVSp">',
      '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
      '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">',
      `#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${sample}`,
      `7\t140753336\t${id}\tA\tT\t.\t${filter}\t${info};CSQ=T|missense_variant|${symbol}|Transcript|ENST00000288602.6|ENST00000288602.6:c.1799T>A|${protein}\tGT:AD\t${genotype}:60,40`,
      "",
    ].join("\n"),
  );
}

const request = {
  ...noEvidence,
  id: "case-1",
  variants: vcf({}),
  protein: [],
  tumorType: "MEL",
  includeFiltered: true,
  strict: false,
  allowTruncated: false,
  toolVersion: "0.0.0",
} satisfies CaseRequest;

/** Case, VCF and tables: the field, and the request that holds the text there. */
const fields: readonly (readonly [string, (text: string) => Partial<CaseRequest>])[] = [
  ["tumor type", (text) => ({ tumorType: text })],
  ["biopsy site", (text) => ({ biopsySite: text })],
  ["tumor sample", (text) => ({ tumorSample: text })],
  ["INFO key of the fraction", (text) => ({ tumorAfTag: text })],
  ["file name", (text) => ({ variants: { ...vcf({}), name: text } })],
  ["VCF header", (text) => ({ variants: vcf({ meta: text }) })],
  ["VCF sample name", (text) => ({ variants: vcf({ sample: text }) })],
  ["VCF ID", (text) => ({ variants: vcf({ id: text }) })],
  ["VCF FILTER", (text) => ({ variants: vcf({ filter: text }) })],
  ["VCF INFO", (text) => ({ variants: vcf({ info: text }) })],
  ["annotated gene", (text) => ({ variants: vcf({ symbol: text }) })],
  ["annotated protein change", (text) => ({ variants: vcf({ protein: text }) })],
  ["genotype", (text) => ({ variants: vcf({ genotype: text }) })],
  ["cohort name", (text) => ({ protein: [{ ...proteins("BRAF", "TUMOR"), cohortName: text }] })],
  ["protein row", (text) => ({ protein: [proteins(text, "TUMOR")] })],
  ["protein sample", (text) => ({ protein: [proteins("BRAF", text)] })],
  ["stain marker", (text) => ({ ihc: [{ source: table("marker,score", text, "3+") }] })],
  ["stain score", (text) => ({ ihc: [stains(["HER2", text], ["MLH1", "lost"])] })],
  [
    "fusion partner",
    (text) => ({ fusions: [{ source: table("five_prime,three_prime", text, "BRAF") }] }),
  ],
  ["copy-number gene", (text) => ({ copyNumber: [{ source: table("gene,copies", text, "12") }] })],
  ["marker of a status", (text) => ({ status: [markers(text, "TMB")] })],
];

function table(head: string, ...cells: readonly string[]): ByteSource {
  return source("table.csv", `${head}\n${cells.map(quote).join(",")}\n`);
}

function stains(...rows: readonly (readonly [marker: string, score: string])[]) {
  const lines = rows.map((cells) => cells.map(quote).join(","));
  return { source: source("stains.csv", `marker,score\n${lines.join("\n")}\n`) };
}

/** A table without one readable row is refused, so that a good one stands beside the other. */
function markers(...names: readonly string[]) {
  const lines = names.map((name) => `${quote(name)},12,mutations/Mb,`);
  return { source: source("status.csv", `marker,value,unit,status\n${lines.join("\n")}\n`) };
}

function proteins(row: string, sample: string): CaseRequest["protein"][number] {
  const samples = [sample, ...Array.from({ length: 12 }, (_, at) => `R${at}`)];
  const line = (gene: string, high: number): string =>
    [quote(gene), ...samples.map((_, at) => (at === 0 ? high : (at % 5) / 10))].join(",");
  const text = [["gene", ...samples.map(quote)].join(","), line(row, 6), line("EGFR", 0.1)];
  return { source: source("proteins.csv", `${text.join("\n")}\n`), sample };
}

/** Fields of the knowledgebase whose text reaches a report. */
const knowledge: readonly (readonly [string, (text: string) => Record<string, unknown>])[] = [
  ["name of a drug", (text) => replaced('"Vemurafenib"', text)],
  ["name of a disease", (text) => replaced('"melanoma"', text)],
  ["label of a variant", (text) => replaced('"label":"V600E"', text, '"label":')],
  ["record of a source", (text) => replaced('"record":"EID1"', text, '"record":')],
  ["name of a source", (text) => replaced('"CIViC"', text)],
  ["version", (text) => replaced('"2026.11.0"', text)],
];

function replaced(old: string, text: string, before = ""): Record<string, unknown> {
  const files = JSON.stringify(sampleFiles());
  if (!files.includes(old)) throw new Error(`${old} is not in the sample`);
  return JSON.parse(files.replaceAll(old, () => before + JSON.stringify(text)));
}

async function interpret(given: CaseRequest, base: Knowledgebase): Promise<Report | Refusal> {
  try {
    return await interpretCase(given, base);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function expectHarmless(outcome: Report | Refusal): Promise<void> {
  await expectQuietTerminal(outcome.problems);
  if (outcome instanceof Refusal) return;
  for (const renderer of renderers) {
    const text = renderer.render(outcome);
    expect(text).not.toMatch(controls);
    check[renderer.id]?.(text);
  }
}

/** Control characters and what turns the direction of text; a tab is a separator of tables. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

const check: Readonly<Record<string, (text: string) => void>> = {
  html(text) {
    for (const tag of tagsOf(text))
      expect(tag).not.toMatch(/^(?:iframe|img|object|embed|form|base|link)\b| on| style/);
    expect(text.match(/<script>/g) ?? []).toHaveLength(1);
    for (const [, link] of text.matchAll(/ href="([^"]*)"/g)) {
      expect(link).toMatch(/^(?:#|https:\/\/(?!evil))/);
    }
  },
  tsv: expectNoFormula,
  "cbioportal-maf": expectNoFormula,
  "vcf-sites": (text) => {
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(/^##|^(?:[^\t]+\t){7}[^\t]+$/);
  },
};

function expectNoFormula(text: string): void {
  // The last column may be empty.
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
  for (const cells of lines) {
    expect(cells).toHaveLength(lines[0]?.length ?? 0);
    for (const cell of cells) expect(cell).not.toMatch(/^(?:[=+@]|-(?!$|\d))/);
  }
}

async function expectQuietTerminal(problems: readonly Problem[]): Promise<void> {
  let written = "";
  const stderr = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const terminal = { stdin: process.stdin, stdout: stderr, stderr, env: {} };
  printProblems(problems, await makeVoice(terminal, { color: false }));
  expect(written).not.toMatch(controls);
}

/** Of the sample folder, which goes away with the test that asks. */
async function sampleBase(files: object = sampleFiles()): Promise<Knowledgebase> {
  return await loadKnowledgebase(writeFolder({ ...files }));
}

test("the case without a hostile text has a target, so that its fields reach the report", async () => {
  const report = await interpret(request, await sampleBase());
  expect(report).toMatchObject({ targets: [{ therapy: { label: "Vemurafenib" } }] });
});

test.each([
  ["stains", { ihc: [stains(["HER2", "3+"], ["MLH1", "lost"])] }],
  ["fusions", { fusions: [{ source: table("five_prime,three_prime", "AGAP3", "BRAF") }] }],
  ["copies", { copyNumber: [{ source: table("gene,copies", "BRAF", "12") }] }],
  ["markers", { status: [markers("TMB")] }],
  ["proteins", { protein: [proteins("BRAF", "TUMOR")] }],
])("the table of %s is read when its text is plain", async (_, change) => {
  const report = await interpret({ ...request, ...change }, await sampleBase());
  expect(report).not.toBeInstanceOf(Refusal);
});

describe.each(fields)("in the field %s", (name, change) => {
  test("every hostile text is refused or stays text", async () => {
    const base = await sampleBase();
    for (const text of textsFor(fields.findIndex(([field]) => field === name))) {
      await expectHarmless(await interpret({ ...request, ...change(text) }, base));
    }
  });
});

describe.each(knowledge)("in the knowledgebase: %s", (name, filesWith) => {
  test("every hostile text is refused or stays text", async () => {
    for (const text of textsFor(knowledge.findIndex(([field]) => field === name))) {
      let changed: Knowledgebase;
      try {
        changed = await sampleBase(filesWith(text));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await expectQuietTerminal(error.problems);
        continue;
      }
      await expectHarmless(await interpret(request, changed));
    }
  });
});
