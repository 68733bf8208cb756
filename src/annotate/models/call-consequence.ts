/** The consequence of a change on one transcript, in terms of the Sequence Ontology. */
import { rankTerms } from "../consequences/rank-terms.ts";
import { callProtein, termsOfFrame } from "./call-protein.ts";
import { applyEdits, readTwice, toCodingEdit, type CodingEdit } from "./coding-edit.ts";
import type { Edit } from "./edit.ts";
import { settleEdit, slackOf } from "./edit.ts";
import { locateEdit } from "./locate-edit.ts";
import { flagLossOfFunction, type LossFlag } from "./loss-flags.ts";
import type { Strand } from "./strand.ts";

export interface ConsequenceCall {
  /** Most severe first. */
  readonly terms: readonly string[];
  /** Canonical short form: `V600E`; null when there is none, or when it is not known. */
  readonly proteinChange: string | null;
  /** The same with the new residue and the length of what follows: `K111Nfs*12`, `*390Qext*17`; absent where that adds nothing. */
  readonly fullChange?: string;
  /** 1-based exon on this transcript. */
  readonly exon: number | null;
  readonly flags: readonly LossFlag[];
}

/** Bases before a transcript in which a change is called upstream of it, and behind it downstream: the default of Ensembl VEP. */
const flank = 5_000;

/**
 * Calls edits that lie on one molecule, in the order of the axis, together; most often there is one. Null when they lie
 * further than 5,000 bases from the transcript.
 */
export function callConsequence(edits: readonly Edit[], strand: Strand): ConsequenceCall | null {
  const start = strand.exons[0]?.[0] ?? 0;
  const end = strand.exons.at(-1)?.[1] ?? 0;
  const settled = edits.map((edit) => settleEdit(edit, strand));
  const inside = settled.filter((edit) => edit.to >= start && edit.from <= end);
  if (inside.length === 0) {
    return settled[0] === undefined ? null : callOutside(settled[0], start, end);
  }
  if (inside.some((edit) => edit.from <= start && edit.to >= end)) {
    return { terms: ["transcript_ablation"], proteinChange: null, exon: null, flags: [] };
  }
  return callInside(inside, strand);
}

function callInside(inside: readonly Edit[], strand: Strand): ConsequenceCall {
  const places = inside.map((edit) => locateEdit(edit, strand));
  const terms = new Set(places.flatMap((place) => [...place.terms]));
  const exon = places.find((place) => place.exon !== null)?.exon ?? null;
  const onlyTerms = (more: readonly string[]): ConsequenceCall => ({
    terms: finish([...terms, ...more], strand),
    proteinChange: null,
    exon,
    flags: [],
  });
  const symbolic = inside.flatMap((edit) => edit.symbolic ?? []);
  if (symbolic.length > 0) {
    const isCoding = inside.some((edit) => touchesCoding(edit, strand));
    return onlyTerms([...symbolic, ...(isCoding ? ["coding_sequence_variant"] : [])]);
  }
  if (inside.some((edit) => keepsStart(edit, strand))) terms.add("start_retained_variant");
  const coding = inside.flatMap((edit) => toCodingEdit(edit, strand) ?? []);
  if (coding.length === 0) return onlyTerms([]);
  if (inside.some((edit) => leavesCoding(edit, strand))) {
    return onlyTerms(termsAcrossEdge(inside, coding, strand));
  }
  const readings = strand.slips
    ? inside.flatMap((edit) => readTwice(edit, strand).map((one) => [one]))
    : [coding];
  const calls = readings.map((reading) => {
    const pair = applyEdits(reading, strand);
    return { pair, call: callProtein(reading, pair, strand) };
  });
  const [first] = calls;
  if (first === undefined) return onlyTerms(["coding_sequence_variant"]);
  const { pair, call } = first;
  const ranked = finish([...terms, ...calls.flatMap((one) => one.call.terms)], strand);
  // Where the early stop lies in the sequence as it was.
  const stopAt = call.newStop === null ? null : (call.newStop - 1) * 3 - pair.shift;
  const flags = flagLossOfFunction(ranked, { firstCodon: pair.firstCodon, stopAt }, strand);
  const keepsSplicing = places.every((place) => place.keepsSplicing);
  return {
    terms: ranked,
    proteinChange: keepsSplicing ? call.change : null,
    ...(keepsSplicing && call.fullChange ? { fullChange: call.fullChange } : {}),
    exon,
    flags,
  };
}

function callOutside(edit: Edit, start: number, end: number): ConsequenceCall | null {
  const isUpstream = edit.from < start;
  const distance = isUpstream ? start - edit.to : edit.from - end;
  if (distance > flank) return null;
  const term = isUpstream ? "upstream_gene_variant" : "downstream_gene_variant";
  return { terms: [term], proteinChange: null, exon: null, flags: [] };
}

/** True when bases on both sides of the edge of a coding part are removed or replaced. */
function leavesCoding(edit: Edit, { coding }: Strand): boolean {
  return coding.some(
    ([from, to]) =>
      edit.from <= to &&
      edit.to >= from &&
      (edit.from < from || edit.to > to) &&
      edit.to >= edit.from,
  );
}

/** A change over the edge of a coding part: what goes is known, what is read instead is not. */
function termsAcrossEdge(
  edits: readonly Edit[],
  coding: readonly CodingEdit[],
  strand: Strand,
): string[] {
  const first = strand.coding[0]?.[0] ?? 0;
  const last = strand.coding.at(-1)?.[1] ?? 0;
  const shift = coding.reduce((sum, { start, end, alt }) => sum + alt.length - (end - start), 0);
  const protein = strand.protein();
  if (edits.some((edit) => edit.from < first && edit.to >= first) && /^[MX]/.test(protein)) {
    return ["start_lost", ...termsOfFrame(shift)];
  }
  if (edits.some((edit) => edit.from <= last && edit.to > last) && /[*X]$/.test(protein)) {
    return ["stop_lost", ...termsOfFrame(shift)];
  }
  const isAtEnd = edits.some((edit) => edit.from < first || edit.to > last);
  return [shift % 3 === 0 || isAtEnd ? "coding_sequence_variant" : "frameshift_variant"];
}

/** An edit before the start codon that can also be written into it, so that it was moved out. */
function keepsStart(edit: Edit, strand: Strand): boolean {
  const first = strand.coding[0]?.[0];
  const { forth } = slackOf(edit, strand);
  if (first === undefined || forth === 0 || edit.to >= first) return false;
  return edit.to + forth >= first && strand.protein().startsWith("M");
}

function touchesCoding(edit: Edit, { coding }: Strand): boolean {
  return coding.some(([from, to]) => edit.from <= to && Math.max(edit.to, edit.from) >= from);
}

function finish(terms: readonly string[], { transcript }: Strand): string[] {
  const all = new Set(terms);
  if (transcript.biotype === "nonsense_mediated_decay") all.add("NMD_transcript_variant");
  return rankTerms([...all]);
}
