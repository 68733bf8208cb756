import { parseSpanText } from "../constraints/allele-text.ts";
import type { Assembly, Locus } from "../model/locus.ts";
import type { Gene } from "./schema.ts";

export interface GeneIndex {
  current(symbolOrAlias: string): string | null;
  span(gene: string, assembly: Assembly): Locus | null;
  flankedSpans(assembly: Assembly): readonly Locus[];
}

/** Bases on either side of a gene in which a variant may still be annotated with it, as VEP and SnpEff do. */
const flank = 5_000;

/** Symbols and spans. An alias that is a symbol, or an alias of two genes, resolves to neither (spec matching 1.5). */
export function indexGenes(genes: ReadonlyMap<string, Gene>): GeneIndex {
  const byAlias = new Map<string, string | null>();
  for (const gene of genes.values()) {
    for (const alias of new Set(gene.aliases)) {
      byAlias.set(alias, byAlias.has(alias) ? null : gene.symbol);
    }
  }
  const span = (symbol: string, assembly: Assembly): Locus | null => {
    const text = genes.get(symbol)?.spans[assembly];
    return text === undefined ? null : parseSpanText(text, assembly);
  };
  return {
    current: (name) => (genes.has(name) ? name : (byAlias.get(name) ?? null)),
    span,
    flankedSpans: (assembly) =>
      [...genes.keys()].flatMap((symbol) => {
        const locus = span(symbol, assembly);
        if (locus === null) return [];
        return { ...locus, start: Math.max(1, locus.start - flank), end: locus.end + flank };
      }),
  };
}
