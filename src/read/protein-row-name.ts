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

/** Residues as RPPA writes them behind the antibody: `EGFR_pY1068`, `p90RSK_pT359_S363`, `JNK_pT183_pT185`. */
const antibodySites = /^(.+?)_[pP]([STY]\d{1,5}(?:_[pP]?[STY]\d{1,5})*)$/;
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
const swissProt = /^(?:sp|tr)\|/;

/** Reads the name of a row; a name of no known form is the gene as it stands, trimmed. */
export function readRowName(cell: string): RowName {
  const name = cell.trim();
  if (name.length > longestName) return { gene: name };
  const [, ensembl, sites] = ensemblSite.exec(name) ?? [];
  if (ensembl !== undefined && sites !== undefined) return withSite(ensembl, readSites(sites));
  if (swissProt.test(name)) return { gene: name };
  const [, genes, antibody] = genesAndAntibody.exec(name) ?? [];
  if (genes !== undefined && antibody !== undefined) return readGenesAndAntibody(genes, antibody);
  const [, bound, bySites] = antibodySites.exec(name) ?? [];
  if (bound !== undefined && bySites !== undefined) {
    return { ...withSite(bound, readSites(bySites)), antibody: true };
  }
  return readAccessionSites(name);
}

function readGenesAndAntibody(genes: string, antibody: string): RowName {
  const [, bound, sites] = antibodySites.exec(antibody.trim()) ?? [];
  const members = genes.trim().split(/\s+/u);
  const isNamed = members.some((member) => member !== "NA" && member !== "");
  const gene = isNamed ? members.join(";") : (bound ?? antibody.trim());
  return { ...withSite(gene, readSites(sites ?? "")), antibody: true };
}

function readAccessionSites(name: string): RowName {
  const [, gene, separator, text] = accessionSites.exec(name) ?? [];
  if (gene === undefined || text === undefined) return { gene: name };
  const residues = [...text.matchAll(residue)];
  // A hyphen is part of many symbols (NKX2-5): there every residue must be marked as modified. An oxidized methionine always is.
  const isSite = residues.every(
    ([, letter = "", , mark]) => mark !== "" || (separator !== "-" && isPhosphorylated(letter)),
  );
  return isSite ? withSite(gene, readSites(text)) : { gene: name };
}

/** Phosphorylated residues of a text, in its order, as `S462 T469`; empty when it names none. */
export function readSites(text: string): string {
  return [...text.slice(0, longestName).matchAll(residue)]
    .filter(([, letter = ""]) => isPhosphorylated(letter))
    .map(([, letter = "", position = ""]) => `${letter}${position}`)
    .join(" ");
}

function isPhosphorylated(letter: string): boolean {
  return letter === "S" || letter === "T" || letter === "Y";
}

function withSite(gene: string, site: string): RowName {
  return site === "" ? { gene } : { gene, site };
}
