/** What the shipped knowledgebase says of four tumors that every board knows: a change of content that breaks one is a fault. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { streamSource } from "../../src/io/byte-source.ts";
import { loadKnowledgebase } from "../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Report, Target } from "../../src/model/report.ts";
import { interpretCase } from "../../src/run/interpret-case.ts";
import { noEvidence } from "../../src/run/case-request.ts";
import { rankShipped, stateOf } from "./rank-shipped.ts";

const knowledgebase = await loadKnowledgebase(join(import.meta.dirname, "../../knowledgebase"));

/** Of MANE Select transcripts, on GRCh38. */
const variants = {
  "BRAF V600E": ["7", 140753336, "A", "T", "BRAF", "ENST00000646891.2", "p.Val600Glu"],
  "EGFR L858R": ["7", 55191822, "T", "G", "EGFR", "ENST00000275493.7", "p.Leu858Arg"],
  "EGFR T790M": ["7", 55181378, "C", "T", "EGFR", "ENST00000275493.7", "p.Thr790Met"],
  "KRAS G12D": ["12", 25245350, "C", "T", "KRAS", "ENST00000311936.8", "p.Gly12Asp"],
} as const;

const header = [
  "##fileformat=VCFv4.2",
  "##reference=GRCh38",
  '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature_type|Feature|HGVSp|CANONICAL">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads of each allele">',
  "##contig=<ID=7,length=159345973>",
  "##contig=<ID=12,length=133275309>",
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR",
];

async function* vcfOf(names: readonly (keyof typeof variants)[]): AsyncGenerator<Uint8Array> {
  const records = names
    .map((name) => variants[name])
    .toSorted((a, b) => a[1] - b[1])
    .map(([contig, position, ref, alt, gene, transcript, change]) => {
      const csq = [alt, "missense_variant", gene, "Transcript", transcript, change, "YES"].join(
        "|",
      );
      return [contig, position, ".", ref, alt, ".", "PASS", `CSQ=${csq}`, "GT:AD", "0/1:60,40"];
    });
  yield Buffer.from(`${[...header, ...records.map((record) => record.join("\t"))].join("\n")}\n`);
}

async function report(
  tumorType: string,
  ...names: readonly (keyof typeof variants)[]
): Promise<Report> {
  return await interpretCase(
    {
      id: "shipped",
      tumorType,
      tumorSample: "TUMOR",
      variants: streamSource("case.vcf", vcfOf(names)),
      ...noEvidence,
      protein: [],
      includeFiltered: false,
      strict: false,
      allowTruncated: false,
      toolVersion: "0.0.0",
    },
    knowledgebase,
  );
}

const top = ({ targets }: Report, count: number): string[] =>
  targets.slice(0, count).map(({ therapy }) => therapy.label);

const blockedOf = ({ blocked }: Report): string[] => blocked.map(({ therapy }) => therapy.label);

function targetOf({ targets }: Report, label: string): Target | undefined {
  return targets.find(({ therapy }) => therapy.label === label);
}

describe("BRAF V600E in colorectal cancer", async () => {
  const braf = await report("COAD", "BRAF V600E");

  test("ranks the approved encorafenib with cetuximab first, at level A", () => {
    expect(top(braf, 2)).toEqual([
      "Cetuximab + Encorafenib",
      "Cetuximab + Encorafenib + FOLFOX Regimen",
    ]);
    expect(targetOf(braf, "Cetuximab + Encorafenib")?.amp).toMatchObject({ level: "A", tier: "I" });
  });

  test("blocks or flags every BRAF inhibitor that is given alone", () => {
    expect(targetOf(braf, "Encorafenib")).toBeUndefined();
    for (const drug of ["Dabrafenib", "Vemurafenib"]) {
      const target = targetOf(braf, drug);
      const isHeld = blockedOf(braf).includes(drug) || (target?.flags.length ?? 0) > 0;
      expect([drug, isHeld]).toEqual([drug, true]);
    }
  });
});

