import { describe, expect, test } from "vitest";
import {
  callCopyNumbers,
  type CopyNumberQuestion,
} from "../../../../src/annotate/copy-number/call-copy-numbers.ts";
import { meanPloidy } from "../../../../src/annotate/copy-number/mean-ploidy.ts";
import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
import type { Transcript } from "../../../../src/annotate/models/transcript.ts";
import type { CopyNumberRow } from "../../../../src/read/copy-number/copy-numbers.ts";

/** A transcript of 1,000 bases, which codes in its second half. */
const transcript: Transcript = {
  id: "ENST00000000001.1",
  refseq: null,
  gene: "GENE1",
  contig: "9",
  reversed: false,
  exons: [
    [1001, 1100],
    [1501, 2000],
  ],
  coding: [[1501, 1900]],
  preferred: true,
  hasUtr: true,
  phase: 0,
  biotype: null,
};

const question: CopyNumberQuestion = {
  genes: ["GENE1"],
  tumor: { purity: null, ploidy: null },
  sex: undefined,
  assembly: "GRCh38",
  geneSpan: (gene) =>
    gene === "GENE1" ? { assembly: "GRCh38", contig: "9", start: 901, end: 2100 } : null,
  currentSymbol: (symbol) => (symbol === "OLD1" ? "GENE1" : symbol),
  models: makeGenomeModels([transcript], () => ""),
};

let line = 1;
const emptyRow = {
  place: null,
  gene: null,
  copies: null,
  mostCopies: null,
  minor: null,
  log2: null,
  call: null,
  share: null,
};
const segment = (
  start: number,
  end: number,
  copies: number,
  minor: number | null = null,
): CopyNumberRow => ({
  ...emptyRow,
  line: ++line,
  place: { contig: "9", start, end },
  copies,
  minor,
});

const call = (rows: readonly CopyNumberRow[], more: Partial<CopyNumberQuestion> = {}) => {
  const { called, notCovered } = callCopyNumbers({ rows }, { ...question, ...more });
  const [gene] = called;
  return gene === undefined
    ? notCovered[0]?.why
    : gene.changes.map(({ change, part, judged }) => [change, judged.copies, part ?? "whole"]);
};

describe("a gene in segments", () => {
  test("has the copies of the one that holds it", () => {
    expect(call([segment(1, 5000, 8)])).toEqual([["amplification", 8, "whole"]]);
    expect(call([segment(1, 5000, 2)])).toEqual([]);
  });

  test("has a change that covers half of its transcript, and not one base less", () => {
    expect(call([segment(1, 1500, 8), segment(1501, 5000, 2)])).toEqual([
      ["amplification", 8, "whole"],
    ]);
    expect(call([segment(1, 1499, 8), segment(1500, 5000, 2)])).toEqual([
      ["amplification", 8, { share: 0.499, coding: false }],
    ]);
  });

  test("adds up the segments that go at least as far, and shows the one that covers most", () => {
    const rows = [segment(1, 1300, 0), segment(1301, 1700, 1), segment(1701, 5000, 2)];
    expect(call(rows)).toEqual([
      ["loss", 1, "whole"],
      ["homozygous-deletion", 0, { share: 0.3, coding: false }],
    ]);
  });

  test("loses coding bases with a part of it", () => {
    expect(call([segment(1, 1700, 2), segment(1701, 5000, 0)])).toEqual([
      ["homozygous-deletion", 0, { share: 0.3, coding: true }],
    ]);
  });

  test("is not covered outside of them, and where they leave more than half of it out", () => {
    expect(call([segment(5000, 9000, 8)])).toBe("no segment");
    expect(call([segment(1, 1499, 2)])).toBe("no segment");
    expect(call([segment(1, 1500, 2)])).toEqual([]);
    expect(call([{ ...segment(1, 5000, 8), place: { contig: "8", start: 1, end: 5000 } }])).toBe(
      "no segment",
    );
  });

  test("has no copies without a place", () => {
    expect(call([segment(1, 5000, 8)], { genes: ["GENE2"] })).toBe("no place");
  });

  test("is found whatever the order of the segments, also behind a long one that reaches over it", () => {
    const rows = [segment(3000, 4000, 3), segment(2500, 2600, 3), segment(1, 50_000, 7)];
    expect(call(rows)).toEqual([["amplification", 7, "whole"]]);
    expect(call(rows.toReversed())).toEqual([["amplification", 7, "whole"]]);
  });

  test("shows how far its change reaches over neighbors that are near and have it too", () => {
    const rows = [
      segment(1, 900, 7),
      segment(950, 5000, 9),
      segment(6000, 7000, 6),
      segment(2_000_000, 3_000_000, 9),
    ];
    const { called } = callCopyNumbers({ rows }, question);
    expect(called[0]?.changes[0]?.segment).toEqual({ contig: "9", start: 1, end: 7000 });
  });

  test("tells alleles apart where the file does", () => {
    const hasAlleles = (rows: readonly CopyNumberRow[]) =>
      callCopyNumbers({ rows }, question).called[0]?.hasAlleles;
    expect(hasAlleles([segment(1, 5000, 2, 1)])).toBe(true);
    expect(hasAlleles([segment(1, 5000, 2)])).toBe(false);
    expect(call([segment(1, 5000, 2, 0)])).toEqual([["copy-neutral-loh", 2, "whole"]]);
  });
});

