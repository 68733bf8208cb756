import type { ProteinScale } from "../../../model/protein-scales.ts";
import { detectionNames } from "./detection.ts";
import { isSampleColumn } from "../../tables/sample-columns.ts";
import { columnsOfSites, findSiteColumn, type SiteColumn } from "./site-columns.ts";
import { simplifyColumn } from "../../tables/table-columns.ts";

/** Header names in the form that `simplifyColumn` gives. Sources: cBioPortal and OncoKB file formats, CIViC, our own. */
const geneNames = new Set([
  "gene",
  "symbol",
  "gene_symbol",
  "gene_name",
  "hugo_symbol",
  "hugo_gene_symbol",
  "hgnc_symbol",
  "composite_element_ref",
  // DIA-NN's matrices of genes, and LinkedOmics.
  "genes",
  "attrib_name",
]);

/** Names of a column of values, most preferred first, with the scale that the name states. */
const valueNames: ReadonlyMap<string, ProteinScale | null> = new Map([
  ["value", null],
  ["log2_value", null],
  ["log2", null],
  ["log2_ratio", "log2-ratio"],
  ["log2ratio", "log2-ratio"],
  ["log2_fold_change", "log2-ratio"],
  ["log2fc", "log2-ratio"],
  ["log2_intensity", "log2-intensity"],
  ["intensity", null],
  ["abundance", null],
  ["expression", null],
  ["npx", "npx"],
  ["tpm", "tpm"],
  ["counts", "counts"],
  ["zscore", "z"],
  ["z_score", "z"],
  ["z", "z"],
]);

/** Accessions: they name the rows where no column names genes. Best known ones first. */
const accessionNames = [
  "uniprot",
  "uniprot_id",
  "accession",
  "protein_id",
  "ensembl_gene_id",
  "ensembl_id",
  "ensembl",
  "gene_id",
];

/** Columns that wide tables carry beside the gene: numbers in them are no samples. */
const annotationNames = new Set([
  "entity_stable_id",
  "name",
  "entrez",
  "entrez_id",
  "entrez_gene_id",
  "gene_id",
  "hgnc_id",
  "ensembl",
  "ensembl_id",
  "ensembl_gene_id",
  "uniprot",
  "uniprot_id",
  "accession",
  "protein",
  "protein_id",
  "protein_name",
  "description",
]);

