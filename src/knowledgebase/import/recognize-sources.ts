/** Which of the given files is which table: by its columns or first characters, never by its name. */
import { refuse } from "../../model/refusal.ts";
import { splitHeader, type SourceText } from "./reference/read-table.ts";
import type { Importer } from "./importer.ts";

interface Table {
  /** For messages. */
  readonly what: string;
  is(head: string, columns: readonly string[]): boolean;
}

const has =
  (...names: readonly string[]) =>
  (_head: string, columns: readonly string[]): boolean =>
    names.every((name) => columns.includes(name));

/** The tables about genes, diseases and drugs that every importer needs. */
const tables = {
  genePred: {
    what: "UCSC genePred table of GRCh37 transcripts (columns hg19.ensGene.*)",
    is: has("hg19.ensGene.name2", "hg19.ensGene.exonStarts"),
  },
  liftedModels: {
    what: "MANE coding coordinates on GRCh37 (columns ensembl_tx, cds_1based; no exons_1based)",
    is: (_head, columns) => columns.includes("cds_1based") && !columns.includes("exons_1based"),
  },
  maneSummary: { what: "MANE summary", is: has("MANE_status", "HGNC_ID") },
  codingSequences: {
    what: "FASTA of coding sequences (headers >GENE|TRANSCRIPT|...)",
    is: (head) => /^>[^|\s]+\|/.test(head),
  },
  chain: { what: "chain file from GRCh37 to GRCh38", is: (head) => head.startsWith("chain ") },
  oncotree: {
    what: "OncoTree tree as JSON",
    is: (head) => head.startsWith("{") && head.includes('"TISSUE"'),
  },
  diseaseTerms: {
    what: "Disease Ontology report HumanDO.tsv",
    is: has("id", "label", "subClassOf"),
  },
  diseaseXrefs: { what: "Disease Ontology report NCIinDO.tsv", is: has("id", "label", "xrefs") },
  drugSynonyms: {
    what: "drug synonyms (columns alias, nci_concept_display_name)",
    is: has("alias", "nci_concept_display_name"),
  },
  drugTargets: {
    what: "drug targets (columns nci_t, target_symbol)",
    is: has("nci_t", "target_symbol"),
  },
  geneAliases: {
    what: "NCBI gene aliases (columns entrez_id, symbol, alias)",
    is: has("entrez_id", "symbol", "alias"),
  },
} satisfies Record<string, Table>;

export interface SourceTables extends Readonly<Record<keyof typeof tables, SourceText>> {
  /** A table of the importer by its name. */
  facts(name: string): SourceText;
}

/**
 * Sorts the files out. Throws one Refusal that names every table that is missing, given twice, and every file that is none of them.
 */
export function recognizeSources(importer: Importer, files: readonly SourceText[]): SourceTables {
  const own = Object.entries(importer.tables).map(([key, { what, columns }]): [string, Table] => [
    `${importer.id} ${key}`,
    { what: `${what} (columns ${columns.slice(0, 4).join(", ")}, ...)`, is: has(...columns) },
  ]);
  const kinds = [...own, ...Object.entries(tables)];
  const faults: string[] = [];
  const found = new Map<string, SourceText>();
  for (const file of files) {
    const head = file.text.slice(0, 4_096);
    const columns = splitHeader(head.split(/\r?\n/, 1)[0] ?? "");
    const [key] = kinds.find(([, table]) => table.is(head, columns)) ?? [];
    if (key === undefined) faults.push(`${file.name} is no table that this import reads`);
    else if (found.has(key))
      faults.push(`${file.name} is the same table as ${found.get(key)?.name}`);
    else found.set(key, file);
  }
  for (const [key, { what }] of kinds) if (!found.has(key)) faults.push(`missing: ${what}`);
  if (faults.length > 0) {
    throw refuse("input", "import-sources", `The import needs other files: ${faults.join("; ")}.`, {
      hint: "Give each table once, decompressed or gzip; knowledgebase/README.md lists them.",
    });
  }
  const text = (key: string): SourceText => found.get(key) ?? { name: key, text: "" };
  return {
    facts: (name) => text(`${importer.id} ${name}`),
    genePred: text("genePred"),
    liftedModels: text("liftedModels"),
    maneSummary: text("maneSummary"),
    codingSequences: text("codingSequences"),
    chain: text("chain"),
    oncotree: text("oncotree"),
    diseaseTerms: text("diseaseTerms"),
    diseaseXrefs: text("diseaseXrefs"),
    drugSynonyms: text("drugSynonyms"),
    drugTargets: text("drugTargets"),
    geneAliases: text("geneAliases"),
  };
}
