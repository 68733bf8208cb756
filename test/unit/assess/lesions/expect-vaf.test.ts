import { describe, expect, test } from "vitest";
import { expectedVaf } from "../../../../src/assess/clonality/cell-fraction.ts";
import { expectVaf } from "../../../../src/assess/lesions/expect-vaf.ts";

/** cases/expected_vaf_examples.csv: purity, mutated copies, copies in tumor cells, expected VAF (PCGR's formula). */
const examples = [
  [1, 1, 2, 0.5],
  [0.8, 1, 2, 0.4],
  [0.6, 1, 2, 0.3],
  [0.4, 1, 2, 0.2],
  [0.5, 2, 2, 0.5],
  [0.5, 1, 3, 0.2],
  [0.3, 1, 6, 0.0938],
] as const;

const unknown = {
  given: undefined,
  purity: null,
  highestVaf: null,
  copies: null,
  normalCopies: 2,
};

describe("the VAF of a variant that all tumor cells carry", () => {
  test.each(examples)(
    "at purity %f with %i mutated of %i copies is %f",
    (purity, mutatedCopies, copies, expected) => {
      expect(expectedVaf({ purity, mutatedCopies, copies })).toBeCloseTo(expected, 4);
      if (mutatedCopies > 1) return;
      const local = { copies, minor: null, normal: 2 };
      const found = expectVaf({ ...unknown, purity, copies: local });
      expect(found?.vaf).toBeCloseTo(expected, 4);
    },
  );

  test("is what the case states, before purity and copies", () => {
    expect(expectVaf({ ...unknown, given: 0.07, purity: 0.9 })?.vaf).toBe(0.07);
  });

  test("without a purity is that of few tumor cells, and says so", () => {
    expect(expectVaf(unknown)).toEqual({
      vaf: 0.1,
      because: "purity not known and taken as 20%, 2 copies assumed",
    });
  });

  test("without a purity is no higher than what the sample calls", () => {
    expect(expectVaf({ ...unknown, highestVaf: 0.04 })).toEqual({
      vaf: 0.04,
      because:
        "purity not known and taken as 8%, for no VAF that it calls is above 4%, 2 copies assumed",
    });
    expect(expectVaf({ ...unknown, highestVaf: 0.45 })?.vaf).toBe(0.1);
    expect(expectVaf({ ...unknown, purity: 0.5, highestVaf: 0.04 })?.vaf).toBe(0.25);
  });

  test("on the X of a man counts one copy in normal cells", () => {
    expect(expectVaf({ ...unknown, purity: 0.5, normalCopies: 1 })?.vaf).toBe(0.5);
  });

  test("is null where no copy is left", () => {
    expect(
      expectVaf({ ...unknown, purity: 0.5, copies: { copies: 0, minor: 0, normal: 2 } }),
    ).toBeNull();
  });
});
