import { describe, expect, test } from "vitest";
import { annotateCall } from "../../../src/annotate/annotate-call.ts";
import { makeGenomeModels } from "../../../src/annotate/models/genome-models.ts";
import { findObservationCaveats } from "../../../src/assess/caveats/observation-caveats.ts";
import type { RawAnnotation } from "../../../src/model/observation.ts";
import type { Problem } from "../../../src/model/problem.ts";
import { makeAnnotation, makeCall } from "./make-call.ts";
import { gene, models } from "./models/small-gene.ts";
import type { AnnotationContext } from "../../../src/annotate/annotation-context.ts";

const fields = ["Allele", "Consequence", "SYMBOL", "Feature", "HGVSp", "MANE_SELECT"];

function annotate(
  allele: string,
  entry: Record<string, string> | null,
  more: Partial<AnnotationContext> = {},
  others: readonly RawAnnotation[] = [],
) {
  const problems: Problem[] = [];
  const annotations = entry === null ? others : [makeAnnotation("CSQ", fields, [entry])];
  const observation = annotateCall(makeCall(allele, { annotations }), {
    assembly: "GRCh38",
    models,
    knownAllele: () => undefined,
    currentSymbol: () => null,
    report: (problem) => problems.push(problem),
    ...more,
  });
  return { observation, problems };
}

const stated = {
  Allele: "A",
  Consequence: "missense_variant",
  SYMBOL: "GENE",
  Feature: "T1.9",
  HGVSp: "p.Val2Asp",
};

const annovar = (...entries: string[]): RawAnnotation => ({
  dialect: "ANNOVAR",
  fields: ["Gene", "Transcript", "Exon", "Coding", "Protein"],
  entries,
});

