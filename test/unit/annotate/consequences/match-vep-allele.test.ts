import { describe, expect, test } from "vitest";
import { matchVepAllele } from "../../../../src/annotate/consequences/match-vep-allele.ts";
import { makeCall } from "../make-call.ts";

function match(allele: string, stated: readonly string[], altCount = 1): string[] {
  return matchVepAllele(new Set(stated), makeCall(allele, { altCount }));
}

describe("matchVepAllele", () => {
  test.each([
    ["the ALT itself", "1:10:A:T", ["T", "C"], 2, ["T"]],
    ["an ALT in lower case", "1:10:a:t", ["T", "C"], 2, ["T"]],
    ["a deletion", "1:10:AT:A", ["-", "C"], 2, ["-"]],
    ["an insertion", "1:10:A:ATT", ["TT", "-"], 2, ["TT"]],
    ["a substitution in a record with an indel", "1:10:AC:AG", ["G", "-"], 2, ["G"]],
    ["an indel in a record whose alleles start differently", "1:10:A:AT", ["AT", "C"], 2, ["AT"]],
    ["an allele of --minimal", "1:10:CAG:CTG", ["T", "TG"], 2, ["TG", "T"]],
    ["an allele of --minimal alone", "1:10:CAG:CTG", ["T", "C"], 2, ["T"]],
    ["the only word of a record of one ALT", "1:10:A:T", ["G"], 1, ["G"]],
    ["no word of a record of several ALTs", "1:10:A:T", ["G"], 2, []],
    ["no word of a split record", "1:10:A:T", ["G", "C"], 1, []],
  ])("fits %s", (...[, allele, stated, altCount, expected]) => {
    expect(match(allele, stated, altCount).sort()).toEqual(expected.toSorted());
  });

  test("finds two words where only the other ALTs could tell", () => {
    // ALTs AA and AAA are written A and AA; AA would be ALT AA as it is.
    expect(match("1:10:A:AA", ["A", "AA"], 2)).toHaveLength(2);
  });
});
