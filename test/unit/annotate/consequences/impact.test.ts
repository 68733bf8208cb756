import { describe, expect, test } from "vitest";
import { impact } from "../../../../src/annotate/consequences/impact.ts";
import { makeCall } from "../make-call.ts";

const fields = [
  "Gene",
  "Transcript",
  "CanonicalEffect",
  "CanonicalCodingEffect",
  "SpliceRegion",
  "HgvsCodingImpact",
  "HgvsProteinImpact",
  "OtherReportableEffects",
  "WorstCodingEffect",
  "GenesAffected",
];
const v600e =
  "BRAF|ENST00000288602|missense_variant|MISSENSE|false|c.1799T>A|p.Val600Glu||MISSENSE|1";
const read = (entry: string, call = makeCall("7:140453136:A:T")) =>
  impact.read({ dialect: "IMPACT", fields, entries: [entry] }, call);
const termsOf = (effect: string, coding: string) =>
  read(`TP53|ENST00000269305|${effect}|SPLICE|true|${coding}|p.?||SPLICE|1`).effects[0]?.terms;

describe("PAVE's IMPACT", () => {
  test("names the change on the canonical transcript of its gene", () => {
    expect(read(v600e).effects).toEqual([
      {
        gene: "BRAF",
        transcript: "ENST00000288602",
        terms: ["missense_variant"],
        proteinChange: "p.Val600Glu",
        codingChange: "c.1799T>A",
        exon: null,
        preference: 1,
      },
    ]);
  });

  test("is of the first ALT alone", () => {
    const second = read(v600e, makeCall("7:140453136:A:T", { altIndex: 2, altCount: 2 }));
    expect([second.effects, second.doubt?.code]).toEqual([[], "annotation-of-other-allele"]);
  });

  test.each([
    ["frameshift", "c.10dup", ["frameshift_variant"]],
    ["phased_inframe_deletion", "c.10_12del", ["inframe_deletion"]],
    [
      "splice_donor_variant&intron_variant",
      "c.559+1G>T",
      ["splice_donor_variant", "intron_variant"],
    ],
    ["splice_acceptor_variant", "c.560-2A>G", ["splice_acceptor_variant"]],
    ["splice_donor_variant", "c.559+5A>T", ["splice_region_variant"]],
    ["splice_acceptor_variant", "c.560-3C>G", ["splice_region_variant"]],
    [
      "splice_donor_variant&missense_variant",
      "c.559G>T",
      ["splice_region_variant", "missense_variant"],
    ],
    ["splice_donor_variant", "c.559+12G>T", ["splice_region_variant"]],
  ])("calls %s at %s by the terms of the Sequence Ontology", (effect, coding, terms) => {
    expect(termsOf(effect, coding)).toEqual(terms);
  });
});
