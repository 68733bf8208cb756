import { describe, expect, test } from "vitest";
import { readFusionCall } from "../../../../src/annotate/structural/read-fusion-call.ts";
import type { FusionCall } from "../../../../src/read/structural/structural-call.ts";
import { models } from "./made-up-genes.ts";

const call: FusionCall = {
  line: 2,
  fivePrime: "PLUS",
  threePrime: "MINUS",
  isOrdered: true,
  inFrame: null,
  fivePrimeBreakpoint: null,
  threePrimeBreakpoint: null,
  exons: null,
  transcript: null,
  kinaseDomain: null,
  isReadThrough: false,
  failedFilters: [],
  support: { junctionReads: 5, spanningReads: null, rule: null, confidence: null },
};
const nameGene = (name: string) => (name === "OLD" ? "PLUS" : name);
const read = (parts: Partial<FusionCall>, world: typeof models | null = models) =>
  readFusionCall({ ...call, ...parts }, { models: world, nameGene });

/** The last base of exon 2 of PLUS, and the first base of exons 4 and 3 of MINUS. */
const end = { contig: "1", position: 2100 };
const fourth = { contig: "2", position: 2100 };
const third = { contig: "2", position: 3100 };

describe("a row of a fusion table", () => {
  test("keeps what the caller states, by current names of the genes", () => {
    expect(read({ fivePrime: "OLD", inFrame: true, kinaseDomain: "kept" })).toEqual({
      kind: "fusion",
      fivePrime: "PLUS",
      threePrime: "MINUS",
      inFrame: true,
      kinaseDomain: "kept",
    });
    expect(read({ isOrdered: false, threePrime: null })).toMatchObject({
      threePrime: null,
      ordered: false,
      inFrame: null,
    });
  });

  test.each([
    // 150 coding bases up to the end of exon 2 of PLUS; 250 before exon 4 of MINUS, 150 before exon 3.
    [{ fivePrimeBreakpoint: end, threePrimeBreakpoint: third }, { inFrame: true }],
    [{ fivePrimeBreakpoint: end, threePrimeBreakpoint: fourth }, { inFrame: false }],
    // Two bases before the end of the exon: the caller's error, or bases that the table does not hold.
    [
      { fivePrimeBreakpoint: { contig: "1", position: 2098 }, threePrimeBreakpoint: third },
      { inFrame: null },
    ],
    [
      { fivePrimeBreakpoint: end, threePrimeBreakpoint: { contig: "2", position: 3095 } },
      { inFrame: null },
    ],
    [
      { fivePrimeBreakpoint: { contig: "1", position: 2090 }, threePrimeBreakpoint: third },
      { inFrame: false },
    ],
    [{ fivePrimeBreakpoint: end }, { inFrame: null }],
    [
      { fivePrimeBreakpoint: { contig: "1", position: 2500 }, threePrimeBreakpoint: third },
      { inFrame: null },
    ],
    [
      { fivePrimeBreakpoint: { contig: "1", position: 1020 }, threePrimeBreakpoint: third },
      { inFrame: null, promoterSwap: true },
    ],
    // Order and the caller's own word stand over the models.
    [{ fivePrimeBreakpoint: end, threePrimeBreakpoint: third, inFrame: false }, { inFrame: false }],
    [
      { fivePrimeBreakpoint: end, threePrimeBreakpoint: third, isOrdered: false },
      { inFrame: null },
    ],
    // A breakpoint on the other build lies in another gene, or in none.
    [
      { fivePrimeBreakpoint: { contig: "1", position: 90_000 }, threePrimeBreakpoint: third },
      { inFrame: null },
    ],
  ] as const)("with %j has the frame %j", (parts, frame) => {
    expect(read(parts)).toMatchObject(frame);
  });

  test("has no frame without gene models", () => {
    expect(read({ fivePrimeBreakpoint: end, threePrimeBreakpoint: third }, null)).toMatchObject({
      inFrame: null,
    });
  });
});

describe("a gene that is joined to itself", () => {
  const within = { threePrime: "PLUS" } as const;

  test.each([
    [[1, 8], "deletion", { from: 2, to: 7 }],
    [[5, 7], "deletion", { from: 6, to: 6 }],
    [[18, 10], "duplication", { from: 10, to: 18 }],
    [[3, 3], "duplication", { from: 3, to: 3 }],
  ] as const)("by exons %j has a %s of %j", (exons, change, span) => {
    expect(read({ ...within, exons: [exons[0], exons[1]], inFrame: true })).toEqual({
      kind: "exon-change",
      gene: "PLUS",
      change,
      exons: span,
      inFrame: true,
    });
  });

  test("by neighboring exons, or by nothing that tells, is set aside", () => {
    expect(read({ ...within, exons: [1, 2] })).toMatchObject({ code: "fusion-within-gene" });
    expect(read(within)).toMatchObject({ code: "fusion-within-gene" });
  });

  test("by breakpoints at the edges of exons has lost what lies between", () => {
    const breakpoints = {
      fivePrimeBreakpoint: { contig: "1", position: 1100 },
      threePrimeBreakpoint: { contig: "1", position: 4001 },
    };
    expect(read({ ...within, ...breakpoints })).toMatchObject({
      change: "deletion",
      exons: { from: 2, to: 3 },
    });
  });
});
