import { sha256 } from "../../../io/sha256.ts";
import { compareText } from "../../../model/order.ts";
import {
  identifiersFormat,
  numberedColumns,
  type IdentifiersHeader,
} from "../../../read/proteins/names/gene-identifiers.ts";

/** Texts of the tables: MANE's summary, and accessions of NCBI Gene, Ensembl and UniProt with columns `entrez`, `symbol`, `accession`. */
export interface IdentifierTables {
  readonly maneSummary: string;
  readonly accessions: string;
}

interface Gene {
  symbol: string;
  readonly mane: Set<string>;
  readonly other: Set<string>;
}

/**
 * The file of accessions: a line for each protein-coding gene, with its Ensembl genes and UniProt accessions, and the proteins of its MANE
 * transcripts; the genes of `complete` with all of their Ensembl and RefSeq proteins. MANE's symbol is the newer one and stands.
 */
export function packIdentifiers(
  tables: IdentifierTables,
  {
    complete,
    sources,
  }: {
    readonly complete: ReadonlySet<string>;
    readonly sources: IdentifiersHeader["sources"];
  },
): string {
  const genes = new Map<string, Gene>();
  const geneOf = (entrez: string, symbol: string): Gene => {
    const known = genes.get(entrez) ?? { symbol, mane: new Set(), other: new Set() };
    genes.set(entrez, known);
    return known;
  };
  for (const [entrez = "", symbol = "", accession = ""] of rowsOf(tables.accessions)) {
    geneOf(entrez, symbol).other.add(accession);
  }
  for (const cells of rowsOf(tables.maneSummary)) {
    const [id = "", ensembl = "", , symbol = "", , , refSeq = "", , protein = ""] = cells;
    const gene = geneOf(id.replace("GeneID:", ""), symbol);
    gene.symbol = symbol;
    for (const accession of [ensembl, refSeq, protein]) gene.mane.add(withoutVersion(accession));
  }
  dropReadthroughs([...genes.values()]);
  const lines = [...genes.values()]
    .toSorted((a, b) => compareText(a.symbol, b.symbol))
    .map((gene) => lineOf(gene, complete.has(gene.symbol)));
  const body = lines.map((line) => `${line}\n`).join("");
  const header: IdentifiersHeader = {
    format: identifiersFormat,
    genes: lines.length,
    sha256: sha256(body),
    sources,
  };
  return `${JSON.stringify(header)}\n${body}`;
}

/** A readthrough of two genes (`RBM14-RBM4`) shares the accessions of their proteins, which are the proteins of the single genes. */
function dropReadthroughs(genes: readonly Gene[]): void {
  const owners = new Map<string, Set<string>>();
  for (const { symbol, mane, other } of genes) {
    for (const accession of new Set([...mane, ...other])) {
      owners.set(accession, (owners.get(accession) ?? new Set()).add(symbol));
    }
  }
  for (const gene of genes) {
    const singles = gene.symbol.split("-");
    if (singles.length < 2) continue;
    for (const accession of gene.other) {
      if (singles.some((single) => owners.get(accession)?.has(single) === true)) {
        gene.other.delete(accession);
      }
    }
  }
}

function rowsOf(table: string): string[][] {
  const [, ...lines] = table.split("\n");
  return lines.filter((line) => line !== "").map((line) => line.trimEnd().split("\t"));
}

function withoutVersion(accession: string): string {
  return accession.replace(/\.\d+$/, "");
}

function lineOf({ symbol, mane, other }: Gene, isComplete: boolean): string {
  const all = [...new Set([...mane, ...other])].toSorted(compareText);
  const numbered = numberedColumns.map(({ prefix, digits }) =>
    all
      .filter((accession) => accession.startsWith(prefix))
      .filter((accession) => isComplete || prefix === "ENSG" || mane.has(accession))
      .map((accession) => accession.slice(prefix.length))
      .map((number) => (digits === 0 ? number : number.replace(/^0+/, "")))
      .join(" "),
  );
  const uniProt = all.filter((accession) =>
    numberedColumns.every(({ prefix }) => !accession.startsWith(prefix)),
  );
  return [symbol, ...numbered, uniProt.join(" ")].join("\t");
}
