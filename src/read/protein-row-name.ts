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
}

/** No name of a row is longer; what is longer is taken as it stands, so that no pattern meets a hostile text. */
const longestName = 200;

/** Residues as RPPA writes them behind the antibody: `EGFR_pY1068`, `HER2-pY1248`, `p90RSK_pT359_S363`, `JNK_pT183_pT185`. */
const antibodySites = /^(.+?)[-_][pP]([STY]\d{1,5}(?:[-_][pP]?[STY]\d{1,5})*)$/;
/**
 * Residues behind an accession or a symbol. CPTAC's pipeline of 2016 writes `NP_149131-S462s T469t `, the small letter for each modified
 * residue, whatever its modification; TMT-Integrator and others `P04626_Y1248`, `ERBB2:Y1248`.
 */
const accessionSites = /^([^\s:]+?)([-_:])([A-Z]\d{1,5}[a-z]?(?:[ ,;_]{0,2}[A-Z]\d{1,5}[a-z]?)*)$/;
const residue = /([A-Z])(\d{1,5})([a-z]?)/g;
/** `ACACA ACACB|ACC_pS79`: genes and antibody, as cBioPortal and the TCPA write RPPA rows. */
const genesAndAntibody = /^([^|]+)\|([^|]+)$/;
/** `ENSG...|ENSP...|S462T469|peptide|1`: CPTAC's later matrices of sites. */
const ensemblSite = /^(ENSG\d+(?:\.\d+)?)\|ENSP[^|]*\|([^|]+)\|/;
/** `ERBB2_P04626_Y1248`, `ERBB2_NP_004439.2_Y1248`: a symbol and an accession, which looks like a residue itself. */
const symbolAndAccession = /^([^_|:\s]+)_(\S+)_([^_\s]+)$/;
/** `ERBB2-Y1248` (PTM-SEA): residues behind a hyphen without a mark, of two digits at least; no symbol of a gene ends like this (HGNC). */
const hyphenSites = /^(\S+?)-((?:[STY]\d{2,5})+(?:-(?:[STY]\d{2,5})+)*)$/;
/** Entry of UniProt, and residues behind it: `sp|P04626|ERBB2_HUMAN_Y1248`. */
const swissProt = /^(?:sp|tr)\|/;
const swissProtSites = /^((?:sp|tr)\|[^|\s]+\|[A-Z\d]+_[A-Z\d]{1,5})[-_:|](.+)$/;
/** Species and validation of the antibody at the end of the names that TCGA wrote: `HER2_pY1248-R-V`, `PTEN-R-V`. */
const antibodyGrade = /-[A-Z]-(?:V|C|E|NA|QC)$/;
/** Nothing but phosphorylated residues, in capitals or in small letters. */
const onlySites = /^(?:[ ,;_]{0,2}(?:[pP]-?)?[STYsty]\d{1,5})+$/;
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
  const [, ensembl, sites] = ensemblSite.exec(name) ?? [];
  if (ensembl !== undefined && sites !== undefined) return withSite(ensembl, readSites(sites));
  if (swissProt.test(name)) return readSwissProt(name);
  return (
    readSeparatedSites(name) ??
    readAntibody(name) ??
    readSymbolAndAccession(name) ??
    readAccessionSites(name)
  );
}

/** An entry of UniProt with residues behind it is a site: read as the protein, it would stand for how much of it there is. */
function readSwissProt(name: string): RowName {
  const [, entry, tail] = swissProtSites.exec(name) ?? [];
  if (entry === undefined || tail === undefined || !onlySites.test(tail)) return { gene: name };
  return withSite(entry, readSites(tail.toUpperCase()));
}

/** Names whose last part is nothing but residues, behind a bar, a colon, a blank or in brackets; null for all others. */
function readSeparatedSites(name: string): RowName | null {
  if (!separator.test(name)) return null;
  for (const form of [barSites, colonSites, bracketSites, blankSites]) {
    const [, gene, tail] = form.exec(name) ?? [];
    // The antibody S6 of ribosomal protein S6 is named like a serine.
    if (gene === undefined || tail === undefined || antibodyGenes.has(tail)) continue;
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
  const [, bound, sites] = antibodySites.exec(antibody.trim()) ?? [];
  const members = genes.trim().split(/\s+/u);
  const isNamed = members.some((member) => member !== "NA" && member !== "");
  const gene = isNamed ? members.join(";") : (bound ?? antibody.trim());
  return { ...withSite(gene, readSites(sites ?? "")), antibody: true };
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
export function readSiteCell(text: string): string {
  const { gene, site } = readRowName(text);
  return site === undefined || onlySites.test(gene) ? readSites(text) : site;
}

function isPhosphorylated(letter: string): boolean {
  return letter === "S" || letter === "T" || letter === "Y";
}

function withSite(gene: string, site: string): RowName {
  return site === "" ? { gene } : { gene, site };
}
