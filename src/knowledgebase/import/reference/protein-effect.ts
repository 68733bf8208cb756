/** Does a genomic change make the protein change that is stated beside it? */
import type { ProteinChange } from "../../../annotate/protein-change.ts";
import { readCoding, type BaseAt } from "./base-map.ts";
import { reverseComplement, translate } from "./genetic-code.ts";
import { codingPositions, type Transcript } from "./gene-models.ts";
import type { PlacedAllele } from "./place-allele.ts";

/** True when the residues that the change names are those of the transcript; null when they are not known. */
export function fitsResidues(
  change: ProteinChange,
  transcript: Transcript,
  baseAt: BaseAt,
): boolean | null {
  const protein = translate(readCoding(transcript, baseAt));
  const found = [protein[change.start - 1], protein[change.end - 1]];
  if (found.includes("X")) return null;
  return found[0] === change.refStart && found[1] === change.refEnd;
}

/**
 * Compares the protein that the allele makes with the protein that the change describes. Null when bases of the transcript
 * are not known there, when the allele reaches beyond the coding sequence, or when the kind of change has no one result.
 */
export function makesChange(
  allele: PlacedAllele,
  change: ProteinChange,
  { transcript, baseAt }: { transcript: Transcript; baseAt: BaseAt },
): boolean | null {
  const coding = readCoding(transcript, baseAt);
  const altered = applyAllele(coding, allele, transcript, baseAt);
  if (altered === null) return null;
  const before = translate(coding);
  const after = translate(altered);
  if (change.kind === "frameshift") return firstDifference(before, after) === change.start - 1;
  const expected = applyChange(before, change);
  if (expected === null) return null;
  const stop = expected.indexOf("*");
  const compared = change.kind === "nonsense" ? stop + 1 : Math.max(expected.length, after.length);
  const [left, right] = [expected.slice(0, compared), after.slice(0, compared)];
  if (left.slice(0, change.end + 5).includes("X")) return null;
  return left === right;
}

/** Coding sequence after the change. */
function applyAllele(
  coding: string,
  allele: PlacedAllele,
  transcript: Transcript,
  baseAt: BaseAt,
): string | null {
  const positions = codingPositions(transcript);
  const places = new Map(positions.map((position, index) => [position, index]));
  const offsets = [...allele.ref].map((_, index) => places.get(allele.position + index));
  if (offsets.includes(undefined)) return null;
  const changed = (position: number): string => {
    const index = position - allele.position;
    if (index < 0 || index >= allele.ref.length) return baseAt(position) ?? "N";
    const isLast = index === allele.ref.length - 1;
    return isLast ? allele.alt.slice(index) : allele.alt.slice(index, index + 1);
  };
  const ordered = transcript.reversed ? positions.toReversed() : positions;
  const plus = ordered.map(changed).join("");
  if (coding.length !== positions.length) return null;
  return transcript.reversed ? reverseComplement(plus) : plus;
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
      return alt === "" || end !== start + 1 ? null : protein.slice(0, start) + alt + protein.slice(start);
    default:
      return null;
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
