import { expect, test } from "vitest";
import { maf } from "../../../../src/annotate/consequences/maf.ts";
import { makeMafEntries } from "../../../../src/read/lists/maf-entries.ts";
import { makeNamedColumns } from "../../../../src/read/tables/table-columns.ts";
import { makeCall } from "../make-call.ts";

const read = (row: Readonly<Record<string, string>>) => {
  const { fields, read: readEntries } = makeMafEntries(makeNamedColumns(Object.keys(row)));
  const annotation = { dialect: "MAF", fields, entries: readEntries(Object.values(row)) } as const;
  return maf.read(annotation, makeCall("7:1:A:T"));
};

test("a row names its transcript, and all_effects those beside it", () => {
  const { effects } = read({
    Hugo_Symbol: "BRAF",
    Transcript_ID: "ENST1",
    HGVSp_Short: "p.V600E",
    HGVSc: "c.1799T>A",
    Consequence: "missense_variant;splice_region_variant",
    all_effects: "BRAF,missense_variant,p.V600E,ENST1,NM_1;BRAF,missense_variant,p.V28E,ENST2,;",
  });
  expect(effects).toMatchObject([
    {
      transcript: "ENST1",
      proteinChange: "p.V600E",
      terms: ["missense_variant", "splice_region_variant"],
      preference: 1,
    },
    { transcript: "ENST2", proteinChange: "p.V28E", preference: 0 },
  ]);
});

test.each([
  ["Missense_Mutation", ["missense_variant"]],
  ["Frame_Shift_Del", ["frameshift_variant"]],
  ["Splice_Site", ["splice_site_variant"]],
  ["5'Flank", ["upstream_gene_variant"]],
  ["Targeted_Region", []],
])("the class %s stands for %j where no term is given", (name, terms) => {
  const { effects } = read({ Hugo_Symbol: "BRAF", Variant_Classification: name });
  expect(effects[0]?.terms).toEqual(terms);
});

test("a splice name is no protein change, and an allele fraction of the tumor no population's", () => {
  const reading = read({
    Hugo_Symbol: "NF1",
    HGVSp_Short: "p.X1445_splice",
    AF: "0.4",
    t_AF: "0.4",
    gnomAD_AF: "0.001",
    gnomADe_NFE_AF: "0.02",
  });
  expect(reading.effects[0]?.proteinChange).toBeNull();
  expect(reading.populationFrequency).toBe(0.02);
});

test("names of Oncotator and Funcotator are read by the codons beside them", () => {
  const row = {
    Hugo_Symbol: "ERBB2",
    Annotation_Transcript: "ENST00000269571.9",
    Variant_Classification: "In_Frame_Ins",
    Codon_Change: "c.(2314-2316)tac>TACGTGATGGCTtac",
    Protein_Change: "p.771_772insYVMA",
  };
  expect(read(row)).toMatchObject({
    effects: [{ proteinChange: "Y772delinsYVMAY" }],
    isInOwnWords: true,
  });
  const old = read({ Hugo_Symbol: "EGFR", Protein_Change: "p.ELREA746del" });
  expect(old.effects[0]?.proteinChange).toBe("E746_A750del");
  expect(old.isInOwnWords).toBeUndefined();
});
