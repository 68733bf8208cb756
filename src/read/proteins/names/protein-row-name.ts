import { antibodyGenes } from "./antibody-genes.ts";
import { readAccession } from "./protein-names.ts";

/** What the name of a row says: a gene, an accession or an antibody, and the residues when it is of a phosphosite. */
export interface RowName {
  /** Gene, accession or antibody; members of several genes are parted by `;`. */
  readonly gene: string;
  /** Phosphorylated residues in the numbering of the file, as `Y1068` or `S462 T469`; absent for a total protein. */
  readonly site?: string;
  /** The row is named by an antibody, whose name follows no nomenclature of genes. */
  readonly antibody?: true;
  /** What stands behind the genes of `genes|antibody`, without its residues. */
  readonly binds?: string;
  /** The name says that the protein is modified, and not where: the row is no amount of the protein, and of no site that is known. */
  readonly modified?: true;
}

/** No name of a row is longer; what is longer is taken as it stands, so that no pattern meets a hostile text. */
const longestName = 200;

/** Residues as RPPA writes them behind the antibody: `EGFR_pY1068`, `HER2-pY1248`, `p90RSK_pT359_S363`, `JNK_pT183_pT185`. */
const antibodySites = /^(.+?)[-_.][pP]([STY]\d{1,5}(?:[-_][pP]?[STY]\d{1,5})*)$/;
/**
 * Residues anywhere in the name of an antibody that stands behind its genes, where nothing else is named so: `HER2_Y1248`, `HER2pY1248`,
 * `p-HER2 (Y1248) rabbit`. The mark `p` parts them from what they follow.
 */
const residuesWithin =
  /(?:(?<![A-Za-z\d])|(?=p))[pP]?[STY]\d{1,5}(?:[-_,;& ]{1,2}[pP]?[STY]\d{1,5})*(?![A-Za-z\d])/g;
/**
 * Residues behind an accession or a symbol. CPTAC's pipeline of 2016 writes `NP_149131-S462s T469t `, the small letter for each modified
 * residue, whatever its modification; TMT-Integrator and others `P04626_Y1248`, `ERBB2:Y1248`.
 */
const accessionSites = /^([^\s:]+?)([-_:])([A-Z]\d{1,5}[a-z]?(?:[ ,;_]{0,2}[A-Z]\d{1,5}[a-z]?)*)$/;
const residue = /([A-Z])(\d{1,5})([a-z]?)/g;
const firstResidue = /^[pP]?-?[STY]\d{1,5}/;
/** `ACACA ACACB|ACC_pS79`: genes and antibody, as cBioPortal and the TCPA write RPPA rows. */
const genesAndAntibody = /^([^|]+)\|([^|]+)$/;
/** `ENSG...|ENSP...|S462T469|peptide|1`: CPTAC's later matrices of sites. */
const ensemblSite = /^(ENSG\d+(?:\.\d+)?)\|ENSP[^|]*\|([^|]+)\|/;
/** `ERBB2_P04626_Y1248`, `ERBB2_NP_004439.2_Y1248`: a symbol and an accession, which looks like a residue itself. */
const symbolAndAccession = /^([^_|:\s]+)_(\S+)_([^_\s]+)$/;
/** `ERBB2-Y1248` (PTM-SEA): residues behind a hyphen without a mark, of two digits at least; no symbol of a gene ends like this (HGNC). */
const hyphenSites = /^(\S+?)-((?:[STY]\d{2,5})+(?:-(?:[STY]\d{2,5})+)*)$/;
/** Entry of UniProt, and residues or an antibody behind it: `sp|P04626|ERBB2_HUMAN_Y1248`, `sp|P04626|ERBB2_HUMAN Y1248`, `...|pHER2`. */
const swissProt = /^(?:sp|tr)\|/;
const swissProtSites = /^((?:sp|tr)\|[^|\s]+\|[A-Z\d]+_[A-Z\d]{1,5})(?: *([-_:|]) *| +)(.+)$/;
/** Species and validation of the antibody at the end of the names that TCGA wrote: `HER2_pY1248-R-V`, `PTEN-R-V`; CCLE's writes the latter out. */
const antibodyGrade = /-[A-Z]-(?:V|C|E|NA|QC)$|_Caution$/;
/** Nothing but phosphorylated residues, in capitals or in small letters, also with the letter behind them that marks them (`y1248y`). */
const onlySites = /^(?:[ ,;_]{0,2}(?:[pP]-?)?[STYsty]\d{1,5}(?:[sty](?!\d))?)+$/;
/**
 * Gene and residues in further ways: `P04626|Y1248`, `ERBB2|P04626|Y1248`, `ERBB2:NP_004439.2:Y1248` (LinkedOmics), `NP_004439.2:y1248` (PDC),
 * `ERBB2(Y1248)`. Two places where a name has only one separator are told by `onlySites`.
 */
