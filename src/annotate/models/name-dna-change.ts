/** HGVS names of a change of the DNA: `c.1799T>A`, `c.672+1G>A`, `n.` and `g.` (https://hgvs-nomenclature.org, version 21). */
import type { Allele } from "../../model/locus.ts";
import type { Edit } from "./edit.ts";
import { makeEdit, moveEdit, slackOf } from "./edit.ts";
import { codingIndex, strandOf, type AxisPosition, type Strand } from "./strand.ts";
import { wholeContig, type BasesAt } from "./transcript.ts";

/** Names a base by its place on the axis; null where the numbering is not known. */
type NamePlace = (at: AxisPosition) => string | null;

/** Longest inserted sequence that a name spells out. */
const longestSpelled = 200;

/**
 * The name on the transcript, moved as far to its end as it goes (the 3' rule), without the transcript's id. Null where the
 * numbering is not known, or when an insertion or deletion lies beside bases that are not known.
 */
export function nameDnaChange(edit: Edit, strand: Strand): string | null {
  const { transcript, codingLength } = strand;
  if (transcript.phase !== 0 || edit.symbolic !== undefined) return null;
  const prefix = codingLength > 0 ? "c." : "n.";
  const name = nameEdit(edit, strand, (at) => namePlace(at, strand));
  return name === null ? null : `${prefix}${name}`;
}

/** The name on the chromosome, without its accession; null as for a transcript. */
export function nameGenomicChange(allele: Allele, bases: BasesAt): string | null {
  const edit = makeEdit(allele, false);
  const name = edit && nameEdit(edit, strandOf(wholeContig(allele.contig), bases), String);
  return name === null ? null : `g.${name}`;
}

function nameEdit(given: Edit, strand: Strand, placeName: NamePlace): string | null {
  const { forth, isKnown } = slackOf(given, strand);
  const isMovable = (given.ref === "") !== (given.alt === "");
  if (isMovable && !isKnown) return null;
  const edit = isMovable ? moveEdit(given, forth) : given;
  const { from, to, ref, alt } = edit;
  if (ref === "") return nameInsertion(edit, strand, placeName);
  const range = nameRange(from, to, placeName);
  if (range === null) return null;
  if (alt === "") return `${range}del`;
  if (ref.length === 1 && alt.length === 1) return `${range}${ref}>${alt}`;
  return alt.length > longestSpelled ? null : `${range}delins${alt}`;
}

function nameInsertion({ from, alt }: Edit, strand: Strand, placeName: NamePlace): string | null {
  const before = strand.bases(from - alt.length, from - 1);
  if (before === alt) {
    const range = nameRange(from - alt.length, from - 1, placeName);
    return range === null ? null : `${range}dup`;
  }
  const [left, right] = [placeName(from - 1), placeName(from)];
  if (left === null || right === null || alt.length > longestSpelled) return null;
  return `${left}_${right}ins${alt}`;
}

function nameRange(from: AxisPosition, to: AxisPosition, placeName: NamePlace): string | null {
  const first = placeName(from);
  if (from === to || first === null) return first;
  const last = placeName(to);
  return last === null ? null : `${first}_${last}`;
}

/** `1799`, `-124`, `*12`, `672+1`, `673-8`. */
function namePlace(at: AxisPosition, strand: Strand): string | null {
  const { exons } = strand;
  const first = exons[0]?.[0] ?? 0;
  const last = exons.at(-1)?.[1] ?? 0;
  // Upstream of the transcript the numbering goes on, as is usual for promoters.
  if (at < first) {
    const edge = strand.transcript.hasUtr ? exonIndex(first, strand) : null;
    return edge === null ? null : nameIndex(edge - (first - at), strand);
  }
  if (at > last) return null;
  const own = exonIndex(at, strand);
  if (own !== null) return nameIndex(own, strand);
  const next = exons.findIndex(([from]) => from > at);
  const [from = 0] = exons[next] ?? [];
  const [, to = 0] = exons[next - 1] ?? [];
  const [behind, ahead] = [at - to, from - at];
  const edge = exonIndex(behind <= ahead ? to : from, strand);
  if (edge === null) return null;
  return behind <= ahead
    ? `${nameIndex(edge, strand)}+${behind}`
    : `${nameIndex(edge, strand)}-${ahead}`;
}

/** Exonic bases from the first coding base (0) on, or from the first base of a transcript that codes for nothing. */
function exonIndex(at: AxisPosition, strand: Strand): number | null {
  const coding = codingIndex(strand, at);
  if (coding !== null) return coding;
  const start = strand.coding[0]?.[0] ?? strand.exons[0]?.[0] ?? 0;
  let before = 0;
  let startBefore = 0;
  let own: number | null = null;
  for (const [from, to] of strand.exons) {
    if (from <= start && start <= to) startBefore = before + start - from;
    if (from <= at && at <= to) own = before + at - from;
    before += to - from + 1;
  }
  return own === null ? null : own - startBefore;
}

function nameIndex(index: number, { codingLength }: Strand): string {
  if (index < 0) return String(index);
  if (codingLength > 0 && index >= codingLength) return `*${index - codingLength + 1}`;
  return String(index + 1);
}
