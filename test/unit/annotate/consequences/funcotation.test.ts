import { describe, expect, test } from "vitest";
import { funcotation } from "../../../../src/annotate/consequences/funcotation.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import { makeCall } from "../make-call.ts";

const gencode = [
  "hugoSymbol",
  "variantClassification",
  "secondaryVariantClassification",
  "tumorSeqAllele2",
  "annotationTranscript",
  "transcriptExon",
  "cDnaChange",
  "codonChange",
  "proteinChange",
  "otherTranscripts",
];
const fields = [
  ...gencode.map((name) => `Gencode_34_${name}`),
  "HGNC_Approved_Name",
  "gnomAD_exome_AF",
  "gnomAD_genome_AF",
];

type Entry = Readonly<Record<string, string>>;

const v600e = {
  hugoSymbol: "BRAF",
  variantClassification: "MISSENSE",
  tumorSeqAllele2: "T",
  annotationTranscript: "ENST00000288602.10",
  transcriptExon: "15",
  cDnaChange: "c.1799T>A",
  codonChange: "c.(1798-1800)gTg>gAg",
  proteinChange: "p.V600E",
  HGNC_Approved_Name: "B-Raf_%20_proto-oncogene_%2C__%20_serine/threonine_%20_kinase",
  gnomAD_exome_AF: "3.97994e-06",
};

const write = (entry: Entry): string =>
  `[${fields.map((field) => entry[field.replace("Gencode_34_", "")] ?? "").join("|")}]`;

function readValues(entries: readonly string[], call: VariantCall = makeCall("7:140753336:A:T")) {
  return funcotation.read({ dialect: "FUNCOTATION", fields, entries }, call);
}

const read = (entry: Entry, call?: VariantCall) => readValues([write(entry)], call);
const first = (entry: Entry, call?: VariantCall) => read(entry, call).effects[0];

