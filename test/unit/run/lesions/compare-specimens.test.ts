import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { fileSource, streamSource } from "../../../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Lesions } from "../../../../src/model/lesions.ts";
import { reportSchema, type Report } from "../../../../src/model/report.ts";
import { composeFrontPage } from "../../../../src/report/render/front/front-page.ts";
import { outlineReport } from "../../../../src/report/render/outline.ts";
import {
  type CaseRequest,
  noEvidence,
  type SpecimenRequest,
} from "../../../../src/run/case-request.ts";
import { interpretCase } from "../../../../src/run/interpret-case.ts";

const root = join(import.meta.dirname, "../../../..");
const shipped = await loadKnowledgebase(join(root, "knowledgebase"));
const packed = openPackedModels(
  readFileSync(join(root, "knowledgebase/gene-models.txt")),
  "gene-models.txt",
);
const folder = mkdtempSync(join(tmpdir(), "metaction-lesions-"));
const braf = "chr7\t140753336\t.\tA\tT";
const pik3ca = "chr3\t179234297\t.\tA\tG";

function vcf(...records: readonly string[]): string {
  return [
    "##fileformat=VCFv4.2",
    '##FILTER=<ID=weak,Description="w">',
    '##INFO=<ID=END,Number=1,Type=Integer,Description="e">',
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="g">',
    '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="a">',
    '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="d">',
    "##contig=<ID=chr3,length=198295559>",
    "##contig=<ID=chr7,length=159345973>",
    "##contig=<ID=chr17,length=83257441>",
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
    ...records,
    "",
  ].join("\n");
}

function record(site: string, filter: string, genotype: string, ref: number, alt: number): string {
  return `${site}\t.\t${filter}\t.\tGT:AD:DP\t${genotype}:${ref},${alt}:${ref + alt}`;
}

const called = (site: string): string => record(site, "PASS", "0/1", 60, 40);
let files = 0;
function written(text: string, extension = "vcf"): ReturnType<typeof fileSource> {
  files += 1;
  const path = join(folder, `file${files}.${extension}`);
  writeFileSync(path, text);
  return fileSource(path);
}

const { copyNumber, structuralVariants, fusions, callable } = noEvidence;
const noFiles = { copyNumber, structuralVariants, fusions, callable };

async function interpret(
  treated: Partial<CaseRequest>,
  primary: Partial<SpecimenRequest>,
  purity: Pick<SpecimenRequest, "purity"> = { purity: 0.5 },
): Promise<Report & { lesions: Lesions }> {
  const request: CaseRequest = {
    ...noEvidence,
    id: "case",
    tumorType: "COAD",
    protein: [],
    includeFiltered: false,
    strict: false,
    allowTruncated: false,
    models: packed.of,
    toolVersion: "0",
    lesions: {
      treated: { id: "liver", role: "metastasis" },
      others: [{ id: "colon", role: "primary", ...noFiles, ...purity, ...primary }],
      minAltReads: 3,
    },
    ...treated,
  };
  const report = await interpretCase(request, shipped);
  const { lesions } = reportSchema.parse(report);
  if (lesions === undefined) throw new Error("the report has no lesions");
  return { ...report, lesions };
}

/** State of BRAF V600E, which the metastasis calls, with the cell of the primary tumor. */
async function compareBraf(primary: Partial<SpecimenRequest>) {
  const { lesions } = await interpret({ variants: written(vcf(called(braf))) }, primary);
  const row = lesions.alterations.find(({ label }) => label === "BRAF V600E");
  return [row?.state, row?.cells[1]?.state, row?.cells[1]?.reason.code];
}

