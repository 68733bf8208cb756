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

const complements: ReadonlyMap<string, string> = new Map([
  ["A", "T"],
  ["C", "G"],
  ["G", "C"],
  ["T", "A"],
]);

/** The other strand read in its own direction; a letter that is no base becomes `N`. */
export function reverseComplement(sequence: string): string {
  return [...sequence]
    .reverse()
    .map((base) => complements.get(base) ?? "N")
    .join("");
}
