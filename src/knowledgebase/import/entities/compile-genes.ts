/** The genes that statements name: identifiers, aliases that mean nothing else, and spans in both builds. */
import { normalizeContig } from "../../../model/contig-name.ts";
import { compareText } from "../../../model/order.ts";
import type { Span } from "../reference/gene-models.ts";
import type { GeneReference } from "../reference/reference-data.ts";
import { readTable, type SourceText } from "../reference/read-table.ts";
import { roleOf } from "./gene-roles.ts";

export type GeneEntity = {
  readonly symbol: string;
  readonly hgnc: string | null;
  readonly entrez: number | null;
  readonly ensembl: string | null;
  readonly aliases: readonly string[];
  readonly ambiguous: readonly { readonly alias: string; readonly also: readonly string[] }[];
  readonly role: string;
  readonly spans: { readonly GRCh37?: string; readonly GRCh38?: string };
  readonly transcripts: { readonly mane: string | null; readonly refseq: string | null };
};

interface ManeRow {
  readonly hgnc: string;
  readonly entrez: number;
  readonly ensembl: string;
  readonly mane: string;
  readonly refseq: string;
  readonly contig: string | null;
  readonly span: Span;
}

/** Sorted by symbol. */
export function compileGenes(
  symbols: ReadonlySet<string>,
  tables: { mane: SourceText; aliases: SourceText },
  reference: GeneReference,
): GeneEntity[] {
  const mane = readManeSummary(tables.mane);
  const names = readAliases(tables.aliases);
  return [...symbols].toSorted(compareText).map((symbol) => {
    const row = mane.get(symbol);
    return {
      symbol,
      hgnc: row?.hgnc ?? null,
      entrez: row?.entrez ?? names.entrezOf(symbol),
      ensembl: row?.ensembl ?? null,
      ...names.aliasesOf(symbol, row?.entrez ?? null, (alias) => mane.has(alias)),
      role: roleOf(symbol),
      spans: spansOf(symbol, row, reference),
      transcripts: { mane: row?.mane ?? null, refseq: row?.refseq ?? null },
    };
  });
}

function readManeSummary(source: SourceText): Map<string, ManeRow> {
  const columns = ["NCBI_GeneID", "Ensembl_Gene", "HGNC_ID", "symbol", "RefSeq_nuc", "Ensembl_nuc"];
  const rows = readTable(source, [...columns, "MANE_status", "GRCh38_chr", "chr_start", "chr_end"]);
  return new Map(
    rows
      .filter((row) => row.get("MANE_status") === "MANE Select")
      .map((row) => [
        row.get("symbol"),
        {
          hgnc: row.get("HGNC_ID"),
          entrez: Number(row.get("NCBI_GeneID").replace("GeneID:", "")),
          ensembl: row.get("Ensembl_Gene").split(".")[0] ?? "",
          mane: row.get("Ensembl_nuc"),
          refseq: row.get("RefSeq_nuc"),
          contig: normalizeContig(row.get("GRCh38_chr")),
          span: [Number(row.get("chr_start")), Number(row.get("chr_end"))],
        },
      ]),
  );
}

interface Aliases {
  entrezOf(symbol: string): number | null;
  /** Other names of the gene, sorted: those that mean nothing else, and the others with the genes that have them too. */
  aliasesOf(
    symbol: string,
    entrez: number | null,
    isSymbol: (name: string) => boolean,
  ): Pick<GeneEntity, "aliases" | "ambiguous">;
}

function readAliases(source: SourceText): Aliases {
  const owners = new Map<string, Set<string>>();
  const byGene = new Map<string, Set<string>>();
  const symbols = new Map<string, string>();
  const symbolOf = new Map<string, string>();
  for (const row of readTable(source, ["entrez_id", "symbol", "alias"])) {
    const [entrez, alias, symbol] = [row.get("entrez_id"), row.get("alias"), row.get("symbol")];
    symbols.set(symbol, entrez);
    symbolOf.set(entrez, symbol);
    owners.set(alias.toUpperCase(), (owners.get(alias.toUpperCase()) ?? new Set()).add(entrez));
    byGene.set(entrez, (byGene.get(entrez) ?? new Set()).add(alias).add(symbol));
  }
  return {
    entrezOf: (symbol) => Number(symbols.get(symbol)) || null,
    aliasesOf(symbol, entrez, isSymbol) {
      const id = entrez === null ? symbols.get(symbol) : String(entrez);
      const own = [...(byGene.get(id ?? "") ?? [])].filter(
        (alias) => alias !== symbol && /^[A-Za-z0-9][\w./-]{1,29}$/.test(alias),
      );
      const named = own.toSorted(compareText).map((alias) => {
        const others = [...(owners.get(alias.toUpperCase()) ?? []), symbols.get(alias)];
        const also = others.flatMap((other) =>
          other === undefined || other === id ? [] : (symbolOf.get(other) ?? []),
        );
        if (isSymbol(alias)) also.push(alias);
        return { alias, also: [...new Set(also)].toSorted(compareText) };
      });
      return {
        aliases: named.filter(({ also }) => also.length === 0).map(({ alias }) => alias),
        ambiguous: named.filter(({ also }) => also.length > 0),
      };
    },
  };
}

/** GRCh38 from MANE; GRCh37 from all Ensembl 75 transcripts, else the ends lifted back one by one. */
function spansOf(
  symbol: string,
  row: ManeRow | undefined,
  { geneModel, liftover }: GeneReference,
): GeneEntity["spans"] {
  const model = geneModel(symbol);
  const own = model.transcripts.filter((transcript) => transcript !== model.mane);
  const contig = row?.contig ?? model.canonical?.contig;
  const exons = own
    .filter((transcript) => transcript.contig === contig)
    .flatMap(({ exons: list }) => list.flat());
  const write = ([start, end]: Span): string => `${contig}:${start}-${end}`;
  const lift = (span: Span, way: "forward" | "backward"): string | undefined => {
    const ends = span.map((at) => liftover[way](contig ?? "", at, at)?.start);
    const [a, b] = ends;
    return a === undefined || b === undefined ? undefined : write([Math.min(a, b), Math.max(a, b)]);
  };
  const old: Span | null = exons.length > 0 ? [Math.min(...exons), Math.max(...exons)] : null;
  const GRCh37 = old ? write(old) : row ? lift(row.span, "backward") : undefined;
  const GRCh38 = row?.contig ? write(row.span) : old ? lift(old, "forward") : undefined;
  return { ...(GRCh37 && { GRCh37 }), ...(GRCh38 && { GRCh38 }) };
}