describe("an alteration of the metastasis in the primary tumor", () => {
  test("is shared where it is called, whatever bases the record repeats", async () => {
    const padded = record("chr7\t140753335\t.\tCA\tCT", "PASS", "0/1", 60, 40);
    expect(await compareBraf({ variants: written(vcf(padded)) })).toEqual([
      "shared",
      "present",
      "lesion-called",
    ]);
  });

  test.each([
    ["a failed filter", record(braf, "weak", "0/1", 98, 2)],
    ["a genotype without it", record(braf, "PASS", "0/0", 98, 2)],
  ])("is shared where reads hold it behind %s", async (_, line) => {
    expect(await compareBraf({ variants: written(vcf(line)) })).toEqual([
      "shared",
      "below calling",
      "lesion-below-calling",
    ]);
  });

  test.each([
    ["the record of the allele", record(braf, "weak", "0/0", 100, 0)],
    ["another allele without a read", record("chr7\t140753336\t.\tA\tC", "PASS", "0/0", 100, 0)],
    ["a call of the reference", "chr7\t140753336\t.\tA\t.\t.\tPASS\t.\tGT:DP\t0/0:100"],
  ])("is private where %s states enough reads", async (_, line) => {
    const states = await compareBraf({ variants: written(vcf(line)) });
    expect(states).toEqual(["metastasis-private", "absent", "lesion-absent"]);
  });

  test.each([
    ["of the allele", record(braf, "PASS", "0/0", 2500, 1)],
    ["of another allele", record("chr7\t140753336\t.\tA\tC", "PASS", "0/0", 2500, 1)],
    ["of the same protein change", record("chr7\t140753335\t.\tCA\tTT", "PASS", "0/0", 2500, 1)],
  ])("is private beside one read in 2,501 %s, which errors make", async (_, line) => {
    const states = await compareBraf({ variants: written(vcf(line)) });
    expect(states).toEqual(["metastasis-private", "absent", "lesion-absent"]);
  });

  const maf = [
    "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tReference_Allele\tTumor_Seq_Allele2\tt_depth\tt_ref_count\tt_alt_count",
    "BRAF\tGRCh38\tchr7\t140753336\t140753336\tA\tT\t5000\t5\t0",
    "",
  ].join("\n");
  const ofPlace = "chr7\t140753336\t.\tA";

  test.each([
    ["AD", "of the allele", vcf(`${braf}\t.\tPASS\t.\tGT:AD:DP\t0/0:5,0:5000`), "vcf"],
    ["AD", "of the reference", vcf(`${ofPlace}\t.\t.\tPASS\t.\tGT:AD:DP\t0/0:5:5000`), "vcf"],
    ["t_ref_count and t_alt_count", "of a MAF", maf, "maf"],
  ])(
    "is not assessable where %s counts few reads, whatever depth the record %s states",
    async (from, _, text, extension) => {
      const variants = written(text, extension);
      const { lesions } = await interpret({ variants: written(vcf(called(braf))) }, { variants });
      const cell = lesions.alterations.find(({ label }) => label === "BRAF V600E")?.cells[1];
      expect([cell?.state, cell?.reason.code, cell?.depth]).toEqual([
        "not assessable",
        "lesion-power-low",
        5,
      ]);
      expect(cell?.reason.text).toMatch(
        new RegExp(`^It is not called\\. Of 5 reads \\(${variants.name}:\\d+, ${from}\\),`),
      );
    },
  );

  test("is judged by DP where nothing is counted by allele, which is said", async () => {
    const line = `${ofPlace}\t.\t.\tPASS\t.\tGT:DP\t0/0:200`;
    const { lesions } = await interpret(
      { variants: written(vcf(called(braf))) },
      { variants: written(vcf(line)) },
    );
    const cell = lesions.alterations.find(({ label }) => label === "BRAF V600E")?.cells[1];
    expect(cell?.reason.text).toMatch(/Of 200 reads \(file\d+\.vcf:11, DP\),/);
  });

  // Codon 600 of BRAF is GTG, CAC on the forward strand at 7:140753335-140753337 (GRCh38).
  test.each([
    ["a call", record("chr7\t140753335\t.\tCA\tTT", "PASS", "0/1", 70, 30), "present"],
    [
      "a filtered call",
      record("chr7\t140753335\t.\tCA\tTT", "weak", "0/1", 70, 30),
      "below calling",
    ],
  ])(
    "is shared where %s of another allele makes the same protein change",
    async (_, line, cell) => {
      const states = await compareBraf({ variants: written(vcf(line)) });
      expect(states).toEqual(["shared", cell, "lesion-same-protein"]);
    },
  );

  test.each([
    ["an allele of the same base", record("chr7\t140753336\t.\tA\tC", "PASS", "0/1", 60, 40)],
    ["a filtered one", record("chr7\t140753336\t.\tA\tC", "weak", "0/1", 60, 40)],
    ["two bases", record("chr7\t140753335\t.\tCA\tTG", "PASS", "0/1", 70, 30)],
    ["a deletion", record("chr7\t140753330\t.\tGATTTCA\tG", "PASS", "0/1", 70, 30)],
  ])("is not assessable where another change stands there: %s", async (name, line) => {
    const source = written(vcf(line));
    const { lesions } = await interpret(
      { variants: written(vcf(called(braf))) },
      { variants: source },
    );
    const cell = lesions.alterations.find(({ label }) => label === "BRAF V600E")?.cells[1];
    expect([cell?.state, cell?.reason.code]).toEqual(["not assessable", "lesion-other-change"]);
    expect(cell?.reason.text, name).toContain(`(${source.name}:11`);
  });

  test.each([
    ["with reads of it", record("chr7\t140753335\t.\tGA\tGT", "weak", "0/1", 98, 2)],
    ["with reads enough", record("chr7\t140753335\t.\tGA\tGT", "PASS", "0/0", 300, 0)],
  ])("is not assessable by a record whose REF is not the genome's, %s", async (_, line) => {
    expect(await compareBraf({ variants: written(vcf(line)) })).toEqual([
      "not assessable",
      "not assessable",
      "lesion-record-unused",
    ]);
  });

  test("is not assessable where the reads are too few for the purity", async () => {
    const variants = written(vcf(record(braf, "PASS", "0/0", 20, 0)));
    expect(await compareBraf({ variants })).toEqual([
      "not assessable",
      "not assessable",
      "lesion-power-low",
    ]);
    expect(await compareBraf({ variants, purity: 0.9 })).toContain("metastasis-private");
    expect(await compareBraf({ variants, purity: 0.9, expectedVaf: 0.05 })).toContain(
      "lesion-power-low",
    );
  });

  test("is not assessable where nothing shows the place to have been read", async () => {
    const variants = written(vcf(called(pik3ca)));
    expect(await compareBraf({ variants })).toContain("lesion-not-covered");
    expect(await compareBraf({})).toContain("lesion-no-variants");
  });

  test("is judged by a panel only where its depth is stated", async () => {
    const variants = written(vcf(called(pik3ca)));
    const panel = [{ source: written("chr7\t140753000\t140754000\n", "bed") }];
    expect(await compareBraf({ variants, callable: panel })).toContain("lesion-no-depth");
    expect(await compareBraf({ variants, callable: panel, depth: 200 })).toContain("absent");
  });

  test("is judged by the depth of a gVCF, also below what proves absence elsewhere", async () => {
    const variants = written(vcf(called(pik3ca)));
    const block = (depth: number): string =>
      `chr7\t140753300\t.\tA\t<NON_REF>\t.\tPASS\tEND=140753400\tGT:DP\t0/0:${depth}`;
    const other = "chr7\t140700000\t.\tA\t<NON_REF>\t.\tPASS\tEND=140700100\tGT:DP\t0/0:50";
    const depths = (depth: number) => [{ source: written(vcf(other, block(depth)), "g.vcf") }];
    expect(await compareBraf({ variants, callable: depths(150) })).toContain("absent");
    expect(await compareBraf({ variants, callable: depths(12) })).toContain("lesion-power-low");
    const counted = block(5000).replace("GT:DP", "GT:AD:DP").replace(":5000", ":5,0:5000");
    const few = [{ source: written(vcf(other, counted), "g.vcf") }];
    expect(await compareBraf({ variants, callable: few })).toContain("lesion-power-low");
  });

  /** Beside variants that hold nothing at the place, a gVCF that does. */
  async function besideGvcf(line: string) {
    const block = "chr7\t140700000\t.\tA\t<NON_REF>\t.\tPASS\tEND=140700100\tGT:DP\t0/0:50";
    const gvcf = [{ source: written(vcf(block, line), "g.vcf") }];
    return await compareBraf({ variants: written(vcf(called(pik3ca))), callable: gvcf });
  }
  const inGvcf = (alts: string, filter: string, sample: string): string =>
    `chr7\t140753336\t.\tA\t${alts}\t.\t${filter}\t.\tGT:AD:DP\t${sample}`;

  test.each([
    ["called", inGvcf("T,<NON_REF>", ".", "0/1:160,40,0:200")],
    ["filtered", inGvcf("T", "weak", "0/1:160,40:200")],
    ["not in the genotype", inGvcf("T,<NON_REF>", ".", "0/0:160,40,0:200")],
    [
      "made by two bases",
      inGvcf("TT,<NON_REF>", ".", "0/1:160,40,0:200").replace("336\t.\tA", "335\t.\tCA"),
    ],
  ])("is shared where reads of its gVCF hold it, %s", async (_, line) => {
    expect((await besideGvcf(line)).slice(0, 2)).toEqual(["shared", "below calling"]);
  });

  test.each([
    ["another allele", inGvcf("C,<NON_REF>", ".", "0/1:160,40,0:200"), "lesion-other-change"],
    [
      "an allele without a name",
      inGvcf("<NON_REF>", ".", "0/0:160,40:200"),
      "lesion-unnamed-reads",
    ],
    ["no genotype", inGvcf("<NON_REF>", ".", "./.:.:200"), "lesion-not-covered"],
    ["a deletion by its bounds", inGvcf("<DEL>", ".", "0/1:100,100:200"), "lesion-not-covered"],
  ])("is not assessable where its gVCF holds %s", async (_, line, code) => {
    expect(await besideGvcf(line)).toEqual(["not assessable", "not assessable", code]);
  });

  test("is private beside one read in 2,501 of an allele without a name", async () => {
    expect(await besideGvcf(inGvcf("<NON_REF>", ".", "0/0:2500,1:2501"))).toContain("absent");
  });

  test.each([
    ["a depth beside an open genotype", "chr7\t140753336\t.\tA\tT\t.\tPASS\t.\tGT:DP\t./.:100"],
    ["reads of a deletion", "chr7\t140753336\t.\tA\t<DEL>\t.\tPASS\tEND=140753500\tGT:DP\t0/1:100"],
    [
      "reads that another record deletes",
      record("chr7\t140753336\t.\tA\t*", "PASS", "0/1", 10, 90),
    ],
  ])("is not assessable by %s", async (_, line) => {
    expect(await compareBraf({ variants: written(vcf(line)) })).toContain("lesion-not-covered");
  });

  test("is judged by the reads of a record whose genotype is open, where they are counted", async () => {
    const line = record(braf, "PASS", "./.", 100, 0);
    expect(await compareBraf({ variants: written(vcf(line)) })).toContain("absent");
  });

  test("is shared where one of two records of it holds reads, whichever comes first", async () => {
    const lines = [record(braf, "weak", "0/1", 60, 40), record(braf, "PASS", "0/0", 100, 0)];
    for (const each of [lines, lines.toReversed()]) {
      const states = await compareBraf({ variants: written(vcf(...each)) });
      expect(states.slice(0, 2)).toEqual(["shared", "below calling"]);
    }
  });

  test("is not assessable where an indel of its bases stands elsewhere in a repeat of unknown bases", async () => {
    const block = "chr7\t116771500\t.\tA\t<NON_REF>\t.\tPASS\tEND=116772200\tGT:DP\t0/0:300";
    const beside = async (line: string) => {
      const primary = {
        variants: written(vcf(line)),
        callable: [{ source: written(vcf(block), "g.vcf") }],
      };
      const variants = written(vcf(called("chr7\t116771990\t.\tAGAGA\tA")));
      const { lesions } = await interpret({ variants, tumorType: "LUAD" }, primary);
      const row = lesions.alterations.find(({ isInTreated }) => isInTreated);
      return row?.cells[1]?.reason.code;
    };
    const shifted = "chr7\t116771997\t.\tGAGAG\tG";
    expect(await beside(called(shifted))).toBe("lesion-shifted-indel");
    expect(await beside(record(shifted, "weak", "0/1", 60, 40))).toBe("lesion-shifted-indel");
    expect(await beside(record(shifted, "PASS", "0/0", 2500, 1))).toBe("lesion-absent");
    expect(await beside(called("chr7\t116771997\t.\tGAGTG\tG"))).toBe("lesion-absent");
  });

  test("is looked up without a genome of another build, by its name alone", async () => {
    const list = written("gene,change,vaf,depth\nBRAF,V600E,0.2,100\n", "csv");
    expect(await compareBraf({ variants: list })).toContain("shared");
    const { lesions } = await interpret(
      { variants: written(vcf(called(braf))) },
      { variants: list },
    );
    expect(lesions.alterations[0]?.cells[1]?.reason.text).toBe(
      "It is called with VAF 20%, and is known by its name alone: its allele cannot be compared.",
    );
  });
});

