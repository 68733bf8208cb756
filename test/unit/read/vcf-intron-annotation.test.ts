import { describe, expect, test } from "vitest";
import { makeIntronAnnotationTest } from "../../../src/read/vcf-intron-annotation.ts";

const fields = ["Allele", "Consequence", "IMPACT", "SYMBOL", "Gene"];
const vep = { dialect: "CSQ" as const, fields };
const isAskedAbout = (gene: string): boolean => gene === "BRAF";
const lineOf = (info: string): Buffer =>
  Buffer.from(`7\t140755000\t.\tA\tG\t.\tPASS\t${info}\tGT\t0/1`);

function says(info: string): boolean {
  const saysIntron = makeIntronAnnotationTest([vep], isAskedAbout);
  if (saysIntron === null) throw new Error("the annotation of VEP can be asked");
  return saysIntron(lineOf(info));
}

describe("what VEP says of an intron, read from the bytes of a line", () => {
  test.each([
    "CSQ=G|intron_variant|MODIFIER|BRAF|ENSG1",
    "DP=3;CSQ=G|intron_variant|MODIFIER|BRAF|ENSG1;END=9",
    "CSQ=G|intron_variant&NMD_transcript_variant|MODIFIER|BRAF|ENSG1,G|upstream_gene_variant||KRAS|",
    "CSQ=G|intron_variant|MODIFIER|BRAF",
  ])("is an intron and nothing else: %s", (info) => {
    expect(says(info)).toBe(true);
  });

  test.each([
    ["no annotation", "DP=3"],
    ["an empty one", "CSQ="],
    ["two of them", "CSQ=G|intron_variant||BRAF|;CSQ=G|missense_variant||BRAF|"],
    ["no consequence", "CSQ=G||MODIFIER|BRAF|ENSG1"],
    ["an exon of another transcript", "CSQ=G|intron_variant||BRAF|,G|missense_variant||BRAF|"],
    ["a place near a splice site", "CSQ=G|splice_region_variant&intron_variant||BRAF|"],
    ["a gene that nobody asks about", "CSQ=G|intron_variant||KRAS|"],
    ["no intron", "CSQ=G|upstream_gene_variant||BRAF|"],
    ["a word that is not known", "CSQ=G|intron_variant&new_word||BRAF|"],
    ["an entry without text behind it", "CSQ=G|intron_variant||BRAF|,"],
    ["an entry with one column", "CSQ=G|intron_variant||BRAF|,G"],
    ["a second one far behind", "CSQ=G|intron_variant||BRAF|;A=1;CSQ=G|intron_variant||BRAF|"],
    ["a key that ends alike", "XCSQ=G|intron_variant||BRAF|"],
  ])("is not taken for one: %s", (_, info) => {
    expect(says(info)).toBe(false);
  });

  test("is known from SnpEff as well", () => {
    const ann = {
      dialect: "ANN" as const,
      fields: ["Allele", "Annotation", "Annotation_Impact", "Gene_Name", "Gene_ID"],
    };
    const saysIntron = makeIntronAnnotationTest([ann], isAskedAbout);
    const [intron, exon] = ["intron_variant", "missense_variant"].map((term) =>
      saysIntron?.(lineOf(`ANN=G|${term}|LOW|BRAF|ENSG1,G|intergenic_region|MODIFIER|KRAS|ENSG2`)),
    );
    expect([intron, exon]).toEqual([true, false]);
  });

  test("is asked only of lines with INFO, and of files with this annotation alone", () => {
    const short = makeIntronAnnotationTest([vep], isAskedAbout);
    expect(short?.(Buffer.from("7\t140755000\t.\tA\tG"))).toBe(false);
    const bcsq = { dialect: "BCSQ" as const, fields: ["Consequence", "gene"] };
    expect(makeIntronAnnotationTest([bcsq], isAskedAbout)).toBeNull();
    expect(makeIntronAnnotationTest([vep, bcsq], isAskedAbout)).toBeNull();
    expect(makeIntronAnnotationTest([], isAskedAbout)).toBeNull();
  });
});
