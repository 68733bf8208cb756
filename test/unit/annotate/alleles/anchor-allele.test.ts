import { expect, test } from "vitest";
import { anchorAllele } from "../../../../src/annotate/alleles/anchor-allele.ts";

const allele = { assembly: "GRCh37", contig: "7", position: 9, ref: "NACT", alt: "N" } as const;
const none = (): boolean => false;

test("the base before a deletion is that of the sequence", () => {
  const bases = (): string => "G";
  expect(anchorAllele(allele, { bases, isNamed: none })).toEqual({
    ...allele,
    ref: "GACT",
    alt: "G",
  });
});

test("without a sequence it is that of the allele which the knowledgebase names, and else stays open", () => {
  const isNamed = (key: string): boolean => key === "GRCh37:7:9:TACT:T";
  expect(anchorAllele(allele, { bases: undefined, isNamed }).ref).toBe("TACT");
  expect(anchorAllele(allele, { bases: () => "N", isNamed: none })).toBe(allele);
});

test("alleles that have their base stay as they are", () => {
  const own = { ...allele, ref: "GACT", alt: "G" };
  expect(anchorAllele(own, { bases: () => "A", isNamed: none })).toBe(own);
});