describe("what the primary tumor alone has", () => {
  const variants = written(vcf(called(braf), record(pik3ca, "PASS", "0/0", 100, 0)));
  const primary = written(vcf(called(pik3ca)));

  test("is listed and not ranked, and says that the metastasis lacks it", async () => {
    const { lesions, targets, inputs, notAssessed } = await interpret(
      { variants },
      { variants: primary },
    );
    const row = lesions.alterations.find(({ gene }) => gene === "PIK3CA");
    expect(row).toMatchObject({ state: "primary-only", isInTreated: false });
    expect(lesions.notRanked.length).toBeGreaterThan(0);
    expect(new Set(lesions.notRanked.map(({ state }) => state))).toEqual(new Set(["primary-only"]));
    const ranked = new Set(targets.map(({ therapy }) => therapy.id));
    expect(lesions.notRanked.filter(({ therapy }) => ranked.has(therapy.id))).toEqual([]);
    expect(inputs.map(({ specimen }) => specimen)).toEqual([undefined, "colon"]);
    expect(notAssessed.map(({ code }) => code)).not.toContain("primary-not-read");
  });

  test("is not assessable where the metastasis came through a pipe", async () => {
    const text = new TextEncoder().encode(vcf(called(braf)));
    async function* bytes() {
      yield text;
    }
    const { lesions } = await interpret(
      { variants: streamSource("-", bytes()) },
      { variants: primary },
    );
    const row = lesions.alterations.find(({ gene }) => gene === "PIK3CA");
    expect([row?.state, row?.cells[0]?.reason.code]).toEqual([
      "not assessable",
      "lesion-read-once",
    ]);
  });
});