describe("a gene with a row of its own", () => {
  const row = (more: Partial<CopyNumberRow>): CopyNumberRow => ({
    ...emptyRow,
    gene: "GENE1",
    line: 2,
    ...more,
  });

  test("has its copies or its call, under an older name as well", () => {
    expect(call([row({ copies: 0.1 })])).toEqual([["homozygous-deletion", 0.1, "whole"]]);
    expect(call([row({ call: "amplification" })])).toEqual([["amplification", null, "whole"]]);
    expect(call([row({ gene: "OLD1", copies: 9 })])).toEqual([["amplification", 9, "whole"]]);
    expect(call([row({ gene: "GENE3", copies: 9 })])).toBe("no segment");
  });

  test("is deleted in a part where the fewest copies cover less than half of it", () => {
    expect(call([row({ copies: 0, mostCopies: 2, share: 0.49 })])).toEqual([
      ["homozygous-deletion", 0, { share: 0.49, coding: null }],
    ]);
    expect(call([row({ copies: 0, mostCopies: 2, share: 0.5 })])).toEqual([
      ["homozygous-deletion", 0, "whole"],
    ]);
    expect(call([row({ call: "partial-deletion" })])).toEqual([
      ["homozygous-deletion", null, { share: null, coding: null }],
    ]);
  });

  test("is amplified as a whole by its fewest copies, and in a part by its most", () => {
    expect(call([row({ copies: 7, mostCopies: 30 })])).toEqual([["amplification", 7, "whole"]]);
    expect(call([row({ copies: 2, mostCopies: 30 })])).toEqual([
      ["amplification", 30, { share: null, coding: null }],
    ]);
  });

  test("says nothing when two rows call it differently, and the same when they agree", () => {
    const differing = [row({ call: "loss" }), row({ call: "homozygous-deletion" })];
    expect(call(differing)).toEqual({ contradicting: differing });
    expect(call([row({ copies: 9 }), row({ call: "amplification" })])).toEqual([
      ["amplification", 9, "whole"],
    ]);
  });
});

describe("the ploidy of segments", () => {
  const wide = (contig: string, size: number, copies: number): CopyNumberRow => ({
    ...segment(1, size, copies),
    place: { contig, start: 1, end: size },
  });

  test("is their mean by length, without X, Y and the mitochondrion", () => {
    const rows = [wide("1", 1_000_000_000, 2), wide("2", 1_000_000_000, 4), wide("X", 1e9, 1)];
    expect(meanPloidy(rows)).toBe(3);
  });

  test("is not known from segments of less than half of the genome", () => {
    expect(meanPloidy([wide("1", 1_500_000_000, 2)])).toBeNull();
  });
});
