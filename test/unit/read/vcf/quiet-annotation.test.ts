import { describe, expect, test } from "vitest";
import type { QuietPlace } from "../../../../src/model/quiet-place.ts";
import { makeQuietAnnotationTest, stronger } from "../../../../src/read/vcf/quiet-annotation.ts";

const fields = ["Allele", "Consequence", "IMPACT", "SYMBOL", "Gene"];
const vep = { dialect: "CSQ" as const, fields };
const isAskedAbout = (gene: string): boolean => gene === "BRAF";
const lineOf = (info: string): Buffer =>
  Buffer.from(`7\t140755000\t.\tA\tG\t.\tPASS\t${info}\tGT\t0/1`);

function placeBy(info: string): QuietPlace | null {
  const ask = makeQuietAnnotationTest([vep], isAskedAbout);
  if (ask === null) throw new Error("the annotation of VEP can be asked");
  return ask(lineOf(info));
}

describe("what VEP says of a place where nothing is read of a gene, from the bytes of a line", () => {
  test.each([
    ["intron", "CSQ=G|intron_variant|MODIFIER|BRAF|ENSG1"],
    ["intron", "DP=3;CSQ=G|intron_variant|MODIFIER|BRAF|ENSG1;END=9"],
    [
      "intron",
      "CSQ=G|intron_variant&NMD_transcript_variant|MODIFIER|BRAF|ENSG1,G|upstream_gene_variant||KRAS|",
    ],
    ["intron", "CSQ=G|intron_variant|MODIFIER|BRAF"],
    ["untranslated", "CSQ=G|intron_variant||BRAF|,G|3_prime_UTR_variant||BRAF|"],
    ["untranslated", "CSQ=G|5_prime_UTR_variant&intron_variant||BRAF|"],
    ["beside", "CSQ=G|upstream_gene_variant||BRAF|,G|intergenic_variant|||"],
    ["beside", "CSQ=G|downstream_gene_variant||BRAF|,G|3_prime_UTR_variant||KRAS|"],
    ["other gene", "CSQ=G|intron_variant||KRAS|"],
    // Of a transcript without a name, and of an entry that ends before the name.
    ["intron", "CSQ=G|intron_variant||||,G|intron_variant||BRAF|"],
    ["other gene", "CSQ=G|intergenic_variant,G|intron_variant||KRAS|"],
  ] as const)("is %s: %s", (place, info) => {
    expect(placeBy(info)).toBe(place);
  });

  test.each([
    ["no annotation", "DP=3"],
    ["an empty one", "CSQ="],
    ["two of them", "CSQ=G|intron_variant||BRAF|;CSQ=G|missense_variant||BRAF|"],
    ["no consequence", "CSQ=G||MODIFIER|BRAF|ENSG1"],
    ["an exon of another transcript", "CSQ=G|intron_variant||BRAF|,G|missense_variant||BRAF|"],
    ["an exon of another gene", "CSQ=G|intron_variant||BRAF|,G|missense_variant||KRAS|"],
    ["a place near a splice site", "CSQ=G|splice_region_variant&intron_variant||BRAF|"],
    ["a start codon", "CSQ=G|start_lost&5_prime_UTR_variant||BRAF|"],
    ["no gene", "CSQ=G|intergenic_variant|||"],
    ["nothing but what stands beside terms", "CSQ=G|NMD_transcript_variant||BRAF|"],
    ["a word that is not known", "CSQ=G|intron_variant&new_word||BRAF|"],
    ["an entry without text behind it", "CSQ=G|intron_variant||BRAF|,"],
    ["an entry with one column", "CSQ=G|intron_variant||BRAF|,G"],
    ["a second one far behind", "CSQ=G|intron_variant||BRAF|;A=1;CSQ=G|intron_variant||BRAF|"],
    ["a key that ends alike", "XCSQ=G|intron_variant||BRAF|"],
  ])("is heard in full where it says more, or less: %s", (_, info) => {
    expect(placeBy(info)).toBeNull();
  });

  test("is known from SnpEff as well", () => {
    const ann = {
      dialect: "ANN" as const,
      fields: ["Allele", "Annotation", "Annotation_Impact", "Gene_Name", "Gene_ID"],
    };
    const ask = makeQuietAnnotationTest([ann], isAskedAbout);
    const [intron, exon] = ["intron_variant", "missense_variant"].map((term) =>
      ask?.(lineOf(`ANN=G|${term}|LOW|BRAF|ENSG1,G|intergenic_region|MODIFIER|KRAS|ENSG2`)),
    );
    expect([intron, exon]).toEqual(["intron", null]);
  });

  test("is asked only of lines with INFO, and of files with this annotation alone", () => {
    const short = makeQuietAnnotationTest([vep], isAskedAbout);
    expect(short?.(Buffer.from("7\t140755000\t.\tA\tG"))).toBeNull();
    const bcsq = { dialect: "BCSQ" as const, fields: ["Consequence", "gene"] };
    expect(makeQuietAnnotationTest([bcsq], isAskedAbout)).toBeNull();
    expect(makeQuietAnnotationTest([vep, bcsq], isAskedAbout)).toBeNull();
    expect(makeQuietAnnotationTest([], isAskedAbout)).toBeNull();
  });
});

test("of two that were said of one place, the one that says more counts", () => {
  expect(stronger(null, "beside")).toBe("beside");
  expect(stronger("intron", "untranslated")).toBe("untranslated");
  expect(stronger("beside", "other gene")).toBe("beside");
});