test("KRAS G12D in colorectal cancer blocks the antibodies against EGFR, by label and guideline", async () => {
  const kras = await report("COAD", "KRAS G12D");
  expect(blockedOf(kras)).toEqual(expect.arrayContaining(["Cetuximab", "Panitumumab"]));
  const rows = kras.blocked.find(({ therapy }) => therapy.label === "Panitumumab")?.evidence ?? [];
  const own = rows.find(({ statement }) => statement.startsWith("metaction:"));
  expect(own).toMatchObject({ evidenceLevel: "A", predicate: "resistance" });
  expect(own?.documents.map(({ id }) => id)).toContain("GUIDELINE:esmo-mcrc-2023");
});

test("BRAF V600E in melanoma ranks the approved combinations before a BRAF inhibitor alone", async () => {
  const braf = await report("SKCM", "BRAF V600E");
  expect(top(braf, 3).toSorted()).toEqual([
    "Binimetinib + Encorafenib",
    "Cobimetinib + Vemurafenib",
    "Dabrafenib + Trametinib",
  ]);
});

test("EGFR L858R with T790M blocks the earlier inhibitors and ranks osimertinib first", async () => {
  const egfr = await report("LUAD", "EGFR L858R", "EGFR T790M");
  expect(blockedOf(egfr)).toEqual(expect.arrayContaining(["Afatinib", "Erlotinib", "Gefitinib"]));
  expect(top(egfr, 1)).toEqual(["Osimertinib"]);
});

test("ERBB2 amplification with HER2 0 is contradicted, last in its level, and asks for another test", async () => {
  const her2 = await rankShipped({
    tumorType: "BRCA",
    copies: ["ERBB2 amplification"],
    stains: ["HER2 0"],
    variants: ["PIK3CA H1047R"],
  });
  const contradicted = her2.targets.filter(
    ({ verification }) => verification.state === "contradicted",
  );
  expect(contradicted).not.toEqual([]);
  for (const target of contradicted) {
    expect(target.caveats.map(({ text }) => text).join(" ")).toMatch(/before use/);
    const level = her2.targets.filter(({ amp }) => amp.level === target.amp.level);
    const states = level.map(({ verification }) => verification.state === "contradicted");
    // Within a level what is contradicted stands behind everything else.
    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)));
  }
});

describe("stains of a pathologist", () => {
  test("HER2 0 beside a positive in situ hybridization is discordant for every drug, with the hybridization named", async () => {
    const { targets, combinedResults } = await rankShipped({
      tumorType: "BRCA",
      stains: ["HER2 0", "HER2 2.5 ratio", "HER2 6.1 copies"],
    });
    expect(targets.length).toBeGreaterThan(10);
    for (const { verification } of targets) {
      expect(verification.state).toBe("discordant");
      expect(verification.reason.text).toContain("ISH group 1");
    }
    expect(combinedResults).toMatchObject([{ marker: "HER2", state: "positive" }]);
  });

  test("a share of stained cells shows the estrogen receptor from 1 % on", async () => {
    const of = async (stain: string) =>
      stateOf(await rankShipped({ tumorType: "BRCA", stains: [stain] }), "tamoxifen");
    expect([await of("ER 90 %"), await of("ER 1 %"), await of("ER 0 %")]).toEqual([
      "ranked",
      "ranked",
      "absent",
    ]);
  });

  test("folate receptor alpha counts from 75 % of cells on, as the label says", async () => {
    const of = async (stain: string) =>
      stateOf(
        await rankShipped({ tumorType: "HGSOC", stains: [stain] }),
        "mirvetuximab-soravtansine",
      );
    const stains = ["FOLR1 75 %", "FOLR1 positive", "FOLR1 10 %", "FOLR1 1+"];
    const states = await Promise.all(stains.map(async (stain) => await of(stain)));
    expect(states).toEqual(["ranked", "ranked", "absent", "absent"]);
  });

  test("a protein that is there ranks no drug that acts on another one", async () => {
    const { targets, blocked } = await rankShipped({
      tumorType: "BRCA",
      stains: ["AKT2 present", "AGR2 positive"],
    });
    expect(targets).toEqual([]);
    expect(blocked.filter(({ kind }) => kind === "blocked")).toEqual([]);
  });
});

