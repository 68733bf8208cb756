import { expect, test } from "vitest";
import { splitAllele } from "../../../../src/annotate/alleles/split-allele.ts";
import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
import { gene, mirrorChange, mirrored, models } from "../models/small-gene.ts";

const split = (position: number, ref: string, alt: string, contig = "1", own = models): string[] =>
  splitAllele({ assembly: "GRCh38", contig, position, ref, alt }, own).map((part) =>
    [part.position, part.ref, part.alt].join(":"),
  );

test("a change of two codons has one part for each, trimmed", () => {
  // Codon 2 is bases 11 to 13, codon 3 is 14 to 16.
  expect(split(12, "TGA", "AAT")).toEqual(["12:TG:AA", "14:A:T"]);
  expect(split(12, "TGAA", "AGAT")).toEqual(["12:T:A", "15:A:T"]);
});

test("a change of one codon, an indel and a single base have no parts", () => {
  expect(split(11, "GTG", "CTA")).toEqual([]);
  expect(split(11, "GTGA", "G")).toEqual([]);
  expect(split(12, "T", "A")).toEqual([]);
});

test("codons are those of the strand that is read", () => {
  const { position, ref, alt } = mirrorChange({ position: 12, ref: "TGA", alt: "AAT" });
  expect(split(position, ref, alt, mirrored.contig)).toHaveLength(2);
});

test("outside of coding sequences each base is a part", () => {
  expect(split(4, "CTT", "GTA")).toEqual(["4:C:G", "6:T:A"]);
  const untranslated = makeGenomeModels([{ ...gene, coding: [] }], models.bases);
  expect(split(12, "TG", "AA", "1", untranslated)).toEqual(["12:T:A", "13:G:A"]);
});
