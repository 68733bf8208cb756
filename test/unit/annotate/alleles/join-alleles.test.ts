import { expect, test } from "vitest";
import { joinAlleles } from "../../../../src/annotate/alleles/join-alleles.ts";
import type { Allele } from "../../../../src/model/locus.ts";

// Positions:      123456789
const sequence = "TGCACACAT";
const bases = (_contig: string, start: number, end: number): string =>
  sequence.slice(Math.max(0, start - 1), end);
const join = (...texts: string[]): string | null => {
  const alleles = texts.map((text): Allele => {
    const [position, ref = "", alt = ""] = text.split(":");
    return { assembly: "GRCh38", contig: "1", position: Number(position), ref, alt };
  });
  const joined = joinAlleles(alleles, bases);
  return joined && [joined.position, joined.ref, joined.alt].join(":");
};

test("adjacent substitutions are one, in whatever order they come", () => {
  expect(join("3:C:T", "4:A:G")).toBe("3:CA:TG");
  expect(join("4:A:G", "3:C:T")).toBe("3:CA:TG");
});

test("bases between two changes are those of the reference", () => {
  expect(join("3:C:T", "5:C:G")).toBe("3:CAC:TAG");
});

test("a substitution beside a deletion or an insertion is one change with it", () => {
  expect(join("2:GCA:G", "5:C:T")).toBe("3:CAC:T");
  expect(join("2:G:GTT", "3:C:A")).toBe("3:C:TTA");
  expect(join("2:GC:G", "4:AC:A")).toBe("3:CAC:A");
});

test("changes of the same bases are not one, nor are those with unknown bases between them", () => {
  expect(join("3:CA:TG", "4:A:C")).toBeNull();
  expect(joinAlleles([], bases)).toBeNull();
  const unknown = () => "N";
  const [a, b] = [3, 5].map((position): Allele => ({
    assembly: "GRCh38",
    contig: "1",
    position,
    ref: "C",
    alt: "T",
  }));
  expect(a && b && joinAlleles([a, b], unknown)).toBeNull();
});
