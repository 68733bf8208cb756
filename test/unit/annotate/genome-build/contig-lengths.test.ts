import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  contigLength,
  hasContigLength,
  isBeyondContig,
} from "../../../../src/annotate/genome-build/contig-lengths.ts";
import { normalizeContig } from "../../../../src/model/contig-name.ts";

const folder = new URL("../../../../../shared/data/liftover/", import.meta.url);

describe("contigLength", () => {
  test("knows 25 chromosomes of each build and no others", () => {
    expect(contigLength("1", "GRCh37")).toBe(249250621);
    expect(contigLength("22", "GRCh38")).toBe(50818468);
    expect(contigLength("MT", "GRCh37")).toBe(16569);
    expect(contigLength("23", "GRCh38")).toBeUndefined();
    expect(contigLength("chr1", "GRCh38")).toBeUndefined();
  });

  describe.skipIf(!existsSync(folder))("beside the chromosome sizes of UCSC (../shared)", () => {
    test.each([
      ["human.hg19.genome", "GRCh37"],
      ["human.hg38.genome", "GRCh38"],
    ] as const)("agrees with every chromosome of %s", (file, assembly) => {
      const rows = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
      const chromosomes = rows.flatMap((row) => {
        const [name = "", length] = row.split("\t");
        const contig = normalizeContig(name);
        return contig === null ? [] : [{ contig, length: Number(length) }];
      });
      const wrong = chromosomes.filter(
        ({ contig, length }) => !hasContigLength(contig, length, assembly),
      );
      expect(chromosomes.length).toBeGreaterThanOrEqual(24);
      expect(wrong).toEqual([]);
    });
  });
});

describe("hasContigLength", () => {
  test("takes both lengths of the mitochondrion for GRCh37, and one for GRCh38", () => {
    expect(hasContigLength("MT", 16569, "GRCh37")).toBe(true);
    expect(hasContigLength("MT", 16571, "GRCh37")).toBe(true);
    expect(hasContigLength("MT", 16569, "GRCh38")).toBe(true);
    expect(hasContigLength("MT", 16571, "GRCh38")).toBe(false);
  });
});

describe("isBeyondContig", () => {
  test("is true from the first position that does not exist", () => {
    expect(isBeyondContig("7", 159345973, "GRCh38")).toBe(false);
    expect(isBeyondContig("7", 159345974, "GRCh38")).toBe(true);
  });

  test("is false for a contig whose length is not known", () => {
    expect(isBeyondContig("GL000220.1", 1e9, "GRCh38")).toBe(false);
  });
});
