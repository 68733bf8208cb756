import { describe, expect, it } from "vitest";
import { reasonToSetAside } from "../../../src/assess/reason-to-set-aside.ts";
import { index, outlier, statement, variant } from "../match/constructed-case.ts";
import { assess } from "./assess-constructed.ts";

const codeOf = (observation: ReturnType<typeof variant>) =>
  reasonToSetAside(observation, index)?.code ?? null;

describe("a variant that is no finding", () => {
  it.each([
    ["missense_variant", null],
    ["splice_donor_variant", null],
    ["stop_lost", null],
    ["synonymous_variant", "synonymous"],
    ["splice_region_variant", "splice-region"],
    ["intron_variant", "intronic"],
    ["5_prime_UTR_variant", "utr"],
    ["upstream_gene_variant", "flank"],
    ["intergenic_variant", "flank"],
  ])("by %s has the code %s", (term, code) => {
    expect(codeOf(variant("BRAF", null, { term }))).toBe(code);
  });

  it("is one without annotation, in another gene, or without a readable effect", () => {
    expect(codeOf(variant("BRAF", null, { annotated: false }))).toBe("no-protein-annotation");
    expect(codeOf(variant("BRAF", null, { annotated: false, position: 9000 }))).toBe("flank");
    expect(codeOf(variant("TTN", "R1K"))).toBe("gene-not-in-knowledgebase");
    expect(codeOf(variant("BRAF", null, { term: "something_new" }))).toBe("no-consequence-known");
  });

  it("is never an allele that the knowledgebase names", () => {
    const known = {
      gene: "TERT",
      proteinChange: null,
      codingChange: null,
      transcript: null,
      terms: [],
    };
    const promoter = variant("TERT", null, { term: "upstream_gene_variant" });
    expect(reasonToSetAside(promoter, { ...index, knownAllele: () => known })).toBeNull();
  });
});

describe("the findings", () => {
  it("hold what meets a statement even when it changes no protein", () => {
    const promoter = variant("TERT", null, { term: "upstream_gene_variant", position: 77 });
    const { findings, setAside } = assess({
      statements: [
        statement({
          id: "S1",
          gene: "TERT",
          constraints: [{ type: "allele", gene: "TERT", alleles: { GRCh37: ["7:77:A:T"] } }],
        }),
      ],
      observations: [promoter, variant("BRAF", "V600=", { term: "synonymous_variant" })],
    });
    expect(findings.map((finding) => finding.statements)).toEqual([["S1"]]);
    expect(setAside.map(({ reason }) => reason.code)).toEqual(["synonymous"]);
  });

  it("are sorted by tier and told in one line", () => {
    const { findings } = assess({
      statements: [statement({ id: "S1" })],
      observations: [
        variant("NF1", "V2345M"),
        variant("TP53", "P72R", { populationFrequency: 0.6 }),
        variant("BRAF", "V600E"),
        outlier("ERBB2", "up"),
      ],
    });
    expect(findings.map((finding) => [finding.label, finding.amp.tier])).toEqual([
      ["BRAF V600E", "I"],
      ["NF1 V2345M", "III"],
      ["TP53 P72R", "IV"],
      ["ERBB2 protein high", null],
    ]);
    expect(findings[0]).toMatchObject({
      description: "7:600 A>T (GRCh37); p.V600E",
      consequences: ["missense_variant"],
      transcript: "ENST1",
    });
    expect(findings[2]?.amp.reason.text).toContain("60%, at least 1%");
  });

  it("with only weak evidence from another tumor are cancer-gene variants", () => {
    const { findings } = assess({
      statements: [statement({ id: "S1", level: "D", disease: "DOID:9256" })],
      observations: [variant("BRAF", "V600E")],
    });
    expect(findings[0]?.amp).toMatchObject({ level: null, tier: "III" });
    expect(findings[0]?.amp.reason.text).toContain("Only weak evidence from other tumors");
  });

  it.each([
    [0.44, false],
    [0.45, true],
    [0.55, true],
    [0.56, false],
    [0.95, false],
    [0.96, true],
  ])("at VAF %d without a matched normal are marked as potential germline: %s", (vaf, marked) => {
    const caveats = (tumorOnly: boolean) =>
      assess({
        statements: [],
        observations: [variant("BRAF", "V600E", { vaf })],
        tumorOnly,
      }).findings[0]?.caveats.map((caveat) => caveat.code);
    expect(caveats(true)).toEqual(marked ? ["potential-germline"] : []);
    expect(caveats(false)).toEqual([]);
  });

  it("without reads in the file say so", () => {
    const { findings } = assess({
      statements: [],
      observations: [variant("BRAF", "V600E", { vaf: null, depth: null })],
    });
    expect(findings[0]?.caveats.map((caveat) => caveat.code)).toEqual(["no-read-support"]);
  });
});
