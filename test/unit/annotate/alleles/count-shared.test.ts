import { describe, expect, test } from "vitest";
import { countShared } from "../../../../src/annotate/alleles/count-shared.ts";

describe("countShared", () => {
  test("leaves as many bases on either side as are to be kept", () => {
    expect(countShared("GAT", "GCT", 1)).toEqual({ prefix: 1, suffix: 1 });
    expect(countShared("GAT", "GT", 1)).toEqual({ prefix: 0, suffix: 1 });
    expect(countShared("GAT", "GT", 0)).toEqual({ prefix: 1, suffix: 1 });
  });

  test("counts the last base that is left as the anchor, before it counts it at the end", () => {
    expect(countShared("ACA", "A", 0)).toEqual({ prefix: 1, suffix: 0 });
    expect(countShared("TCA", "A", 0)).toEqual({ prefix: 0, suffix: 1 });
    expect(countShared("CCA", "A", 1)).toEqual({ prefix: 0, suffix: 0 });
  });

  test("counts no base twice", () => {
    for (const [ref, alt] of [
      ["AAAA", "AA"],
      ["AA", "AA"],
      ["A", "A"],
      ["ACAC", "AC"],
    ] as const) {
      const { prefix, suffix } = countShared(ref, alt, 0);
      expect(prefix + suffix).toBeLessThanOrEqual(Math.min(ref.length, alt.length));
    }
  });
});
