import { isModified, readLabel, readRowName, readSiteCell } from "../names/protein-row-name.ts";
import { hasMark } from "../names/modified-forms.ts";
import { readAccession } from "../names/protein-names.ts";
import { isMissing } from "../../tables/table-number.ts";

/** The column that says which site of its gene a row is of. */
export interface SiteColumn {
  readonly column: number;
  /**
   * A column that is always of sites; others count only where their cell is of one. A place is named `site`, as where a biopsy was taken or the hospital
   * also is. A label is the name of an antibody or a protein, an id that of the row.
   */
  readonly kind: "site" | "place" | "position" | "modification" | "sequence" | "label" | "id";
  /** The column of residues beside a position; null where there is none. */
  readonly letter: number | null;
  /** Asked where the cell of this column tells nothing; null where no other column may be of sites. */
  readonly next: SiteColumn | null;
}

/** What a row is of, beside its gene. */
export interface SiteParts {
  readonly site?: string;
  readonly modified?: true;
  /** The label, which may name another gene, or bear a mark that only the genes tell. */
  readonly binds?: string;
}

/** Of a row of the whole protein. */
export const noSite: SiteParts = {};

/**
 * What tells the rows of one gene apart, as the file writes it; empty where nothing does. Of a form whose residue is not told, no two rows are
 * known to be of one.
 */
export function keyOfSite(
  siteColumn: SiteColumn,
  { site, modified, binds }: SiteParts,
  {
    gene,
    cells,
    line,
  }: { readonly gene: string; readonly cells: readonly string[]; readonly line: number },
): string {
  if (modified === true) return `line ${line}`;
  const { column, letter } = tellingColumn(siteColumn, cells, gene);
  if (site === undefined && (binds === undefined || !hasMark(binds))) return "";
  return `${letter === null ? "" : (cells[letter] ?? "").trim()}${(cells[column] ?? "").trim()}`;
}

/** Header names in the form of `protein-columns.ts`. */
const siteNames = new Set([
  "phosphosite",
  "phosphosites",
  "residue",
  "modsite",
  "psite",
  "p_site",
  "psites",
  "phospho_site",
  "phospho_sites",
  "phosphorylation_site",
  "phosphorylation_sites",
  "phosphosite_id",
  "phosphoresidue",
  "phospho_residue",
  "modified_residue",
  "modified_residues",
  "modified_site",
  "modification_site",
  "mod_site",
  "mod_rsd",
  "mod_residue",
  "ptm_site",
  "ptm_sites",
  "ptm_residue",
  "site_residue",
  "residues",
]);
const positionName =
  /^(?:(?:aa|amino_acid|residue|site|ptm|mod|modification|psite|phosphosite|phospho|protein)_)?(?:position|pos)$/;
/** Also names of other things: where in a body, on a genome or a plate, what kind of change. */
const looseNames: readonly (readonly [SiteColumn["kind"], RegExp])[] = [
  ["place", /^site$/],
  ["position", positionName],
  [
    "modification",
    /^(?:(?:ptm|ptms|mod|mods|modifications?|modification_type|ptm_type|phosphorylations?)|(?:post_translational_)?modifications?)$/,
  ],
  ["sequence", /^(?:modified|mod|ptm|phospho)_?(?:sequence|peptide)s?$/],
  ["label", /^(?:antibody|antibody_name|protein|protein_name|target|marker|analyte)$/],
  [
    "id",
    /^(?:id|row_id|site_id|ptm_id|feature|feature_id|accession|accession_number|protein_id|refseq|refseq_id|uniprot|uniprot_id)$/,
  ],
];
const letterNames = new Set([
  "amino_acid",
  "aminoacid",
  "aa",
  "residue_type",
  "residue",
  "site_aa",
]);

/** Finds the column by the names of all of them, and what is asked after it; null when no name is of sites. */
export function findSiteColumn(names: readonly string[]): SiteColumn | null {
  const found = findFirst(names);
  return found === null ? null : { ...found, next: findSiteColumn(names.with(found.column, "")) };
}

function findFirst(names: readonly string[]): SiteColumn | null {
  const position = names.findIndex((name) => positionName.test(name));
  const letter = names.findIndex((name) => letterNames.has(name));
  const site = names.findIndex((name) => siteNames.has(name));
  if (site !== -1 && (site !== letter || position === -1)) {
    return { column: site, kind: "site", letter: null, next: null };
  }
  for (const [kind, pattern] of looseNames) {
    const column = names.findIndex((name) => pattern.test(name));
    if (column !== -1) {
      const beside = kind === "position" && letter !== -1 ? letter : null;
      return { column, kind, letter: beside, next: null };
    }
  }
  return null;
}

