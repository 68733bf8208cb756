import { describe, expect, test } from "vitest";
import { compareSeverity, rankTerms } from "../../../../src/annotate/consequences/rank-terms.ts";
import { makeConsequence } from "../make-consequence.ts";

describe("rankTerms", () => {
  test("puts the most severe term first, as Ensembl orders them", () => {
    expect(rankTerms(["intron_variant", "splice_region_variant", "splice_donor_variant"])).toEqual([
      "splice_donor_variant",
      "splice_region_variant",
      "intron_variant",
    ]);
  });

  test("ranks the terms of SnpEff beside the terms that they are kinds of", () => {
    expect(rankTerms(["missense_variant", "disruptive_inframe_deletion"])).toEqual([
      "disruptive_inframe_deletion",
      "missense_variant",
    ]);
  });

  test("keeps unknown terms last and in their order", () => {
    expect(rankTerms(["zeta", "constructor", "synonymous_variant"])).toEqual([
      "synonymous_variant",
      "zeta",
      "constructor",
    ]);
  });
});

describe("compareSeverity", () => {
  test("compares the worst term of each", () => {
    const splice = makeConsequence({ terms: ["intron_variant", "splice_donor_variant"] });
    const missense = makeConsequence({ terms: ["missense_variant"] });
    expect(compareSeverity(splice, missense)).toBeLessThan(0);
    expect(compareSeverity(missense, missense)).toBe(0);
  });

  test("ranks a consequence without terms last", () => {
    const none = makeConsequence({ terms: [] });
    expect(
      compareSeverity(none, makeConsequence({ terms: ["intergenic_variant"] })),
    ).toBeGreaterThan(0);
  });
});
