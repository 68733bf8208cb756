import { describe, expect, test } from "vitest";
import type { RegionConstraint } from "../../../src/constraints/region.ts";
import type { Allele } from "../../../src/model/locus.ts";
import { change, consequence, context, run, variant } from "./make-observation.ts";

const exon19: RegionConstraint = {
  type: "region",
  gene: "EGFR",
  name: "exon 19",
  residues: [729, 761],
  change: "deletion",
};
const terms: Record<string, string> = {
  E746_A750del: "inframe_deletion",
  L747_P753delinsS: "protein_altering_variant",
  E746_A750delinsIP: "inframe_deletion",
  A767_V769dup: "inframe_insertion",
  D761_E762insEAFQ: "inframe_insertion",
  I740_K745dup: "inframe_insertion",
  K745_E746insTPVAIK: "inframe_insertion",
  L747fs: "frameshift_variant",
  E746fs: "frameshift_variant",
  L747S: "missense_variant",
  L858R: "missense_variant",
  L861Q: "missense_variant",
  L747: "synonymous_variant",
  K745_E746delinsKV: "missense_variant",
};
const seen = (text: string) => change("EGFR", text, terms[text] ?? "coding_sequence_variant");

describe("a region constraint", () => {
  test.each([
    ["E746_A750del", { deletion: true, mutation: true }],
    ["L747_P753delinsS", { deletion: true, mutation: true }],
    ["E746_A750delinsIP", { deletion: true, mutation: true }],
    ["I740_K745dup", { duplication: true, insertion: true, mutation: true }],
    ["K745_E746insTPVAIK", { insertion: true, mutation: true }],
    ["D761_E762insEAFQ", { insertion: true, mutation: true }],
    ["L747fs", { frameshift: true, mutation: true }],
    ["L747S", { mutation: true }],
    ["A767_V769dup", {}],
    ["L858R", {}],
  ])("of exon 19 sorts %s by its kind", (text, expected: Record<string, boolean>) => {
    for (const kind of [
      "mutation",
      "deletion",
      "insertion",
      "duplication",
      "frameshift",
    ] as const) {
      const { state, specificity } = run({ ...exon19, change: kind }, seen(text));
      expect([kind, state]).toEqual([kind, expected[kind] ? "met" : "unmet"]);
      expect(specificity).toBe("exon or range");
    }
  });

  test("says where the residue lies when it lies outside", () => {
    expect(run(exon19, seen("L861Q")).reason).toEqual({
      code: "outside-region",
      text: "Residue 861 lies outside 729-761, exon 19 of EGFR.",
    });
  });

  test("is not met by a truncation when the gene is a pure oncogene", () => {
    const oncogene = context({ role: "oncogene" });
    expect(run({ ...exon19, change: "mutation" }, seen("L747fs"), oncogene)).toMatchObject({
      state: "unmet",
      reason: { code: "truncating-in-oncogene" },
    });
  });

  test("reads residues on the preferred transcript when one is marked", () => {
    const both = variant([
      consequence("EGFR", { proteinChange: "E746_A750del", terms: ["inframe_deletion"] }),
      consequence("EGFR", {
        proteinChange: "E701_A705del",
        terms: ["inframe_deletion"],
        preferred: true,
      }),
    ]);
    expect(run(exon19, both).state).toBe("unmet");
  });
});

const span = { GRCh37: "7:55242415-55242513" };
const inExon: Allele = {
  assembly: "GRCh37",
  contig: "7",
  position: 55242464,
  ref: "AGGAATTAAGAGAAGC",
  alt: "A",
};

describe("a region constraint with genomic spans", () => {
  const spanned: RegionConstraint = { ...exon19, spans: span };

  test("places a change without residues by its bases", () => {
    const described = [consequence("EGFR", { terms: ["inframe_deletion"] })];
    expect(run(spanned, variant(described, inExon)).state).toBe("met");
    expect(run(spanned, variant(described, { ...inExon, position: 55243000 })).state).toBe("unmet");
    expect(run(exon19, variant(described, inExon))).toMatchObject({
      state: "undetermined",
      reason: { code: "place-not-known" },
    });
  });

  test("leaves a variant without annotation open inside and refuses it outside", () => {
    const gene = context({ span: { assembly: "GRCh37", contig: "7", start: 1, end: 60000000 } });
    expect(run(spanned, variant([], inExon), gene).state).toBe("undetermined");
    expect(run(spanned, variant([], { ...inExon, position: 55249000 }), gene)).toMatchObject({
      state: "unmet",
      reason: { code: "outside-region" },
    });
  });
});

