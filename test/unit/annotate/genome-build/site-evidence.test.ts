import { describe, expect, test } from "vitest";
import { makeSiteEvidence } from "../../../../src/annotate/genome-build/site-evidence.ts";
import { knownSites } from "./known-sites.ts";
import { makeCall } from "../make-call.ts";

function collect(calls: readonly (string | readonly [string, string])[]) {
  const evidence = makeSiteEvidence(knownSites);
  for (const call of calls) {
    const [allele, rawContig] = typeof call === "string" ? [call] : call;
    evidence.add(makeCall(allele), rawContig);
  }
  return evidence.sites();
}

const none = { agree: 0, disagree: 0, alleles: 0 };

describe("makeSiteEvidence", () => {
  test("finds nothing in no calls, and in calls away from the sites", () => {
    const empty = {
      GRCh37: none,
      GRCh38: none,
      examples: [],
      accessions: { GRCh37: 0, GRCh38: 0 },
    };
    expect(collect([])).toEqual(empty);
    expect(collect(["1:1000:A:T", "MT:7:A:T"])).toEqual(empty);
  });

  test("counts a known allele as an agreement too, and names it", () => {
    const sites = collect(["7:140453136:A:T"]);
    expect(sites).toMatchObject({ GRCh37: { agree: 1, disagree: 0, alleles: 1 }, GRCh38: none });
    expect(sites.examples).toEqual(["7:140453136 A>T is a known allele on GRCh37"]);
  });

  test("names the same known alleles whatever the order of the file", () => {
    const calls = ["9:5:A:T", "7:30:C:G", "1:8:G:A", "12:4:T:C", "7:4:A:C"].map((allele) =>
      makeCall(allele),
    );
    const everything = { knownSites: () => new Map(), knownAllele: () => true };
    const examplesOf = (ordered: typeof calls) => {
      const evidence = makeSiteEvidence(everything);
      for (const call of ordered) evidence.add(call);
      return evidence.sites().examples;
    };
    expect(examplesOf(calls)).toHaveLength(3);
    expect(examplesOf(calls.toReversed())).toEqual(examplesOf(calls));
  });

  test("counts reference bases that agree under another ALT", () => {
    expect(collect(["7:140453136:A:C"]).GRCh37).toEqual({ agree: 1, disagree: 0, alleles: 0 });
  });

  test("counts reference bases that disagree", () => {
    expect(collect(["7:140753336:G:C"]).GRCh38).toEqual({ agree: 0, disagree: 1, alleles: 0 });
  });

  test("looks at every base of a longer REF, and trims before it looks for the allele", () => {
    expect(collect(["7:140453134:CAAG:CCAG"]).GRCh37).toEqual({
      agree: 1,
      disagree: 0,
      alleles: 0,
    });
    expect(collect(["7:140453135:CA:CT"]).GRCh37).toEqual({ agree: 1, disagree: 0, alleles: 1 });
    expect(collect(["7:140453135:CG:CT"]).GRCh37).toEqual({ agree: 0, disagree: 1, alleles: 0 });
  });

  test("compares as many bases as both have", () => {
    expect(collect(["7:55242464:A:C"]).GRCh37).toEqual({ agree: 1, disagree: 0, alleles: 0 });
    expect(collect(["7:55242464:AGT:A"]).GRCh37).toEqual({ agree: 0, disagree: 1, alleles: 0 });
  });

  test("counts each site and each allele once, whatever the case of its letters", () => {
    expect(collect(["7:140453136:A:T", "7:140453136:a:t", "7:140453136:A:C"]).GRCh37).toEqual({
      agree: 1,
      disagree: 0,
      alleles: 1,
    });
  });

  test("counts a site with both as a disagreement", () => {
    expect(collect(["7:140453136:A:T", "7:140453136:G:T"]).GRCh37).toMatchObject({
      agree: 0,
      disagree: 1,
    });
  });

  test("counts records on accessions that belong to one build", () => {
    const calls = [
      ["7:1:A:T", "NC_000007.13"],
      ["7:2:A:T", "NC_000007.13"],
      ["X:3:A:T", "NC_000023.11"],
      ["MT:3:A:T", "NC_012920.1"],
      ["7:1:A:T", "chr7"],
    ] as const;
    expect(collect(calls).accessions).toEqual({ GRCh37: 2, GRCh38: 1 });
  });
});