describe("funcotation", () => {
  test("reads the chosen transcript, and a name between its separators stays out of the way", () => {
    expect(read(v600e)).toEqual({
      effects: [
        {
          gene: "BRAF",
          transcript: "ENST00000288602.10",
          terms: ["missense_variant"],
          proteinChange: "V600E",
          codingChange: "c.1799T>A",
          exon: 15,
          preference: 1,
        },
      ],
      populationFrequency: 3.97994e-6,
      isInOwnWords: true,
      doubt: null,
    });
  });

  test("reads the transcripts beside it, but those of which the codons or the other class would tell the change", () => {
    const { effects } = read({
      ...v600e,
      otherTranscripts: [
        "BRAF_ENST00000496384.6_MISSENSE_p.V207E",
        "BRAF_ENST00000479537.5_2_THREE_PRIME_UTR",
        "RP4-726N1.2_ENST00000484717.1_FIVE_PRIME_FLANK",
        "BRAF_ENST00000111111.1_IN_FRAME_INS_p.770_771insG",
        "BRAF_ENST00000222222.1_SPLICE_SITE_p.V207E",
        "BRAF_ENST00000288602.10_MISSENSE_p.V600E",
        "no transcript",
      ].join("/"),
    });
    expect(
      effects.map(({ gene, transcript, terms, proteinChange, preference }) =>
        [gene, transcript, ...terms, proteinChange, preference].join(" "),
      ),
    ).toEqual([
      "BRAF ENST00000288602.10 missense_variant V600E 1",
      "BRAF ENST00000496384.6 missense_variant V207E 0",
      "BRAF ENST00000479537.5_2 3_prime_UTR_variant  0",
      "RP4-726N1.2 ENST00000484717.1 upstream_gene_variant  0",
    ]);
  });

  test("reads every transcript where all are written out, the first of each gene before the others", () => {
    const other = { ...v600e, annotationTranscript: "ENST2.1", proteinChange: "p.V28E" };
    const entry = `${write(v600e)}#${write({ ...other, codonChange: "" })}#${write({ ...other, hugoSymbol: "X1" })}`;
    const { effects } = readValues([entry]);
    expect(effects.map(({ transcript, preference }) => `${transcript} ${preference}`)).toEqual([
      "ENST00000288602.10 1",
      "ENST2.1 0",
      "ENST2.1 1",
    ]);
  });

  test.each([
    ["NONSENSE", "", ["stop_gained"]],
    ["FRAME_SHIFT_INS", "", ["frameshift_variant"]],
    ["SPLICE_SITE", "INTRON", ["splice_site_variant"]],
    ["SPLICE_SITE", "", ["splice_site_variant"]],
    ["SPLICE_SITE", "SILENT", ["synonymous_variant", "splice_region_variant"]],
    ["SPLICE_SITE", "FRAME_SHIFT_DEL", ["frameshift_variant", "splice_region_variant"]],
    ["DE_NOVO_START_OUT_FRAME", "", ["5_prime_UTR_premature_start_codon_gain_variant"]],
    ["LINCRNA", "", ["non_coding_transcript_variant"]],
    ["COULD_NOT_DETERMINE", "", []],
  ])("the class %s with %j is %j", (variantClassification, secondary, terms) => {
    const entry = {
      ...v600e,
      variantClassification,
      secondaryVariantClassification: secondary,
    };
    expect(first(entry)?.terms).toEqual(terms);
  });

  test.each(["START_CODON_SNP", "START_CODON_DEL"])(
    "%s loses the start",
    (variantClassification) => {
      const entry = { ...v600e, variantClassification, codonChange: "", proteinChange: "p.M1L" };
      expect(first(entry)).toMatchObject({ terms: ["start_lost"], proteinChange: "M1?" });
    },
  );

  test("takes no coding change from an insertion, a deletion or an intron, which are not named as in HGVS", () => {
    for (const cDnaChange of ["c.e4-1G>A", "c.2313_2314insTAC", "c.1080delC", "NA"]) {
      expect(first({ ...v600e, cDnaChange })?.codingChange).toBeNull();
    }
  });

  test("says nothing of a place between genes, nor of an allele without a value", () => {
    const none = {
      hugoSymbol: "Unknown",
      variantClassification: "IGR",
      annotationTranscript: "no_transcript",
    };
    expect(read(none)).toMatchObject({ effects: [], absentFromGnomad: true, doubt: null });
    expect(readValues(["."])).toMatchObject({ effects: [], doubt: null });
  });

  test("keeps the class alone of bases that others replace, which Funcotator takes for a deletion", () => {
    const entry = { ...v600e, variantClassification: "FRAME_SHIFT_DEL", cDnaChange: "c.5A>G" };
    expect(first(entry, makeCall("13:32936775:GAATTT:AG"))).toMatchObject({
      terms: ["frameshift_variant"],
      proteinChange: null,
      codingChange: null,
    });
    expect(first(entry, makeCall("13:32936775:GAATTT:GA"))?.proteinChange).toBe("V600E");
  });

  describe("of several ALTs", () => {
    const v600k = { ...v600e, tumorSeqAllele2: "C", codonChange: "", proteinChange: "p.V600G" };

    test("gives each its own value", () => {
      const call = makeCall("7:140753336:A:C", { altIndex: 2, altCount: 2 });
      const { effects } = readValues([write(v600e), write(v600k)], call);
      expect(effects.map(({ proteinChange }) => proteinChange)).toEqual(["V600G"]);
    });

    test("asks the allele of the value where the record was split and INFO was not", () => {
      const values = [write(v600e), write(v600k)];
      const changeOf = (allele: string) => readValues(values, makeCall(allele)).effects[0];
      expect(changeOf("7:140753336:A:C")?.proteinChange).toBe("V600G");
      expect(changeOf("7:140753336:A:T")?.proteinChange).toBe("V600E");
      expect(readValues(values, makeCall("7:140753336:A:G"))).toMatchObject({
        effects: [],
        doubt: { code: "annotation-of-other-allele" },
      });
    });
  });

  test.each([
    ["lacks a column", write(v600e).replace("|c.1799T>A", "")],
    ["is no entry", "text"],
    ["is empty between its brackets", "[]"],
    ["has one transcript that lacks columns", `${write(v600e)}#[BRAF]`],
  ])("is not used where it %s", (_, value) => {
    expect(readValues([value])).toMatchObject({
      effects: [],
      doubt: { code: "annotation-malformed" },
    });
  });

  test("takes the highest of several frequencies", () => {
    const entry = { ...v600e, gnomAD_exome_AF: "1.0e-03_%7C_2.0e-02", gnomAD_genome_AF: "0.01" };
    expect(read(entry).populationFrequency).toBe(0.02);
  });
});
