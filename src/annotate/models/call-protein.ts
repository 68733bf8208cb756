/** Terms and name of a change of the protein, from the proteins before and after. */
import { nameResidueChange } from "../name-residue-change.ts";
import type { CodingEdit, ProteinPair } from "./coding-edit.ts";
import type { Strand } from "./strand.ts";

export interface ProteinCall {
  readonly terms: readonly string[];
  /** Canonical short form: `V600E`; null when it is not known. */
  readonly change: string | null;
  /** With the new residue and how far it goes on: `K111Nfs*12`, `*390Qext*17`, `*?` where no new stop is known; null elsewhere. */
  readonly fullChange?: string | null;
  /** 1-based residue at which the changed protein ends too early; null when it does not, or that is not known. */
  readonly newStop: number | null;
}

/** Judges the coding edits of one molecule together. */
export function callProtein(
  edits: readonly CodingEdit[],
  pair: ProteinPair,
  strand: Strand,
): ProteinCall {
  const start = callStart(edits, pair, strand);
  if (start !== null) return start;
  if (pair.shift % 3 !== 0) return callFrameshift(pair);
  if (!pair.isKnown)
    return { terms: [termOfLength(edits, pair.shift)], change: null, newStop: null };
  return callInFrame(pair);
}

/** What the length alone tells. */
function termOfLength(edits: readonly CodingEdit[], shift: number): string {
  if (shift > 0) return "inframe_insertion";
  const isPure = edits.every(({ alt }) => alt === "");
  if (shift < 0) return isPure ? "inframe_deletion" : "protein_altering_variant";
  return "coding_sequence_variant";
}

/** The start codon, of a protein whose first residue is known to be one. */
function callStart(
  edits: readonly CodingEdit[],
  { before, after, shift }: ProteinPair,
  { transcript }: Strand,
): ProteinCall | null {
  const hitsStart = edits.some(({ start }) => start < 3);
  if (!hitsStart || transcript.phase !== 0 || before[0] !== "M") return null;
  // A single codon is no reading frame.
  if (before.length < 2) return null;
  if (after[0] === "M") return null;
  return { terms: ["start_lost", ...termsOfFrame(shift)], change: "M1?", newStop: null };
}

/** Of a change that leaves the frame. */
export function termsOfFrame(shift: number): string[] {
  if (shift === 0 || shift % 3 !== 0) return [];
  return [shift > 0 ? "inframe_insertion" : "inframe_deletion"];
}

function callFrameshift({ before, after, firstCodon }: ProteinPair): ProteinCall {
  let at = firstCodon;
  while (at < before.length && before[at] === after[at] && before[at] !== "X") at++;
  const [old, own] = [before[at], after[at]];
  if (old === undefined && before.endsWith("*") && after === before) {
    return { terms: ["stop_retained_variant"], change: `*${before.length}=`, newStop: null };
  }
  if (old === undefined || own === undefined || old === "X" || own === "X") {
    // The stop codon is hit and no residue before it; what is read in its place is not known without the bases there and behind it.
    const isStop = old === "*" || (old === "X" && at === before.length - 1);
    const change = isStop ? `*${at + 1}?` : null;
    return { terms: ["frameshift_variant"], change, newStop: null };
  }
  if (old === "*") {
    return { terms: ["frameshift_variant", "stop_lost"], ...nameExtension(at, after) };
  }
  if (own === "*") {
    return {
      terms: ["stop_gained", "frameshift_variant"],
      change: `${old}${at + 1}*`,
      newStop: at + 1,
    };
  }
  const newStop = findStop(after, at);
  const length = newStop === null ? "?" : newStop - at;
  return {
    terms: ["frameshift_variant"],
    change: `${old}${at + 1}fs`,
    fullChange: `${old}${at + 1}${own}fs*${length}`,
    newStop,
  };
}

/** 1-based place of the stop that ends the protein, where every residue from `from` (0-based) on is known. */
function findStop(protein: string, from: number): number | null {
  return protein.endsWith("*") && !protein.includes("X", from) ? protein.length : null;
}

/** A stop codon (0-based residue) that another residue is read instead of: HGVS counts from it to the new stop. */
function nameExtension(stop: number, after: string): Omit<ProteinCall, "terms"> {
  const change = `*${stop + 1}ext`;
  const own = after[stop];
  if (own === undefined || own === "X") return { change, newStop: null };
  const newStop = findStop(after, stop);
  const length = newStop === null ? "?" : newStop - 1 - stop;
  return { change, fullChange: `*${stop + 1}${own}ext*${length}`, newStop: null };
}

function callInFrame({ before, after, firstCodon, shift }: ProteinPair): ProteinCall {
  if (before === after) return callSilent(before, firstCodon);
  const grown = shift / 3;
  let at = firstCodon;
  while (at < before.length && before[at] === after[at]) at++;
  const ofLength = termsOfFrame(shift);
  const isEarlier = !before.endsWith("*") || after.length < before.length + grown;
  // What comes in between the last residue and the stop shortens nothing, though it may hold a stop of its own.
  const isBeforeStop = before[at] === "*" && at === before.length - 1;
  const stopsEarly = after.endsWith("*") && isEarlier && !isBeforeStop;
  if (stopsEarly) {
    const change =
      after[at] === "*"
        ? `${before[at]}${at + 1}*`
        : nameResidueChange({
            position: at + 1,
            ref: before.slice(at, Math.max(at + 1, after.length)),
            alt: after.slice(at),
          });
    return { terms: ["stop_gained", ...ofLength], change, newStop: after.length };
  }
  const keepsStop = after.endsWith("*") && after.length <= before.length + grown;
  if (before.endsWith("*") && !keepsStop) {
    const stop = before.length - 1;
    const { fullChange, ...named } = nameExtension(stop, after);
    // Residues before the stop change as well: what is read there is not the tail alone.
    return { terms: ["stop_lost", ...ofLength], ...named, ...(at === stop ? { fullChange } : {}) };
  }
  const from = Math.max(0, at - Math.abs(grown) - 1);
  const change = nameResidueChange({
    position: from + 1,
    ref: before.slice(from),
    alt: after.slice(from),
  });
  return { terms: [termOf(before, after, at)], change, newStop: null };
}

function callSilent(protein: string, codon: number): ProteinCall {
  const residue = protein[codon];
  const change = residue === undefined ? null : `${residue}${codon + 1}=`;
  if (residue === "*") return { terms: ["stop_retained_variant"], change, newStop: null };
  return { terms: ["synonymous_variant"], change, newStop: null };
}

/** Residues that only go or only come are a deletion or an insertion; what does both alters the protein. */
function termOf(before: string, after: string, at: number): string {
  const shorter = Math.min(before.length, after.length) - at;
  let end = 0;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end++;
  const removed = before.length - end - at;
  const added = after.length - end - at;
  if (removed === 0) return "inframe_insertion";
  if (added === 0) return "inframe_deletion";
  return removed === added ? "missense_variant" : "protein_altering_variant";
}
