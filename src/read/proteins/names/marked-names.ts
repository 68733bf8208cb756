/**
 * Names of modified, cleaved and activated forms of a protein beside its gene: of an antibody, of a peptide, or of the residue alone. What each
 * function reads is meant for names that are no symbol or alias themselves.
 */

/** Words of a form, which need something that parts them from the name: `activated HER2`, `ub-EGFR`, `HER2 (active)`. */
const words =
  "ac|acetyl(?:ated)?|ub|ubi(?:quitin)?|ubiquit(?:in|yl)ated|me[123]?|methyl(?:ated)?|sumo(?:ylated)?|cl|clv|cleaved|trunc(?:ated)?|act|activated|active|inactive";
/** Letters of phosphorylation, which may touch the name: `PHER2`, `phosHER2`, `HER2p`, `HER2 (p)`. */
const phospho = "p(?:hos(?:pho(?:rylated)?)?)?";
const before = new RegExp(
  `^(?:[([]?${phospho}[)\\]]?[-_. ]*|[([]?(?:${words})[)\\]]?[-_. ]+)(.+)$`,
  "i",
);
const behind = new RegExp(
  `^(.+?)(?:[-_. ]*[([]?${phospho}[)\\]]?|(?:[-_. ]+[([]?|[([])(?:${words})[)\\]]?)$`,
  "i",
);
/** What may stand behind the name itself: `P-ERK1/2`, `p-HER2 (rabbit)`. */
const furtherText = /[\s/,(].*$/;

/** The names that a mark of modification may stand before or behind; none where there is no mark. Only the genes tell which are marks. */
export function namesBesideMark(name: string): readonly string[] {
  const [, marked = ""] = before.exec(name) ?? [];
  const [, ending = ""] = behind.exec(name) ?? [];
  const bare = [marked, marked.replace(furtherText, ""), ending];
  return [...new Set(bare)].filter((each) => each !== "");
}

/** Nothing but the mark, or a lysine, of which a modification is measured: `p`, `K1188`. Of two digits it is also a keratin. */
const markAlone = new RegExp(`^(?:[([]?${phospho}[)\\]]?|K\\d{3,5})$`, "i");
/** A position without its residue, `1248`; also the number of a gene or of an antibody in a catalog. */
const numberAlone = /^\d+$/;
const position = /^\d{2,5}$/;
/**
 * A table of so many rows, all under a number and nearly all of another gene, is one of numbered genes: `A1BG|1`, `ERBB2|2064` (TCGA's RNA, with
 * a few rows of `?` and a few symbols twice).
 */
const fewestNumbered = 10;
const leastDistinct = 0.9;

/** Amino acids in capitals with marks among them, and the residues and the dot that Spectrum Mill and MaxQuant write at the ends. */
const peptide =
  /^[-_.]*(?:[AC-IK-NP-TVWY]\.)?(?:[AC-IK-NP-TVWY]|p(?=[STY])|[sty]){7,}(?:\.[AC-IK-NP-TVWY])?[-_.]*$/;
/** A small letter at the end is a plural. */
const markInPeptide = /p[STY]|[sty](?=.*[A-Z])/;

/**
 * Products of cleavage that have names of their own. `c-` is also said of the cellular form of an oncogene (c-Met), so that it is a mark only
 * before proteins that are known for their cleavage.
 */
const cleaved = [
  /^c[-_ ]?(?:PARP|casp(?:ase)?|notch|GSDM|gasdermin|lamin|BID)(?![a-z]{3})/i,
  /^(?:PARP|casp(?:ase)?[- ]?\d{1,2}|notch ?\d?)\d?[-_ ](?:c|cl|clv)$/i,
  /^casp(?:ase)?[- ]?\d{1,2}[-_ ]active$/i,
  /^(?:N|N\d|NOTCH\d?[-_ ]?|NT|A|4|ERBB4[-_ ]?|E|CD44[-_ ]?)[-_]?ICD\d?$/i,
  /^(?:ICN\d?|tBID)$/i,
  /^(?:p ?(?:95|110)[-_ ]?(?:HER-?2|ERBB-?2|neu)(?:[-_ /]?(?:neu|CTF))?|(?:HER-?2|ERBB-?2)[-_ ]p(?:95|110)|(?:611[-_ ]?)?CTF\d{0,3})$/i,
];

/** True for the name of a form that nothing but the name tells. */
export function isNameOfForm(name: string): boolean {
  if (markAlone.test(name) || cleaved.some((pattern) => pattern.test(name))) return true;
  return peptide.test(name) && markInPeptide.test(name);
}

/** True for the rows of a table that number their genes: such a number is no position of a residue. */
export function isNumbered(
  rows: readonly { readonly gene: string; readonly binds?: string }[],
): boolean {
  const named = rows.filter(({ binds }) => binds !== undefined);
  if (named.length < fewestNumbered) return false;
  if (!named.every(({ binds = "" }) => numberAlone.test(binds))) return false;
  return new Set(named.map(({ gene }) => gene)).size >= leastDistinct * named.length;
}

/** True for a number that may be the position of a residue. */
export function isPosition(name: string): boolean {
  return position.test(name);
}
