/**
 * One name for one protein change (spec, matching 1.2): whatever an annotator or a curator wrote becomes one short text, and
 * two changes are the same when these texts are, or when the residues in them prove it.
 */
import { readUnnamedChange } from "./read-unnamed-change.ts";
import type { ProteinChange, UnnamedChange } from "../model/protein-change.ts";

/** No name of a protein change is longer than this; what is longer is not read. */
const longestText = 1_000;

/**
 * Reads a protein change in any writing in use: one or three letters, any case, with or without `p.`, parentheses, accession,
 * frameshift length, deleted or duplicated residues, `%3D` for `=`. Null when the text is no single protein change; never
 * throws. Runs in linear time: every pattern is anchored, and no two repeated parts of one share a character.
 */
export function parseProteinChange(text: string): ProteinChange | null {
  if (text.length > longestText) return null;
  const bare = stripDecoration(text);
  const unplaced = /^(?:=|\?|0\??)$/.exec(bare);
  if (unplaced) return { ...nowhere, text: bare.charAt(0) };
  const change = readUnnamedChange(bare);
  return change && { text: formatChange(change), ...change };
}

/**
 * True when both texts name the same change. A duplication equals the insertion of the same residues beside it when the
 * texts prove it: both give all residues, or the duplicated range is so short that its ends are all of it. A frameshift is
 * named by its first changed residue alone; an unknown effect equals nothing.
 */
export function sameProteinChange(a: ProteinChange, b: ProteinChange): boolean {
  if (a.kind === "unknown" || b.kind === "unknown") return false;
  if (a.kind === "duplication" && b.kind === "insertion") return isInsertedCopy(a, b);
  if (a.kind === "insertion" && b.kind === "duplication") return isInsertedCopy(b, a);
  if (a.text !== b.text) return false;
  const bothStated = a.alt !== "" && b.alt !== "";
  return a.alt === b.alt || !bothStated;
}

function isInsertedCopy(duplication: ProteinChange, insertion: ProteinChange): boolean {
  if (insertion.end === insertion.start) return false;
  const beside = insertion.start === duplication.end || insertion.end === duplication.start;
  return beside && insertion.alt !== "" && insertion.alt === duplication.alt;
}

const nowhere: UnnamedChange = {
  kind: "unknown",
  refStart: "",
  start: 0,
  refEnd: "",
  end: 0,
  alt: "",
};

function stripDecoration(text: string): string {
  const compact = text.replaceAll(/\s/g, "").replaceAll(/%3d/gi, "=");
  // CIViC and ClinVar may add the coding change: `P25L (c.74C>T)`.
  const alone = compact.replace(/\(c\.[^()]*\)$/i, "");
  const afterAccession = alone.slice(alone.lastIndexOf(":") + 1);
  return unwrap(unwrap(unwrap(afterAccession).replace(/^p\./i, "")));
}

/** Without the parentheses of a predicted change, or the brackets of an allele that holds one. */
function unwrap(text: string): string {
  const isWrapped =
    (text.startsWith("(") && text.endsWith(")")) || (text.startsWith("[") && text.endsWith("]"));
  return isWrapped ? text.slice(1, -1) : text;
}

function formatChange({ kind, refStart, start, refEnd, end, alt }: UnnamedChange): string {
  const range = start === end ? `${refStart}${start}` : `${refStart}${start}_${refEnd}${end}`;
  switch (kind) {
    case "missense":
    case "nonsense":
      return `${range}${alt}`;
    case "synonymous":
      return `${range}=`;
    case "frameshift":
      return `${range}fs`;
    case "deletion":
      return `${range}del`;
    case "insertion":
      return `${range}ins${alt}`;
    case "duplication":
      return `${range}dup`;
    case "delins":
      return `${range}delins${alt}`;
    case "extension":
      return `${range}ext`;
    case "start-lost":
      return `${range}${alt || "?"}`;
    case "unknown":
      return `${range}?`;
  }
}
