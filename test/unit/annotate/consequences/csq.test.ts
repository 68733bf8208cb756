import { describe, expect, test } from "vitest";
import { csq } from "../../../../src/annotate/consequences/csq.ts";
import { makeAnnotation, makeCall } from "../make-call.ts";

const fields = [
  "Allele",
  "Consequence",
  "SYMBOL",
  "Gene",
  "Feature_type",
  "Feature",
  "EXON",
  "HGVSc",
  "HGVSp",
  "Protein_position",
  "Amino_acids",
  "ALLELE_NUM",
  "CANONICAL",
  "MANE_SELECT",
  "PICK",
  "AF",
  "MAX_AF",
];

const v600e = {
  Allele: "T",
  Consequence: "missense_variant&splice_region_variant",
  SYMBOL: "BRAF",
  Gene: "ENSG00000157764",
  Feature_type: "Transcript",
  Feature: "ENST00000288602.6",
  EXON: "15/18",
  HGVSc: "ENST00000288602.6:c.1799T>A",
  HGVSp: "ENSP00000288602.6:p.Val600Glu",
};

function read(entries: readonly Record<string, string>[], call = makeCall("7:140453136:A:T")) {
  return csq.read(makeAnnotation("CSQ", fields, entries), call);
}

describe("csq", () => {
  test("reads one transcript in the words of VEP", () => {
    expect(read([v600e])).toEqual({
      effects: [
        {
          gene: "BRAF",
          transcript: "ENST00000288602.6",
          terms: ["missense_variant", "splice_region_variant"],
          proteinChange: "ENSP00000288602.6:p.Val600Glu",
          codingChange: "ENST00000288602.6:c.1799T>A",
          exon: 15,
          preference: 0,
        },
      ],
      populationFrequency: null,
      absentFromGnomad: true,
      doubt: null,
    });
  });

  test("tells an allele that gnomAD does not have from one that nobody asked gnomAD for", () => {
    const others = fields.filter((field) => field !== "MAX_AF");
    const absent = (columns: string[], values: Record<string, string>) =>
      csq.read(
        makeAnnotation("CSQ", [...others, ...columns], [v600e, { ...v600e, ...values }]),
        makeCall("7:140453136:A:T"),
      ).absentFromGnomad;
    expect(absent(["gnomADe_AF", "gnomADg_AF"], { AF: "0.001" })).toBe(true);
    expect(absent(["MAX_AF"], {})).toBe(true);
    expect(absent(["gnomADe_AF", "gnomADg_AF"], { gnomADg_AF: "0.001" })).toBeUndefined();
    expect(absent(["gnomADe_AF", "MAX_AF"], { MAX_AF: "0.001" })).toBeUndefined();
    expect(absent(["gnomADe_AF"], { gnomADe_AF: "0" })).toBeUndefined();
    expect(absent(["gnomADe", "MAX_AF_POPS"], {})).toBeUndefined();
    expect(absent([], {})).toBeUndefined();
  });

  test("takes columns from the header's order, with blanks around their names", () => {
    const annotation = {
      dialect: "CSQ",
      fields: [" SYMBOL ", "Allele"],
      entries: ["KRAS|T"],
    } as const;
    expect(csq.read(annotation, makeCall("12:1:C:T")).effects[0]).toMatchObject({ gene: "KRAS" });
  });

  test("takes the gene id where there is no symbol, and leaves what is about no gene", () => {
    const entries = [
      { ...v600e, SYMBOL: "" },
      { ...v600e, SYMBOL: "", Gene: "" },
    ];
    expect(read(entries).effects.map(({ gene }) => gene)).toEqual(["ENSG00000157764"]);
  });

  test("leaves regulatory features, but reads their frequencies", () => {
    const reading = read([{ ...v600e, Feature_type: "RegulatoryFeature", AF: "0.2" }]);
    expect(reading).toMatchObject({ effects: [], populationFrequency: 0.2, doubt: null });
  });

  test("leaves entries about the other ALT of the record", () => {
    const entries = [v600e, { ...v600e, Allele: "C", HGVSp: "p.Val600Gly" }];
    const call = makeCall("7:140453136:A:C", { altIndex: 2, altCount: 2 });
    expect(read(entries, call).effects.map((effect) => effect.proteinChange)).toEqual([
      "p.Val600Gly",
    ]);
  });

  test("believes ALLELE_NUM before the allele's word", () => {
    const entries = [
      { ...v600e, Allele: "-", ALLELE_NUM: "1", Feature: "first" },
      { ...v600e, Allele: "-", ALLELE_NUM: "2", Feature: "second" },
    ];
    const call = makeCall("7:140453136:AT:A", { altIndex: 2, altCount: 2 });
    expect(read(entries, call).effects.map(({ transcript }) => transcript)).toEqual(["second"]);
  });

  test("does not believe ALLELE_NUM after the record was split", () => {
    const entries = [
      { ...v600e, Allele: "C", ALLELE_NUM: "1", Feature: "of C" },
      { ...v600e, Allele: "T", ALLELE_NUM: "2", Feature: "of T" },
    ];
    expect(read(entries).effects.map(({ transcript }) => transcript)).toEqual(["of T"]);
  });

  test("uses no entry, and says so, when two alleles fit", () => {
    const entries = [
      { ...v600e, Allele: "A" },
      { ...v600e, Allele: "AA" },
    ];
    const reading = read(entries, makeCall("7:140453136:A:AA", { altCount: 2 }));
    expect(reading).toMatchObject({ effects: [], doubt: { code: "annotation-ambiguous" } });
  });

  test("says so when no entry is about the allele", () => {
    const reading = read([v600e], makeCall("7:140453136:A:G", { altCount: 2 }));
    expect(reading).toMatchObject({ effects: [], doubt: { code: "annotation-of-other-allele" } });
  });

  test("prefers MANE Select to canonical to picked", () => {
    const entries = [
      { ...v600e, PICK: "1" },
      { ...v600e, CANONICAL: "YES" },
      { ...v600e, MANE_SELECT: "NM_004333.6", CANONICAL: "YES" },
      v600e,
    ];
    expect(read(entries).effects.map(({ preference }) => preference)).toEqual([1, 2, 3, 0]);
  });

  test("does not take MANE Plus Clinical for MANE Select", () => {
    const columns = ["Allele", "SYMBOL", "MANE"];
    const entries = [
      { Allele: "T", SYMBOL: "BRAF", MANE: "MANE_Plus_Clinical" },
      { Allele: "T", SYMBOL: "BRAF", MANE: "MANE_Select" },
    ];
    const reading = csq.read(makeAnnotation("CSQ", columns, entries), makeCall("7:140453136:A:T"));
    expect(reading.effects.map(({ preference }) => preference)).toEqual([0, 3]);
  });

  test.each([
    ["600", "V/E", "missense_variant", "V600E"],
    ["600/766", "V/E", "missense_variant", "V600E"],
    ["600", "V", "synonymous_variant", "V600="],
    ["745-750", "KELREA/K", "inframe_deletion", "E746_A750del"],
    ["61", "Q/*", "stop_gained", "Q61*"],
    ["1", "M/V", "start_lost", "M1?"],
    ["111", "K/X", "frameshift_variant", null],
    ["287-288", "-/L", "inframe_insertion", null],
    ["?-12", "V/E", "missense_variant", null],
  ])(
    "without HGVS names position %s, residues %s as %s by %s",
    (position, residues, term, name) => {
      const entry = {
        ...v600e,
        HGVSp: "",
        Consequence: term,
        Protein_position: position,
        Amino_acids: residues,
      };
      expect(read([entry]).effects[0]?.proteinChange).toBe(name);
    },
  );

  test("takes the highest frequency of any population at this allele", () => {
    const entries = [
      { ...v600e, AF: "T:0.01&C:0.5", MAX_AF: "0.03" },
      { ...v600e, Allele: "C", AF: "0.9" },
    ];
    expect(read(entries, makeCall("7:140453136:A:T", { altCount: 2 })).populationFrequency).toBe(
      0.03,
    );
  });

  test("gives no exon for a range of exons", () => {
    expect(read([{ ...v600e, EXON: "1-14/14" }]).effects[0]?.exon).toBeNull();
  });

  test("recognizes entries that VEP wrote into ANN", () => {
    const annotation = makeAnnotation("ANN", fields, [v600e]);
    expect(csq.matches(annotation)).toBe(true);
    expect(csq.matches({ ...annotation, fields: ["Allele", "Annotation", "Gene_Name"] })).toBe(
      false,
    );
    expect(csq.matches({ ...annotation, dialect: "BCSQ" })).toBe(false);
  });
});
