import { makeGenomeModels } from "../../../../src/annotate/models/genome-models.ts";
import type { Span, Transcript } from "../../../../src/annotate/models/transcript.ts";
import type { Breakend, StructuralCall } from "../../../../src/read/structural/structural-call.ts";

function gene(
  name: string,
  contig: string,
  place: {
    exons: readonly Span[];
    coding: readonly Span[];
    reversed?: boolean;
  } & Partial<Transcript>,
): Transcript {
  return {
    id: `ENST_${name}.1`,
    refseq: null,
    gene: name,
    contig,
    reversed: false,
    preferred: true,
    hasUtr: true,
    phase: 0,
    biotype: null,
    ...place,
  };
}

/**
 * PLUS lies on the plus strand of chromosome 1: exons of 100 bases at 1001, 2001, ... 5001; coding from 1051 on, so that 50, 100,
 * 100, 100 and 50 bases of its exons code. MINUS lies on the minus strand of chromosome 2 at the same places, with exon 1 at 5001.
 * NEAR lies behind PLUS on the same strand; INSIDE overlaps its last intron on the other strand.
 */
export const transcripts: readonly Transcript[] = [
  gene("PLUS", "1", { exons: exonsFrom(1001), coding: codingFrom(1001) }),
  gene("MINUS", "2", { exons: exonsFrom(1001), coding: codingFrom(1001), reversed: true }),
  gene("NEAR", "1", { exons: exonsFrom(11_001), coding: codingFrom(11_001) }),
  gene("INSIDE", "1", { exons: [[4501, 4560]], coding: [[4501, 4560]], reversed: true }),
];

export const models = makeGenomeModels(transcripts, () => "");

function exonsFrom(start: number): Span[] {
  return [0, 1, 2, 3, 4].map((step): Span => [start + 1000 * step, start + 99 + 1000 * step]);
}

function codingFrom(start: number): Span[] {
  return exonsFrom(start).map(([from, to], index): Span => [
    index === 0 ? from + 50 : from,
    index === 4 ? to - 50 : to,
  ]);
}

/** `1:1500 left`, or with `open` for a side that is not stated. */
function end(text: string): Breakend {
  const [place = "", keeps] = text.split(" ");
  const [contig = "", position] = place.split(":");
  const side = keeps === "left" || keeps === "right" ? keeps : null;
  return { contig, position: Number(position), keeps: side };
}

export function junction(here: string, there: string | null, inserted = 0): StructuralCall {
  return {
    line: 1,
    id: null,
    mate: null,
    method: null,
    type: "BND",
    ends: [end(here), there === null ? null : end(there)],
    inserted,
    failedFilters: [],
    genotype: "absent",
    support: { junctionReads: 5, spanningReads: null, rule: null, confidence: null },
  };
}
