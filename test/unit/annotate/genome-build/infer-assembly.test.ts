import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inferAssembly } from "../../../../src/annotate/genome-build/infer-assembly.ts";
import type { AssemblyQuestion } from "../../../../src/annotate/genome-build/infer-assembly.ts";
import { makeSiteEvidence } from "../../../../src/annotate/genome-build/site-evidence.ts";
import type {
  BuildEvidence,
  SiteEvidence,
} from "../../../../src/annotate/genome-build/site-evidence.ts";
import { normalizeContig } from "../../../../src/model/contig-name.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { knownSites } from "./known-sites.ts";
import { makeCall } from "../make-call.ts";

type Counts = readonly [agree: number, disagree: number, alleles: number];

function makeSites(grch37: Counts, grch38: Counts, more: Partial<SiteEvidence> = {}): SiteEvidence {
  const build = ([agree, disagree, alleles]: Counts): BuildEvidence => ({
    agree,
    disagree,
    alleles,
  });
  return { GRCh37: build(grch37), GRCh38: build(grch38), examples: [], ...more };
}

const noSites = makeSites([0, 0, 0], [0, 0, 0]);
const lengths37 = new Map([["7", 159138663]]);
const lengths38 = new Map([["7", 159345973]]);

function infer(question: Partial<AssemblyQuestion<SiteEvidence>>) {
  const problems: Problem[] = [];
  const decision = inferAssembly({
    contigs: new Map(),
    reference: null,
    sites: noSites,
    report: (problem) => problems.push(problem),
    ...question,
  });
  return { ...decision, problems: problems.map(({ code }) => code) };
}

