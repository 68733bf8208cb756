import { describe, expect, test } from "vitest";
import type { ProteinChangeConstraint } from "../../../src/constraints/protein-change.ts";
import {
  brafV600e,
  change,
  consequence,
  context,
  observe,
  run,
  variant,
} from "./make-observation.ts";

const v600e: ProteinChangeConstraint = {
  type: "protein-change",
  gene: "BRAF",
  change: "V600E",
  alleles: { GRCh37: ["7:140453136:A:T"], GRCh38: ["7:140753336:A:T"] },
};

describe("a protein-change constraint", () => {
  test("is met at the level of the allele by the allele that it names", () => {
    const verdict = run(v600e, change("BRAF", "V600E", "missense_variant"));
    expect(verdict).toMatchObject({ state: "met", specificity: "allele" });
  });

  test("is met by its allele without any annotation", () => {
    expect(run(v600e, variant([]))).toMatchObject({ state: "met", specificity: "allele" });
  });

  test("does not take a position of one build for the other", () => {
    const other = variant([], { ...brafV600e, assembly: "GRCh38" });
    expect(run(v600e, other)).toMatchObject({ state: "unmet" });
  });

  test("is met at the level of the protein change by another allele with the same change", () => {
    const other = variant(
      [consequence("BRAF", { proteinChange: "p.Val600Glu", terms: ["missense_variant"] })],
      { ...brafV600e, position: 140453135, ref: "CA", alt: "TT" },
    );
    expect(run(v600e, other)).toMatchObject({ state: "met", specificity: "protein change" });
  });

  test("is met on a transcript that is not the preferred one, and says which", () => {
    const seen = variant(
      [
        consequence("BRAF", { proteinChange: "V640E", preferred: true, transcript: "ENST1" }),
        consequence("BRAF", { proteinChange: "V600E", transcript: "ENST2" }),
      ],
      { ...brafV600e, alt: "G" },
    );
    const verdict = run(v600e, seen);
    expect(verdict.state).toBe("met");
    expect(verdict.reason.text).toContain("ENST2");
  });

  test.each([
    ["V600K", "other-change-same-codon"],
    ["K601E", "other-protein-change"],
    ["G600E", "other-protein-change"],
    ["V600fs", "other-change-same-codon"],
    [null, "no-protein-change"],
  ])("is not met by %s", (found, code) => {
    const seen = variant(
      [consequence("BRAF", { proteinChange: found, terms: ["missense_variant"] })],
      {
        ...brafV600e,
        alt: "G",
      },
    );
    expect(run(v600e, seen)).toMatchObject({ state: "unmet", reason: { code } });
  });

  test("stays open when the residue is hit and what it becomes is not known", () => {
    for (const found of ["V600?", "p.(Val600Glu^Lys)"]) {
      const seen = variant(
        [consequence("BRAF", { proteinChange: found, terms: ["missense_variant"] })],
        { ...brafV600e, alt: "G" },
      );
      expect(run(v600e, seen)).toMatchObject({
        state: "undetermined",
        reason: { code: "effect-not-known" },
      });
    }
  });

  test("is not met by the same change of another gene", () => {
    const seen = variant([consequence("KRAS", { proteinChange: "V600E" })], {
      ...brafV600e,
      position: 1,
    });
    expect(run(v600e, seen)).toMatchObject({ state: "unmet", reason: { code: "other-gene" } });
  });

  test("stays undetermined for a variant in the gene that nobody annotated", () => {
    const elsewhere = variant([], { ...brafV600e, position: 140453000 });
    const span = { assembly: "GRCh37", contig: "7", start: 140419127, end: 140624564 } as const;
    expect(run(v600e, elsewhere, context({ span }))).toMatchObject({
      state: "undetermined",
      missing: ["protein-annotation"],
    });
    expect(run(v600e, elsewhere, context({ span: { ...span, contig: "8" } })).state).toBe("unmet");
  });

  test("stays undetermined when the annotation names the gene and nothing else", () => {
    const seen = variant([consequence("BRAF", {})], { ...brafV600e, position: 5 });
    expect(run(v600e, seen).state).toBe("undetermined");
  });

  test("is not met by an outlier of the protein", () => {
    const outlier = observe(
      { kind: "expression", gene: "BRAF", molecule: "protein", direction: "up" },
      "BRAF",
    );
    expect(run(v600e, outlier)).toMatchObject({ state: "unmet", reason: { code: "other-kind" } });
  });
});