/** A number of a residue; what is longer is a place on a genome. */
const positionNumber = /^\d{1,5}(?:[;,/|_ ]{1,2}\d{1,5})*$/;
const residueLetters: ReadonlyMap<string, string> = new Map([
  ["ser", "S"],
  ["thr", "T"],
  ["tyr", "Y"],
]);
/** Residues of a whole cell, as `pY1248`, `S462_T469`, `pSer473`. */
const onlyResidues = /^(?:[ ,;_/-]{0,2}(?:p-?)?(?:[STY]|Ser|Thr|Tyr)-?\d{1,5})+$/i;
/** Phosphorylated residues within a peptide, as search engines write them. */
const phosphoInSequence =
  /phospho|\(ph\)|unimod:21\b|[[(]\+?(?:79\.9|80\b|167\b|181\b|243\b)|p[STY]/i;
/** What a column of sites says of a row of the whole protein, beside the words for what is missing. */
const wholeProtein =
  /^(?:total|whole|pan|none|no site|protein|(?:total|whole) protein|unmodified|un-?phosphorylated|non-?phospho(?:rylated)?)$/i;
/** A residue or its number first, as `Y1248_1`, `K747ac` or `1248`; `C50.9` is a code of topography. */
const residueFirst = /^[[(_]?p?-?(?:[A-Za-z]-?)?\d{1,5}(?![\d.])/;
/** A residue in one of the ways that name one among other words: `Tyr 1248`, `HER2 (S1248)`, `Lys747`. */
const residueWithin =
  /(?<![A-Za-z\d])p?-?(?:[STY]|Ser(?:ine)?|Thr(?:eonine)?|Tyr(?:osine)?|Lys(?:ine)?|Arg(?:inine)?)[-_ ]?\d{1,5}(?![\d.])/i;
/** What is said of a residue that is not known. */
const notLocated =
  /phospho|acetyl|ubiquit|methyl|unknown|ambiguous|multiple|several|locali[sz]ed|located|^(?:\?|p|phos)$/i;
/** Modifications that the preparation of a sample makes, and those of the start of a protein: `Carbamidomethyl [C5; C12]`, `2xOxidation [M1; M9]`. */
const ofPreparation =
  "(?:\\d+x ?)?(?:(?:carbamidomethyl|oxidation|deamidated|met-loss(?:\\+acetyl)?|gln->pyro-glu|tmt\\w*|itraq\\w*)(?: ?[[(][^[\\]()]*[\\])])?|acetyl ?[[(](?:protein )?n-term[\\])])";
/** What a column of modifications says of a peptide or a protein without one, or with those of the preparation. */
const noModification = new RegExp(
  `^(?:none|no|false|0|unmodified|total|${ofPreparation}(?:; ?${ofPreparation})*)$`,
  "i",
);

/** The columns that are of sites wherever they stand; the name of an antibody or of a row is something besides. */
export function columnsOfSites(siteColumn: SiteColumn | null): readonly number[] {
  if (siteColumn === null) return [];
  const { column, kind, letter, next } = siteColumn;
  const own = kind === "label" || kind === "id" ? [] : [column];
  return [...own, ...(letter === null ? [] : [letter]), ...columnsOfSites(next)];
}

/** The column that tells the site of a row, or the last that is asked. */
function tellingColumn(siteColumn: SiteColumn, cells: readonly string[], gene: string): SiteColumn {
  const { next } = siteColumn;
  return next === null || readCell(siteColumn, cells, gene) !== noSite
    ? siteColumn
    : tellingColumn(next, cells, gene);
}

/** The site of a row, by the cells of the column and of the residues beside it; empty for a row of the protein. */
export function readSite(
  siteColumn: SiteColumn,
  cells: readonly string[],
  gene: string,
): SiteParts {
  return readCell(tellingColumn(siteColumn, cells, gene), cells, gene);
}

function readCell(
  { column, kind, letter }: SiteColumn,
  cells: readonly string[],
  gene: string,
): SiteParts {
  const text = (cells[column] ?? "").trim();
  if (text === "") return noSite;
  if (isMissing(text)) return noSite;
  if (kind === "site" || kind === "place") {
    return wholeProtein.test(text) || (kind === "place" && isElsewhere(text))
      ? noSite
      : siteOf(text);
  }
  if (kind === "label") return readLabel(gene, text) ?? noSite;
  if (kind === "id") return readId(text);
  if (onlyResidues.test(text)) return siteOf(text);
  if (kind === "position") return readPosition(text, (cells[letter ?? -1] ?? "").trim());
  if (kind === "sequence") return phosphoInSequence.test(text) ? { modified: true } : noSite;
  return noModification.test(text) ? noSite : { modified: true };
}

/** True for what a column `site` says of no residue: where a biopsy was taken, which hospital. */
function isElsewhere(text: string): boolean {
  if ([onlyResidues, residueFirst, residueWithin].some((form) => form.test(text))) return false;
  return !isModified(text) && !notLocated.test(text) && readRowName(text).site === undefined;
}

/** An accession and residues behind it; other ids are of samples and the like, which may end as residues do. */
function readId(text: string): SiteParts {
  const { gene, site } = readRowName(text);
  return site === undefined || readAccession(gene) === null ? noSite : { site };
}

function readPosition(text: string, residue: string): SiteParts {
  if (onlyResidues.test(residue)) return siteOf(residue);
  if (!positionNumber.test(text)) return isModified(text) ? { modified: true } : noSite;
  const letter = residueLetters.get(residue.toLowerCase()) ?? residue.replace(/^p/u, "");
  return { site: `${letter.toUpperCase()}${text}` };
}

/** A site that is no list of residues is named as it stands. */
function siteOf(text: string): SiteParts {
  const sites = readSiteCell(text);
  return { site: sites === "" ? text : sites };
}
