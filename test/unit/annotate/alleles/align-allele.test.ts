import { describe, expect, test } from "vitest";
import { alignAllele } from "../../../../src/annotate/alleles/align-allele.ts";
import { alleleKey } from "../../../../src/model/alteration.ts";
import type { Allele } from "../../../../src/model/locus.ts";

// Positions:      123456789
const sequence = "TGCACACAT";
const bases = (_contig: string, start: number, end: number): string =>
  sequence.slice(start - 1, end);
const allele = (position: number, ref: string, alt: string): Allele => ({
  assembly: "GRCh38",
  contig: "1",
  position,
  ref,
  alt,
});
const nothing = { bases, isNamed: () => false };

describe("alignAllele", () => {
  test("moves a deletion and an insertion as far to the left as they go", () => {
    for (const [position, ref] of [
      [6, "ACA"],
      [5, "CAC"],
      [4, "ACA"],
      [2, "GCA"],
    ] as const) {
      expect(alignAllele(allele(position, ref, ref.charAt(0)), nothing)).toEqual(
        allele(2, "GCA", "G"),
      );
    }
    expect(alignAllele(allele(8, "A", "ACA"), nothing)).toEqual(allele(2, "G", "GCA"));
  });

  test("takes the place that the knowledgebase names, to the left or to the right", () => {
    const named = allele(4, "ACA", "A");
    const known = { bases, isNamed: (key: string) => key === alleleKey(named) };
    expect(alignAllele(allele(6, "ACA", "A"), known)).toEqual(named);
    expect(alignAllele(allele(2, "GCA", "G"), known)).toEqual(named);
  });

  test("moves nothing before the first base of a chromosome, where no anchor stands", () => {
    const repeat = {
      ...nothing,
      bases: (_: string, start: number, end: number) => "CACACAT".slice(start - 1, end),
    };
    expect(alignAllele(allele(4, "ACA", "A"), repeat)).toEqual(allele(1, "CAC", "C"));
  });

  test("moves nothing through bases that are not known, and no substitution", () => {
    const unknown = { bases: () => "N", isNamed: () => false };
    expect(alignAllele(allele(6, "ACA", "A"), unknown)).toEqual(allele(6, "ACA", "A"));
    expect(alignAllele(allele(6, "AC", "TG"), nothing)).toEqual(allele(6, "AC", "TG"));
  });
});
