import { describe, expect, test } from "vitest";
import { annotateCall } from "../../../src/annotate/annotate-call.ts";
import type { VariantCall } from "../../../src/model/observation.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { makeAnnotation, makeCall } from "./make-call.ts";
import type { AnnotationContext, KnownAllele } from "../../../src/annotate/annotation-context.ts";

const known: KnownAllele = {
  gene: "BRAF",
  proteinChange: "p.Val600Glu",
  codingChange: "c.1799T>A",
  transcript: "ENST00000288602.6",
  terms: ["missense_variant"],
};
const fields = ["Allele", "Consequence", "SYMBOL", "Feature", "HGVSc", "HGVSp", "MAX_AF"];
const stated = {
  Allele: "T",
  Consequence: "missense_variant",
  SYMBOL: "BRAF",
  Feature: "ENST00000646891",
  HGVSp: "p.Val640Glu",
};

function annotate(call: VariantCall, context: Partial<AnnotationContext> = {}) {
  const problems: Problem[] = [];
  const observation = annotateCall(call, {
    assembly: "GRCh37",
    knownAllele: (key) => (key === "GRCh37:7:140453136:A:T" ? known : undefined),
    currentSymbol: () => null,
    report: (problem) => problems.push(problem),
    ...context,
  });
  return { observation, problems };
}

function annotateWith(
  entries: readonly Record<string, string>[],
  context: Partial<AnnotationContext> = {},
) {
  const annotations = [makeAnnotation("CSQ", fields, entries)];
  return annotate(makeCall("7:140453136:A:T", { annotations }), context);
}

describe("annotateCall", () => {
  test("names a known allele by the knowledgebase where the input says nothing", () => {
    const call = makeCall("7:140453136:A:T");
    expect(annotate(call)).toEqual({
      observation: {
        id: "small-variant:GRCh37:7:140453136:A:T",
        label: "BRAF V600E",
        gene: "BRAF",
        alteration: {
          kind: "small-variant",
          allele: {
            assembly: "GRCh37",
            contig: "7",
            position: 140453136,
            ref: "A",
            alt: "T",
          },
          consequences: [
            {
              gene: "BRAF",
              transcript: "ENST00000288602.6",
              terms: ["missense_variant"],
              proteinChange: "V600E",
              codingChange: "c.1799T>A",
              exon: null,
              preferred: true,
              source: "knowledgebase",
            },
          ],
          populationFrequency: null,
        },
        support: call.support,
        provenance: call.provenance,
      },
      problems: [],
    });
  });

  test.each(["7:140453136:AC:TC", "7:140453135:CAC:CTC", "7:140453136:a:t"])(
    "finds the known allele in the padded writing %s",
    (allele) => {
      expect(annotate(makeCall(allele)).observation).toMatchObject({
        id: "small-variant:GRCh37:7:140453136:A:T",
        label: "BRAF V600E",
      });
    },
  );

  test("knows an allele on its own build only", () => {
    const { observation } = annotate(makeCall("7:140453136:A:T"), { assembly: "GRCh38" });
    expect(observation).toMatchObject({ label: "7:140453136 A>T", gene: null });
  });

  test("does not take two neighboring bases for the one that is known", () => {
    expect(annotate(makeCall("7:140453136:AC:TT")).observation.gene).toBeNull();
  });

  test("names an unknown allele by its place", () => {
    const { observation } = annotate(makeCall("1:1000:A:G"));
    expect(observation).toMatchObject({
      label: "1:1000 A>G",
      gene: null,
      alteration: { consequences: [], populationFrequency: null },
    });
  });

  test("does not spell out a long allele in the label", () => {
    const { label } = annotate(makeCall(`1:1000:A:A${"CG".repeat(50)}`)).observation;
    expect(label).toBe("1:1000 A>ACGCGCGCGC...(101 bases)");
  });

  test("prefers what the input states to what the knowledgebase knows", () => {
    const { observation } = annotateWith([{ ...stated, HGVSp: "p.Val600Glu", MAX_AF: "0.001" }]);
    expect(observation.alteration.consequences.map(({ source }) => source)).toEqual(["CSQ"]);
    expect(observation.alteration.populationFrequency).toBe(0.001);
  });

  test("names a splice variant by its coding change", () => {
    const entry = {
      Allele: "T",
      SYMBOL: "TP53",
      Consequence: "splice_donor_variant",
      HGVSc: "ENST00000269305.4:c.672+1G>A",
    };
    expect(annotateWith([entry]).observation).toMatchObject({
      label: "TP53 c.672+1G>A",
      gene: "TP53",
    });
  });

  test("names a variant by its place where the gene is all that is known", () => {
    const entry = { Allele: "T", SYMBOL: "TP53", Consequence: "intron_variant" };
    expect(annotateWith([entry]).observation).toMatchObject({
      label: "7:140453136 A>T",
      gene: "TP53",
    });
  });

  describe("when input and knowledgebase name different protein changes", () => {
    test("keeps the input's and reports the disagreement with both names", () => {
      const { observation, problems } = annotateWith([stated]);
      expect(observation.label).toBe("BRAF V640E");
      expect(problems).toMatchObject([
        {
          code: "annotation-disagrees",
          severity: "warning",
          where: { file: "case.vcf", line: 12 },
        },
      ]);
      expect(problems[0]?.message).toMatch(/V640E.*V600E/);
    });

    test("is silent when another transcript of the gene agrees", () => {
      const other = { ...stated, Feature: "ENST00000496384", HGVSp: "p.Val600Glu" };
      expect(annotateWith([stated, other]).problems).toEqual([]);
    });

    test("believes the knowledgebase's own transcript before another that agrees", () => {
      const entries = [
        { ...stated, Feature: "ENST00000288602.9", HGVSp: "p.Val600Lys" },
        { ...stated, Feature: "ENST00000496384", HGVSp: "p.Val600Glu" },
      ];
      expect(annotateWith(entries).problems.map(({ code }) => code)).toEqual([
        "annotation-disagrees",
      ]);
    });

    test("is silent about other genes and about entries without a protein change", () => {
      expect(annotateWith([{ ...stated, SYMBOL: "KRAS" }]).problems).toEqual([]);
      expect(annotateWith([{ ...stated, HGVSp: "" }]).problems).toEqual([]);
    });

    test("compares under the current symbol", () => {
      const { problems } = annotateWith([{ ...stated, SYMBOL: "BRAF1" }], {
        currentSymbol: (symbol) => (symbol === "BRAF1" ? "BRAF" : null),
      });
      expect(problems.map(({ code }) => code)).toEqual(["annotation-disagrees"]);
    });
  });

  test("warns of a position behind the end of its chromosome", () => {
    const beyond = annotate(makeCall("7:159345974:A:T"), { assembly: "GRCh38" });
    expect(beyond.problems).toMatchObject([
      { code: "position-beyond-contig", severity: "warning", where: { line: 12 } },
    ]);
    expect(annotate(makeCall("7:159345973:A:T"), { assembly: "GRCh38" }).problems).toEqual([]);
    const reaching = annotate(makeCall("7:159345973:AC:A"), { assembly: "GRCh38" });
    expect(reaching.problems).toHaveLength(1);
  });

  test("needs no one to report to", () => {
    expect(() => annotateWith([stated], { report: undefined })).not.toThrow();
  });
});
