import { antibodyGenes } from "./antibody-genes.ts";
import { kinaseGenes } from "./kinase-genes.ts";

/** Knows what the names in protein tables mean. */
export interface ProteinNames {
  /**
   * Current symbols of the genes that a symbol, an alias or an accession means: none when it is not known, several when it is
   * not of one gene.
   */
  genesOf(name: string): readonly string[];
  /** A current symbol, as nearly all names of a table are: it means the gene of this name and no other. */
  isSymbol(name: string): boolean;
}

/** Where names are looked up. */
export interface NameSources {
  /** Current symbol of a symbol or an unambiguous alias of the knowledgebase; null when it is not known. */
  currentSymbol(symbolOrAlias: string): string | null;
  /** Symbols that an alias may mean, where there are several. */
  aliasMeanings?(alias: string): readonly string[];
  /** Symbols by accession without version or isoform, and whether a symbol is one; absent when that file does not ship. */
  readonly identifiers?: GeneIdentifiers | undefined;
}

export interface GeneIdentifiers {
  /** Symbols of the genes of an Ensembl, RefSeq or UniProt accession, without its version. */
  symbolsOf(accession: string): readonly string[];
  isSymbol(name: string): boolean;
}

const ensembl = /^(ENS[GP]\d{11})(?:\.\d{1,3})?$/;
const refSeq = /^(NP_\d{6,9})(?:\.\d{1,3})?$/;
/** The form of UniProt's documentation (uniprot.org/help/accession_numbers), with an isoform's number. */
const uniProt =
  /^([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d[A-Z][A-Z\d]{2}\d(?:[A-Z][A-Z\d]{2}\d)?)(?:-\d{1,3})?$/;
const fastaName = /^(?:sp|tr)\|([^|]+)\|/;

/** The accession that a name is, without `sp|`, version and isoform; null when it is none. */
export function readAccession(name: string): string | null {
  const bare = fastaName.exec(name)?.[1] ?? name;
  for (const pattern of [uniProt, ensembl, refSeq]) {
    const accession = pattern.exec(bare)?.[1];
    if (accession !== undefined) return accession;
  }
  return null;
}

/** Looks a name up as a symbol or an alias first, then as an accession. Every name is looked up once. */
export function makeProteinNames(sources: NameSources): ProteinNames {
  const { currentSymbol, identifiers } = sources;
  const known = new Map<string, readonly string[]>();
  const current = (symbol: string): string => currentSymbol(symbol) ?? symbol;
  const lookUp = (name: string): readonly string[] => {
    const symbol = currentSymbol(name);
    if (symbol !== null) return [symbol];
    if (identifiers?.isSymbol(name) === true) return [name];
    const meanings = sources.aliasMeanings?.(name) ?? [];
    if (meanings.length > 0) return meanings;
    const accession = readAccession(name);
    if (accession === null) return [];
    return [...new Set((identifiers?.symbolsOf(accession) ?? []).map(current))].sort();
  };
  return {
    genesOf(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const genes = lookUp(name);
      known.set(name, genes);
      return genes;
    },
    isSymbol(name) {
      const symbol = currentSymbol(name);
      return symbol === null ? identifiers?.isSymbol(name) === true : symbol === name;
    },
  };
}

/**
 * Genes of an antibody or a kinase of an array: by the lists of both, then by its name, then by its name in capitals, in which
 * these names differ from symbols (`Src`).
 */
export function genesOfAntibody(name: string, names: ProteinNames): readonly string[] {
  const listed = antibodyGenes.get(name) ?? kinaseGenes.get(name);
  if (listed !== undefined) return listed.flatMap((gene) => names.genesOf(gene)[0] ?? gene);
  const exact = names.genesOf(name);
  if (exact.length > 0) return exact;
  const upper = names.genesOf(name.toUpperCase());
  if (upper.length > 0) return upper;
  return (bareAntibodies.get(name) ?? []).flatMap((gene) => names.genesOf(gene)[0] ?? gene);
}

/** No symbol and no accession has small letters, but for those of open reading frames (C1orf43), which no antibody is named like. */
const smallLetter = /[a-z]/;

/**
 * Genes of a name in a table of genes. What is no symbol, alias or accession may be the name of a protein, as antibodies are called (`c-Met`, `p53`);
 * one in capitals alone (`PR`) is asked in tables of antibodies only.
 */
export function genesOfName(name: string, names: ProteinNames): readonly string[] {
  const known = names.genesOf(name);
  if (known.length > 0 || !smallLetter.test(name)) return known;
  return (antibodyGenes.get(name) ?? []).flatMap((gene) => names.genesOf(gene)[0] ?? gene);
}

/** As the TCPA's tables of level 4 write the listed ones: in capitals, without separators, digits behind an X (`CMET`, `PKCALPHA`, `X4EBP1`). */
const bareAntibodies: ReadonlyMap<string, readonly string[]> = new Map(
  [...antibodyGenes].map(([name, genes]) => {
    const bare = name.toUpperCase().replaceAll(/[-()_ ]/g, "");
    return [/^\d/.test(bare) ? `X${bare}` : bare, genes];
  }),
);

/** True for a name of the lists of antibodies and kinases. */
export function isListedAntibody(name: string): boolean {
  return antibodyGenes.has(name) || kinaseGenes.has(name);
}

/** One antibody among the rows makes a table of antibodies, also of those whose names tell nothing. */
export function isArrayOfAntibodies(rows: readonly { readonly antibody?: true }[]): boolean {
  return rows.some(({ antibody }) => antibody === true);
}
