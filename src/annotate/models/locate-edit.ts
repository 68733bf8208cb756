/** Where an edit lies in a transcript: the terms that need no sequence. */
import type { Edit } from "./edit.ts";
import { moveEdit, slackOf } from "./edit.ts";
import type { AxisPosition, Strand } from "./strand.ts";

export interface EditPlace {
  /** Terms of position: splice sites and regions, UTRs, introns, whole exons. */
  readonly terms: ReadonlySet<string>;
  /** 1-based number of the first exon that is touched; null when none is, or exons before the coding ones are not known. */
  readonly exon: number | null;
  /** Both splice sites of no intron are changed. */
  readonly keepsSplicing: boolean;
}

/** Position terms of an edit that touches the transcript. */
export function locateEdit(edit: Edit, strand: Strand): EditPlace {
  const terms = new Set<string>();
  const { exons, transcript } = strand;
  let touched: number | null = null;
  for (const [index, [from, to]] of exons.entries()) {
    if (touches(edit, from, to)) touched ??= index + 1;
    // Where only coding parts are known, the first and the last may go on into UTRs.
    const isWhole = transcript.hasUtr || (index > 0 && index < exons.length - 1);
    if (isWhole && edit.from <= from && edit.to >= to) terms.add("exon_loss_variant");
    const next = exons[index + 1];
    if (next === undefined) continue;
    addIntronTerms(terms, edit, { from: to + 1, to: next[0] - 1, strand });
  }
  const isNonCoding = strand.codingLength === 0;
  if (touched !== null) {
    if (isNonCoding) terms.add("non_coding_transcript_exon_variant");
    else if (transcript.hasUtr) addUtrTerms(terms, edit, strand);
  } else if (isNonCoding) terms.add("non_coding_transcript_variant");
  const keepsSplicing = !terms.has("splice_donor_variant") && !terms.has("splice_acceptor_variant");
  const exon = transcript.hasUtr ? touched : null;
  return { terms, exon, keepsSplicing };
}

interface Intron {
  readonly from: AxisPosition;
  readonly to: AxisPosition;
  readonly strand: Strand;
}

/** Bases of an exon beside an intron that are its splice region, and the last base of an intron that is (SO:0001630). */
const regionInExon = 3;
const regionInIntron = 8;

function addIntronTerms(terms: Set<string>, edit: Edit, { from, to, strand }: Intron): void {
  if (edit.from > to + regionInExon + 1 || edit.to < from - regionInExon - 1) return;
  const donor = changesSite(edit, from, from + 1, strand);
  const acceptor = changesSite(edit, to - 1, to, strand);
  if (donor) terms.add("splice_donor_variant");
  if (acceptor) terms.add("splice_acceptor_variant");
  const nearDonor =
    touches(edit, from - regionInExon, from - 1) ||
    touches(edit, from + 2, from + regionInIntron - 1) ||
    (!donor && touches(edit, from, from + 1));
  const nearAcceptor =
    touches(edit, to + 1, to + regionInExon) ||
    touches(edit, to - regionInIntron + 1, to - 2) ||
    (!acceptor && touches(edit, to - 1, to));
  const isBetween = [
    from - regionInExon,
    from,
    from + 2,
    to - 1,
    to + 1,
    to + regionInExon + 1,
  ].some((first) => isAtEdge(edit, first));
  if (nearDonor || nearAcceptor || isBetween) {
    terms.add("splice_region_variant");
  }
  if (touches(edit, from + 2, to - 2)) terms.add("intron_variant");
}

/** An insertion right before a position: between exon and intron, or at the edge of a splice site or region. */
function isAtEdge(edit: Edit, first: AxisPosition): boolean {
  return edit.to < edit.from && edit.from === first;
}

function addUtrTerms(terms: Set<string>, edit: Edit, { coding, exons }: Strand): void {
  const first = coding[0]?.[0] ?? 0;
  const last = coding.at(-1)?.[1] ?? 0;
  for (const [from, to] of exons) {
    if (touches(edit, from, Math.min(to, first - 1)) || (isAtEdge(edit, first) && from < first)) {
      terms.add("5_prime_UTR_variant");
    }
    if (touches(edit, Math.max(from, last + 1), to) || (isAtEdge(edit, last + 1) && to > last)) {
      terms.add("3_prime_UTR_variant");
    }
  }
}

/** True when a base of the interval is replaced or removed, or bases come in between two of it. */
function touches(edit: Edit, from: AxisPosition, to: AxisPosition): boolean {
  if (to < from) return false;
  return edit.to < edit.from
    ? edit.to >= from && edit.from <= to
    : edit.from <= to && edit.to >= from;
}

/** An edit that can be moved out of a splice site without becoming another leaves the site as it is. */
function changesSite(edit: Edit, from: AxisPosition, to: AxisPosition, strand: Strand): boolean {
  if (!touches(edit, from, to)) return false;
  const { back, forth } = slackOf(edit, strand);
  return [-back, forth].every((steps) => touches(moveEdit(edit, steps), from, to));
}
