import { describe, expect, test } from "vitest";
import { findClonalityCaveats } from "../../../../src/assess/clonality/clonality-caveats.ts";
import {
  type ClonalityFacts,
  judgeClonality,
} from "../../../../src/assess/clonality/judge-clonality.ts";

const diploid = { copies: 2, minor: 1, normal: 2 };

function judge(altReads: number, depth: number, more: Partial<ClonalityFacts> = {}) {
  return judgeClonality({
    label: "BRAF V600E",
    support: { altReads, depth, vaf: altReads / depth },
    purity: { value: 0.6, from: "as the case states it" },
    copies: diploid,
    ...more,
  });
}

describe("the clonality of a variant", () => {
  test("is clonal where the interval lies above 0.9 and reaches 1", () => {
    const { state, fraction, reason } = judge(310, 1000);
    expect(state).toBe("clonal");
    expect(fraction).toMatchObject({ estimate: 1, high: 1, purity: 0.6, mutatedCopies: 1 });
    expect(fraction?.low).toBeGreaterThan(0.9);
    expect(reason.text).toBe(
      "BRAF V600E: cancer cell fraction 1.00 (95% 0.94 to 1.00) by VAF 31%, purity 60% (as the case states it) and 2 copies, 1 taken for mutated: clonal, the interval lies above 0.9.",
    );
  });

  test("is subclonal where the interval lies below 1", () => {
    expect(judge(10, 100)).toMatchObject({
      state: "subclonal",
      reason: { code: "clonality-subclonal" },
    });
  });

  test("is uncertain where few reads allow both, and names a dominant clone", () => {
    expect(judge(8, 30)).toMatchObject({
      state: "uncertain",
      reason: { code: "clonality-dominant" },
    });
    expect(judge(3, 15)).toMatchObject({
      state: "uncertain",
      reason: { code: "clonality-uncertain" },
    });
  });

  test("is uncertain without counted reads, whatever the fraction", () => {
    const support = { vaf: 0.1, depth: null, altReads: null };
    expect(judge(0, 1, { support })).toMatchObject({
      state: "uncertain",
      fraction: { low: null, high: null },
    });
  });

  test("takes two copies for mutated only where an allele is doubled and one is impossible", () => {
    const lostAllele = { copies: 2, minor: 0, normal: 2 };
    expect(judge(40, 100, { copies: lostAllele }).fraction).toMatchObject({ mutatedCopies: 2 });
    expect(judge(40, 100, { copies: lostAllele }).fraction?.uncapped).toBeCloseTo(2 / 3, 4);
    expect(judge(30, 100, { copies: lostAllele }).fraction).toMatchObject({ mutatedCopies: 1 });
    expect(judge(40, 100, { copies: diploid }).fraction).toMatchObject({
      mutatedCopies: 1,
      estimate: 1,
    });
  });

  test("caps an impossible fraction at 1 with a flag, and none at 1.2", () => {
    const impossible = judge(60, 100);
    expect(impossible.fraction).toMatchObject({ estimate: 1, uncapped: 2 });
    const codes = (clonality: typeof impossible) =>
      findClonalityCaveats("BRAF V600E", clonality, false).map(({ code }) => code);
    expect(codes(impossible)).toEqual(["cell-fraction-impossible"]);
    expect(codes(judge(36, 100))).toEqual([]);
    expect(codes(judge(10, 100))).toEqual(["subclonal"]);
  });

  test.each([
    [{ purity: null }, "clonality-no-purity", "the purity is not given; VAF 10%."],
    [{ copies: null }, "clonality-no-copy-numbers", "no copy numbers were given; VAF 10%."],
    [{ copies: "no segment" }, "clonality-not-covered", "covers it; VAF 10%."],
    [{ copies: "not adjusted" }, "clonality-copies-not-adjusted", "for purity; VAF 10%."],
    [{ copies: "no number" }, "clonality-copies-not-counted", "number of copies; VAF 10%."],
    [{ copies: "sex" }, "clonality-sex", "hang on the sex; VAF 10%."],
    [{ copies: "no place" }, "clonality-no-place", "no place on the genome; VAF 10%."],
    [{ copies: { ...diploid, copies: 0.2 } }, "clonality-no-copies-left", "carry it; VAF 10%."],
    [
      { support: { vaf: null, depth: 20, altReads: null } },
      "clonality-no-reads",
      "no reads are counted.",
    ],
  ] satisfies [Partial<ClonalityFacts>, string, string][])(
    "is not assessable with %j, and the VAF is shown",
    (more, code, end) => {
      const judged = judge(10, 100, more);
      expect(judged).toMatchObject({ state: "not assessable", fraction: null, reason: { code } });
      expect(judged.reason.text.endsWith(end)).toBe(true);
    },
  );
});