describe("resistance that another lesion has", () => {
  const kras = "chr12\t25245350\t.\tC\tT";
  const akt1 = called("chr14\t104780214\t.\tC\tT");
  const amplified = { source: written("gene,copies,call\nEGFR,20,\n", "csv") };
  const antibodies = ["Cetuximab", "Panitumumab"];
  const noteOf = (report: Report) =>
    composeFrontPage(report, outlineReport(report)).notes.find(
      ({ term }) => term === "Resistance in another lesion",
    )?.text;

  /** A liver metastasis with EGFR amplification and this record, whose primary tumor has KRAS G12D. */
  const treat = async (line: string) =>
    await interpret(
      { variants: written(vcf(line)), copyNumber: [amplified], purity: 0.6 },
      { variants: written(vcf(called(kras))) },
    );

  test.each([
    ["nothing read", akt1, "No record, gVCF or panel of this lesion covers the place"],
    ["too few reads", record(kras, "PASS", "0/0", 10, 0), "not assessable, 0 of 10 reads"],
    ["two reads", record(kras, "PASS", "0/0", 200, 2), "below calling, VAF 0.99%, 2 of 202 reads"],
    [
      "a filtered call",
      record(kras, "weak", "0/1", 60, 40),
      "below calling, VAF 40.0%, 40 of 100 reads",
    ],
    [
      "a read that errors may explain",
      record(kras, "PASS", "0/0", 599, 1),
      "not assessable, VAF 0.17%, 1 of 600 reads",
    ],
  ])("is a flag, and on the front page, while there is %s here", async (_, line, reads) => {
    const report = await treat(line);
    const own = report.targets.filter(({ therapy }) => antibodies.includes(therapy.label));
    expect(own.map(({ therapy }) => therapy.label)).toEqual(antibodies);
    for (const { flags, therapy } of own) {
      expect(flags.map(({ code }) => code)).toEqual(["resistance-in-other-lesion"]);
      expect(flags[0]?.text).toMatch(
        new RegExp(
          `^KRAS G12D of colon would block ${therapy.label} in a lesion that has it: .*AMP level A.*; it is not excluded here\\. liver: `,
        ),
      );
    }
    expect(report.blocked.map(({ therapy }) => therapy.label)).not.toContain("Cetuximab");
    expect(report.lesions.resistance?.[0]).toMatchObject({
      label: "KRAS G12D",
      lesions: ["colon"],
    });
    expect(noteOf(report)).toMatch(/^KRAS G12D of colon would block Cetuximab, Panitumumab, /);
    expect(noteOf(report)).toContain(`not excluded here (liver: ${reads})`);
    const [first] = composeFrontPage(report, outlineReport(report)).targets.filter(
      ({ therapy }) => therapy === "Cetuximab",
    );
    expect(first?.answers[1]).toMatchObject({
      text: expect.stringContaining("KRAS G12D of colon, not excluded here."),
      isAgainst: true,
    });
  });

  test("is told, and no flag, where the reads here exclude it", async () => {
    const report = await treat(record(kras, "PASS", "0/0", 200, 0));
    const own = report.targets.find(({ therapy }) => therapy.label === "Cetuximab");
    expect(own?.flags).toEqual([]);
    const told = own?.caveats.find(({ code }) => code === "resistance-excluded-here");
    expect(told?.text).toContain("KRAS G12D of colon would block Cetuximab");
    expect(told?.text).toContain("it is excluded here. liver: it is not called. Of 200 reads");
    expect(noteOf(report)).toContain("excluded here (liver: absent, 0 of 200 reads)");
    expect(noteOf(report)).not.toContain("not excluded");
  });

  test("is that of the lesion itself where it calls it, and blocks", async () => {
    const report = await treat(called(kras));
    expect(report.blocked.map(({ therapy }) => therapy.label)).toEqual(
      expect.arrayContaining(antibodies),
    );
    expect(report.lesions.resistance).toBeUndefined();
    expect(noteOf(report)).toBeUndefined();
  });

  test("is one of another metastasis too, and passes between no combination and its parts", async () => {
    const sensitive = record("chr7\t55191822\t.\tT\tG", "PASS", "0/1", 70, 30);
    const resistant = record("chr7\t55181378\t.\tC\tT", "PASS", "0/1", 70, 30);
    const report = await interpret(
      { variants: written(vcf(sensitive)), tumorType: "LUAD" },
      { role: "metastasis", variants: written(vcf(resistant, sensitive)) },
    );
    const codesOf = (label: string) => {
      const target = report.targets.find(({ therapy }) => therapy.label === label);
      return [
        target?.flags.map(({ code }) => code),
        target?.caveats.map(({ code }) => code).filter((code) => code.includes("-in-other-")),
      ];
    };
    expect(codesOf("Erlotinib")).toEqual([["resistance-in-other-lesion"], []]);
    expect(codesOf("Osimertinib")).toEqual([[], []]);
    expect(codesOf("Erlotinib + Ramucirumab")).toEqual([[], ["part-resisted-in-other-lesion"]]);
    expect(noteOf(report)).toContain("EGFR T790M of colon would block Erlotinib");
  });
});

