import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ann } from "../../../../src/annotate/consequences/ann.ts";
import { parseProteinChange } from "../../../../src/annotate/protein-change.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import { makeCall } from "../make-call.ts";

const v600e =
  "T|missense_variant|MODERATE|BRAF|ENSG00000157764|transcript|ENST00000288602.6|protein_coding|15/18|c.1799T>A|p.Val600Glu|1860/2480|1799/2301|600/766||";

function read(entries: readonly string[], call: VariantCall = makeCall("7:140453136:A:T")) {
  return ann.read({ dialect: "ANN", fields: [], entries }, call);
}

describe("ann", () => {
  test("reads one transcript in the words of SnpEff", () => {
    expect(read([v600e]).effects).toEqual([
      {
        gene: "BRAF",
        transcript: "ENST00000288602.6",
        terms: ["missense_variant"],
        proteinChange: "p.Val600Glu",
        codingChange: "c.1799T>A",
        exon: 15,
        preference: 0,
      },
    ]);
  });

  test("counts exons only where the rank is that of an exon", () => {
    const splice = v600e.replace("missense_variant", "splice_donor_variant&intron_variant");
    expect(read([splice]).effects[0]).toMatchObject({
      terms: ["splice_donor_variant", "intron_variant"],
      exon: null,
    });
  });

  test("leaves entries about other ALTs, features that are no transcript, and entries without a gene", () => {
    const entries = [
      v600e.replace("T|", "C|"),
      v600e.replace("|transcript|", "|interaction|"),
      v600e.replace("|BRAF|ENSG00000157764|", "|||"),
    ];
    expect(read(entries, makeCall("7:140453136:A:T", { altCount: 2 })).effects).toEqual([]);
  });

  test("keeps what an ALT changes where the germline has another ALT", () => {
    const entries = [v600e, v600e.replace("T|", "T-C|").replace("Val600Glu", "Gly600Glu")];
    const call = makeCall("7:140453136:A:T", { altIndex: 2, altCount: 2 });
    expect(read(entries, call).effects.map((effect) => effect.proteinChange)).toEqual([
      "p.Val600Glu",
      "p.Gly600Glu",
    ]);
  });

  test("uses the entries of the only allele of a record that was normalized later", () => {
    expect(read([v600e], makeCall("7:140453136:A:TT")).effects).toHaveLength(1);
  });

  test("says so when no entry is about the allele", () => {
    const reading = read([v600e], makeCall("7:140453136:A:G", { altIndex: 2, altCount: 2 }));
    expect(reading).toMatchObject({ effects: [], doubt: { code: "annotation-of-other-allele" } });
  });

  test("does not fail on an entry that is cut", () => {
    expect(read(["T|missense_variant|MODERATE|BRAF"]).effects).toMatchObject([
      { gene: "BRAF", transcript: null, proteinChange: null },
    ]);
    expect(read([""]).effects).toEqual([]);
  });
});

const snpEff = new URL("../../../../../shared/data/vcf/snpeff/", import.meta.url);

describe.skipIf(!existsSync(snpEff))("with the files of SnpEff (../shared)", () => {
  test.each([
    "variants_2.ann.vcf",
    "cancer_pedigree.ann.vcf",
    "test.chr22.ann.filter_missense_any.vcf",
  ])("reads every protein change of %s and leaves no ALT without an entry", (file) => {
    const lines = readFileSync(new URL(file, snpEff), "utf8").split("\n");
    let changes = 0;
    const unread: string[] = [];
    for (const line of lines.filter((text) => /^[^#].*\tANN=|^[^#].*;ANN=/.test(text))) {
      const [contig, position, , ref, alts = "", , , info = ""] = line.split("\t");
      const entries = /(?:^|;)ANN=([^;]*)/.exec(info)?.[1]?.split(",") ?? [];
      const all = alts.split(",");
      for (const [index, alt] of all.entries()) {
        const reading = read(
          entries,
          makeCall(`${contig}:${position}:${ref}:${alt}`, {
            altIndex: index + 1,
            altCount: all.length,
          }),
        );
        expect(reading.doubt).toBeNull();
        for (const { proteinChange } of reading.effects) {
          if (proteinChange === null) continue;
          changes += 1;
          if (parseProteinChange(proteinChange) === null) unread.push(proteinChange);
        }
      }
    }
    expect(unread).toEqual([]);
    expect(changes).toBeGreaterThan(1);
  });
});
