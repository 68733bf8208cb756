/** Amino-acid letters: IUPAC one-letter codes, with `*` for a stop and `X` for an unknown residue. */

const threeLetterNames: ReadonlyMap<string, string> = new Map([
  ["ALA", "A"],
  ["ARG", "R"],
  ["ASN", "N"],
  ["ASP", "D"],
  ["CYS", "C"],
  ["GLN", "Q"],
  ["GLU", "E"],
  ["GLY", "G"],
  ["HIS", "H"],
  ["ILE", "I"],
  ["LEU", "L"],
  ["LYS", "K"],
  ["MET", "M"],
  ["PHE", "F"],
  ["PRO", "P"],
  ["PYL", "O"],
  ["SEC", "U"],
  ["SER", "S"],
  ["THR", "T"],
  ["TRP", "W"],
  ["TYR", "Y"],
  ["VAL", "V"],
  ["TER", "*"],
  ["XAA", "X"],
]);

const oneLetterCodes = new Set("ACDEFGHIKLMNOPQRSTUVWY*");

/**
 * One residue under any of its names (`V`, `Val`, `VAL`; a stop as `*`, `X`, `Ter`, `STOP`; unknown as `Xaa`), as one letter.
 * Null when it is none.
 */
export function decodeResidue(text: string): string | null {
  const upper = text.toUpperCase();
  if (upper === "X" || upper === "STOP") return "*";
  if (upper.length === 1) return oneLetterCodes.has(upper) ? upper : null;
  return threeLetterNames.get(upper) ?? null;
}

/**
 * A run of residues as one letter each; null when it is none. `ALA` can be Ala or Ala-Leu-Ala: three-letter names are read
 * when they are written `AlaLeu`, or when `threeLetters` says that the rest of the text uses them. In a run `X` is HGVS's
 * unknown residue; only a residue that stands alone is called `X` for a stop.
 */
export function decodeResidues(text: string, threeLetters: boolean): string | null {
  const looksLong = /^(?:[A-Z][a-z]{2}|\*)+$/.test(text);
  const long = looksLong || threeLetters ? decodeRun(text, 3) : null;
  return long ?? decodeRun(text, 1);
}

function decodeRun(text: string, width: 1 | 3): string | null {
  let residues = "";
  for (let at = 0; at < text.length;) {
    const step = text[at] === "*" ? 1 : width;
    const name = text.slice(at, at + step);
    const residue = name === "X" || name === "x" ? "X" : decodeResidue(name);
    if (residue === null) return null;
    residues += residue;
    at += step;
  }
  return residues;
}

const properNames: ReadonlyMap<string, string> = new Map(
  [...threeLetterNames].map(([name, letter]) => [
    letter,
    name.charAt(0) + name.slice(1).toLowerCase(),
  ]),
);

/** HGVS's names of residues that are given as one letter each: `ValGlu` of `VE`, `Ter` of `*`. */
export function spellResidues(residues: string): string {
  return [...residues].map((residue) => properNames.get(residue) ?? "Xaa").join("");
}
