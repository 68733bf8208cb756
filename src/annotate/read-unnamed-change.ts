/** Reads the bare text of a protein change, after accession, `p.` and parentheses: one function for each kind of writing. */
import { decodeResidue, decodeResidues } from "./amino-acids.ts";
import type { UnnamedChange } from "../model/protein-change.ts";

/** Where a change is, and what the text says of it after that. */
interface Placed {
  readonly refStart: string;
  readonly start: number;
  readonly refEnd: string;
  readonly end: number;
  /** The reference residue is written with three letters. */
  readonly long: boolean;
  /** As written. */
  readonly tail: string;
}

/** Null when the text is no protein change at a position. */
export function readUnnamedChange(bare: string): UnnamedChange | null {
  if (bare.includes("^")) return readAlternatives(bare);
  const run = readRun(bare);
  if (run) return run;
  const placed = place(bare);
  if (!placed) return null;
  for (const read of readings) {
    const change = read(placed);
    if (change) return change;
  }
  return null;
}

/** `Gly56Ala^Ser^Cys`: one of several residues, so that which one is not known. */
function readAlternatives(bare: string): UnnamedChange | null {
  const [, first = "", position] =
    /^([A-Za-z]{1,3}|\*)([1-9]\d{0,5})[A-Za-z()^*=?\d]+$/.exec(bare) ?? [];
  const refStart = decodeResidue(first);
  if (refStart === null || refStart === "X") return null;
  const start = Number(position);
  return { kind: kindOfUnknown(start), refStart, start, refEnd: refStart, end: start, alt: "" };
}

/** Neighboring residues written as one substitution, as SnpEff does: `ThrVal599ThrGlu` is V600E. */
function readRun(bare: string): UnnamedChange | null {
  const run = /^((?:[A-Z][a-z]{2}){2,})([1-9]\d{0,5})((?:[A-Z][a-z]{2}|\*)+)$/.exec(bare);
  if (!run) return null;
  const [, written = "", position, changed = ""] = run;
  const ref = decodeResidues(written, true);
  const alt = decodeResidues(changed, true);
  if (ref === null || alt === null || ref.length !== alt.length) return null;
  const start = Number(position);
  return replaceResidues(ref, start, alt);
}

/** Replacement of known residues, cut to those that differ. */
function replaceResidues(ref: string, start: number, alt: string): UnnamedChange {
  let from = 0;
  let to = ref.length;
  while (from < to - 1 && ref[from] === alt[from]) from++;
  while (to > from + 1 && ref[to - 1] === alt[to - 1]) to--;
  if (to - from === 1) return substitute(ref.charAt(from), start + from, alt.charAt(from));
  return {
    kind: "delins",
    refStart: ref.charAt(from),
    start: start + from,
    refEnd: ref.charAt(to - 1),
    end: start + to - 1,
    alt: alt.slice(from, to),
  };
}

const placedPattern =
  /^([A-Za-z]+|\*)([1-9]\d{0,5})(?:_([A-Za-z]+|\*)([1-9]\d{0,5}))?([^\d_][^_]*)$/;

function place(bare: string): Placed | null {
  const [, first = "", from, last = first, to = from, tail = ""] = placedPattern.exec(bare) ?? [];
  const refStart = decodeResidue(first);
  const refEnd = decodeResidue(last);
  if (refStart === null || refEnd === null || refStart === "X" || refEnd === "X") return null;
  const start = Number(from);
  const end = Number(to);
  const isBackwards = end < start || (end === start && refEnd !== refStart);
  return isBackwards ? null : { refStart, start, refEnd, end, long: first.length === 3, tail };
}

/** Tried in this order; the first that reads the tail decides. */
const readings: readonly ((placed: Placed) => UnnamedChange | null)[] = [
  readUnchanged,
  readFrameshift,
  readExtension,
  readDelins,
  readDeletion,
  readInsertion,
  readDuplication,
  readSubstitution,
];

/** `=` and `?`. */
function readUnchanged(placed: Placed): UnnamedChange | null {
  const { refStart, start, end } = placed;
  if (placed.tail === "=" && start === end) return substitute(refStart, start, refStart);
  if (placed.tail === "=") return atRange(placed, "synonymous");
  if (placed.tail !== "?") return null;
  return atRange(placed, kindOfUnknown(start));
}

/** Whatever stands in the place of the first residue, it is not the start any more. */
function kindOfUnknown(start: number): "start-lost" | "unknown" {
  return start === 1 ? "start-lost" : "unknown";
}

/**
 * `fs`, `Efs*3`, `GlufsTer12`, `fs*?`: the new residue and the length say nothing that the position does not. A frameshift whose first
 * changed residue is the stop only lengthens the protein: HGVS names it an extension.
 */
function readFrameshift(placed: Placed): UnnamedChange | null {
  const [tail, residue] =
    /^([A-Z]{3}|[A-Z*])??fs(?:\*|X|Ter)?(?:\d{1,6}|\?)?$/i.exec(placed.tail) ?? [];
  if (tail === undefined || (residue && decodeResidue(residue) === null)) return null;
  const { refStart, start } = placed;
  if (refStart === "*") return atRange({ ...placed, refEnd: "*", end: start }, "extension");
  return { kind: "frameshift", refStart, start, refEnd: refStart, end: start, alt: "" };
}

