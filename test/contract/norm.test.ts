import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { alignAllele } from "../../src/annotate/align-allele.ts";
import { normalizeAllele } from "../../src/annotate/normalize-allele.ts";
import type { Allele } from "../../src/model/locus.ts";
import { shared } from "./check-shared-file.ts";

/**
 * bcftools' own cases for `bcftools norm`: those that trim, left-align and split, with the genome they do it on. Not among them is
 * `norm.telomere`, which moves a deletion through bases that are N: no base that is not known is passed here.
 */
const folder = `${shared}conformance/hgvs/samtools__bcftools/test/`;

const cases = [
  // A record of several ALT is moved as one there, and each by itself here.
  { input: "norm", output: "norm.out", genome: "norm", onlySingle: true },
  { input: "norm.split", output: "norm.split.and.norm.out", genome: "norm" },
  { input: "norm.split", output: "norm.split.out", genome: null },
  { input: "norm.split.2", output: "norm.split.2.out", genome: null },
  { input: "norm.m-any", output: "norm.m-any.1.out", genome: null },
];

function readGenome(name: string | null): ReadonlyMap<string, string> {
  if (name === null) return new Map();
  const records = readFileSync(`${folder}${name}.fa`, "utf8").split(">").slice(1);
  return new Map(
    records.map((record) => {
      const [head = "", ...lines] = record.split("\n");
      return [head.split(/\s/)[0] ?? "", lines.join("").toUpperCase()];
    }),
  );
}

function readAlleles(file: string, onlySingle: boolean): Allele[] {
  return readFileSync(`${folder}${file}`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [contig = "", position, , ref = "", alts = ""] = line.split("\t");
      if (onlySingle && alts.includes(",")) return [];
      return alts
        .split(",")
        .filter((alt) => /^[ACGTN]+$/i.test(alt) && /^[ACGTN]+$/i.test(ref))
        .map((alt): Allele => ({
          assembly: "GRCh37",
          contig,
          position: Number(position),
          ref,
          alt,
        }));
    })
    .filter(({ ref, alt }) => ref.toUpperCase() !== alt.toUpperCase());
}

const nameOf = ({ contig, position, ref, alt }: Allele): string =>
  `${contig}:${position}:${ref}:${alt}`;

describe.skipIf(!existsSync(folder))("bcftools norm's cases", () => {
  test.each(cases)(
    "$output: every allele is the one that is stated",
    ({ input, output, genome, onlySingle = false }) => {
      const sequences = readGenome(genome);
      const bases = (contig: string, start: number, end: number): string => {
        const sequence = sequences.get(contig) ?? "";
        return sequence.slice(Math.max(0, start - 1), end).padEnd(end - start + 1, "N");
      };
      const place = (allele: Allele): string =>
        nameOf(alignAllele(normalizeAllele(allele), { bases, isNamed: () => false }));
      const isOfGenome = ({ contig, position, ref }: Allele): boolean =>
        genome === null || bases(contig, position, position + ref.length - 1) === ref.toUpperCase();
      // bcftools was told to leave out (-c x) what is not of the genome.
      const own = new Set(readAlleles(`${input}.vcf`, onlySingle).filter(isOfGenome).map(place));
      const stated = new Set(
        readAlleles(output, onlySingle)
          .filter(isOfGenome)
          .map((allele) => nameOf(normalizeAllele(allele))),
      );
      expect(stated.size).toBeGreaterThan(0);
      expect([...own].toSorted()).toEqual([...stated].toSorted());
    },
  );
});
