import { describe, expect, test } from "vitest";
import { probabilityOfHits } from "../../../../src/annotate/statistics/binomial.ts";
import { judgeUncalled, type PlaceReading } from "../../../../src/assess/lesions/judge-uncalled.ts";

/** cases/private_call_power.csv: depth in the other sample, VAF to be expected there, reads to call, probability (binomial, scipy). */
const powers = [
  [50, 0.05, 3, 0.459467],
  [50, 0.05, 5, 0.103617],
  [50, 0.1, 3, 0.888271],
  [50, 0.1, 5, 0.568802],
  [50, 0.2, 3, 0.998715],
  [50, 0.2, 5, 0.981504],
  [100, 0.05, 3, 0.881737],
  [100, 0.05, 5, 0.564019],
  [100, 0.1, 3, 0.998055],
  [100, 0.1, 5, 0.976289],
  [100, 0.2, 3, 1.0],
  [100, 0.2, 5, 0.999996],
  [250, 0.05, 3, 0.999729],
  [250, 0.05, 5, 0.995429],
  [250, 0.1, 3, 1.0],
  [250, 0.1, 5, 1.0],
  [250, 0.2, 3, 1.0],
  [250, 0.2, 5, 1.0],
  [500, 0.05, 3, 1.0],
  [500, 0.05, 5, 1.0],
  [500, 0.1, 3, 1.0],
  [500, 0.1, 5, 1.0],
  [500, 0.2, 3, 1.0],
  [500, 0.2, 5, 1.0],
  [1000, 0.05, 3, 1.0],
  [1000, 0.05, 5, 1.0],
  [1000, 0.1, 3, 1.0],
  [1000, 0.1, 5, 1.0],
  [1000, 0.2, 3, 1.0],
  [1000, 0.2, 5, 1.0],
] as const;

const unread: PlaceReading = {
  record: null,
  depth: null,
  coveredBy: null,
  others: [],
  shifted: [],
  unnamed: [],
  unused: null,
};
const stated = (vaf: number) => ({ vaf, because: "as the case states it" });
const at = (reads: number) => ({ reads, where: "primary.vcf:12" });

describe("an allele that another lesion does not call", () => {
  test.each(powers)(
    "of %i reads at a VAF of %f, %i or more hold it with probability %f, which decides",
    (depth, vaf, least, probability) => {
      expect(probabilityOfHits(least, depth, vaf)).toBeCloseTo(probability, 6);
      const reading = { ...unread, depth: at(depth) };
      expect(judgeUncalled(reading, stated(vaf), least).state).toBe(
        probability >= 0.95 ? "absent" : "not assessable",
      );
    },
  );

  test("fewer reads than are needed to call can never show it", () => {
    expect(probabilityOfHits(3, 2, 0.9)).toBe(0);
    expect(probabilityOfHits(3, 3, 0.5)).toBeCloseTo(0.125, 12);
  });

  const record = {
    vaf: 0.01,
    depth: 200,
    altReads: 2,
    genotype: "alt not called",
    failedFilters: [],
    where: "p.vcf:3",
  } as const;

  test("is seen below calling where a single read holds it, whatever the power", () => {
    const claim = judgeUncalled({ ...unread, record, depth: at(200) }, stated(0.3), 3);
    expect(claim).toMatchObject({ state: "below calling", altReads: 2, depth: 200 });
    expect(claim.reason.text).toBe(
      "It is seen below calling in 2 of 200 reads, not in the genotype (p.vcf:3), which speaks for its presence.",
    );
  });

  test.each([
    // At or below one read in a thousand, and fewer than the three of a call: the reads at the place decide.
    [1, 2501, "absent", "lesion-absent"],
    [2, 2501, "absent", "lesion-absent"],
    // Errors may have made them, and a tumor cell as well.
    [1, 999, "not assessable", "lesion-reads-unclear"],
    [1, 52, "not assessable", "lesion-reads-unclear"],
    [3, 2501, "not assessable", "lesion-reads-unclear"],
    // P(X >= 1) of 51 reads is 0.0498, P(X >= 2) of 202 is 0.018.
    [1, 51, "below calling", "lesion-below-calling"],
    [2, 202, "below calling", "lesion-below-calling"],
    [40, 100, "below calling", "lesion-below-calling"],
  ])("of which %i of %i reads hold it, beside an error rate of 0.1%, is %s", (...row) => {
    const [altReads, depth, state, code] = row;
    const few = { ...record, altReads, depth, vaf: altReads / depth };
    const claim = judgeUncalled({ ...unread, record: few, depth: at(depth) }, stated(0.3), 3);
    expect([claim.state, claim.reason.code]).toEqual([state, code]);
    expect([claim.altReads, claim.depth]).toEqual([altReads, depth]);
  });

  test("names the reads that errors explain, which prove no absence where there are too few beside them", () => {
    const few = { ...record, altReads: 1, depth: 2501, vaf: 1 / 2501 };
    const claim = (vaf: number) =>
      judgeUncalled({ ...unread, record: few, depth: at(2501) }, stated(vaf), 3);
    expect(claim(0.3).reason.text).toContain(
      " 1 of them holds it, no more than errors alone make (0.1% of reads).",
    );
    expect(claim(0.002)).toMatchObject({ state: "not assessable" });
    expect(claim(0.002).reason.code).toBe("lesion-power-low");
  });

  test("is weighed by its fraction where reads are not counted", () => {
    const few = { ...record, altReads: null, depth: 2501, vaf: 0.0004 };
    const claim = judgeUncalled({ ...unread, record: few, depth: at(2501) }, stated(0.3), 3);
    expect(claim.state).toBe("absent");
  });

  test("is seen below calling where a call failed a filter and no reads are counted", () => {
    const failed = {
      ...record,
      altReads: null,
      vaf: null,
      depth: null,
      genotype: "alt called",
      failedFilters: ["weak"],
    } as const;
    const { state, reason } = judgeUncalled({ ...unread, record: failed }, stated(0.3), 3);
    expect(state).toBe("below calling");
    expect(reason.text).toContain("filtered as weak");
  });

  test("is absent where a filtered record holds no read of it, and the depth suffices", () => {
    const none = { ...record, altReads: 0, vaf: 0, failedFilters: ["weak"] };
    expect(judgeUncalled({ ...unread, record: none, depth: at(200) }, stated(0.3), 3).state).toBe(
      "absent",
    );
  });

  test("is not assessable where nothing covers the place, no depth is stated, no copy is left or the record is not used", () => {
    const code = (reading: Partial<PlaceReading>, expected: ReturnType<typeof stated> | null) =>
      judgeUncalled({ ...unread, ...reading }, expected, 3).reason.code;
    expect(code({}, stated(0.3))).toBe("lesion-not-covered");
    expect(code({ coveredBy: "panel.bed" }, stated(0.3))).toBe("lesion-no-depth");
    expect(code({ depth: at(500) }, null)).toBe("lesion-no-copies");
    expect(code({ depth: at(500), unused: "p.vcf:3" }, stated(0.3))).toBe("lesion-record-unused");
  });

  test("a probability just below 0.95 is not shown as 0.95", () => {
    const { state, reason } = judgeUncalled({ ...unread, depth: at(122) }, stated(0.05), 3);
    expect(probabilityOfHits(3, 122, 0.05)).toBeCloseTo(0.946621, 6);
    expect(state).toBe("not assessable");
    expect(reason.text).toContain("of only 0.94");
  });
});
