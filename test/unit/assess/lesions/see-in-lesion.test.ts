import { expect, test } from "vitest";
import { seeInLesion } from "../../../../src/assess/lesions/see-in-lesion.ts";
import type { CopyNumberAlteration } from "../../../../src/model/alteration.ts";
import { makePlaceChange } from "../../../../src/annotate/models/place-change.ts";
import { models } from "../../annotate/models/small-gene.ts";
import { variant } from "../../match/constructed-case.ts";
import { copies, fusion } from "../verification/constructed-proteins.ts";
import type { LesionView } from "../../../../src/assess/lesions/lesion-view.ts";

/** A lesion whose copy numbers cover PTEN and whose fusions were read, and that calls nothing. */
function lesion(hasAlleles: boolean): LesionView {
  return {
    id: "primary",
    observations: new Map(),
    available: new Set(["copy-number", "fusions", "structural-variants"]),
    covered: new Map([["PTEN", { hasAlleles, isAdjusted: true }]]),
    assembly: null,
    readingOf: () => null,
    expectedAt: () => null,
    clonalityOf: () => null,
    minAltReads: 3,
  };
}

const loh = copies("PTEN", "copy-neutral-loh");

test("a lost allele is absent only where the copy numbers tell the alleles apart", () => {
  expect(seeInLesion(loh, lesion(true)).state).toBe("absent");
  expect(seeInLesion(loh, lesion(false))).toMatchObject({
    state: "not assessable",
    reason: { code: "lesion-no-alleles" },
  });
  expect(seeInLesion(copies("PTEN", "homozygous-deletion"), lesion(false)).state).toBe("absent");
});

test("a fusion that a file does not call stays open: nothing tells that it would have shown it", () => {
  expect(seeInLesion(fusion("EML4", "ALK"), lesion(true))).toMatchObject({
    state: "not assessable",
    reason: { code: "lesion-no-power" },
  });
});

const amplified = copies("PTEN", "amplification");

/** The same lesion with one change of PTEN. */
function changed(
  change: "amplification" | "gain" | "loss" | "homozygous-deletion" | "copy-neutral-loh",
  more: Partial<CopyNumberAlteration> = {},
): LesionView {
  const found = copies("PTEN", change);
  const alteration = { ...found.alteration, ...more };
  return { ...lesion(true), observations: new Map([["found", { ...found, alteration }]]) };
}

test.each([
  ["as much", amplified, changed("amplification"), "present", "lesion-called"],
  ["more", copies("PTEN", "gain"), changed("amplification"), "present", "lesion-called"],
  ["a gain", amplified, changed("gain", { copies: 3.4 }), "absent", "lesion-absent"],
  [
    "an equivocal number",
    amplified,
    changed("gain", { copies: 4.2 }),
    "not assessable",
    "lesion-lesser-change",
  ],
  [
    "a gain without a purity",
    amplified,
    changed("gain", { copies: 3.4, adjusted: false }),
    "not assessable",
    "lesion-lesser-change",
  ],
  [
    "a gain in words",
    amplified,
    changed("gain", { copies: null }),
    "not assessable",
    "lesion-lesser-change",
  ],
  [
    "an amplified part",
    amplified,
    changed("amplification", { copies: 9, part: { share: 0.2, coding: null } }),
    "not assessable",
    "lesion-lesser-change",
  ],
  [
    "one lost copy of two",
    copies("PTEN", "homozygous-deletion"),
    changed("loss", { copies: 1 }),
    "absent",
    "lesion-absent",
  ],
  [
    "one copy left of a lost allele",
    loh,
    changed("loss", { copies: 1 }),
    "not assessable",
    "lesion-other-loss-of-allele",
  ],
  [
    "a loss that leaves both alleles",
    loh,
    changed("loss", { copies: 3, oneAlleleLost: false }),
    "absent",
    "lesion-absent",
  ],
  [
    "two copies of one allele",
    copies("PTEN", "loss"),
    changed("copy-neutral-loh", { copies: 2 }),
    "not assessable",
    "lesion-other-loss-of-allele",
  ],
  [
    "two copies of one allele where both copies are lost",
    copies("PTEN", "homozygous-deletion"),
    changed("copy-neutral-loh", { copies: 2 }),
    "absent",
    "lesion-absent",
  ],
  ["the opposite", amplified, changed("loss", { copies: 1 }), "absent", "lesion-absent"],
] as const)("of copies, %s is held to the event itself", (_, asked, there, state, code) => {
  expect(seeInLesion({ ...asked, id: "asked" }, there)).toMatchObject({ state, reason: { code } });
});

test("a lesser change is named where the event is absent", () => {
  const there = changed("gain", { copies: 3.4 });
  expect(seeInLesion({ ...amplified, id: "asked" }, there).reason.text).toBe(
    "There is a lesser change, PTEN gain (3.4 copies), and no amplification.",
  );
});

test("a change of one protein is the same under another name, by its allele or without one", () => {
  // The protein of this gene is MVKHAKFG.
  const seen = variant("GENE", "K3_H4insHK");
  const other = variant("GENE", "K3_H4dup", { position: 12 });
  const unplaced = { ...other, alteration: { ...other.alteration, allele: null } };
  const placeChange = makePlaceChange(models);
  for (const [called, code] of [
    [other, "lesion-same-protein"],
    [unplaced, "lesion-called"],
  ] as const) {
    const view = { ...lesion(true), observations: new Map([[called.id, called]]) };
    expect(seeInLesion(seen, { ...view, placeChange })).toMatchObject({
      state: "present",
      reason: { code },
    });
    expect(seeInLesion(seen, view).state).toBe("not assessable");
  }
});
