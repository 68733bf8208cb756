const bases = "TCAG";
/** Standard code in TCAG order, `*` for stop. */
const residues = "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

const codonTable: ReadonlyMap<string, string> = new Map(
  Array.from(residues, (residue, index) => {
    const codon = [index >> 4, (index >> 2) & 3, index & 3].map((at) => bases.charAt(at)).join("");
    return [codon, residue];
  }),
);

/** One letter a codon; `X` for a codon with an unknown base. A rest of one or two bases is left out. */
export function translate(sequence: string): string {
  let protein = "";
  for (let at = 0; at + 3 <= sequence.length; at += 3) {
    protein += codonTable.get(sequence.slice(at, at + 3)) ?? "X";
  }
  return protein;
}

/** All codons of a residue, in code order. */
export function codonsOf(residue: string): string[] {
  return [...codonTable].filter(([, coded]) => coded === residue).map(([codon]) => codon);
}

const unknownBase = 0x4e;
/** Complements by ASCII code. */
const complements = new Uint8Array(128).fill(unknownBase);
for (const [base, complement] of ["AT", "CG", "GC", "TA"].map((pair) => Buffer.from(pair))) {
  if (base !== undefined && complement !== undefined) complements[base] = complement;
}

/** The other strand read in its own direction; a letter that is no base becomes `N`. */
export function reverseComplement(sequence: string): string {
  // By bytes: whole coding sequences pass here, and lists of letters took twice the time.
  const reversed = Buffer.allocUnsafe(sequence.length);
  for (let at = 0; at < sequence.length; at++) {
    reversed[sequence.length - 1 - at] = complements[sequence.charCodeAt(at)] ?? unknownBase;
  }
  return reversed.toString("latin1");
}
