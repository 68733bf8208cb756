import { describe, expect, test } from "vitest";
import { classifyAlt } from "../../../../src/read/vcf/alt.ts";
import { cpuTime } from "../../cpu-time.ts";

const kindOf = (alt: string, ref = "A"): string => {
  const found = classifyAlt(alt, ref);
  return found.kind === "skipped" ? found.code : found.kind;
};

describe("classifyAlt", () => {
  test.each([
    ["T", "allele"],
    ["acgtn", "allele"],
    ["a", "alternate-is-reference"],
    [".", "reference-block"],
    ["<NON_REF>", "reference-block"],
    ["<*>", "reference-block"],
    ["*", "spanning-deletion"],
    ["<DEL>", "symbolic-allele"],
    ["<DUP:TANDEM>", "symbolic-allele"],
    ["G]17:198982]", "breakend"],
    ["]13:123456]T", "breakend"],
    ["C[<ctg1>:7[", "breakend"],
    ["[HLA-A*01:01:5[T", "breakend"],
    [".TCC", "breakend"],
    ["TCC.", "breakend"],
    ["C[2:321682]", "malformed"],
    ["C[2:321682[T", "malformed"],
    ["[2:321682[", "malformed"],
    ["C[2[", "malformed"],
    ["C[:5[", "malformed"],
    ["", "malformed"],
    ["A/T", "malformed"],
    ["X", "malformed"],
    ["<DEL", "malformed"],
    ["..", "malformed"],
    ["A.T", "malformed"],
  ])("%s is %s", (alt, expected) => {
    expect(kindOf(alt)).toBe(expected);
  });

  test.each([
    "A".concat("<".repeat(200_000)),
    "[".repeat(200_000),
    "<".repeat(200_000),
    "A[".repeat(100_000),
  ])("takes no time for a hostile ALT", (alt) => {
    const start = cpuTime();
    expect(kindOf(alt)).toBe("malformed");
    expect(cpuTime() - start).toBeLessThan(200);
  });
});
