import { parseProteinChange } from "./protein-change.ts";

/** Residues before and after a change, one letter each, as annotators state them beside or instead of HGVS. */
export interface ResidueChange {
  /** 1-based position of the first residue of `ref`. */
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
}

/**
 * The canonical name of an in-frame change. Residues that both sides share are cut from the start first, so that a deletion
 * or insertion stands as far to the end as the given residues show (the 3' rule of HGVS). Null when an insertion's neighbors
 * are not among them, or when these are no residues.
 */
export function nameResidueChange({ position, ref, alt }: ResidueChange): string | null {
  if (ref === alt) return ref === "" ? null : canonical(`${ref.charAt(0)}${position}=`);
  const shorter = Math.min(ref.length, alt.length);
  let from = 0;
  while (from < shorter && ref[from] === alt[from]) from++;
  let shared = 0;
  while (shared < shorter - from && ref.at(-1 - shared) === alt.at(-1 - shared)) shared++;
  const removed = ref.slice(from, ref.length - shared);
  const added = alt.slice(from, alt.length - shared);
  const start = position + from;
  if (removed === "") return nameInsertion(ref, from, { position: start, added });
  const range = nameRange(removed, start);
  if (added === "") return canonical(`${range}del`);
  const isSubstitution = removed.length === 1 && added.length === 1;
  return canonical(isSubstitution ? `${range}${added}` : `${range}delins${added}`);
}

/** The canonical name of a frameshift: its first changed residue; a stop right there is a nonsense change, as in HGVS. */
export function nameFrameshift({ position, ref, alt }: ResidueChange): string | null {
  let from = 0;
  while (from < ref.length && ref[from] === alt[from]) from++;
  const [before, after] = [ref[from], alt[from]];
  if (before === undefined || after === undefined) return null;
  return canonical(`${before}${position + from}${after === "*" ? "*" : "fs"}`);
}

function nameInsertion(
  ref: string,
  from: number,
  { position, added }: { position: number; added: string },
): string | null {
  const copied = ref.slice(Math.max(0, from - added.length), from);
  if (copied === added) return canonical(`${nameRange(added, position - added.length)}dup`);
  const [before, after] = [ref[from - 1], ref[from]];
  if (before === undefined || after === undefined) return null;
  return canonical(`${before}${position - 1}_${after}${position}ins${added}`);
}

function nameRange(residues: string, start: number): string {
  const first = `${residues.charAt(0)}${start}`;
  if (residues.length === 1) return first;
  return `${first}_${residues.charAt(residues.length - 1)}${start + residues.length - 1}`;
}

function canonical(text: string): string | null {
  return parseProteinChange(text)?.text ?? null;
}