function refusalOf(question: Partial<AssemblyQuestion<SiteEvidence>>): Refusal {
  try {
    infer(question);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("nothing was refused");
}

describe("inferAssembly", () => {
  test("takes what was asked, then contig lengths, then accessions, then sites", () => {
    expect(infer({ asked: "GRCh38" })).toMatchObject({ name: "GRCh38", decidedBy: "--assembly" });
    expect(infer({ asked: "GRCh37", contigs: lengths37 }).decidedBy).toBe("--assembly");
    expect(infer({ contigs: lengths37 })).toMatchObject({
      name: "GRCh37",
      decidedBy: "contig lengths in the header",
    });
    const accessions = makeSites([0, 0, 0], [0, 0, 0], { accessions: { GRCh37: 0, GRCh38: 4 } });
    expect(infer({ sites: accessions })).toMatchObject({
      name: "GRCh38",
      decidedBy: "versions of the accessions in CHROM",
    });
    expect(infer({ sites: makeSites([0, 0, 0], [1, 0, 1]) })).toMatchObject({
      name: "GRCh38",
      decidedBy: "calls at knowledgebase sites",
    });
  });

  test("says what it looked at", () => {
    const { evidence } = infer({
      contigs: lengths38,
      reference: "file:///home/someone/hg38.fa",
      sites: makeSites([0, 0, 0], [3, 0, 1], {
        examples: ["7:140753336 A>T is a known allele on GRCh38"],
      }),
    });
    expect(evidence).toEqual([
      "contig lengths in the header: 1 of 1 are those of GRCh38",
      "##reference names GRCh38, which does not decide",
      "reference bases at knowledgebase sites: 0 of 0 agree with GRCh37, 3 of 3 agree with GRCh38",
      "known alleles met: 0 of GRCh37, 1 of GRCh38",
      "7:140753336 A>T is a known allele on GRCh38",
    ]);
  });

  describe("before the records are read", () => {
    test("answers what the header decides, or null", () => {
      const question = { contigs: lengths37, reference: null, sites: null };
      expect(inferAssembly(question)).toMatchObject({ name: "GRCh37" });
      expect(inferAssembly({ ...question, contigs: new Map() })).toBeNull();
    });

    test("refuses a header that contradicts what was asked", () => {
      const question = {
        asked: "GRCh38",
        contigs: lengths37,
        reference: null,
        sites: null,
      } as const;
      expect(() => inferAssembly(question)).toThrow(Refusal);
    });
  });

  describe("by the sites alone", () => {
    test.each<[string, Counts, Counts, string]>([
      ["one known allele", [1, 0, 1], [0, 0, 0], "GRCh37"],
      ["three agreements", [0, 0, 0], [3, 0, 0], "GRCh38"],
      ["agreements beside disagreements of the other build", [4, 0, 2], [1, 3, 0], "GRCh37"],
      ["as many disagreements as agreements", [3, 3, 0], [0, 0, 0], "GRCh37"],
      ["ten times the agreements of the other build", [40, 0, 3], [3, 1, 0], "GRCh37"],
    ])("decides by %s", (_, grch37, grch38, name) => {
      expect(infer({ sites: makeSites(grch37, grch38) }).name).toBe(name);
    });

    test.each<[string, Counts, Counts]>([
      ["no site at all", [0, 0, 0], [0, 0, 0]],
      ["two agreements", [2, 0, 0], [0, 0, 0]],
      ["more disagreements than agreements", [3, 4, 1], [0, 0, 0]],
      ["known alleles of both builds", [1, 0, 1], [1, 0, 1]],
      ["agreements with both builds", [9, 0, 1], [3, 0, 0]],
    ])("does not decide by %s", (_, grch37, grch38) => {
      const refusal = refusalOf({ sites: makeSites(grch37, grch38) });
      expect(refusal.kind).toBe("usage");
      expect(refusal.message).toMatch(/cannot be told.*knowledgebase sites/);
      expect(refusal.problems[0]?.hint).toMatch(/--assembly/);
    });

    test("does not decide by ##reference", () => {
      const refusal = refusalOf({ reference: "hg19.fa" });
      expect(refusal.message).toMatch(/##reference names GRCh37, which does not decide/);
    });
  });

  describe("refuses with the evidence", () => {
    test.each<[string, Partial<AssemblyQuestion<SiteEvidence>>, RegExp]>([
      [
        "an asked build against contig lengths",
        { asked: "GRCh38", contigs: lengths37 },
        /GRCh38 by --assembly, but GRCh37 by contig lengths.*1 of 1 are those of GRCh37/,
      ],
      [
        "contig lengths against accessions",
        {
          contigs: lengths38,
          sites: makeSites([0, 0, 0], [0, 0, 0], { accessions: { GRCh37: 1, GRCh38: 0 } }),
        },
        /GRCh38 by contig lengths in the header, but GRCh37 by versions/,
      ],
      [
        "contigs of two builds",
        { contigs: new Map([...lengths37, ["12", 133275309]]) },
        /mixes contigs of GRCh37 and GRCh38/,
      ],
      [
        "accessions of two builds",
        { sites: makeSites([0, 0, 0], [0, 0, 0], { accessions: { GRCh37: 1, GRCh38: 1 } }) },
        /mixes contigs/,
      ],
      [
        "another build",
        {
          asked: "GRCh37",
          contigs: new Map([
            ["1", 195471971],
            ["2", 182113224],
            ["3", 160039680],
          ]),
        },
        /neither GRCh37 nor GRCh38/,
      ],
      [
        "three disagreements",
        { contigs: lengths38, sites: makeSites([0, 0, 0], [2, 3, 0]) },
        /GRCh38 by contig lengths in the header, but the calls are not of that build/,
      ],
      [
        "two known alleles of the other build",
        { asked: "GRCh38", sites: makeSites([2, 0, 2], [0, 0, 0]) },
        /GRCh38 by --assembly, but the calls are not of that build.*2 of 2 agree with GRCh37/,
      ],
      [
        "one known allele and three agreements of the other build",
        { asked: "GRCh38", sites: makeSites([3, 0, 1], [0, 1, 0]) },
        /not of that build/,
      ],
      [
        "a stray agreement against many of the other build",
        { asked: "GRCh38", sites: makeSites([20, 1, 5], [1, 1, 0]) },
        /not of that build/,
      ],
    ])("%s", (_, question, sentence) => {
      const refusal = refusalOf(question);
      expect(refusal.kind).toBe("identity");
      expect(refusal.message).toMatch(sentence);
    });
  });

  describe("does not refuse for what chance may bring", () => {
    test.each<[string, Counts, Counts]>([
      ["two disagreements", [0, 0, 0], [0, 2, 0]],
      ["one known allele of the other build", [1, 0, 1], [0, 0, 0]],
      ["two known alleles among disagreeing sites", [2, 1, 2], [0, 0, 0]],
      ["two known alleles beside an agreement", [2, 0, 2], [1, 0, 0]],
      ["agreements of the other build without a known allele", [9, 0, 0], [0, 0, 0]],
    ])("%s", (_, grch37, grch38) => {
      expect(infer({ asked: "GRCh38", sites: makeSites(grch37, grch38) }).name).toBe("GRCh38");
    });
  });

  test("reports evidence of both builds that is too weak to refuse", () => {
    expect(infer({ contigs: lengths38, sites: makeSites([1, 0, 1], [1, 0, 1]) })).toMatchObject({
      name: "GRCh38",
      problems: ["assembly-doubtful"],
    });
    expect(infer({ contigs: lengths38, sites: makeSites([1, 0, 1], [8, 0, 2]) }).problems).toEqual(
      [],
    );
  });

  test("believes a versioned accession before the sites, and reports them", () => {
    const sites = makeSites([0, 0, 0], [2, 0, 2], { accessions: { GRCh37: 2, GRCh38: 0 } });
    expect(infer({ contigs: lengths37, sites })).toMatchObject({
      name: "GRCh37",
      problems: ["assembly-doubtful"],
    });
  });
});

const faults = new URL("../../../../../shared/faults/vcf/", import.meta.url);

describe.skipIf(!existsSync(faults))("with the files of known faults (../shared)", () => {
  function ask(file: string, asked?: "GRCh38") {
    const lines = readFileSync(new URL(file, faults), "utf8").split("\n");
    const contigs = new Map(
      lines.flatMap((line) => {
        const [, name = "", length] = /^##contig=<ID=([^,]+),length=(\d+)/.exec(line) ?? [];
        const contig = normalizeContig(name);
        return contig === null ? [] : [[contig, Number(length)] as const];
      }),
    );
    const evidence = makeSiteEvidence(knownSites);
    for (const line of lines.filter((text) => text !== "" && !text.startsWith("#"))) {
      const [rawContig = "", position, , ref, alt] = line.split("\t");
      const contig = normalizeContig(rawContig) ?? "";
      evidence.add(makeCall(`${contig}:${position}:${ref}:${alt}`), rawContig);
    }
    return { asked, contigs, sites: evidence.sites() };
  }

  test("finds a header that lies about the build by two known alleles", () => {
    const refusal = refusalOf(ask("wrong_build_header_lies.vcf"));
    expect(refusal.kind).toBe("identity");
    expect(refusal.message).toMatch(/7:140453136 A>T is a known allele on GRCh37/);
  });

  test("finds contig lengths of another build than the calls, or than what is asked", () => {
    expect(refusalOf(ask("wrong_build_lengths.vcf")).kind).toBe("identity");
    expect(refusalOf(ask("wrong_build_lengths.vcf", "GRCh38")).kind).toBe("identity");
  });

  test("warns of a file with calls of both builds", () => {
    expect(infer(ask("mixed_builds.vcf"))).toMatchObject({
      name: "GRCh38",
      problems: ["assembly-doubtful"],
    });
  });

  test("takes accessions of GRCh37 for GRCh37, and refuses them as GRCh38", () => {
    expect(infer(ask("chrom_style_refseq37.vcf")).name).toBe("GRCh37");
    expect(refusalOf(ask("chrom_style_refseq37.vcf", "GRCh38")).kind).toBe("identity");
  });

  test.each([
    "ok_baseline.vcf",
    "chrom_style_nochr.vcf",
    "chrom_style_refseq.vcf",
    "pos_beyond_contig.vcf",
  ])("takes %s for GRCh38 without a word", (file) => {
    expect(infer(ask(file))).toMatchObject({ name: "GRCh38", problems: [] });
  });
});
