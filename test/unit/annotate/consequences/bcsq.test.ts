import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bcsq } from "../../../../src/annotate/consequences/bcsq.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import { makeCall } from "../make-call.ts";

const v600e = "missense|BRAF|ENST00000288602|protein_coding|-|600V>600E|140453136A>T";

function read(entries: readonly string[], call: VariantCall = makeCall("7:140453136:A:T")) {
  return bcsq.read({ dialect: "BCSQ", fields: [], entries }, call);
}

describe("bcsq", () => {
  test("reads one consequence in the terms of the Sequence Ontology", () => {
    expect(read([v600e]).effects).toEqual([
      {
        gene: "BRAF",
        transcript: "ENST00000288602",
        terms: ["missense_variant"],
        proteinChange: "V600E",
        codingChange: null,
        exon: null,
        preference: 0,
      },
    ]);
  });

  test.each([
    ["synonymous", "2R", "synonymous_variant", "R2="],
    ["stop_gained", "10T>10*", "stop_gained", "T10*"],
    ["inframe_deletion", "5TY>5I", "inframe_deletion", "T5_Y6delinsI"],
    ["inframe_deletion", "745KELREA>745K", "inframe_deletion", "E746_A750del"],
    ["inframe_insertion", "9T>8TK", "inframe_insertion", null],
    ["frameshift", "154GQKA>154GKKP*", "frameshift_variant", "Q155fs"],
    ["frameshift", "25EP..329>25GA..94", "frameshift_variant", "E25fs"],
    ["missense", "25EP..329>25GA..94", "missense_variant", null],
    ["start_lost&splice_region", "1M>1V", "start_lost splice_region_variant", "M1?"],
    ["stop_lost", "493*>493C", "stop_lost", "*493ext"],
    ["missense", "7V>6A", "missense_variant", "V7A"],
    ["inframe_altering", "215EL>215VL", "protein_altering_variant", "E215V"],
    ["3_prime_utr", "", "3_prime_UTR_variant", null],
    ["non_coding", "", "non_coding_transcript_variant", null],
    ["splice_donor", "", "splice_donor_variant", null],
    ["frameshift&NMD_transcript", "4DC>4ES", "frameshift_variant NMD_transcript_variant", "D4fs"],
  ])("reads %s %s as %s, %s", (consequence, residues, terms, name) => {
    const [effect] = read([
      `${consequence}|XYZ|T1|protein_coding|+|${residues}|140453136A>T`,
    ]).effects;
    expect(effect).toMatchObject({ terms: terms.split(" "), proteinChange: name });
  });

  test("does not take what lies behind a stop for a change of the protein", () => {
    expect(read([`*${v600e}`]).effects).toMatchObject([
      { terms: ["coding_sequence_variant"], proteinChange: null },
    ]);
  });

  test("says that a consequence is written at another record", () => {
    const reading = read(["@140453130", "splice_region|BRAF|ENST00000288602|protein_coding"]);
    expect(reading.effects).toMatchObject([{ terms: ["splice_region_variant"] }]);
    expect(reading.doubt).toMatchObject({ code: "annotation-elsewhere" });
  });

  test("is content with a joint consequence that is written here", () => {
    const joint =
      "missense|BRAF|ENST00000288602|protein_coding|-|600V>600K|140453136A>T+140453137C>T";
    expect(read([joint])).toMatchObject({ effects: [{ proteinChange: "V600K" }], doubt: null });
  });

  test("tells the ALTs of a record apart by the change of the bases", () => {
    const entries = [
      v600e,
      "missense|BRAF|ENST00000288602|protein_coding|-|600V>600G|140453136A>C",
      "splice_region|BRAF|ENST00000288602|protein_coding",
    ];
    const call = makeCall("7:140453136:A:C", { altIndex: 2, altCount: 2 });
    expect(read(entries, call).effects.map((effect) => effect.proteinChange)).toEqual([
      "V600G",
      null,
    ]);
  });

  test("gives no transcript where there is none", () => {
    expect(read(["intron|QWRTY||protein_coding"]).effects).toMatchObject([{ transcript: null }]);
  });
});

const expected = new URL("../../../../../shared/data/vcf/bcftools/csq.1.out", import.meta.url);

describe.skipIf(!existsSync(expected))(
  "with the expected output of bcftools csq (../shared)",
  () => {
    test("reads every consequence, and names every substitution", () => {
      const rows = readFileSync(expected, "utf8")
        .split("\n")
        .filter((line) => line.includes("|"));
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows) {
        const [position, ref, alt, text = ""] = row.split("\t");
        const entries = text.split(",");
        const { effects } = read(entries, makeCall(`1:${position}:${ref}:${alt}`));
        expect(effects).toHaveLength(entries.filter((entry) => !entry.startsWith("@")).length);
        const missense = effects.filter(({ terms }) => terms.includes("missense_variant"));
        expect(missense.map((effect) => effect.proteinChange)).not.toContain(null);
      }
    });
  },
);
