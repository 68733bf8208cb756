import { describe, expect, it } from "vitest";
import { findNormalCaveats } from "../../../../src/assess/caveats/normal-caveats.ts";
import type { NormalReads, ReadSupport } from "../../../../src/model/observation.ts";
import { statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

const support = (vaf: number | null, normal?: Omit<NormalReads, "sample">): ReadSupport => ({
  kind: "reads",
  vaf,
  depth: 100,
  altReads: null,
  rule: null,
  genotype: "alt called",
  ...(normal === undefined ? {} : { normal: { sample: "N1", ...normal } }),
});
const reads = (altReads: number, depth: number) => ({ vaf: altReads / depth, depth, altReads });
const textOf = (vaf: number | null, normal?: Omit<NormalReads, "sample">) =>
  findNormalCaveats("KRAS G12D", support(vaf, normal)).map(({ text }) => text);

describe("reads of the allele in the normal", () => {
  it("are told with their number", () => {
    expect(textOf(0.4, reads(12, 60))).toEqual([
      "KRAS G12D: also in the normal (N1): 12 of 60 reads (20%); possibly a germline variant, or tumor cells in the normal. Confirm it. The tier is not changed by this.",
    ]);
    expect(textOf(0.4, { vaf: 0.2, depth: null, altReads: null })[0]).toContain("VAF 20%;");
  });

  it.each([
    ["no normal", undefined],
    ["no read", reads(0, 60)],
    ["two reads", reads(2, 10)],
    ["an error in a hundred", reads(5, 500)],
    ["a tenth of the tumor's fraction", reads(4, 100)],
    ["reads without a fraction", { vaf: null, depth: null, altReads: 9 }],
  ])("are no caveat: %s", (_, normal) => {
    expect(textOf(0.4, normal)).toEqual([]);
  });

  it("are one above a tenth of the tumor's fraction, and where that is not known", () => {
    expect(textOf(0.4, reads(5, 100))).toHaveLength(1);
    expect(textOf(null, reads(4, 100))).toHaveLength(1);
  });

  it("cast doubt on the samples only where they are many and twice the tumor's", () => {
    expect(textOf(0.05, reads(20, 100))[0]).toContain("exchanged");
    expect(textOf(0.05, reads(19, 100))[0]).not.toContain("exchanged");
    expect(textOf(0.49, reads(51, 100))[0]).not.toContain("exchanged");
  });

  it("move neither rank nor tier, and are told with target and finding", () => {
    const braf = variant("BRAF", "V600E");
    const parts = {
      statements: [statement({ id: "S1" }), statement({ id: "S2", drugs: ["beta"] })],
      tumorOnly: false,
    };
    const plain = assess({ ...parts, observations: [braf] });
    const marked = assess({
      ...parts,
      observations: [{ ...braf, support: support(0.4, reads(12, 60)) }],
    });
    const orderOf = ({ targets }: typeof plain) =>
      targets.map(({ rank, therapy, amp }) => ({ rank, therapy, amp }));
    expect(marked.targets.length).toBeGreaterThan(0);
    expect(orderOf(marked)).toEqual(orderOf(plain));
    const codes = marked.targets.flatMap(({ caveats }) => caveats.map(({ code }) => code));
    expect(codes).toContain("in-the-normal");
    expect(marked.findings[0]?.caveats.map(({ code }) => code)).toContain("in-the-normal");
  });
});