const barSites = /^([^|]+)\|(?:[^|]+\|)?([^|]+)$/;
const colonSites = /^([^\s:]+):(?:[^\s:]+:)?([^\s:]+)$/;
const bracketSites = /^([^\s()|]+) ?\(([^()]+)\)$/;
/** `ERBB2 pY1248`: behind a blank only with the mark of phosphorylation, since names in words hold blanks. */
const blankSites = /^(\S+) +([pP]-?[STY]\d.*)$/;
const separator = /[|:( ]/;
/** Counts of sites and their range behind the residues, as Spectrum Mill writes them: `NP_004439.2_Y1248y_1_1_1248_1248`. */
const siteCounts = /\s*(?:_\d+){4}$/;

/** Residues in words, `pTyr1248`, `Phospho-Ser473`, `p-Y1248`, and lists of them with a slash, `pS240/244`, `T202/Y204`. */
const spelledResidue = /(p-?|(?<![A-Za-z])P?)(Ser|Thr|Tyr)[- ]?(\d{1,5})(?!\d)/g;
const residueLetters = new Map([
  ["Ser", "S"],
  ["Thr", "T"],
  ["Tyr", "Y"],
]);
const wordBeforeResidue = /(?<![A-Za-z])(?:[Pp]hospho(?:rylated)?[-_ ]?p?|p-)(?=[STY]\d)/g;
const slashedPositions = /(?<![A-OQ-Za-oq-z])([STY])(\d{1,5}(?:\/\d{1,5})+)(?!\d)/g;
const slashedResidues = /(?<=[STY]\d{1,5})\/(?=p?[STY]\d)/g;
/** Phosphorylation before a name, `Phospho-HER2`, `p-HER2`: no small letter and hyphen begin the name of a protein like this. */
const phosphoPrefix = /^(?:[Pp]hospho(?:rylated)?[-_ ]?(?![a-z])|p-)(?=.)/;
/**
 * Words for a form of a protein, and no names of proteins such as Phosphofructokinase or Acetyl-CoA carboxylase; a position without its residue
 * (`HER2_p1248`), where `p53` and `p110` are names.
 */
const modifiedWords = [
  /(?<![A-Za-z])(?:[Pp]hospho(?![a-z]|\d{1,2}(?!\d))|PHOSPHO(?![A-Za-z\d])|[Pp]hospho(?:rylated|sites?))/,
  /(?<![A-Za-z])(?:[Cc]leaved|[Uu]biquit(?:in|yl)ated|[Mm]ethylated(?!-DNA)|[Ss]umoylated)/,
  /(?<![A-Za-z])[Aa]cetyl(?:ated)?(?![a-z]|-D-|[- ]?(?:[Cc]o-?[Aa]|[Cc]oenzyme|transferase|cholin))/,
  /(?<![A-Za-z\d])p\d{4}(?!\d)/,
  // Lysines and arginines with what they bear: K1188ac, H3K27me3, acK382.
  /(?:(?<![A-Za-z])|(?<=H\d))[KR]\d{1,5}[-_ ]?(?:ac(?:etyl)?|ub|gg|me(?:[123][as]?)?|su(?:mo)?|suc|cr|bu|la)(?![A-Za-z\d])/,
  /(?<![A-Za-z])(?:ac|ub|me[123]?|sumo)[-_ ]?[KR]\d{1,5}(?![A-Za-z\d])/,
];

/** Unmarked residues that only the gene before them tells from a part of its symbol: `GSK3B-S9`, `AKT1-S473-T308`, `ERBB2_y1248`. */
const looseSites = /^(\S+?)[-_]([STYsty]\d{1,5}(?:[-_]?[STYsty]\d{1,5})*)$/;

/** The gene and the residues that a name may be of, if the gene is known and the name is not; null where it cannot be. */
export function readLooseSites(name: string): Required<Pick<RowName, "gene" | "site">> | null {
  if (name.length > longestName) return null;
  const [, gene, tail] = looseSites.exec(name) ?? [];
  if (gene === undefined || tail === undefined) return null;
  return { gene, site: readSites(tail.toUpperCase()) };
}

/** Reads the name of a row; a name of no known form is the gene as it stands, trimmed. */
export function readRowName(cell: string): RowName {
  const name = cell.trim();
  if (name.length > longestName) return { gene: name };
  const abbreviated = abbreviate(name);
  const short = abbreviated === name ? null : readForm(abbreviated);
  const read = short?.site === undefined ? readForm(name) : short;
  if (read.site !== undefined) return withoutPrefix(read);
  return isModified(read.binds ?? name) ? { ...read, modified: true } : read;
}

/**
 * Reads the name of an antibody or a protein that stands in a column of its own, beside a gene whose name tells no more; null where the gene is
 * all there is.
 */
export function readLabel(
  gene: string,
  label: string,
): Pick<RowName, "site" | "modified" | "binds"> | null {
  if (/[|\s]/u.test(gene.trim()) || label.includes("|")) return null;
  const { site, modified, binds } = readRowName(`${gene.trim()}|${label}`);
  if (site !== undefined) return { site, ...(binds === undefined ? {} : { binds }) };
  if (modified !== undefined) return { modified };
  return binds === undefined ? null : { binds };
}

/** `Phospho-Akt (S473)` and `p-Akt_S473` are the names of antibodies. */
function withoutPrefix(read: RowName): RowName {
  const gene = read.gene.replace(phosphoPrefix, "");
  return gene === read.gene ? read : { ...read, gene, antibody: true };
}

/** True for a name that says that the protein is phosphorylated, cleaved or the like. */
export function isModified(name: string): boolean {
  return name.length <= longestName && modifiedWords.some((word) => word.test(name));
}

/** Residues in the one form that is read below. */
function abbreviate(name: string): string {
  return name
    .replace(
      spelledResidue,
      (_, mark: string, residueName: string, position: string) =>
        `${mark === "" ? "" : "p"}${residueLetters.get(residueName) ?? ""}${position}`,
    )
    .replace(wordBeforeResidue, "p")
    .replace(
      slashedPositions,
      (_, letter: string, positions: string) => letter + positions.replaceAll("/", `_${letter}`),
    )
    .replace(slashedResidues, "_");
}

function readForm(name: string): RowName {
  const [, ensembl, sites] = ensemblSite.exec(name) ?? [];
  if (ensembl !== undefined && sites !== undefined) return withSite(ensembl, readSites(sites));
  if (swissProt.test(name)) return readSwissProt(name);
  return (
    readListedSites(name) ??
    readSeparatedSites(name) ??
    readAntibody(name) ??
    readSymbolAndAccession(name) ??
    readAccessionSites(name)
  );
}

/** `EGFR;Y1068;` and `P00533;EGFR;Y1068;GSVQNPVYHNQPLNP` (PhosR): residues behind the genes, and the peptide behind them. */
function readListedSites(name: string): RowName | null {
  const parts = name.replace(/^~/u, "").split(";");
  const first = parts.findIndex(
    (part, index) =>
      onlySites.test(part.trim()) && !isPartOfName(part.trim(), parts.slice(0, index).join(";")),
  );
  if (first < 1) return null;
  const genes = parts.slice(0, first);
  // `ERBB2_Y1221;Y1248` is a list of residues that begins with its gene.
  if (genes.some((gene) => readForm(gene.trim()).site !== undefined)) return null;
  const behind = parts.slice(first).findIndex((part) => !onlySites.test(part.trim()));
  const sites = parts.slice(first, behind === -1 ? undefined : first + behind);
  return withSite(genes.join(";"), readSites(sites.join(" ").toUpperCase()));
}

/** An entry of UniProt with residues behind it is a site: read as the protein, it would stand for how much of it there is. */
function readSwissProt(name: string): RowName {
  const [, entry, mark, tail] = swissProtSites.exec(name) ?? [];
  if (entry === undefined || tail === undefined) return { gene: name };
  if (onlySites.test(tail)) return withSite(entry, readSites(tail.toUpperCase()));
  return mark === "|" ? { gene: entry, binds: tail } : { gene: name };
}

/** Names whose last part is nothing but residues, behind a bar, a colon, a blank or in brackets; null for all others. */
function readSeparatedSites(name: string): RowName | null {
  if (!separator.test(name)) return null;
  // Behind a bar stands an antibody, which has forms of its own.
  const forms = name.includes("|") ? [barSites] : [colonSites, bracketSites, blankSites];
  for (const form of forms) {
    const [, gene, tail] = form.exec(name) ?? [];
    if (gene === undefined || tail === undefined) continue;
    if (isPartOfName(firstResidue.exec(tail.trim())?.[0] ?? "", gene)) continue;
    if (onlySites.test(tail.trim())) {
      return withSite(gene.trim(), readSites(tail.toUpperCase()));
    }
  }
  return null;
}

/** Names of antibodies, beside their genes or alone; null where neither a site nor the grade of an antibody tells one. */
function readAntibody(cell: string): RowName | null {
  const isGraded = antibodyGrade.test(cell);
  const name = cell.replace(antibodyGrade, "");
  const [, genes, antibody] = genesAndAntibody.exec(name) ?? [];
  if (genes !== undefined && antibody !== undefined) return readGenesAndAntibody(genes, antibody);
  const [, bound, bySites] = antibodySites.exec(name) ?? [];
  if (bound !== undefined && bySites !== undefined) {
    return { ...withSite(bound, readSites(bySites)), antibody: true };
  }
  return isGraded ? { gene: name, antibody: true } : null;
}

function readGenesAndAntibody(genes: string, antibody: string): RowName {
  const members = genes.trim().split(/\s+/u);
  const isNamed = members.some((member) => member !== "NA" && member !== "");
  const { bound, site } = splitAntibody(antibody.trim(), genes);
  const gene = isNamed ? members.join(";") : bound;
  return {
    ...withSite(gene, site),
    antibody: true,
    ...(isNamed && bound !== "" && bound !== gene ? { binds: bound } : {}),
  };
}

/** The antibody's own name, and its residues in whatever way it writes them: behind its genes, it needs no certain form. */
function splitAntibody(antibody: string, genes: string): { bound: string; site: string } {
  const [, bound, marked] = antibodySites.exec(antibody) ?? [];
  if (bound !== undefined && marked !== undefined) return { bound, site: readSites(marked) };
  const { gene, site } = readSeparatedSites(antibody) ?? readAccessionSites(antibody);
  if (site !== undefined && readAccession(gene) !== null) return { bound: gene, site };
  const found = [...antibody.matchAll(residuesWithin)].filter(
    ([text]) => !isPartOfName(text, genes),
  );
  const [first] = found;
  if (first === undefined) return { bound: antibody, site: "" };
  const before = antibody.slice(0, first.index).replace(/[-_.,:( ]+$/u, "");
  return { bound: before, site: readSites(found.map(([text]) => text.toUpperCase()).join(" ")) };
}

/** The antibody S6 of RPS6, also with its residues behind it (`S6_pS235`), and S100 of S100A4 are named like a serine, and pS6 like no certain one. */
function isPartOfName(text: string, genes: string): boolean {
  const bare = text.replace(/^[pP]-?/u, "");
  return bare !== "" && (antibodyGenes.has(bare) || genes.includes(bare));
}

/** Null for what does not hold an accession between a symbol and residues. */
function readSymbolAndAccession(name: string): RowName | null {
  const [, symbol, accession, tail] = symbolAndAccession.exec(name) ?? [];
  if (symbol === undefined || accession === undefined || tail === undefined) return null;
  if (readAccession(accession) === null || !onlySites.test(tail)) return null;
  return withSite(symbol, readSites(tail.toUpperCase()));
}

function readAccessionSites(name: string): RowName {
  const [, bound, bare] = hyphenSites.exec(name) ?? [];
  if (bound !== undefined && bare !== undefined) return withSite(bound, readSites(bare));
  const [, gene, mark, text] =
    accessionSites.exec(name.replace(siteCounts, "")) ?? accessionSites.exec(name) ?? [];
  if (gene === undefined || text === undefined) return { gene: name };
  const residues = [...text.matchAll(residue)];
  // A hyphen is part of many symbols (NKX2-5): there every residue must be marked as modified. An oxidized methionine always is.
  const isSite = residues.every(
    ([, letter = "", , small]) => small !== "" || (mark !== "-" && isPhosphorylated(letter)),
  );
  // Of an acetylated lysine alone, the row would stand for how much protein there is.
  const sites = isSite ? readSites(text) : "";
  return sites === "" ? { gene: name } : withSite(gene, sites);
}

/** Phosphorylated residues of a text, in its order, as `S462 T469`; empty when it names none. */
export function readSites(text: string): string {
  return [...text.slice(0, longestName).matchAll(residue)]
    .filter(([, letter = ""]) => isPhosphorylated(letter))
    .map(([, letter = "", position = ""]) => `${letter}${position}`)
    .join(" ");
}

/** Residues of a cell that is given to them; behind a gene or an accession its digits are none: S100A4_S56. */
export function readSiteCell(cell: string): string {
  const text = abbreviate(cell.slice(0, longestName));
  if (onlySites.test(text)) return readSites(text.toUpperCase());
  const { gene, site } = readRowName(text);
  return site === undefined || onlySites.test(gene) ? readSites(text) : site;
}

function isPhosphorylated(letter: string): boolean {
  return letter === "S" || letter === "T" || letter === "Y";
}

function withSite(gene: string, site: string): RowName {
  return site === "" ? { gene } : { gene, site };
}
