import { describe, expect, it, test } from "vitest";
import { judgeByPeerRule, plainZ } from "../../../../src/annotate/proteins/judge-by-peer-rule.ts";
import { measureOutlier } from "../../../../src/annotate/proteins/measure-outlier.ts";
import type { OutlierSupport } from "../../../../src/model/observation.ts";
import { rowValuesOf } from "../../read/cohort/row-values-of.ts";
import { type PeerRule, peerRules } from "../../../../src/annotate/proteins/peer-rule.ts";

const cohort = [
  10.2, 9.8, 10.5, 10.1, 9.9, 10, 10.4, 9.7, 10.3, 10.6, 9.6, 10.05, 9.95, 10.15, 9.85, 10.25, 9.75,
  10.35, 10.45, 9.65,
];

function supportOf(value: number, others: readonly number[] = cohort): OutlierSupport {
  const reference = { values: rowValuesOf(others), missing: 0 };
  const context = {
    cohort: "c",
    scale: "log2-intensity",
    limits: { cohortToCompute: 5 },
    tested: 1,
  };
  return measureOutlier(value, reference, context);
}

describe("judgeByPeerRule", () => {
  // Median 10.075, IQR 0.475, fences 9.125 and 11.025, mean 10.0775, SD 0.300208.
  test.each<readonly [PeerRule, number, string]>([
    ["blacksheep", 10.78, "none"],
    ["blacksheep", 10.79, "up"],
    ["blacksheep", 9.36, "down"],
    ["tukey", 11.02, "none"],
    ["tukey", 11.03, "up"],
    ["tukey", 9.12, "down"],
    ["kiqr", 11.02, "none"],
    ["kiqr", 11.03, "up"],
    ["kiqr", 9.12, "down"],
    ["zscore", 10.97, "none"],
    ["zscore", 10.98, "up"],
    ["zscore", 9.17, "down"],
  ])("by %s a value of %d is %s", (rule, value, call) => {
    expect(judgeByPeerRule(supportOf(value), rule).call).toBe(call);
  });

  const filled = (value: number) => Array.from({ length: 23 }, () => value);
  const sum = 0.1 + 0.2;

  test.each<readonly [string, number, readonly number[]]>([
    ["of one value", 5, filled(2)],
    ["of one value that its mean is not", 23.4, filled(20.1)],
    ["of one value, which the case has as well", 20.1, filled(20.1)],
    ["of one value but for rounding", 5, filled(0.3).map((value, at) => (at % 2 ? value : sum))],
    ["of one value but for rounding, as the case", sum, filled(0.3)],
  ])("says that a cohort %s has no spread", (_, value, others) => {
    const constant = supportOf(value, others);
    expect(constant).toMatchObject({
      modifiedZ: null,
      p: null,
      crawfordHowellT: null,
      crawfordHowellP: null,
      kIqr: null,
      tukey: null,
    });
    for (const rule of peerRules) {
      expect(judgeByPeerRule(constant, rule)).toMatchObject({
        call: "not assessable",
        reason: { code: "cohort-without-spread" },
      });
    }
  });

  it("takes the plain z from Crawford and Howell's t", () => {
    expect(plainZ(supportOf(13))).toBeCloseTo(9.734909, 6);
    expect(plainZ(supportOf(8))).toBeCloseTo(-6.920196, 6);
  });
});
