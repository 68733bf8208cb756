import { describe, expect, test } from "vitest";
import type { ConsequenceConstraint } from "../../../src/constraints/consequence.ts";
import { change, consequence, context, observe, run, variant } from "./make-observation.ts";

const of = (name: ConsequenceConstraint["class"]): ConsequenceConstraint => ({
  type: "consequence",
  gene: "PTEN",
  class: name,
});

/** Term, then whether it is a mutation (of an oncogene, of another gene), a loss of function, a frameshift. */
const table = [
  ["missense_variant", true, true, false, false],
  ["inframe_deletion", true, true, false, false],
  ["inframe_insertion", true, true, false, false],
  ["protein_altering_variant", true, true, false, false],
  ["stop_lost", true, true, false, false],
  ["frameshift_variant", false, true, true, true],
  ["stop_gained", false, true, true, false],
  ["splice_acceptor_variant", false, true, true, false],
  ["splice_donor_variant", false, true, true, false],
  ["start_lost", false, true, true, false],
  ["transcript_ablation", false, true, true, false],
  ["splice_region_variant", false, false, false, false],
  ["synonymous_variant", false, false, false, false],
  ["stop_retained_variant", false, false, false, false],
  ["intron_variant", false, false, false, false],
  ["5_prime_UTR_variant", false, false, false, false],
  ["3_prime_UTR_variant", false, false, false, false],
  ["upstream_gene_variant", false, false, false, false],
] as const;

describe("a consequence constraint", () => {
  test.each(table)("reads %s as each class", (term, ...classes) => {
    const [oncogene, otherGene, loss, frameshift] = classes;
    const seen = change("PTEN", null, term);
    const state = (isMet: boolean) => (isMet ? "met" : "unmet");
    const stateOf = (name: ConsequenceConstraint["class"], role = context()) =>
      run(of(name), seen, role).state;
    expect(stateOf("mutation", context({ role: "oncogene" }))).toBe(state(oncogene));
    expect(stateOf("mutation", context({ role: "tumor suppressor" }))).toBe(state(otherGene));
    expect(stateOf("mutation", context({ role: "both" }))).toBe(state(otherGene));
    expect(stateOf("loss-of-function")).toBe(state(loss));
    expect(stateOf("truncating")).toBe(state(loss));
    expect(stateOf("frameshift")).toBe(state(frameshift));
  });

  test("takes the most severe of several terms", () => {
    const seen = change("PTEN", null, "splice_region_variant", "intron_variant", "stop_gained");
    expect(run(of("truncating"), seen).state).toBe("met");
  });

  test("does not count a frameshift that starts on the stop codon as truncating", () => {
    for (const protein of ["*404fs", "*404?"]) {
      const seen = change("PTEN", protein, "frameshift_variant");
      expect(run(of("truncating"), seen).state).toBe("unmet");
      expect(run(of("mutation"), seen).state).toBe("met");
    }
  });

  test("reads the protein change where no term is given", () => {
    expect(run(of("truncating"), change("PTEN", "R130*")).state).toBe("met");
    expect(run(of("frameshift"), change("PTEN", "K6fs")).state).toBe("met");
    expect(run(of("mutation"), change("PTEN", "R130Q")).state).toBe("met");
    expect(run(of("mutation"), change("PTEN", "R130=")).state).toBe("unmet");
  });

  test("leaves a term that tells nothing undetermined", () => {
    for (const name of ["mutation", "loss-of-function", "oncogenic"] as const) {
      expect(run(of(name), change("PTEN", null, "coding_sequence_variant")).state).toBe(
        "undetermined",
      );
    }
  });

  test("says of a missense change that its effect on the function is unknown", () => {
    expect(run(of("loss-of-function"), change("PTEN", "R130Q", "missense_variant"))).toMatchObject({
      state: "unmet",
      reason: { code: "effect-on-function-unknown" },
    });
  });

  test("reads classes on the preferred transcript only", () => {
    const seen = variant([
      consequence("PTEN", { terms: ["stop_gained"] }),
      consequence("PTEN", { terms: ["intron_variant"], preferred: true }),
    ]);
    expect(run(of("mutation"), seen).state).toBe("unmet");
  });

  test.each([
    ["homozygous-deletion", "met"],
    ["loss", "unmet"],
    ["gain", "unmet"],
    ["amplification", "unmet"],
    ["copy-neutral-loh", "unmet"],
  ] as const)("takes a copy-number %s for a loss of function: %s", (kind, state) => {
    const seen = observe({ kind: "copy-number", gene: "PTEN", change: kind, copies: null }, "PTEN");
    expect(run(of("loss-of-function"), seen).state).toBe(state);
    expect(run(of("mutation"), seen)).toMatchObject({
      state: "unmet",
      reason: { code: "other-kind" },
    });
  });

  test.each([
    [true, "met", "exon-deletion"],
    [false, "unmet", "intron-deletion"],
    [null, "undetermined", "copies-in-part"],
  ])("of a part of both copies that codes (%s) says: %s", (coding, state, code) => {
    const part = { share: 0.1, coding };
    const seen = observe(
      { kind: "copy-number", gene: "PTEN", change: "homozygous-deletion", copies: 0, part },
      "PTEN",
    );
    expect(run(of("loss-of-function"), seen)).toMatchObject({ state, reason: { code } });
    expect(run(of("truncating"), seen).state).toBe(state);
    expect(run(of("frameshift"), seen).reason.code).toBe("other-kind");
  });

  test("leaves a loss in a sample of unknown purity open: both copies may be gone", () => {
    const loss = { kind: "copy-number", gene: "PTEN", change: "loss", copies: 1 } as const;
    expect(run(of("loss-of-function"), observe({ ...loss, adjusted: false }, "PTEN")).state).toBe(
      "undetermined",
    );
  });

  test("does not judge oncogenicity, except of known activating changes", () => {
    const seen = change("PTEN", "R130Q", "missense_variant");
    expect(run(of("oncogenic"), seen)).toMatchObject({
      state: "undetermined",
      reason: { code: "oncogenicity-not-judged" },
    });
    expect(run(of("oncogenic"), seen, context({ activating: true })).state).toBe("met");
    expect(run(of("oncogenic"), change("PTEN", null, "synonymous_variant")).state).toBe("unmet");
  });

  test("is as specific as its class", () => {
    expect(run(of("mutation"), change("PTEN", "R130Q")).specificity).toBe("gene");
    expect(run(of("truncating"), change("PTEN", "R130*")).specificity).toBe("consequence in gene");
  });
});
