import { describe, expect, test } from "vitest";
import type { SmallVariant } from "../../../../src/model/alteration.ts";
import type { VariantCall } from "../../../../src/model/observation.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { makeNormalComparison } from "../../../../src/run/variants/compare-with-normal.ts";

interface Seen {
  readonly tumor: number | null;
  readonly normal?: number | null;
  readonly depth?: number | null;
  readonly normalDepth?: number | null;
  readonly failed?: readonly string[];
  readonly frequency?: number;
}

const somatic: Seen = { tumor: 0.4, normal: 0 };
const exchanged: Seen = { tumor: 0, normal: 0.4 };
const germline: Seen = { tumor: 0.49, normal: 0.51 };

function callOf(seen: Seen, line: number): VariantCall {
  const { tumor, normal, depth = 60, normalDepth = 60, failed = [] } = seen;
  const reads = { vaf: normal ?? null, depth: normalDepth, altReads: null };
  return {
    given: { contig: "7", position: 1000 + line, ref: "A", alt: "T" },
    altIndex: 1,
    altCount: 1,
    failedFilters: failed,
    support: {
      kind: "reads",
      vaf: tumor,
      depth,
      altReads: null,
      rule: null,
      genotype: "alt not called",
      ...(normal === undefined ? {} : { normal: { sample: "N", ...reads } }),
    },
    annotations: [],
    provenance: { file: "a.vcf", line, sample: "T" },
  };
}

function problemsOf(calls: readonly Seen[], decidedBy = "its name"): Problem[] {
  const problems: Problem[] = [];
  const comparison = makeNormalComparison();
  for (const [index, seen] of calls.entries()) {
    const alteration: SmallVariant = {
      kind: "small-variant",
      allele: null,
      consequences: [],
      populationFrequency: seen.frequency ?? null,
    };
    comparison.add(callOf(seen, index + 1), alteration);
  }
  comparison.finish({ name: "N", decidedBy }, (problem) => problems.push(problem));
  return problems;
}

const repeat = (seen: Seen, times: number): Seen[] => Array.from({ length: times }, () => seen);

describe("exchanged samples", () => {
  test("are told with both samples, the numbers, a place and what to do", () => {
    const found = problemsOf([...repeat(germline, 5), somatic, ...repeat(exchanged, 3)]);
    expect(found).toEqual([
      expect.objectContaining({
        code: "normal-exceeds-tumor",
        severity: "warning",
        message:
          'in 3 of 4 calls that only one of the two samples has, it is the normal "N" and not the tumor "T": they may be exchanged (7:1007: 40% in "N", 0% in "T")',
        where: { file: "a.vcf", line: 7 },
        hint: expect.stringContaining('--tumor-sample "N"'),
      }),
    ]);
  });

  test("are corrected in the header where it names the normal", () => {
    const [problem] = problemsOf(repeat(exchanged, 3), "##normal_sample of the header");
    expect(problem?.hint).toContain("bcftools reheader");
    expect(problem?.hint).not.toContain("--tumor-sample");
  });

  test.each<[string, Seen[]]>([
    ["two calls", repeat(exchanged, 2)],
    ["half of those that tell", [...repeat(exchanged, 3), ...repeat(somatic, 3)]],
    ["inherited alleles, more or less of them", repeat(germline, 50)],
    ["inherited alleles that the tumor lost in part", repeat({ tumor: 0.06, normal: 0.5 }, 9)],
    ["common variants that it lost", repeat({ ...exchanged, frequency: 0.3 }, 9)],
    ["few reads of the tumor", repeat({ ...exchanged, depth: 9 }, 9)],
    ["few reads of the normal", repeat({ ...exchanged, normalDepth: 9 }, 9)],
    ["a low fraction in both", repeat({ tumor: 0, normal: 0.09 }, 9)],
    ["calls that failed a filter", repeat({ ...exchanged, failed: ["germline"] }, 9)],
    ["a fraction that is not known", repeat({ tumor: 0, normal: null }, 9)],
    ["no normal", repeat({ tumor: 0 }, 9)],
  ])("are not seen in %s", (_, calls) => {
    expect(problemsOf(calls)).toEqual([]);
  });

  test("are seen where the file states fractions and no depth", () => {
    const found = problemsOf(repeat({ ...exchanged, depth: null, normalDepth: null }, 3));
    expect(found).toHaveLength(1);
  });
});
