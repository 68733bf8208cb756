import { describe, expect, test } from "vitest";
import { readAnnotations } from "../../../../src/annotate/consequences/read-annotations.ts";
import type { RawAnnotation } from "../../../../src/model/observation.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { makeAnnotation, makeCall } from "../make-call.ts";

const fields = [
  "Allele",
  "Consequence",
  "SYMBOL",
  "Feature",
  "HGVSc",
  "HGVSp",
  "CANONICAL",
  "MAX_AF",
];
const v600e = {
  Allele: "T",
  Consequence: "splice_region_variant&missense_variant",
  SYMBOL: "BRAF",
  Feature: "ENST00000288602",
  HGVSc: "ENST00000288602.6:c.1799T>A",
  HGVSp: "ENSP00000288602.6:p.Val600Glu",
};
const ann =
  "T|missense_variant|MODERATE|KRAS|ENSG1|transcript|ENST2|protein_coding|2/6|c.35G>A|p.Gly12Asp||||| ";
const snpEff: RawAnnotation = { dialect: "ANN", fields: ["Allele", "Annotation"], entries: [ann] };

function read(
  annotations: readonly RawAnnotation[],
  currentSymbol: (symbol: string) => string | null = () => null,
) {
  const problems: Problem[] = [];
  const call = makeCall("7:140453136:A:T", { annotations });
  const result = readAnnotations(call, {
    currentSymbol,
    report: (problem) => problems.push(problem),
  });
  return { ...result, problems };
}

function readEntry(changes: Record<string, string>) {
  return read([makeAnnotation("CSQ", fields, [{ ...v600e, ...changes }])]);
}

describe("readAnnotations", () => {
  test("finds nothing where there is no annotation", () => {
    expect(read([])).toEqual({
      consequences: [],
      populationFrequency: null,
      isInOwnWords: false,
      yieldsToOurs: false,
      maneGenes: new Set(),
      absentFromGnomad: false,
      problems: [],
    });
  });

  test("tells of which genes the annotator marks a transcript as MANE Select", () => {
    const fieldsOfMane = [...fields, "MANE_SELECT"];
    const entries = [
      { ...v600e, MANE_SELECT: "NM_004333.6" },
      { ...v600e, SYMBOL: "KRAS", CANONICAL: "YES" },
    ];
    const { maneGenes } = read([makeAnnotation("CSQ", fieldsOfMane, entries)]);
    expect([...maneGenes]).toEqual(["BRAF"]);
  });

  test("gives canonical names and ordered terms", () => {
    expect(readEntry({ CANONICAL: "YES", MAX_AF: "0.02" })).toEqual({
      consequences: [
        {
          gene: "BRAF",
          transcript: "ENST00000288602",
          terms: ["missense_variant", "splice_region_variant"],
          proteinChange: "V600E",
          codingChange: "c.1799T>A",
          exon: null,
          preferred: true,
          source: "CSQ",
        },
      ],
      populationFrequency: 0.02,
      isInOwnWords: false,
      yieldsToOurs: false,
      maneGenes: new Set(),
      absentFromGnomad: false,
      problems: [],
    });
  });

  test("uses the current symbol of a gene, else the input's own word", () => {
    const annotation = makeAnnotation("CSQ", fields, [v600e, { ...v600e, SYMBOL: "XYZ" }]);
    const { consequences } = read([annotation], (symbol) => (symbol === "BRAF" ? "BRAF1" : null));
    expect(consequences.map(({ gene }) => gene)).toEqual(["BRAF1", "XYZ"]);
  });

  test("marks the most preferred transcripts of each gene only", () => {
    const annotation = makeAnnotation(
      "CSQ",
      [...fields, "MANE_SELECT"],
      [
        { ...v600e, CANONICAL: "YES" },
        { ...v600e, MANE_SELECT: "NM_004333.6" },
        { ...v600e, SYMBOL: "KRAS", CANONICAL: "YES" },
        { ...v600e, SYMBOL: "NRAS" },
      ],
    );
    const { consequences } = read([annotation]);
    expect(consequences.map(({ preferred }) => preferred)).toEqual([false, true, true, false]);
  });

  test("takes CSQ before ANN, whatever their order, and ANN where CSQ says nothing", () => {
    const vep = makeAnnotation("CSQ", fields, [v600e]);
    expect(read([snpEff, vep]).consequences.map(({ source }) => source)).toEqual(["CSQ"]);
    const silent = makeAnnotation("CSQ", fields, []);
    expect(read([silent, snpEff]).consequences.map(({ source }) => source)).toEqual(["ANN"]);
  });

  test("reads VEP's columns under the key ANN", () => {
    const { consequences } = read([makeAnnotation("ANN", fields, [v600e])]);
    expect(consequences).toMatchObject([{ gene: "BRAF", proteinChange: "V600E", source: "ANN" }]);
  });

  test("reports a protein change that it cannot read, with the place", () => {
    const { consequences, problems } = readEntry({ HGVSp: "p.Val600Glu/Lys" });
    expect(consequences[0]?.proteinChange).toBeNull();
    expect(problems).toMatchObject([
      {
        code: "protein-change-not-read",
        severity: "warning",
        where: { file: "case.vcf", line: 12 },
      },
    ]);
  });

  test.each(["p.?", "p.=", "ENSP1:p.%3D"])(
    "takes %s for no named change, without a problem",
    (text) => {
      const { consequences, problems } = readEntry({ HGVSp: text });
      expect(consequences[0]?.proteinChange).toBeNull();
      expect(problems).toEqual([]);
    },
  );

  test.each([
    ["c.672+1G>A", "c.672+1G>A"],
    ["ENST1.2:c.12%3D", "c.12="],
    ["n.-1C>G", "n.-1C>G"],
    ["1799T>A", null],
    ["c.1\u001b[31m", null],
  ])("reads the coding change %j as %j", (text, change) => {
    expect(readEntry({ HGVSc: text }).consequences[0]?.codingChange).toBe(change);
  });

  test("reports entries that are about other alleles only", () => {
    const { problems } = read([
      makeAnnotation("CSQ", fields, [
        { ...v600e, Allele: "G" },
        { ...v600e, Allele: "C" },
      ]),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["annotation-of-other-allele"]);
  });
});