/** `Rext*5`, `ArgextTer5`, `ext*?`, and at the start codon `ext-5`. */
function readExtension(placed: Placed): UnnamedChange | null {
  const [tail, residue = ""] =
    /^([A-Z]{3}|[A-Z])??ext(?:\*|X|Ter|Met|M)?(?:-?\d{1,6}|\?)?$/i.exec(placed.tail) ?? [];
  const isAtEnd = placed.refStart === "*" || placed.start === 1;
  if (tail === undefined || placed.start !== placed.end || !isAtEnd) return null;
  const alt = residue === "" ? "" : decodeResidue(residue);
  return alt === null ? null : { ...atRange(placed, "extension"), alt };
}

/** `delinsIP`, the older `delLREAinsP` and `>IP`. */
function readDelins(placed: Placed): UnnamedChange | null {
  const [, oldRange, inserted = ""] = /^(?:del([A-Z*]*?)ins|>)([A-Z*]+)$/i.exec(placed.tail) ?? [];
  const alt = decodeResidues(inserted, placed.long);
  if (!alt) return null;
  if (oldRange && decodeResidues(oldRange, placed.long) === null) return null;
  if (alt.startsWith("*")) return substitute(placed.refStart, placed.start, "*");
  return shortenDelins({ ...atRange(placed, "delins"), alt });
}

/** A delins whose reference residues are all in the text may be a substitution or a deletion, and is then named as such. */
function shortenDelins(change: UnnamedChange): UnnamedChange {
  const { refStart, start, refEnd, end, alt } = change;
  const known = start === end ? refStart : end === start + 1 ? refStart + refEnd : null;
  if (known === null) return change;
  if (known.length === alt.length) return replaceResidues(known, start, alt);
  if (alt === refStart && end > start) return deleteOne(refEnd, end);
  if (alt === refEnd && end > start) return deleteOne(refStart, start);
  return change;
}

function deleteOne(residue: string, position: number): UnnamedChange {
  return {
    kind: "deletion",
    refStart: residue,
    start: position,
    refEnd: residue,
    end: position,
    alt: "",
  };
}

/** `del`, `delWK`, `del15`; `E746delELREA` states its range by the residues. */
function readDeletion(placed: Placed): UnnamedChange | null {
  const stated = /^del([A-Z*]*|\d{1,6})$/i.exec(placed.tail)?.[1];
  const range = stated === undefined ? null : rangeOfStated(placed, stated);
  return range && { ...atRange(range, "deletion"), alt: "" };
}

/** `dup`, `dupYVMA`, `dup4`; `Y772dupYVMA` states its range by the residues. */
function readDuplication(placed: Placed): UnnamedChange | null {
  const stated = /^dup([A-Z*]*|\d{1,6})$/i.exec(placed.tail)?.[1];
  const range = stated === undefined ? null : rangeOfStated(placed, stated);
  return range && { ...atRange(range, "duplication"), alt: range.residues };
}

/** The range with its residues as far as the text gives them; null when the stated residues or their number contradict it. */
function rangeOfStated(placed: Placed, stated: string): (Placed & { residues: string }) | null {
  const { refStart, start, refEnd, end, long } = placed;
  const length = end - start + 1;
  if (/^\d*$/.test(stated)) {
    if (stated !== "" && Number(stated) !== length) return null;
    const residues = length === 1 ? refStart : length === 2 ? refStart + refEnd : "";
    return { ...placed, residues };
  }
  const residues = decodeResidues(stated, long);
  if (residues === null || residues.at(0) !== refStart) return null;
  if (length === 1) {
    const lastResidue = residues.charAt(residues.length - 1);
    return { ...placed, refEnd: lastResidue, end: start + residues.length - 1, residues };
  }
  return residues.length === length && residues.at(-1) === refEnd ? { ...placed, residues } : null;
}

/** `insAY`, `ins5`, `ins`. One residue that repeats its neighbor is a duplication, as HGVS names it. */
function readInsertion(placed: Placed): UnnamedChange | null {
  const { refStart, start, refEnd, end, long } = placed;
  const inserted = /^ins(?:([A-Z*]*)|\(?\d{1,6}\)?|\?)$/i.exec(placed.tail);
  if (!inserted || end > start + 1) return null;
  const alt = decodeResidues(inserted[1] ?? "", long);
  if (alt === null) return null;
  if (end > start && alt === refEnd) return { ...deleteOne(refEnd, end), kind: "duplication", alt };
  if (end > start && alt === refStart) {
    return { ...deleteOne(refStart, start), kind: "duplication", alt };
  }
  return { ...atRange(placed, "insertion"), alt };
}

function readSubstitution(placed: Placed): UnnamedChange | null {
  if (placed.end !== placed.start) return null;
  const alt = decodeResidue(placed.tail);
  return alt === null ? null : substitute(placed.refStart, placed.start, alt);
}

function substitute(ref: string, start: number, alt: string): UnnamedChange {
  const kind = kindOfSubstitution(ref, start, alt);
  return {
    kind,
    refStart: ref,
    start,
    refEnd: ref,
    end: start,
    alt: alt === "X" ? "" : alt,
  };
}

function kindOfSubstitution(ref: string, start: number, alt: string): UnnamedChange["kind"] {
  if (alt === "X") return kindOfUnknown(start);
  if (ref === alt) return "synonymous";
  if (ref === "*") return "extension";
  if (alt === "*") return "nonsense";
  return start === 1 ? "start-lost" : "missense";
}

function atRange(placed: Placed, kind: UnnamedChange["kind"]): UnnamedChange {
  const { refStart, start, refEnd, end } = placed;
  return { kind, refStart, start, refEnd, end, alt: "" };
}