test("a change of two bases is shared with the records that make it, and these are no changes of the primary tumor alone", async () => {
  const both = written(vcf(record("chr7\t140753336\t.\tAC\tTT", "PASS", "0/1", 70, 30)));
  const parts = written(
    vcf(
      record(braf, "PASS", "0/1", 70, 30),
      record("chr7\t140753337\t.\tC\tT", "PASS", "0/1", 70, 30),
    ),
  );
  const { lesions } = await interpret({ variants: both }, { variants: parts });
  expect(lesions.alterations.map(({ label, state }) => [label, state])).toEqual([
    ["BRAF V600K", "shared"],
  ]);
});

describe("copy numbers of several lesions", () => {
  const segments = (major: number) => [
    {
      source: written(
        `Chromosome\tStart\tEnd\tnMajor\tnMinor\n17\t1\t83257441\t${major}\t1\n`,
        "tsv",
      ),
    },
  ];

  test.each([
    [8, "shared", "present"],
    // 5 copies are equivocal, 3 are a gain and no amplification.
    [4, "not assessable", "not assessable"],
    [2, "metastasis-private", "absent"],
    [1, "metastasis-private", "absent"],
  ])("of %i and 1 copies in the primary tumor are %s", async (copies, state, cell) => {
    const variants = written(vcf(called(braf)));
    const { lesions } = await interpret(
      { variants, copyNumber: segments(8), purity: 0.6 },
      { variants, copyNumber: segments(copies) },
    );
    const row = lesions.alterations.find(({ label }) => label === "ERBB2 amplification");
    expect([row?.state, row?.cells[1]?.state]).toEqual([state, cell]);
  });

  test("are adjusted gene by gene: a ratio without a purity hides nothing of a gene with stated copies", async () => {
    const variants = written(vcf(called(braf)));
    const ratios = written(
      "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nT\t7\t1\t159345973\t900\t0.01\n",
      "seg",
    );
    const met = (major: number) =>
      written(
        `Chromosome\tStart\tEnd\tnMajor\tnMinor\n7\t1\t159345973\t${major}\t1\n17\t1\t83257441\t${major}\t1\n`,
        "tsv",
      );
    const { lesions } = await interpret(
      { variants, copyNumber: [{ source: met(8) }], purity: 0.6 },
      { variants, copyNumber: [...segments(1), { source: ratios }] },
      {},
    );
    const told = lesions.alterations
      .filter(({ label }) => label === "ERBB2 amplification" || label === "MET amplification")
      .map(({ label, cells }) => [label, cells[1]?.reason.code]);
    expect(Object.fromEntries(told)).toEqual({
      "ERBB2 amplification": "lesion-absent",
      "MET amplification": "lesion-not-adjusted",
    });
  });

  test("without a file of the primary tumor are not assessable", async () => {
    const variants = written(vcf(called(braf)));
    const { lesions } = await interpret(
      { variants, copyNumber: segments(8), purity: 0.6 },
      { variants },
    );
    const row = lesions.alterations.find(({ label }) => label === "ERBB2 amplification");
    expect([row?.state, row?.cells[1]?.reason.code]).toEqual([
      "not assessable",
      "lesion-no-copy-numbers",
    ]);
  });
});

