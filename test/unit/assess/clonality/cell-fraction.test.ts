import { describe, expect, test } from "vitest";
import { cellFraction, expectedVaf } from "../../../../src/assess/clonality/cell-fraction.ts";
import { wilsonInterval } from "../../../../src/model/wilson-interval.ts";

/** VAF, purity, tumor copies, mutated copies, cancer cell fraction: PMC3934006 (its Fig. 1 prints 0.5 for the first) and its formula. */
const fractions = [
  [0.125, 0.67, 3, 1, 0.4981],
  [0.5, 1, 2, 1, 1],
  [0.25, 0.5, 2, 1, 1],
  [0.1, 0.5, 2, 1, 0.4],
  [0.4, 0.6, 2, 2, 0.6667],
  [0.6, 0.6, 2, 1, 2],
  [0.3, 0.6, 1, 1, 0.7],
  [0.03, 0.2, 2, 1, 0.3],
] as const;

/** Purity, mutated copies, tumor copies, expected VAF; the label that PCGR gives to a VAF of 0.2 (tolerance 0.15). */
const expectations = [
  [1, 1, 2, 0.5],
  [0.8, 1, 2, 0.4],
  [0.6, 1, 2, 0.3],
  [0.4, 1, 2, 0.2],
  [0.5, 2, 2, 0.5],
  [0.5, 1, 3, 0.2],
  [0.3, 1, 6, 0.0938],
] as const;

describe("the cancer cell fraction", () => {
  test.each(fractions)(
    "of VAF %s at purity %s, %s copies, %s mutated is %s",
    (vaf, purity, copies, mutatedCopies, expected) => {
      const fraction = cellFraction(vaf, { purity, copies, mutatedCopies });
      expect(Math.abs(fraction - expected)).toBeLessThan(1e-4);
    },
  );

  test.each(expectations)(
    "of 1 at purity %s with %s of %s copies mutated makes a VAF of %s, and back",
    (purity, mutatedCopies, copies, expected) => {
      const site = { purity, copies, mutatedCopies };
      expect(Math.abs(expectedVaf(site) - expected)).toBeLessThan(1e-4);
      expect(cellFraction(expectedVaf(site), site)).toBeCloseTo(1, 12);
    },
  );

  test("takes one copy of normal cells where a male has one", () => {
    const site = { purity: 0.6, copies: 1, normalCopies: 1, mutatedCopies: 1 };
    expect(cellFraction(0.6, site)).toBeCloseTo(1, 12);
  });
});

describe("Wilson's interval", () => {
  test("agrees with printed values (R 4, prop.test without correction)", () => {
    const { low, high } = wilsonInterval(8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  test("ends at 0 and 1 exactly, and is never wider than that", () => {
    expect(wilsonInterval(0, 20).low).toBe(0);
    expect(wilsonInterval(20, 20).high).toBe(1);
    expect(wilsonInterval(0, 20).high).toBeCloseTo(0.1611, 4);
  });
});
