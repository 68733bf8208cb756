/** Reads HGVS changes of the DNA: `c.1799T>A`, `c.672+1G>A`, `n.`, `g.` (https://hgvs-nomenclature.org, version 21). */

/** A base as a name numbers it. */
export interface NamedPlace {
  /** Counted from the first coding base (1), or the first of the sequence; negative before it. */
  readonly base: number;
  /** Counted from the stop codon on: `*12`. */
  readonly isBehindStop: boolean;
  /** Bases into the intron, negative before the exon that follows. */
  readonly offset: number;
}

export interface DnaChange {
  readonly type: "c" | "g" | "n" | "m";
  readonly from: NamedPlace;
  readonly to: NamedPlace;
  readonly kind:
    | "substitution"
    | "deletion"
    | "insertion"
    | "duplication"
    | "delins"
    | "inversion"
    | "none";
  /** Bases that the name says are there, capitals; null when it says none. */
  readonly ref: string | null;
  /** New bases; empty for what only goes. */
  readonly alt: string;
}

/** No name of a change of the DNA is longer; what is longer is not read. */
const longestText = 2_000;

const place = String.raw`(\*|-)?(\d{1,9})([+-]\d{1,7})?`;
const pattern = new RegExp(
  String.raw`^([cgnm])\.\(?${place}(?:_${place})?([ACGTN]*)(>|del(?:([ACGTN]*)ins)?|ins|dup|inv|=)([ACGTN]*)\)?$`,
  "i",
);

const kinds: Readonly<Record<string, DnaChange["kind"]>> = {
  ">": "substitution",
  del: "deletion",
  ins: "insertion",
  dup: "duplication",
  inv: "inversion",
  "=": "none",
};

/** Null when the text is no change that is read here: uncertain ends, repeats and several changes are not. Never throws. */
export function parseDnaChange(text: string): DnaChange | null {
  if (text.length > longestText) return null;
  const found = pattern.exec(text.replaceAll(/\s/g, ""));
  if (!found) return null;
  const [, type = "", sign, base = "", offset, endSign, endBase, endOffset, ...rest] = found;
  const operation = readOperation(rest);
  if (operation === null) return null;
  const from = readPlace(sign, base, offset);
  const to = endBase === undefined ? from : readPlace(endSign, endBase, endOffset);
  return { type: type.toLowerCase() as DnaChange["type"], from, to, ...operation };
}

/**
 * True for a change whose bases HGVS leaves open: `c.?`, `c.(?_-30)_(12+1_13-1)del`, `g.(100_200)_(300_400)dup`, `c.(370A>C^372C>R)`.
 * It is a change, and stands for no single allele.
 */
export function isUncertainDnaChange(text: string): boolean {
  const bare = text.replaceAll(/\s/g, "");
  return (
    bare.length <= longestText &&
    /^[cgnm]\.[\w()?*+>=^-]+$/i.test(bare) &&
    /[?^]|\([\d?*+-]*_[\d?*+_-]*\)/.test(bare)
  );
}

type Operation = Pick<DnaChange, "kind" | "ref" | "alt">;

/** From the bases before the operation, its word, bases that a `del...ins` removes, and the bases behind it. */
function readOperation(parts: readonly (string | undefined)[]): Operation | null {
  const [before, word, removed, after] = parts.map((part) => (part ?? "").toUpperCase()) as [
    string,
    string,
    string,
    string,
  ];
  const kind = /^DEL.*INS$/.test(word) ? "delins" : kinds[word.toLowerCase()];
  if (kind === undefined) return null;
  if (kind === "none") return { kind, ref: before || null, alt: "" };
  if (kind === "substitution") {
    return before === "" || after === "" ? null : { kind, ref: before, alt: after };
  }
  if (before !== "") return null;
  if (kind === "insertion" || kind === "delins") {
    return after === "" ? null : { kind, ref: removed || null, alt: after };
  }
  return { kind, ref: after || null, alt: "" };
}

function readPlace(sign: string | undefined, base: string, offset: string | undefined): NamedPlace {
  return {
    base: sign === "-" ? -Number(base) : Number(base),
    isBehindStop: sign === "*",
    offset: offset === undefined ? 0 : Number(offset),
  };
}