test("a record of the primary tumor that cannot be read is a problem of its file, once", async () => {
  const bad = written(vcf(called(braf), "chr7\tx\t.\tA\tT\t.\tPASS\t.\tGT:AD:DP\t0/1:1,1:2"));
  const { problems } = await interpret({ variants: written(vcf(called(braf))) }, { variants: bad });
  const found = problems.filter(({ severity }) => severity === "error");
  expect(found.map(({ where, count }) => [where?.file, count])).toEqual([[bad.name, 1]]);
});

test("two lesions in one file are not each other's normal", async () => {
  const of = (site: string, first: string, second: string): string =>
    `${site}\t.\tPASS\t.\tGT:AD:DP\t${first}\t${second}`;
  const [present, absent] = ["0/1:60,40:100", "0/0:100,0:100"];
  // What only the first sample has would doubt the second, and the other way round.
  const sites = [pik3ca, "chr7\t140753335\t.\tC\tG", "chr7\t140753337\t.\tC\tG"];
  const own = sites.map((site) => of(site, present, absent));
  const shared = of(braf, present, present);
  const text = vcf(...own, shared).replace("\tTUMOR\n", "\tM1\tM2\n");
  const file = (): ReturnType<typeof fileSource> => written(text);
  for (const [treated, other] of [
    ["M1", "M2"],
    ["M2", "M1"],
  ] as const) {
    const report = await interpret(
      { variants: file(), tumorSample: treated },
      { variants: file(), tumorSample: other },
    );
    expect(report.findings.find(({ label }) => label === "BRAF V600E")?.support).not.toHaveProperty(
      "normal",
    );
    expect(report.problems.map(({ code }) => code)).not.toContain("normal-exceeds-tumor");
  }
});

describe("files that do not belong together", () => {
  test("of two genome builds are refused, and both are named", async () => {
    const treated = written(vcf(called(braf)));
    const lifted = vcf(called("chr7\t140453136\t.\tA\tT"))
      .replace("198295559", "198022430")
      .replace("159345973", "159138663")
      .replace("83257441", "81195210");
    const other = written(lifted);
    await expect(interpret({ variants: treated }, { variants: other })).rejects.toMatchObject({
      kind: "identity",
      message: `${treated.name} is on GRCh38 and ${other.name} on GRCh37: lesions on two genome builds are not compared`,
    });
  });

  test.each([
    ["the same bytes under another name", called(braf), 1],
    ["other bytes", record(braf, "PASS", "0/1", 61, 40), 0],
  ])("of one sample: %s", async (_, line, count) => {
    const treated = written(vcf(called(braf)));
    const { problems } = await interpret({ variants: treated }, { variants: written(vcf(line)) });
    const found = problems.filter(({ code }) => code === "lesion-twice");
    expect(found.map(({ severity }) => severity)).toEqual(Array(count).fill("warning"));
  });
});
