/** Does a genomic change make the protein change that is stated beside it? */
import type { KnownCoding } from "./base-map.ts";
import { reverseComplement, translate } from "../../../annotate/models/genetic-code.ts";
import type { PlacedAllele } from "./place-allele.ts";
import type { ProteinChange } from "../../../model/protein-change.ts";

/** True when the residues that the change names are those of the transcript; null when they are not known. */
export function fitsResidues(change: ProteinChange, { protein }: KnownCoding): boolean | null {
  const found = [protein[change.start - 1], protein[change.end - 1]];
  if (found.includes("X")) return null;
  return found[0] === change.refStart && found[1] === change.refEnd;
}

/**
 * Compares the protein that the allele makes with the protein that the change describes. Null when bases of the transcript
 * are not known there, when the allele reaches beyond the coding sequence, or when the text does not say all residues.
 */
export function makesChange(
  allele: PlacedAllele,
  change: ProteinChange,
  coding: KnownCoding,
): boolean | null {
  const altered = applyAllele(allele, coding);
  if (altered === null) return null;
  const before = coding.protein;
  const after = translate(altered.sequence);
  if (change.kind === "frameshift") {
    // HGVS counts from the first residue that changes, older names from the first codon that is hit.
    const at = change.start - 1;
    return at >= altered.firstCodon && at <= firstDifference(before, after);
  }
  const expected = applyChange(before, change);
  if (expected === null) return null;
  const stop = expected.indexOf("*");
  const compared = change.kind === "nonsense" ? stop + 1 : Math.max(expected.length, after.length);
  const [left, right] = [expected.slice(0, compared), after.slice(0, compared)];
  // Residues that are not known are the same on both sides; only near the change they hide something.
  return left.slice(Math.max(0, change.start - 2), change.end + 5).includes("X")
    ? null
    : left === right;
}

/**
 * What the allele makes of the protein, in the short form: `D770delinsGY`, `T154fs`. Null where it reaches beyond the coding
 * sequence or changes nothing.
 */
export function nameChange(allele: PlacedAllele, coding: KnownCoding): string | null {
  const altered = applyAllele(allele, coding);
  if (altered === null) return null;
  const [before, after] = [coding.protein, translate(altered.sequence)];
  const start = firstDifference(before, after);
  if (start === before.length && start === after.length) return null;
  if ((allele.alt.length - allele.ref.length) % 3 !== 0) return `${before[start]}${start + 1}fs`;
  const most = Math.min(before.length, after.length) - start;
  let same = 0;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  const removed = before.slice(start, before.length - same);
  const added = after.slice(start, after.length - same);
  const range = [...new Set([0, removed.length - 1])]
    .map((at) => `${before[start + at]}${start + at + 1}`)
    .join("_");
  if (added === "") return `${range}del`;
  return removed.length === 1 && added.length === 1 ? `${range}${added}` : `${range}delins${added}`;
}

/** The coding sequence after the change, and the 0-based codon of the first base that is replaced, anchor left aside. */
function applyAllele(
  { position, ref, alt }: PlacedAllele,
  { transcript, positions, sequence }: KnownCoding,
): { sequence: string; firstCodon: number } | null {
  const end = position + ref.length - 1;
  const [first, last] = transcript.reversed ? [end, position] : [position, end];
  const [from, to] = [positions.indexOf(first), positions.indexOf(last)];
  if (from < 0 || to - from !== ref.length - 1) return null;
  const own = transcript.reversed ? reverseComplement(alt) : alt;
  const anchor = own[0] === sequence[from] ? 1 : 0;
  const changed = sequence.slice(0, from) + own + sequence.slice(to + 1);
  return { sequence: changed, firstCodon: Math.floor((from + anchor) / 3) };
}

/** The protein after the change; null when the text does not say all residues. */
function applyChange(protein: string, change: ProteinChange): string | null {
  const { kind, start, end, alt } = change;
  const replaceRange = (residues: string): string =>
    protein.slice(0, start - 1) + residues + protein.slice(end);
  const range = protein.slice(start - 1, end);
  switch (kind) {
    case "missense":
    case "nonsense":
    case "delins":
    case "start-lost":
      return alt === "" ? null : replaceRange(alt);
    case "synonymous":
      return protein;
    case "deletion":
      return replaceRange("");
    case "duplication":
      return replaceRange(range + range);
    case "insertion":
      return alt === "" || end !== start + 1
        ? null
        : protein.slice(0, start) + alt + protein.slice(start);
    default:
      return null;
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
