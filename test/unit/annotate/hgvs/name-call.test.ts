import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findUnreadName, nameCall } from "../../../../src/annotate/hgvs/name-call.ts";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import type { NamedCall } from "../../../../src/model/observation.ts";
import type { Problem } from "../../../../src/model/problem.ts";

const models = openPackedModels(
  readFileSync(join(import.meta.dirname, "../../../../knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

const call = (gene: string | null, changes: readonly string[], more = {}): NamedCall => ({
  named: { gene, changes, transcript: null, terms: [], ...more },
  failedFilters: [],
  support: {
    kind: "reads",
    vaf: null,
    depth: null,
    altReads: null,
    rule: null,
    genotype: "absent",
  },
  provenance: { file: "list.csv", line: 2, sample: null },
});

const read = (named: NamedCall, options: { isBuildKnown?: boolean; noModels?: boolean } = {}) => {
  const problems: Problem[] = [];
  const found = nameCall(named, {
    assembly: "GRCh38",
    isBuildKnown: options.isBuildKnown ?? true,
    models: options.noModels === true ? undefined : models.of("GRCh38"),
    currentSymbol: (symbol) => symbol,
    report: (problem) => problems.push(problem),
  });
  return { found, problems };
};

describe("a variant that is only named", () => {
  test("is the allele that its change of the DNA makes", () => {
    for (const change of [
      "c.1799T>A",
      "ENST00000646891:c.1799T>A",
      "NC_000007.14:g.140753336A>T",
    ]) {
      expect(read(call("BRAF", [change])).found).toMatchObject({
        call: { given: { contig: "7", position: 140_753_336, ref: "A", alt: "T" } },
      });
    }
  });

  test.each([
    ["BRCA2", "K3326*", ["escapes-nmd", "last-5-percent"]],
    ["BRCA2", "K3326fs", ["last-5-percent"]],
    ["BRCA2", "S1982fs", undefined],
    ["BRAF", "V600E", undefined],
    ["BRCA2", "K3326E", undefined],
  ])(
    "%s %s has the doubts of a loss of function that its place in the protein tells",
    (gene, change, flags) => {
      const { found } = read(call(gene, [change]));
      if (!("observation" in found)) throw new Error("it has no allele");
      expect(found.observation.alteration.consequences[0]?.flags).toEqual(flags);
    },
  );

  test.each([
    ["c.1000del", ["frameshift_variant"], null, undefined],
    ["c.1000_1003dup", ["frameshift_variant"], null, undefined],
    ["c.1000_1001insA", ["frameshift_variant"], null, undefined],
    ["c.1600del", ["frameshift_variant"], null, ["last-5-percent"]],
    ["c.1000_1002del", ["inframe_deletion"], null, undefined],
    [
      "c.955+1_955+4del",
      ["splice_donor_variant", "splice_region_variant", "intron_variant"],
      null,
      undefined,
    ],
    ["c.1658del", ["frameshift_variant"], "*553?", ["last-5-percent"]],
  ])(
    "SMAD4 %s is what its place and length tell, where no base of the gene is at hand",
    (change, terms, proteinChange, flags) => {
      const { found } = read(call("SMAD4", [change]));
      if (!("observation" in found)) throw new Error("it has no allele");
      const [consequence] = found.observation.alteration.consequences;
      expect(consequence).toMatchObject({ terms, proteinChange, codingChange: change });
      expect(consequence?.flags).toEqual(flags);
    },
  );

  test.each([
    ["MET", "c.3028+1_3028+9del", { contig: "7", start: 116_771_990, end: 116_771_998 }],
    ["MET", "c.2888-18_2888-2del", { contig: "7", start: 116_771_831, end: 116_771_847 }],
    ["CDH1", "c.1003_1004insA", { contig: "16", start: 68_811_854, end: 68_811_855 }],
    ["STK11", "c.180_185del", { contig: "19", start: 1_207_093, end: 1_207_098 }],
    ["RB1", "c.958del", { contig: "13", start: 48_367_512, end: 48_367_512 }],
    ["NF1", "c.1000_1003dup", { contig: "17", start: 31_200_536, end: 31_200_537 }],
    ["ATR", "c.1000_1003del", { contig: "3", start: 142_562_399, end: 142_562_402 }],
  ])("%s %s lies where its transcript has it, where no base is at hand", (gene, change, place) => {
    const { found } = read(call(gene, [change]));
    expect(found).toMatchObject({
      observation: { alteration: { allele: null, place: { assembly: "GRCh38", ...place } } },
    });
  });

  test("is what its row says happens, where no base of the gene is at hand", () => {
    const { found } = read(call("SMAD4", ["c.1000del"], { terms: ["coding_sequence_variant"] }));
    expect(found).toMatchObject({
      observation: { alteration: { consequences: [{ terms: ["coding_sequence_variant"] }] } },
    });
  });

  test("is its protein change, without an allele, where several changes of the DNA make it", () => {
    expect(read(call("BRAF", ["p.Val600Glu"])).found).toMatchObject({
      observation: {
        id: "small-variant:named:BRAF:V600E",
        label: "BRAF V600E",
        alteration: { allele: null, consequences: [{ terms: ["missense_variant"] }] },
      },
    });
  });

  test("is the allele of a residue that has one codon only", () => {
    expect(read(call("BRAF", ["V600M"])).found).toHaveProperty("call");
  });

  test("stands for itself where the gene has no model, or none is used", () => {
    expect(read(call("MADEUP1", ["V600E"])).found).toHaveProperty("observation");
    const alone = read(call("BRAF", ["c.1799T>A"]), { noModels: true }).found;
    expect(alone).toMatchObject({ observation: { label: "BRAF c.1799T>A" } });
  });

  test("at a splice site is a change of that site, and no change of the protein", () => {
    expect(read(call("NF1", ["p.X1445_splice"])).found).toMatchObject({
      observation: {
        label: "NF1 X1445_splice",
        alteration: { consequences: [{ terms: ["splice_site_variant"], proteinChange: null }] },
      },
    });
  });

  test("is read by the most exact of its names that can be", () => {
    const { found, problems } = read(call("BRAF", ["c.1799G>A", "p.V600E"]));
    expect(found).toHaveProperty("observation");
    expect(problems).toMatchObject([{ code: "change-contradicted", severity: "warning" }]);
  });
});

describe("a name that cannot be", () => {
  test.each([
    ["of no change", call("EGFR", ["vIII"]), "change-not-read"],
    ["of other bases", call("BRAF", ["c.1799G>A"]), "change-contradicted"],
    [
      "on a chromosome of the other build",
      call("BRAF", ["NC_000007.13:g.140453136A>T"]),
      "change-contradicted",
    ],
    [
      "on a transcript of another gene",
      call("KRAS", ["ENST00000646891:c.1799T>A"]),
      "change-of-other-gene",
    ],
    ["of nothing", call("BRAF", []), "change-not-read"],
  ])("%s is refused alone, with its line", (_, named, code) => {
    expect(read(named).found).toMatchObject({
      problem: { code, severity: "error", where: { file: "list.csv", line: 2 } },
    });
  });

  test("of a residue that the preferred transcript does not have is used by its name, with a warning", () => {
    const { found, problems } = read(call("BRAF", ["Q600E"]));
    expect(found).toHaveProperty("observation");
    expect(problems).toMatchObject([{ code: "change-contradicted", severity: "warning" }]);
  });

  test("of a place is refused where nothing names the build", () => {
    const { found } = read(call("BRAF", ["7:140753336:A:T"]), { isBuildKnown: false });
    expect(found).toMatchObject({ problem: { code: "change-without-build" } });
  });
});

test("names are checked without gene models by how they are written", () => {
  for (const text of ["V600E", "c.1799T>A", "7:1:A:T", "X12_splice", "NM_004333.6:c.1799T>A"]) {
    expect(findUnreadName(call("BRAF", [text]))).toBeNull();
  }
  expect(findUnreadName(call("BRAF", ["Kinase Domain Duplication"]))).not.toBeNull();
  expect(findUnreadName(call("BRAF", [], { terms: ["stop_gained"] }))).toBeNull();
});
