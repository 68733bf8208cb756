/** What edits do to the coding sequence of a transcript. */
import type { Edit } from "./edit.ts";
import { translate } from "./genetic-code.ts";
import { codingIndex, type Strand } from "./strand.ts";

/** Coding bases `start` to `end` (0-based, half open) become `alt`. */
export interface CodingEdit {
  readonly start: number;
  readonly end: number;
  readonly alt: string;
}

/** The coding part of an edit; null when it has none. An insertion counts where coding bases are on either side of it. */
export function toCodingEdit(edit: Edit, strand: Strand): CodingEdit | null {
  if (strand.codingLength === 0) return null;
  if (edit.to < edit.from) return insertInto(edit, strand);
  let start: number | null = null;
  let end = 0;
  for (const [part, [from, to]] of strand.coding.entries()) {
    const [first, last] = [Math.max(from, edit.from), Math.min(to, edit.to)];
    if (first > last) continue;
    const before = strand.codingBefore[part] ?? 0;
    start ??= before + first - from;
    end = before + last - from + 1;
  }
  return start === null ? null : { start, end, alt: edit.alt };
}

/** The edit in each coding part that holds it, where parts overlap. */
export function readTwice(edit: Edit, strand: Strand): CodingEdit[] {
  return strand.coding.flatMap(([from, to], part): CodingEdit[] => {
    if (edit.from < from || edit.to > to) return [];
    const start = (strand.codingBefore[part] ?? 0) + edit.from - from;
    return [{ start, end: start + edit.ref.length, alt: edit.alt }];
  });
}

function insertInto({ from, alt }: Edit, strand: Strand): CodingEdit | null {
  const next = codingIndex(strand, from);
  const last = codingIndex(strand, from - 1);
  if (next === null || last === null) return null;
  return { start: next, end: next, alt };
}

/** Both proteins, from the first whole codon to the first stop, and the codons in which the bases differ. */
export interface ProteinPair {
  readonly before: string;
  readonly after: string;
  /** 0-based codon of the first base that is changed. */
  readonly firstCodon: number;
  /** Change of length in bases. */
  readonly shift: number;
  /** Bases of every codon that decides are known. */
  readonly isKnown: boolean;
}

/** Applies edits that lie on one molecule; they must be in order and must not overlap. */
export function applyEdits(edits: readonly CodingEdit[], strand: Strand): ProteinPair {
  const cds = strand.cds();
  const { phase } = strand.transcript;
  let changed = "";
  let done = 0;
  let shift = 0;
  for (const { start, end, alt } of edits) {
    changed += cds.slice(done, start) + alt;
    shift += alt.length - (end - start);
    done = end;
  }
  changed += cds.slice(done);
  const first = edits[0]?.start ?? 0;
  const firstCodon = Math.max(0, Math.floor((first - phase) / 3));
  const before = throughStop(strand.protein());
  const after = translateChanged(
    changed.slice(phase),
    { before, shift, firstCodon, done: done - phase },
    strand,
  );
  const known =
    shift === 0
      ? hasNoGap(before, after, [firstCodon, Math.ceil((done - phase) / 3)])
      : isKnown(before, after, firstCodon);
  return { before, after, firstCodon, shift, isKnown: known };
}

interface Translated {
  readonly before: string;
  readonly shift: number;
  readonly firstCodon: number;
  /** Bases up to the end of the last edit. */
  readonly done: number;
}

/** The protein of the changed sequence; only codons that differ are read where the frame and the length stay. */
function translateChanged(
  sequence: string,
  { before, shift, firstCodon, done }: Translated,
  strand: Strand,
): string {
  const lastCodon = Math.ceil(done / 3);
  if (shift === 0 && lastCodon < before.length) {
    const own = translate(sequence.slice(firstCodon * 3, lastCodon * 3));
    return throughStop(before.slice(0, firstCodon) + own + before.slice(lastCodon));
  }
  const own = throughStop(translate(sequence));
  // Without a stop of its own the changed protein goes on into what follows.
  return own.endsWith("*") ? own : throughStop(translate(sequence + strand.behindStop()));
}

function throughStop(protein: string): string {
  const stop = protein.indexOf("*");
  return stop < 0 ? protein : protein.slice(0, stop + 1);
}

/** No unknown residue among the codons that an edit without a change of length touches. */
function hasNoGap(before: string, after: string, [from, to]: readonly [number, number]): boolean {
  return !before.slice(from, to).includes("X") && !after.slice(from, to).includes("X");
}

/** No unknown residue from the first codon that is changed to where both proteins are the same again, or end. */
function isKnown(before: string, after: string, firstCodon: number): boolean {
  let end = 0;
  const shorter = Math.min(before.length, after.length) - firstCodon;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end++;
  const window = (text: string): string => text.slice(firstCodon, text.length - end);
  if (before[firstCodon] === "X" || after[firstCodon] === "X") return false;
  return !window(before).includes("X") && !window(after).includes("X");
}