describe("an exon-skipping constraint", () => {
  const skipping: RegionConstraint = {
    type: "region",
    gene: "MET",
    name: "exon 14",
    residues: [963, 1010],
    spans: { GRCh37: "7:116411903-116412043" },
    change: "skipping",
  };
  const at = (position: number, ref = "G", alt = "A"): Allele => ({
    assembly: "GRCh37",
    contig: "7",
    position,
    ref,
    alt,
  });
  const splice = (term: string, allele: Allele) =>
    variant([consequence("MET", { terms: [term] })], allele);

  test.each([
    ["splice_donor_variant", 116412044, "met"],
    ["splice_acceptor_variant", 116411902, "met"],
    ["splice_region_variant", 116412053, "met"],
    ["splice_region_variant", 116411893, "met"],
    ["splice_donor_variant", 116412054, "unmet"],
    ["splice_acceptor_variant", 116411892, "unmet"],
    // Splice regions end at the eighth base of the intron, and the rule at the tenth.
    ["intron_variant", 116412052, "met"],
    ["intron_variant", 116412053, "met"],
    ["intron_variant", 116411894, "met"],
    ["intron_variant", 116411893, "met"],
    ["splice_polypyrimidine_tract_variant", 116411893, "met"],
    ["intron_variant", 116412054, "unmet"],
    ["intron_variant", 116411892, "unmet"],
    ["splice_polypyrimidine_tract_variant", 116411892, "unmet"],
    ["synonymous_variant", 116412000, "unmet"],
    ["frameshift_variant", 116412000, "unmet"],
    ["inframe_deletion", 116412000, "unmet"],
  ])("with %s at %i is %s", (term, position, state) => {
    expect(run(skipping, splice(term, at(position))).state).toBe(state);
  });

  test("counts a missense change of the last base when it also touches the splice region", () => {
    const seenChange = variant(
      [
        consequence("MET", {
          terms: ["missense_variant", "splice_region_variant"],
          proteinChange: "D1010N",
        }),
      ],
      at(116412043),
    );
    expect(run(skipping, seenChange).state).toBe("met");
  });

  test.each([
    ["D1010N", "missense_variant", "undetermined"],
    ["A963T", "missense_variant", "undetermined"],
    ["E1009_D1010del", "inframe_deletion", "undetermined"],
    ["Y1003F", "missense_variant", "unmet"],
    ["Q1011K", "missense_variant", "unmet"],
  ])("by its name alone, %s (%s) is %s: its bases may lie at the edge", (name, term, state) => {
    const named = variant(
      [consequence("MET", { terms: [term], proteinChange: name, codingChange: null })],
      at(116412000),
    );
    if (named.alteration.kind !== "small-variant") throw new Error("no small variant");
    const observation = { ...named, alteration: { ...named.alteration, allele: null } };
    expect(run(skipping, observation).state).toBe(state);
  });

  test.each([
    [116412044, 116412052, "splice_donor_variant", "met"],
    [116412046, 116412049, "splice_region_variant", "met"],
    [116411893, 116411893, "intron_variant", "met"],
    [116411870, 116411892, "intron_variant", "unmet"],
    [116412200, 116412201, "splice_donor_variant", "unmet"],
  ])(
    "is judged by the place %i to %i (%s) of a change whose bases are not known: %s",
    (start, end, term, state) => {
      const named = splice(term, at(start));
      if (named.alteration.kind !== "small-variant") throw new Error("no small variant");
      const place = { assembly: "GRCh37", contig: "7", start, end } as const;
      const alteration = { ...named.alteration, allele: null, place };
      expect(run(skipping, { ...named, alteration }).state).toBe(state);
    },
  );

  test("is met by a deletion of the whole exon", () => {
    const whole = at(116411902, "A".repeat(142), "A");
    expect(run(skipping, splice("inframe_deletion", whole))).toMatchObject({
      state: "met",
      reason: { code: "exon-deleted" },
    });
    const almost = at(116411902, "A".repeat(141), "A");
    expect(run(skipping, splice("inframe_deletion", almost)).state).toBe("unmet");
  });

  test("stays undetermined when the exon has no coordinates on the build", () => {
    const { spans: _, ...withoutSpans } = skipping;
    expect(run(withoutSpans, splice("splice_donor_variant", at(116412044))).state).toBe(
      "undetermined",
    );
  });
});
