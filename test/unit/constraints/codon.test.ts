import { expect, test } from "vitest";
import { change, run } from "./make-observation.ts";

const v600 = { type: "codon", gene: "BRAF", residue: "V", position: 600 } as const;

test.each([
  ["V600E", "met", "same-codon"],
  ["V600_K601delinsE", "met", "same-codon"],
  ["T599_V600delinsIE", "met", "same-codon"],
  ["V599E", "unmet", "other-codon"],
  ["V601E", "unmet", "other-codon"],
  ["E600V", "unmet", "other-reference-residue"],
  ["V600=", "unmet", "no-substitution"],
  ["V600*", "unmet", "no-substitution"],
  ["V600fs", "unmet", "no-substitution"],
  ["V600del", "unmet", "no-substitution"],
  ["V600dup", "unmet", "no-substitution"],
  ["T599_K601delinsI", "undetermined", "reference-residue-not-stated"],
])("a codon constraint on V600 and %s: %s", (found, state, code) => {
  expect(run(v600, change("BRAF", found, "coding_sequence_variant"))).toMatchObject({
    state,
    specificity: "codon",
    reason: { code },
  });
});

test("a codon constraint is not met where the annotation states no protein change", () => {
  expect(run(v600, change("BRAF", null, "intron_variant")).state).toBe("unmet");
});
