import { describe, expect, test } from "vitest";
import type { VariantCall } from "../../../../src/model/observation.ts";
import { screenCall } from "../../../../src/run/variants/screen-call.ts";

function call(support: Partial<VariantCall["support"]>, failedFilters: string[] = []): VariantCall {
  return {
    given: { contig: "7", position: 140_753_336, ref: "A", alt: "T" },
    altIndex: 1,
    altCount: 1,
    failedFilters,
    support: {
      kind: "reads",
      vaf: 0.3,
      depth: 100,
      altReads: 30,
      rule: null,
      genotype: "alt called",
      ...support,
    },
    annotations: [],
    provenance: { file: "a.vcf", line: 9, sample: "TUMOR" },
  };
}
const strict = { includeFiltered: false };

describe("a call", () => {
  test("with the allele in its genotype and reads for it is used", () => {
    expect(screenCall(call({}), strict)).toBeNull();
  });
  test("of a file without genotypes is used", () => {
    expect(screenCall(call({ genotype: "absent", vaf: null, altReads: null }), strict)).toBeNull();
  });
  test("whose genotype is reference is listed, not found", () => {
    expect(screenCall(call({ genotype: "alt not called" }), strict)?.code).toBe(
      "genotype-reference",
    );
  });
  test("without a genotype call is neither present nor absent", () => {
    expect(screenCall(call({ genotype: "no call" }), strict)?.code).toBe("genotype-missing");
  });
  test("without a read of the allele is not found", () => {
    expect(screenCall(call({ altReads: 0, vaf: 0 }), strict)?.code).toBe("no-supporting-read");
  });
  test("that failed a filter is set aside, unless asked for", () => {
    expect(screenCall(call({}, ["weak_evidence", "germline"]), strict)).toMatchObject({
      code: "filtered",
      what: "calls filtered as germline, weak_evidence",
    });
    expect(screenCall(call({}, ["weak_evidence"]), { includeFiltered: true })).toBeNull();
  });
});
