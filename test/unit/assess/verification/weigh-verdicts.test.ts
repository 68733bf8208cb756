/** One state from several measurements (spec, clinical R8: only an absolute assay can contradict; both assays are told where they differ). */
import { describe, expect, test } from "vitest";
import {
  weighVerdicts,
  type WeighedVerdict,
} from "../../../../src/assess/verification/weigh-verdicts.ts";
import type { VerificationState } from "../../../../src/model/verdict.ts";

const absolute = (state: VerificationState): WeighedVerdict => ({ state, assay: "ihc" });
const relative = (state: VerificationState): WeighedVerdict => ({ state, assay: "protein" });

const weigh = (...verdicts: readonly WeighedVerdict[]) => {
  const { state, decisive } = weighVerdicts(verdicts);
  return [state, decisive.map((each) => verdicts.indexOf(each))];
};

describe("several measurements of one alteration", () => {
  test("of which an absolute one tells rest on it, whatever a relative one leaves open or does not support", () => {
    expect(weigh(relative("equivocal"), absolute("verified"))).toEqual(["verified", [1]]);
    expect(weigh(relative("not supported"), absolute("verified"))).toEqual(["verified", [1]]);
    expect(weigh(absolute("not informative"), relative("supported"))).toEqual(["supported", [1]]);
    expect(weigh(relative("equivocal"), absolute("not supported"))).toEqual(["not supported", [1]]);
  });

  test("are discordant where one bears it out and an absolute one is against it, and all are told", () => {
    expect(weigh(relative("supported"), absolute("contradicted"))).toEqual(["discordant", [0, 1]]);
    expect(weigh(absolute("verified"), absolute("not supported"))).toEqual(["discordant", [0, 1]]);
    expect(weigh(relative("supported"), relative("not supported"))).toEqual(["discordant", [0, 1]]);
  });

  test("stay equivocal where an absolute one leaves it open beside another that bears it out", () => {
    expect(weigh(absolute("supported"), absolute("equivocal"))).toEqual(["equivocal", [1, 0]]);
    expect(weigh(absolute("verified"), absolute("equivocal"), relative("equivocal"))).toEqual([
      "equivocal",
      [1, 0],
    ]);
    expect(weigh(absolute("equivocal"))).toEqual(["equivocal", [0]]);
    expect(weigh(relative("supported"), relative("equivocal"))).toEqual(["supported", [0]]);
  });

  test("rest on all that have the best state, and on no other", () => {
    expect(weigh(absolute("supported"), absolute("verified"), absolute("verified"))).toEqual([
      "verified",
      [1, 2],
    ]);
    expect(weigh(relative("not informative"), relative("not assessable"))).toEqual([
      "not assessable",
      [1],
    ]);
  });

  test("of which one holds two results are discordant", () => {
    expect(weigh(absolute("verified"), absolute("discordant"))).toEqual(["discordant", [0, 1]]);
    expect(weigh(absolute("verified"), relative("discordant"))).toEqual(["verified", [0]]);
  });
});
