/**
 * A transcript read in its own direction. Positions on the axis are genomic ones, negated for a transcript of the minus
 * strand, so that they grow from its start to its end on either strand and one rule serves both.
 */
import { reverseComplement, translate } from "./genetic-code.ts";
import type { BasesAt, Span, Transcript } from "./transcript.ts";

/** Position on the axis of a transcript. */
export type AxisPosition = number;

/** Closed interval on the axis. */
type AxisSpan = readonly [from: AxisPosition, to: AxisPosition];

export interface Strand {
  readonly transcript: Transcript;
  /** In the order of transcription. */
  readonly exons: readonly AxisSpan[];
  readonly coding: readonly AxisSpan[];
  /** Coding bases before each part of `coding`. */
  readonly codingBefore: readonly number[];
  readonly codingLength: number;
  /** Coding parts overlap: a ribosome slips back and reads bases twice. */
  readonly slips: boolean;
  /** Bases of the transcript's own strand in a closed interval of the axis. */
  bases(from: AxisPosition, to: AxisPosition): string;
  /** Coding bases, `N` where they are not known. */
  cds(): string;
  /** Bases of the transcript behind the coding sequence, up to the first that is not known. */
  behindStop(): string;
  /** One letter a codon from the first whole one on, `*` for a stop, `X` where bases are not known. */
  protein(): string;
}

const made = new WeakMap<BasesAt, WeakMap<Transcript, Strand>>();

/** The same transcript and bases give the same strand, so that its sequence is read once. */
export function strandOf(transcript: Transcript, basesAt: BasesAt): Strand {
  let known = made.get(basesAt);
  if (known === undefined) made.set(basesAt, (known = new WeakMap()));
  const before = known.get(transcript);
  if (before !== undefined) return before;
  const strand = makeStrand(transcript, basesAt);
  known.set(transcript, strand);
  return strand;
}

function makeStrand(transcript: Transcript, basesAt: BasesAt): Strand {
  const { contig, reversed, phase } = transcript;
  const onAxis = (spans: readonly Span[]): readonly AxisSpan[] =>
    reversed ? spans.map(([start, end]): AxisSpan => [-end, -start]).toReversed() : spans;
  const bases = (from: AxisPosition, to: AxisPosition): string => {
    if (to < from) return "";
    return reversed ? reverseComplement(basesAt(contig, -to, -from)) : basesAt(contig, from, to);
  };
  const coding = onAxis(transcript.coding);
  const codingBefore: number[] = [];
  let codingLength = 0;
  for (const [from, to] of coding) {
    codingBefore.push(codingLength);
    codingLength += to - from + 1;
  }
  const exons = onAxis(transcript.exons);
  const lastCoding = coding.at(-1)?.[1] ?? 0;
  const behindStop = once(() => {
    const spans = exons.filter(([, to]) => transcript.hasUtr && to > lastCoding);
    const text = spans.map(([from, to]) => bases(Math.max(from, lastCoding + 1), to)).join("");
    return /^[ACGT]*/.exec(text)?.[0] ?? "";
  });
  const cds = once(() => coding.map(([from, to]) => bases(from, to)).join(""));
  return {
    transcript,
    exons,
    coding,
    codingBefore,
    codingLength,
    slips: coding.some(([from], part) => part > 0 && from <= (coding[part - 1]?.[1] ?? from - 1)),
    bases,
    cds,
    behindStop,
    protein: once(() => translate(cds().slice(phase))),
  };
}

/** 0-based number of a coding base; null for any other. */
export function codingIndex({ coding, codingBefore }: Strand, at: AxisPosition): number | null {
  const part = coding.findIndex(([from, to]) => from <= at && at <= to);
  const [from] = coding[part] ?? [];
  const before = codingBefore[part];
  return from === undefined || before === undefined ? null : before + at - from;
}

/** Place on the axis of a coding base by its 0-based number; null beyond either end. */
export function codingPlace(
  { coding, codingBefore, codingLength }: Strand,
  index: number,
): AxisPosition | null {
  if (index < 0 || index >= codingLength) return null;
  const part = codingBefore.findLastIndex((before) => before <= index);
  const [from] = coding[part] ?? [];
  return from === undefined ? null : from + index - (codingBefore[part] ?? 0);
}

/**
 * Place of an exonic base by its number from the first coding base (0) on: negative before it, from `codingLength` on behind the
 * stop. Null beyond the transcript, and beyond the coding sequence where only that is known.
 */
export function exonicPlace(strand: Strand, index: number): AxisPosition | null {
  const own = codingPlace(strand, index);
  if (own !== null) return own;
  if (strand.codingLength > 0 && !strand.transcript.hasUtr) return null;
  const first = strand.coding[0]?.[0] ?? strand.exons[0]?.[0] ?? 0;
  const last = strand.coding.at(-1)?.[1] ?? first - 1;
  let left = index < 0 ? -index : index - strand.codingLength + 1;
  const exons = index < 0 ? strand.exons.toReversed() : strand.exons;
  for (const [from, to] of exons) {
    const [start, end] =
      index < 0 ? [from, Math.min(to, first - 1)] : [Math.max(from, last + 1), to];
    const size = end - start + 1;
    if (size <= 0) continue;
    if (left <= size) return index < 0 ? end - left + 1 : start + left - 1;
    left -= size;
  }
  // Upstream of the transcript the numbering goes on.
  const edge = strand.exons[0]?.[0];
  return index < 0 && edge !== undefined ? edge - left : null;
}

function once<T>(make: () => T): () => T {
  let value: { readonly made: T } | undefined;
  return () => (value ??= { made: make() }).made;
}