/** Numbers of the row as a whole that search engines, DIA-NN's matrices of genes and statistics write: of peptides, size, error rates, means. */
const rowFacts =
  /^(?:(?:#|n|num|number_of)_)?(?:(?:protein_)?unique_|razor_|proteotypic_)?(?:peptides|psms|aas|sequences|protein_groups)$|^(?:sequence_)?coverage(?:_\[?%\]?)?$|^(?:mw|mol(?:ecular)?_weight)(?:_\[kda\])?$|^(?:protein_|sequence_)?length$|^calc_pi$|^(?:exp_)?[pq]_?val(?:ue)?$|^(?:adj_?p_?val(?:ue)?|padj|fdr|pep|chr|chrom|chromosome)$|^(?:mean|median|average|sd|std_?dev|cv)$/;
/** The same of Proteome Discoverer, with the search engine behind it: `# Peptides (by Search Engine): Sequest HT`, `Exp. q-value: Combined`. */
const searchFacts =
  /^(?:#|number_of)_(?:peptides|psms|protein|proteins|isoforms|decoy|unique|razor)(?![a-z])|^(?:sum_)?pep_score$|^score_(?:sequest|mascot|ms_amanda|comet|chimerys|msfragger)|^exp_q_value/;

/** Columns behind the samples of the PDC's tables, which name each sample with ` Log Ratio`. */
const pdcNames = new Set(["ncbigeneid", "authority", "organism", "chromosome", "locus", "peptide"]);
const pdcRatio = /_log_ratio$/;
/** The PDC gives the ratio of each sample a second time, by peptides of no other gene alone: it is no sample of its own. */
const unsharedRatio = /_unshared_log_ratio$/;

/** The columns of a long table: one row for each sample and gene. */
export interface LongColumns {
  readonly sample: number;
  readonly gene: number;
  readonly value: number;
  /** Residues of a phosphosite; null where the table has no such column. */
  readonly site: SiteColumn | null;
  /** What declares a protein detected or not; null where the table has no such column. */
  readonly detection: number | null;
  /** What the name of the value column states. */
  readonly scale: ProteinScale | null;
}

/**
 * Finds the columns of a long table by their names; null when one is missing. Among several columns of
 * values the one that states `wanted` is taken, else the most preferred name.
 */
export function findLongColumns(
  columns: readonly string[],
  wanted?: ProteinScale,
): LongColumns | null {
  const names = columns.map(simplifyColumn);
  const sample = names.findIndex(isSampleColumn);
  const gene = names.findIndex((name) => geneNames.has(name));
  const candidates = [...valueNames]
    .map(([name, scale]) => ({ value: names.indexOf(name), scale }))
    .filter(({ value }) => value !== -1);
  const stating = wanted === undefined ? [] : candidates.filter(({ scale }) => scale === wanted);
  const chosen = stating[0] ?? candidates[0];
  if (sample === -1 || gene === -1 || chosen === undefined) return null;
  // RNA has no sites, and its positions are those of genes.
  const isRna = chosen.scale === "tpm" || chosen.scale === "counts";
  const site = isRna ? null : findSiteColumn(names);
  return { sample, gene, site, detection: findDetection(names), ...chosen };
}

/** The column that names the sample of each row; null where there is none. */
export function findSampleColumn(columns: readonly string[]): number | null {
  const sample = columns.findIndex(isSampleColumn);
  return sample === -1 ? null : sample;
}

function findDetection(names: readonly string[]): number | null {
  const detection = names.findIndex((name) => detectionNames.has(name));
  return detection === -1 ? null : detection;
}

/** The columns of a wide table: one row for each gene, one column for each sample. */
export interface WideColumns {
  readonly gene: number;
  /** Residues of a phosphosite; null where the table has no such column. */
  readonly site: SiteColumn | null;
  /** The rows' names stand in a column without a name: they may be genes, and they may be samples. */
  readonly isUnnamed: boolean;
  readonly samples: readonly number[];
  /** What declares the proteins of the one sample detected or not; null where the table has no such column. */
  readonly detection: number | null;
  /** Columns that are neither. */
  readonly annotations: readonly number[];
  /** Numbers of a row that tell no two rows of a gene apart: how many peptides, the mean of the samples. */
  readonly facts: readonly number[];
  /** Second ratios of samples that have one already, as the PDC writes them. */
  readonly unshared: number;
  /** Those of them that hold accessions. */
  readonly accessions: readonly number[];
}

/**
 * Finds the columns of a wide table: the gene by its name, else a first column without a name, as R writes row names, else a
 * column of accessions, else one of sites whose names hold the gene. Null when there is none of them or no sample column.
 */
export function findWideColumns(columns: readonly string[]): WideColumns | null {
  const names = columns.map(simplifyColumn);
  const named = names.findIndex((name) => geneNames.has(name));
  const isUnnamed = named === -1 && names[0] === "";
  const sites = findSiteColumn(names);
  const ofSites = sites?.kind === "site" || sites?.kind === "place" ? sites.column : null;
  const gene = named !== -1 ? named : isUnnamed ? 0 : (findAccessions(names) ?? ofSites);
  if (gene === null) return null;
  const site = gene === sites?.column ? null : sites;
  const detection = findDetection(names);
  // A name of the protein or of the row stays what tells two rows of a gene apart.
  const ofRow = new Set([gene, detection, ...columnsOfSites(site)]);
  const others = [...names.keys()].filter((index) => !ofRow.has(index));
  const isPdc = names.some((name) => pdcRatio.test(name));
  const isAnnotation = (index: number): boolean => {
    const name = names[index] ?? "";
    return annotationNames.has(name) || (isPdc && pdcNames.has(name));
  };
  const isFact = (index: number): boolean => {
    const name = names[index] ?? "";
    return rowFacts.test(name) || searchFacts.test(name);
  };
  const values = others.filter((index) => !isAnnotation(index) && !isFact(index));
  const samples = values.filter((index) => !unsharedRatio.test(names[index] ?? ""));
  const annotations = others.filter(isAnnotation);
  const facts = others.filter((index) => !isAnnotation(index) && isFact(index));
  const accessions = annotations.filter((index) => accessionNames.includes(names[index] ?? ""));
  if (samples.length === 0) return null;
  const unshared = values.length - samples.length;
  return { gene, site, isUnnamed, samples, detection, annotations, facts, accessions, unshared };
}

/** Null also for a table of samples: its accessions are facts about them. */
function findAccessions(names: readonly string[]): number | null {
  if (names.some(isSampleColumn)) return null;
  const index = accessionNames.map((name) => names.indexOf(name)).find((each) => each !== -1);
  return index ?? null;
}

/** Facts of a sample that stand beside its antibodies in the TCPA's tables (`TCGA-PANCAN32-L4.csv`). */
const sampleFacts = new Set(["cancer_type", "sample_type", "setid"]);

/** True for a column that says something of the sample of a row, and is no gene. */
export function isSampleFact(name: string): boolean {
  return sampleFacts.has(simplifyColumn(name));
}

/** True for a table whose rows are samples by the name of its first column, and whose other columns are not those of a long table. */
export function hasSampleRows(columns: readonly string[]): boolean {
  const [first, ...others] = columns.map(simplifyColumn);
  const isOther = (name: string): boolean => geneNames.has(name) || valueNames.has(name);
  return isSampleColumn(first ?? "") && others.length > 0 && !others.some(isOther);
}

/**
 * The columns of such a table read the other way round, as genes under a head that is written over their samples (`sample`, UCSC Xena): null for a table
 * that has no rows of samples by its head.
 */
export function findColumnsUnderSample(columns: readonly string[]): WideColumns | null {
  return hasSampleRows(columns) ? findWideColumns(["", ...columns.slice(1)]) : null;
}
