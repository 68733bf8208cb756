import { describe, expect, test } from "vitest";
import { readReferenceDepth } from "../../../../src/read/vcf/reference-depth.ts";

function depthOf(fields: Readonly<Record<string, string>>, altCount: number) {
  return readReferenceDepth((key) => fields[key]?.split(",") ?? null, altCount);
}

describe("reads at a place that a record states", () => {
  test.each([
    ["DP alone", { DP: "200" }, 0, { reads: 200, from: "DP" }],
    ["the least of a block", { DP: "200", MIN_DP: "20" }, 1, { reads: 20, from: "MIN_DP" }],
    ["reads counted by allele", { DP: "5000", AD: "5" }, 0, { reads: 5, from: "AD" }],
    ["those of all alleles", { DP: "5000", AD: "5,2,0" }, 2, { reads: 7, from: "AD" }],
    ["counts below a block's least", { MIN_DP: "50", AD: "5,0" }, 1, { reads: 5, from: "AD" }],
    ["AD alone", { AD: "30,0" }, 1, { reads: 30, from: "AD" }],
    ["a depth below the counts", { DP: "20", AD: "30,0" }, 1, { reads: 20, from: "DP" }],
    ["DP where AD counts other alleles", { DP: "200", AD: "5" }, 1, { reads: 200, from: "DP" }],
    ["DP where a count is missing", { DP: "200", AD: "5,." }, 1, { reads: 200, from: "DP" }],
    // VarScan counts the reference in RD, and the ALT alone in AD.
    ["VarScan's DP", { DP: "200", RD: "200", AD: "0" }, 0, { reads: 200, from: "DP" }],
    ["nothing", {}, 1, null],
  ])("are %s", (_, fields, altCount, expected) => {
    expect(depthOf(fields, altCount)).toEqual(expected);
  });
});