describe("resistance of the target to its own inhibitors", () => {
  const beside = [
    ["LUAD", "CCDC6::RET", ["RET G810S"], "selpercatinib"],
    ["COAD", "TPM3::NTRK1", ["NTRK1 G595R"], "larotrectinib"],
    ["COAD", "TPM3::NTRK1", ["NTRK1 G595R"], "entrectinib"],
    ["LUAD", "CD74::ROS1", ["ROS1 G2032R"], "entrectinib"],
    ["IHCH", "FGFR2::BICC1", ["FGFR2 V564F"], "pemigatinib"],
    ["IHCH", "FGFR2::BICC1", ["FGFR2 N549K"], "pemigatinib"],
    ["IHCH", "FGFR2::BICC1", ["FGFR2 N550K"], "infigratinib"],
    ["LUAD", null, ["KRAS G12C", "KRAS Y96D"], "sotorasib"],
    ["LUAD", null, ["KRAS G12C", "KRAS G12V"], "adagrasib"],
    ["LUAD", null, ["EGFR E746_A750del", "EGFR G724S"], "osimertinib"],
    ["GIST", null, ["PDGFRA D842V", "PDGFRA V658A"], "avapritinib"],
  ] as const;
  test.each(beside)("%s, %s with %s: %s is flagged", async (tumorType, fusion, found, drug) => {
    const fusions = fusion === null ? [] : [fusion];
    expect(stateOf(await rankShipped({ tumorType, fusions, variants: found }), drug)).toBe(
      "flagged",
    );
  });

  test("is told beside a combination that holds the inhibitor", async () => {
    const kras = await rankShipped({ tumorType: "COAD", variants: ["KRAS G12C", "KRAS Y96D"] });
    const caveats = targetOf(kras, "Adagrasib + Cetuximab")?.caveats ?? [];
    expect(caveats.find(({ code }) => code === "part-resisted")?.text).toMatch(
      /^Adagrasib alone is resisted in this case by KRAS Y96D/,
    );
  });
});

test.each([
  ["LUAD", "EGFR V851I"],
  ["LUAD", "EGFR L747S"],
  ["BRCA", "ERBB2 T798I"],
  ["HGSOC", "BRCA2 K3326*"],
])("%s with %s has no target of tier I or II", async (tumorType, variant) => {
  const { targets } = await rankShipped({ tumorType, variants: [variant] });
  expect(targets.filter(({ amp }) => amp.tier !== null)).toEqual([]);
});

test("a polymorphism beside the driver of its gene has no tier, and is no ground of its drugs", async () => {
  const { findings, targets } = await rankShipped({
    tumorType: "LUAD",
    variants: ["EGFR L858R", "EGFR R521K"],
  });
  const tiers = new Map(findings.map(({ label, amp }) => [label, amp.tier]));
  expect([tiers.get("EGFR L858R"), tiers.get("EGFR R521K")]).toEqual(["I", "III"]);
  const grounds = targets
    .filter(({ amp }) => amp.tier !== null)
    .flatMap(({ alterations }) => alterations.map(({ label }) => label));
  expect(new Set(grounds)).toEqual(new Set(["EGFR L858R"]));
});

test("what SHIVA and Hilal 2017 taught is said in every report: an option is no benefit, and nothing is matched by pathway", async () => {
  const { method } = await rankShipped({ tumorType: "COAD", variants: ["KRAS G12D"] });
  const words = method.find(({ name }) => name === "Options and benefit")?.text;
  expect(words).toContain("10.1186/s12885-017-3587-8");
  expect(words).toContain("nothing is matched by pathway");
});