describe("annotateCall with gene models", () => {
  test("names what the file does not annotate", () => {
    const { observation } = annotate("1:12:T:A", null);
    expect(observation.label).toBe("GENE V2E");
    expect(observation.alteration.consequences).toMatchObject([
      {
        gene: "GENE",
        transcript: "T1.1",
        proteinChange: "V2E",
        codingChange: "c.5T>A",
        source: "models",
      },
    ]);
  });

  test("goes before ANNOVAR, which lists transcripts and prefers none, where it names the change", () => {
    const listed = annovar("GENE|NM_9|exon1|c.T65A|p.V22E");
    const { observation, problems } = annotate("1:12:T:A", null, {}, [listed]);
    expect([observation.label, problems]).toEqual(["GENE V2E", []]);
  });

  test("gives way to ANNOVAR where it cannot, and prefers the transcript of the models", () => {
    const listed = annovar("GENE|NM_1|exon1|c.T65A|p.V22E", "GENE|T1|exon1|c.T5A|p.V2E");
    const silent = makeGenomeModels([gene], (_, start, end) => "N".repeat(end - start + 1));
    const { observation } = annotate("1:12:T:A", null, { models: silent }, [listed]);
    expect(observation.label).toBe("GENE V2E");
    expect(observation.alteration.consequences).toMatchObject([
      { transcript: "NM_1", preferred: false, source: "ANNOVAR" },
      { transcript: "T1", preferred: true, source: "ANNOVAR" },
    ]);
  });

  test("keeps the file's name and reports both where our call on the same transcript differs", () => {
    const { observation, problems } = annotate("1:12:T:A", stated);
    expect(observation.label).toBe("GENE V2D");
    expect(problems.map(({ code }) => code)).toEqual(["annotation-disagrees"]);
    expect(problems[0]?.message).toContain("V2D on T1.9");
    expect(problems[0]?.message).toContain("V2E by our own call");
  });

  test("prefers our own call where that is asked for", () => {
    const { observation } = annotate("1:12:T:A", stated, { reannotate: true });
    expect(observation.label).toBe("GENE V2E");
  });

  test("says nothing where both agree", () => {
    expect(annotate("1:12:T:A", { ...stated, HGVSp: "p.Val2Glu" }).problems).toEqual([]);
  });

  describe("where the file leaves the preferred transcript out", () => {
    const upstream = {
      ...stated,
      Feature: "T7.1",
      Consequence: "upstream_gene_variant",
      HGVSp: "",
    };

    test.each([
      ["states another change on another transcript", { ...stated, Feature: "T7.1" }, "V2D"],
      ["sees no change of the gene", upstream, "upstream_gene_variant"],
    ])("and %s, calls it there", (_, entry, theirs) => {
      const { observation, problems } = annotate("1:12:T:A", entry);
      expect(observation.label).toBe("GENE V2E");
      expect(observation.alteration.consequences).toMatchObject([
        { transcript: "T1.1", proteinChange: "V2E", source: "models", preferred: true },
        { transcript: "T7.1", source: "CSQ", preferred: false },
      ]);
      expect(problems).toMatchObject([{ code: "annotation-of-other-transcript" }]);
      expect(problems[0]?.message).toContain("GENE V2E on T1.1 by our own call");
      expect(problems[0]?.message).toContain(`GENE ${theirs} on T7.1`);
    });

    test("and names another gene alone, calls it there", () => {
      const { observation, problems } = annotate("1:12:T:A", { ...upstream, SYMBOL: "OTHER" });
      expect(observation.label).toBe("GENE V2E");
      expect(problems[0]?.message).toContain("says nothing of GENE");
    });

    test("and names it as our own call does, says nothing of it", () => {
      const same = { ...stated, Feature: "T7.1", HGVSp: "p.Val2Glu" };
      const { observation, problems } = annotate("1:12:T:A", same);
      expect([observation.label, problems]).toEqual(["GENE V2E", []]);
    });

    test("and no transcript at all, keeps the file's change", () => {
      const { observation, problems } = annotate("1:12:T:A", { ...stated, Feature: "" });
      expect(observation.label).toBe("GENE V2D");
      expect(problems).toEqual([]);
    });

    test("and names it by its RefSeq id, keeps the file's change", () => {
      const transcriptsAt: typeof models.transcriptsAt = (...place) =>
        models.transcriptsAt(...place).map((each) => ({ ...each, refseq: "NM_1.2" }));
      const entry = { ...stated, Feature: "NM_1.7" };
      const { observation } = annotate("1:12:T:A", entry, { models: { ...models, transcriptsAt } });
      expect(observation.label).toBe("GENE V2D");
    });

    test("and marks another as MANE Select, keeps the file's change", () => {
      const entry = { ...stated, Feature: "T7.1", MANE_SELECT: "NM_7.1" };
      const { observation, problems } = annotate("1:12:T:A", entry);
      expect(observation.label).toBe("GENE V2D");
      expect(problems).toEqual([]);
    });

    test("takes what the knowledgebase knows of the allele where there are no models", () => {
      const known = {
        gene: "GENE",
        proteinChange: "V2E",
        codingChange: "c.5T>A",
        transcript: "T1.1",
        terms: ["missense_variant"],
      };
      const options = { models: undefined, knownAllele: () => known };
      const { observation, problems } = annotate("1:12:T:A", upstream, options);
      expect(observation.label).toBe("GENE V2E");
      expect(problems[0]?.message).toContain("by the knowledgebase, which is used");
      expect(annotate("1:12:T:A", stated, options).observation.label).toBe("GENE V2D");
    });
  });

  test("lends the doubts about a loss of function to the file's consequence, and the report names them", () => {
    const stop = { ...stated, Allele: "T", Consequence: "stop_gained", HGVSp: "p.Lys6Ter" };
    for (const entry of [stop, null]) {
      const { observation } = annotate("1:43:A:T", entry);
      const [consequence] = observation.alteration.consequences;
      expect(consequence).toMatchObject({ proteinChange: "K6*", flags: ["escapes-nmd"] });
      const preferred = { ...consequence, preferred: true } as NonNullable<typeof consequence>;
      const alteration = { ...observation.alteration, consequences: [preferred] };
      const caveats = findObservationCaveats({ ...observation, alteration }, false);
      expect(caveats.map(({ code }) => code)).toContain("escapes-nmd");
    }
  });

  test("counts what the knowledgebase knows beside our call on another transcript", () => {
    const known = {
      gene: "GENE",
      proteinChange: "V12E",
      codingChange: null,
      transcript: "T2.1",
      terms: ["missense_variant"],
    };
    const { observation } = annotate("1:12:T:A", null, { knownAllele: () => known });
    const names = observation.alteration.consequences.map(({ proteinChange }) => proteinChange);
    expect(names).toEqual(["V2E", "V12E"]);
  });
});

