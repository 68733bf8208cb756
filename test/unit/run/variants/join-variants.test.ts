import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { streamSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report } from "../../../../src/model/report.ts";
import { noEvidence } from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";

const root = join(import.meta.dirname, "../../../..");
const knowledgebase = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

const header = [
  "##fileformat=VCFv4.2",
  "##contig=<ID=7,length=159345973,assembly=GRCh38>",
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="">',
  '##FORMAT=<ID=PS,Number=1,Type=Integer,Description="">',
  '##FORMAT=<ID=PGT,Number=1,Type=String,Description="">',
  '##FORMAT=<ID=PID,Number=1,Type=String,Description="">',
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
];

/** A record is `position:ref:alt FORMAT tumor [normal]`. BRAF is read on the minus strand: codon 600 is bases 140753337 to 140753335. */
async function report(...records: string[]): Promise<Report> {
  const lines = records.map((record) => {
    const [change = "", format = "", ...samples] = record.split(" ");
    const [position, ref, alt] = change.split(":");
    return ["7", position, ".", ref, alt, ".", "PASS", ".", format, ...samples].join("\t");
  });
  const isPaired = records.every((record) => record.split(" ").length > 3);
  const columns = isPaired ? "\tNORMAL" : "";
  const text = `${header.join("\n")}${columns}\n${lines.join("\n")}\n`;
  return await interpretCase(
    {
      id: "case",
      tumorType: "MEL",
      variants: streamSource(
        "case.vcf",
        (async function* () {
          yield text;
        })(),
      ),
      protein: [],
      ...noEvidence,
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      models: packed.of,
      toolVersion: "0",
    },
    knowledgebase,
  );
}

const labels = ({ findings }: Report): string[] => findings.map(({ label }) => label).toSorted();

describe("BRAF V600K in two records", () => {
  const split = (first: string, second: string) =>
    report(`140753336:A:T ${first}`, `140753337:C:T ${second}`);

  test("is V600K, and neither V600E nor V600M, where the file phases them", async () => {
    const phased = ["GT:AD:PS 0|1:70,30:140753336", "GT:AD:PS 0|1:68,31:140753336"] as const;
    const physical = [
      "GT:AD:PGT:PID 0/1:70,30:0|1:140753336_A_T",
      "GT:AD:PGT:PID 0/1:68,31:0|1:140753336_A_T",
    ] as const;
    for (const pair of [phased, physical]) {
      const own = await split(pair[0], pair[1]);
      expect(labels(own)).toEqual(["BRAF V600K"]);
      expect(own.counts.variants).toMatchObject({ read: 2, matched: 2 });
      const [finding] = own.findings;
      expect(finding?.observation).toBe("small-variant:GRCh38:7:140753336:AC:TT");
      expect(finding?.caveats.map(({ code }) => code)).toContain("records-joined");
      expect(finding?.support).toMatchObject({
        depth: 99,
        joined: { records: ["7:140753336 A>T (line 9)", "7:140753337 C>T (line 10)"] },
      });
      expect(own.setAside).toMatchObject([{ code: "joined-in-phase", count: 2 }]);
      expect(own.problems).toMatchObject([{ code: "records-joined", severity: "notice" }]);
    }
  });

  test("has in the normal no more reads than the least of its records", async () => {
    const least = { sample: "NORMAL", vaf: 0.05, depth: 60, altReads: 3 };
    const own = await split("GT:AD:PS 0|1:70,30:5 0/0:48,12:.", "GT:AD:PS 0|1:68,31:5 0/0:57,3:.");
    expect(labels(own)).toEqual(["BRAF V600K"]);
    expect(own.findings[0]?.support).toMatchObject({ normal: least });
    const open = await split("GT:AD:PS 0|1:70,30:5 0/0:48,12:.", "GT:AD:PS 0|1:68,31:5 0/0:.:.");
    expect(open.findings[0]?.support).not.toHaveProperty("normal");
  });

  test("is also tested as V600K where the fractions agree", async () => {
    const own = await split("GT:AD 0/1:70,30", "GT:AD 0/1:68,31");
    expect(labels(own)).toEqual(["BRAF V600E", "BRAF V600K", "BRAF V600M"]);
    expect(own.counts.variants).toMatchObject({ read: 2, matched: 2 });
  });

  test("is not joined on two copies, nor where the fractions differ", async () => {
    const apart = await split("GT:AD:PS 0|1:70,30:5", "GT:AD:PS 1|0:68,31:5");
    const differing = await split("GT:AD 0/1:700,300", "GT:AD 0/1:300,700");
    for (const own of [apart, differing]) {
      expect(labels(own)).toEqual(["BRAF V600E", "BRAF V600M"]);
      expect(own.problems.map(({ code }) => code)).toContain("same-codon");
    }
  });
});

test("V600E of two records, one of them silent by itself, meets what V600E meets", async () => {
  const own = await report(
    "140753335:C:T GT:AD:PS 0|1:70,30:5",
    "140753336:A:T GT:AD:PS 0|1:70,30:5",
  );
  const alone = await report("140753336:A:T GT:AD 0/1:70,30");
  expect(labels(own)).toEqual(["BRAF V600E"]);
  expect(own.findings[0]?.statements).toEqual(alone.findings[0]?.statements);
});

test("a change of two codons in one record meets what each codon is named for", async () => {
  // c.1799_1801delinsAAC: V600E and K601Q.
  const own = await report("140753334:TCA:GTT GT:AD 0/1:70,30");
  expect(labels(own)).toEqual(["BRAF V600_K601delinsEQ"]);
  const alone = await report("140753336:A:T GT:AD 0/1:70,30");
  const statements = own.findings[0]?.statements ?? [];
  expect(alone.findings[0]?.statements.filter((id) => !statements.includes(id))).toEqual([]);
  expect(JSON.stringify(own.targets)).toContain("holds BRAF V600E beside another change");
});
