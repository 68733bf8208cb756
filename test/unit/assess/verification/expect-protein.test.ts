import { describe, expect, test, vi } from "vitest";
import { expectProtein } from "../../../../src/assess/verification/expect-protein.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { variant } from "../../match/constructed-case.ts";
import { copies, msi, stain } from "./constructed-proteins.ts";

test("a second hit is looked for beside a lost copy alone: of many variants of a gene each would look at all others", () => {
  const hasSecondHit = vi.fn(() => true);
  const context = { role: "tumor suppressor", hasSecondHit } as const;
  expect(expectProtein(variant("PTEN", "R130*", { term: "stop_gained" }), context)).toBe(
    "loss of function",
  );
  expect(hasSecondHit).not.toHaveBeenCalled();
  expect(expectProtein(copies("PTEN", "loss"), context)).toBe("loss of function");
  expect(hasSecondHit).toHaveBeenCalledTimes(1);
});

/** What an alteration lets one expect of its protein (spec, clinical R8.2 and R8.5). */
describe("what is expected of a protein", () => {
  const roles = ["oncogene", "tumor suppressor", "both", "unknown"] as const;
  type Expected = ReturnType<typeof expectProtein>;
  const byRole = (observation: Observation, hasSecondHit = false): Expected[] =>
    roles.map((role) => expectProtein(observation, { role, hasSecondHit: () => hasSecondHit }));
  const same = (expected: Expected): Expected[] => roles.map(() => expected);

  test("of an amplification: more of it up to 10 Mb, and no verdict on the gene alone above (SHIVA)", () => {
    const over = (bases: number): Observation => {
      const seen = copies("ERBB2", "amplification");
      const segment = { contig: "17", start: 1_001, end: 1_000 + bases };
      return { ...seen, alteration: { ...seen.alteration, segment } };
    };
    expect(byRole(over(9_999_999))).toEqual(same("amplification"));
    expect(byRole(over(10_000_000))).toEqual(same("amplification"));
    expect(byRole(over(10_000_001))).toEqual(same("broad amplification"));
    expect(byRole(copies("ERBB2", "amplification"))).toEqual(same("amplification"));
  });

  test("of a lost copy: something in a tumor suppressor alone, and all of it with a second hit", () => {
    expect(byRole(copies("PTEN", "loss"))).toEqual([
      null,
      "heterozygous deletion",
      "heterozygous deletion",
      null,
    ]);
    expect(byRole(copies("PTEN", "loss"), true)).toEqual([
      null,
      "loss of function",
      "loss of function",
      null,
    ]);
    expect(byRole(copies("PTEN", "copy-neutral-loh"))).toEqual([
      null,
      "copy-neutral loss",
      "copy-neutral loss",
      null,
    ]);
    expect(byRole(copies("PTEN", "homozygous-deletion"))).toEqual(same("homozygous deletion"));
    expect(byRole(copies("PTEN", "gain"))).toEqual(same(null));
  });

  test("of MSI high alone among the states of the whole tumor", () => {
    expect(byRole(msi("high"))).toEqual(same("microsatellite instability"));
    expect(byRole(msi("low"))).toEqual(same(null));
    expect(byRole(msi("stable"))).toEqual(same(null));
    const burden = { ...msi("high"), alteration: { ...msi("high").alteration, marker: "TMB" } };
    expect(byRole(burden as Observation)).toEqual(same(null));
  });

  test("of a stain: what it shows; in situ hybridization is no protein", () => {
    expect(byRole(stain("PTEN", "lost"))).toEqual(same("protein low"));
    expect(byRole(stain("PTEN", "retained"))).toEqual([
      "protein stained",
      "protein kept",
      "protein stained",
      "protein stained",
    ]);
    expect(byRole(stain("TP53", "overexpressed"))).toEqual(same("protein stained"));
    expect(byRole(stain("ERBB2", "positive", { assay: "FISH" }))).toEqual(same(null));
  });

  test("of a small variant: a loss, an activation or neither, by the role of the gene", () => {
    expect(byRole(variant("PTEN", "R130*", { term: "stop_gained" }))).toEqual([
      "other small variant",
      "loss of function",
      "loss of function",
      "other small variant",
    ]);
    expect(byRole(variant("BRAF", "V600E"))).toEqual([
      "activating change",
      "other small variant",
      "activating change",
      "other small variant",
    ]);
    expect(byRole(variant("BRAF", "V600=", { term: "synonymous_variant" }))).toEqual(
      same("other small variant"),
    );
    expect(byRole(variant("BRAF", null, { annotated: false }))).toEqual(same(null));
  });
});