describe("annotateCall with names in an annotator's own way", () => {
  const columns = ["hugoSymbol", "variantClassification", "annotationTranscript", "codonChange"]
    .concat("proteinChange", "otherTranscripts", "tumorSeqAllele2")
    .map((name) => `Gencode_34_${name}`);
  const funcotated = (allele: string, ...transcripts: readonly (readonly string[])[]) => {
    const values = transcripts
      .map((entry) => `[${columns.map((_, place) => entry[place] ?? "").join("|")}]`)
      .join("#");
    return annotate(allele, null, {}, [
      { dialect: "FUNCOTATION", fields: columns, entries: [values] },
    ]);
  };

  test("names an insertion as in HGVS where our own call is the same in the protein", () => {
    const entry = ["GENE", "IN_FRAME_INS", "T1.1", "c.(4-6)gtg>GAAgtg", "p.1_2insE"];
    const { observation, problems } = funcotated("1:10:G:GGAA", entry);
    expect(observation.label).toBe("GENE M1_V2insE");
    expect(observation.alteration.consequences[0]).toMatchObject({
      source: "FUNCOTATION",
      codingChange: "c.4_5insAAG",
    });
    expect(problems).toEqual([]);
  });

  test("keeps the annotator's name, and says so, where ours is another change", () => {
    const entry = ["GENE", "MISSENSE", "T1.1", "c.(4-6)gTg>gAt", "p.V2D"];
    const { observation, problems } = funcotated("1:12:T:A", entry);
    expect(observation.label).toBe("GENE V2D");
    expect(problems.map(({ code }) => code)).toEqual(["annotation-disagrees"]);
  });

  test("is not followed to a residue that the protein does not have", () => {
    const entry = ["GENE", "SILENT", "T1.2_7", "c.(19-21)ccG>ccA", "p.P7P"];
    const other = ["GENE", "MISSENSE", "T9.2_7", "c.(1-3)Acg>Tcg", "p.T1S"];
    const { observation, problems } = funcotated("1:12:T:A", entry, other);
    expect(observation.label).toBe("GENE V2E");
    expect(observation.alteration.consequences).toMatchObject([
      { proteinChange: "V2E", terms: ["missense_variant"], source: "FUNCOTATION" },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["annotation-disagrees"]);
    expect(problems[0]?.message).toContain("P7= on T1.2_7");
    expect(problems[0]?.message).toContain("V2E by our own call, which is used");
  });

  test("prefers the transcript of the models where the annotator lists it among the others", () => {
    const all = [
      ["GENE", "FIVE_PRIME_UTR", "T7.1"],
      ["GENE", "MISSENSE", "T1.1", "c.(4-6)gTg>gAg", "p.V2E"],
    ];
    const { observation } = funcotated("1:12:T:A", ...all);
    expect(observation.alteration.consequences.map(({ preferred }) => preferred)).toEqual([
      false,
      true,
    ]);
  });

  test("calls what the annotator gives a class alone", () => {
    const { observation, problems } = funcotated("1:12:T:A", ["GENE", "SPLICE_SITE", "T1.1"]);
    expect(observation.label).toBe("GENE V2E");
    expect(problems).toEqual([]);
  });
});
