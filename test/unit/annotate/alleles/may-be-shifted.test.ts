import { describe, expect, test } from "vitest";
import { mayBeShifted } from "../../../../src/annotate/alleles/may-be-shifted.ts";
import type { Allele } from "../../../../src/model/locus.ts";

const at = (
  position: number,
  ref: string,
  alt: string,
  contig: Allele["contig"] = "7",
): Allele => ({
  assembly: "GRCh38",
  contig,
  position,
  ref,
  alt,
});
const shortTandem = at(100, "TAG", "T");

describe("two indels that no known base parts", () => {
  test.each([
    ["a deletion a unit further on", shortTandem, at(102, "GAG", "G")],
    ["a deletion at the next base of the repeat", shortTandem, at(101, "AGA", "A")],
    ["an insertion of one base, fifty bases on", at(100, "C", "CA"), at(150, "G", "GA")],
    ["an insertion in the reverse order", at(105, "A", "AGA"), at(102, "A", "AAG")],
  ])("may be one change: %s", (_, one, other) => {
    expect(mayBeShifted(one, other, undefined)).toBe(true);
    expect(mayBeShifted(other, one, () => "TAGNGAG")).toBe(true);
  });

  test.each([
    ["the other bases", shortTandem, at(102, "GAC", "G")],
    ["bases that the distance does not turn so", shortTandem, at(101, "AAG", "A")],
    ["another length", shortTandem, at(102, "GAGAG", "G")],
    ["an insertion beside a deletion", shortTandem, at(102, "G", "GAG")],
    ["a chromosome of its own", shortTandem, at(102, "GAG", "G", "8")],
    ["a change of bases", at(100, "A", "C"), at(101, "A", "C")],
    ["more than fifty bases between them", at(100, "C", "CA"), at(151, "G", "GA")],
    ["bases that change as well", at(100, "TAG", "CC"), at(102, "GAG", "CC")],
  ])("are two with %s", (_, one, other) => {
    expect(mayBeShifted(one, other, undefined)).toBe(false);
  });

  test("are two where all bases between them are known, for known bases are aligned", () => {
    const asked: unknown[] = [];
    const bases = (...place: readonly unknown[]): string => {
      asked.push(place);
      return "TAGAG";
    };
    expect(mayBeShifted(at(102, "GAG", "G"), shortTandem, bases)).toBe(false);
    expect(asked).toEqual([["7", 100, 104]]);
  });
});
