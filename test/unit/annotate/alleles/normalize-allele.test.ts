import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeAllele } from "../../../../src/annotate/alleles/normalize-allele.ts";
import type { Allele } from "../../../../src/model/locus.ts";

function makeAllele(text: string): Allele {
  const [contig = "", position = "", ref = "", alt = ""] = text.split(":");
  return { assembly: "GRCh37", contig, position: Number(position), ref, alt };
}

describe("normalizeAllele", () => {
  test.each([
    ["7:140453136:A:T", "7:140453136:A:T"],
    ["7:140453136:a:t", "7:140453136:A:T"],
    ["7:140453135:CAC:CTC", "7:140453136:A:T"],
    ["7:140453136:AC:TC", "7:140453136:A:T"],
    ["7:140453135:CA:CT", "7:140453136:A:T"],
    ["7:140453136:AC:TT", "7:140453136:AC:TT"],
    ["7:55242464:AGGAATTAAGAGAAGC:A", "7:55242464:AGGAATTAAGAGAAGC:A"],
    ["7:55242463:AAGGAATTAAGAGAAGCAA:AAAA", "7:55242464:AGGAATTAAGAGAAGC:A"],
    ["1:100:AAAA:AA", "1:100:AAA:A"],
    ["1:100:A:A", "1:100:A:A"],
    ["1:100:CAGT:C", "1:100:CAGT:C"],
    ["1:100:ATA:ACGA", "1:101:T:CG"],
  ])("writes %s as %s", (given, shortest) => {
    expect(normalizeAllele(makeAllele(given))).toEqual(makeAllele(shortest));
  });

  const bases = (minLength: number, maxLength: number) =>
    fc
      .array(fc.constantFrom("A", "C", "G", "T"), { minLength, maxLength })
      .map((all) => all.join(""));
  const changes = fc
    .record({ position: fc.integer({ min: 100, max: 1_000 }), ref: bases(1, 8), alt: bases(1, 8) })
    .filter(({ ref, alt }) => ref !== alt)
    .map((change): Allele => ({ assembly: "GRCh38", contig: "1", ...change }));

  test("keeps a base on either side and changes the same reference", () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { position, ref, alt } = normalizeAllele(given);
        const from = position - given.position;
        expect(ref.length).toBeGreaterThan(0);
        expect(alt.length).toBeGreaterThan(0);
        expect(given.ref.slice(0, from) + ref).toBe(given.ref.slice(0, from + ref.length));
        const rest = given.ref.slice(from + ref.length);
        expect(given.ref.slice(0, from) + alt + rest).toBe(given.alt);
      }),
    );
  });

  test("is idempotent", () => {
    fc.assert(
      fc.property(changes, (given) => {
        const once = normalizeAllele(given);
        expect(normalizeAllele(once)).toEqual(once);
      }),
    );
  });

  test("gives padded writings of a substitution one form, whichever end was padded", () => {
    const substitutions = fc
      .tuple(fc.constantFrom("A", "C", "G", "T"), fc.constantFrom("A", "C", "G", "T"))
      .filter(([ref, alt]) => ref !== alt);
    fc.assert(
      fc.property(substitutions, bases(0, 6), bases(0, 6), ([ref, alt], left, right) => {
        const padded = makeAllele(
          `1:${1_000 - left.length}:${left + ref + right}:${left + alt + right}`,
        );
        expect(normalizeAllele(padded)).toEqual(makeAllele(`1:1000:${ref}:${alt}`));
      }),
    );
  });

  test("gives padded writings of a trimmed indel one form when the padding stands to its right", () => {
    fc.assert(
      fc.property(changes, bases(0, 6), (given, right) => {
        const shortest = normalizeAllele(given);
        const padded = { ...shortest, ref: shortest.ref + right, alt: shortest.alt + right };
        const once = normalizeAllele(padded);
        expect(once.ref.length).toBe(shortest.ref.length);
        expect(once.position).toBe(shortest.position);
      }),
    );
  });
});
