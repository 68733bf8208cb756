import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../src/annotate/models/packed-models.ts";
import { fileSource, type ByteSource } from "../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import { Refusal } from "../../../src/model/refusal.ts";
import type { Report } from "../../../src/model/report.ts";
import { noEvidence } from "../../../src/run/case-request.ts";
import { interpretCase } from "../../../src/run/interpret-case.ts";
import { makeRandom, mutate } from "../../fuzz/mutate.ts";
import { textSource } from "../read/lists/read-list.ts";

const repository = join(import.meta.dirname, "../../..");
const vcf = fileSource(join(repository, "fixtures/cases/colorectal-liver-braf/metastasis.vcf"));
const knowledgebase = await loadKnowledgebase(join(repository, "knowledgebase"));
const models = openPackedModels(
  readFileSync(join(repository, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

/** A file that is read by its content, as one on disk is. */
const onDisk = (text: string): ByteSource => ({ ...textSource(text), path: "list.txt" });

async function interpret(
  variants: ByteSource,
  options: { readonly tumorSample?: string; readonly strict?: boolean } = {},
): Promise<Report> {
  return await interpretCase(
    {
      id: "list",
      tumorType: "COAD",
      variants,
      ...noEvidence,
      protein: [],
      models: models.of,
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
      ...options,
    },
    knowledgebase,
  );
}

/** The somatic variants of the case that pass, in GRCh38: gene, place, alleles, transcript, coding and protein change. */
const variants = [
  ["APC", "5", 112839942, "C", "T", "ENST00000257430.9", "c.4348C>T", "p.R1450*"],
  ["BRAF", "7", 140753336, "A", "T", "ENST00000646891.2", "c.1799T>A", "p.V600E"],
  ["TP53", "17", 7675088, "C", "T", "ENST00000269305.9", "c.524G>A", "p.R175H"],
  ["SMAD4", "18", 51065549, "G", "A", "ENST00000342988.8", "c.1082G>A", "p.R361H"],
] as const;

const places = ["Hugo_Symbol", "NCBI_Build", "Chromosome", "Start_Position", "End_Position"];
const alleles = ["Reference_Allele", "Tumor_Seq_Allele2", "Tumor_Sample_Barcode"];
const mafHeader = [...places, ...alleles].join("\t");
const place = ([gene, contig, position, ref, alt]: (typeof variants)[number]) =>
  [gene, "GRCh38", contig, position, position, ref, alt, "TUMOR"].join("\t");

const forms: Readonly<Record<string, string>> = {
  "a MAF of alleles": `${mafHeader}\n${variants.map((one) => `${place(one)}\n`).join("")}`,
  "a MAF with its own names": `${mafHeader}\tTranscript_ID\tHGVSc\tHGVSp_Short\n${variants
    .map((one) => `${[place(one), one[5], one[6], one[7]].join("\t")}\n`)
    .join("")}`,
  "a list of coding changes": `gene,change,transcript\n${variants
    .map((one) => `${one[0]},${one[6]},${one[5]}\n`)
    .join("")}`,
};

const rankingOf = ({ targets, blocked }: Report) => ({
  targets: targets.map(({ rank, id, amp, specificity, alterations }) => ({
    rank,
    id,
    tier: amp.tier,
    level: amp.level,
    specificity,
    alterations: alterations.map(({ label }) => label),
  })),
  blocked: blocked.map(({ id, kind }) => ({ id, kind })),
});

describe("the variants of a VCF", async () => {
  const expected = rankingOf(await interpret(vcf, { tumorSample: "TUMOR" }));

  test.each(Object.entries(forms))("make the same ranking from %s", async (_, text) => {
    const report = await interpret(onDisk(text));
    expect(rankingOf(report)).toEqual(expected);
    expect(expected.targets.length).toBeGreaterThan(10);
    expect(report.problems).toEqual([]);
  });

  test("make the same targets and tiers from a list of protein changes, without alleles", async () => {
    const text = `gene,change\n${variants.map((one) => `${one[0]},${one[7]}\n`).join("")}`;
    const report = await interpret(onDisk(text));
    const tiers = ({ targets }: ReturnType<typeof rankingOf>) =>
      targets.map(({ id, tier, level, alterations }) => ({ id, tier, level, alterations }));
    const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(tiers(rankingOf(report)))).toEqual(byId(tiers(expected)));
    expect(rankingOf(report).blocked).toEqual(expected.blocked);
    expect(report.case.assembly?.decidedBy).toContain("names of the variants");
    expect(report.findings.every(({ vrs }) => vrs === undefined)).toBe(true);
  });
});

describe("a list", () => {
  test("counts every row: used, not matched, refused alone, of another sample, filtered", async () => {
    const text =
      "gene,change,sample,vaf\nBRAF,V600E,A,0.2\nEGFR,vIII,A,\nEGFR,T790M,B,0.5\nBRAF,V600E,A,0\nMADEUP1,V1A,A,0.5\n";
    const { counts, problems, setAside } = await interpret(onDisk(text), { tumorSample: "A" });
    expect(counts.variants).toEqual({
      read: 5,
      matched: 1,
      notMatched: 0,
      setAside: 3,
      refused: 1,
    });
    expect(problems).toMatchObject([
      { code: "change-not-read", severity: "error", where: { file: "list.txt", line: 3 } },
    ]);
    expect(setAside.map(({ code }) => code).toSorted()).toEqual([
      "gene-not-in-knowledgebase",
      "no-supporting-read",
      "other-sample",
    ]);
  });

  test("is refused as a whole at its first unreadable row when strict", async () => {
    const text = "gene,change\nEGFR,vIII\nBRAF,V600E\n";
    await expect(interpret(onDisk(text), { strict: true })).rejects.toMatchObject({
      kind: "input",
      problems: [{ code: "change-not-read" }],
    });
  });

  test("that names places needs their build", async () => {
    const text = "gene,change\nBRAF,7:g.140453136A>T\n";
    await expect(interpret(onDisk(text))).rejects.toMatchObject({
      kind: "usage",
      problems: [{ code: "assembly-unknown" }],
    });
  });
});

test("an insertion of a MAF is the allele that the knowledgebase names, with or without the base before it", async () => {
  // EGFR exon 20 insertion A767_V769dup, as ENST00000275493.7:c.2300_2308dup.
  const row = (start: number, alt: string) =>
    ["EGFR", "GRCh38", "7", start, start + 1, "-", alt, "TUMOR"].join("\t");
  const report = await interpret(onDisk(`${mafHeader}\n${row(55181308, "CCAGCGTGG")}\n`));
  expect(report.findings).toMatchObject([{ label: "EGFR A767_V769dup" }]);
});

test("a table of proteins is no file of variants", async () => {
  await expect(interpret(onDisk("gene,S1,S2\nERBB2,1.5,2\n"))).rejects.toMatchObject({
    kind: "input",
    problems: [{ code: "format-of-other-input" }],
  });
});

test("mutants of lists and MAF files are refused or counted, row by row, and never crash", async () => {
  const random = makeRandom(20_261_125);
  const seeds = [
    ...Object.values(forms),
    "gene,change,sample,vaf,depth\nBRAF,p.Val600Glu,A,31%,54\n,NC_000007.14:g.140753336A>T,A,0.2,9\nNF1,X1445_splice,B,,\nEGFR,c.2235_2249del,A,,\n",
  ].map((text) => Buffer.from(text));
  const outcomes = { refused: 0, read: 0 };
  for (let number = 0; number < 90; number++) {
    const bytes = mutate(seeds[number % seeds.length] ?? Buffer.alloc(0), random);
    const source = { ...textSource(bytes), path: "list.txt" };
    try {
      const { read, matched, notMatched, setAside, refused } = (await interpret(source)).counts
        .variants ?? { read: -1, matched: 0, notMatched: 0, setAside: 0, refused: 0 };
      expect(matched + notMatched + setAside + refused, `mutant ${number}`).toBe(read);
      outcomes.read += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.refused += 1;
    }
  }
  expect(outcomes.read).toBeGreaterThan(20);
  expect(outcomes.refused).toBeGreaterThan(5);
}, 60_000);
