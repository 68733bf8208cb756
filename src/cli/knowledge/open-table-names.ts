import { fileExists } from "../../io/file-exists.ts";
import { indexGenes } from "../../knowledgebase/index/index-genes.ts";
import { loadBuiltGenes } from "../../knowledgebase/load/load-knowledgebase.ts";
import { makeProteinNames, type ProteinNames } from "../../read/proteins/names/protein-names.ts";
import { bundledKnowledgebase } from "../bundled-files.ts";
import { openIdentifiers } from "./open-identifiers.ts";

export interface TableNames {
  readonly names: ProteinNames;
  /** Current symbol of a symbol or an alias; the name itself where it is not known. */
  currentSymbol(symbolOrAlias: string): string;
}

/**
 * What names of protein tables mean where no case is asked about: symbols and accessions, and the aliases of the genes of the
 * knowledgebase that ships. Throws Refusal "knowledgebase" when one of the files was changed.
 */
export async function openTableNames(): Promise<TableNames> {
  const identifiers = await openIdentifiers();
  const path = bundledKnowledgebase();
  const index = indexGenes((await fileExists(path)) ? await loadBuiltGenes(path) : new Map());
  const { current: currentSymbol, meanings: aliasMeanings } = index;
  return {
    names: makeProteinNames({ currentSymbol, aliasMeanings, identifiers }),
    currentSymbol: (name) => currentSymbol(name) ?? name,
  };
}
