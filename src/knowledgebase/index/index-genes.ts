import { parseSpanText } from "../../constraints/allele-text.ts";
import type { Assembly, Locus } from "../../model/locus.ts";
import { compareText } from "../../model/order.ts";
import { once, remember } from "../../model/remember.ts";
import type { Gene } from "../schema/schema.ts";

export interface GeneIndex {
  current(symbolOrAlias: string): string | null;
  /** Symbols of the genes that an alias may mean, where there are several; empty for every other name. */
  meanings(alias: string): readonly string[];
  span(gene: string, assembly: Assembly): Locus | null;
  spans(assembly: Assembly): readonly Locus[];
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
  const meanings = once(() => indexMeanings(genes));
  // Every un-annotated variant is compared with these, so each text is read once.
  const spans = remember((assembly: Assembly) => readSpans(genes, assembly));
  return {
    current: (name) => (genes.has(name) ? name : (byAlias.get(name) ?? null)),
    meanings: (alias) => (genes.has(alias) ? [] : (meanings().get(alias) ?? [])),
    span: (symbol, assembly) => spans(assembly).get(symbol) ?? null,
    spans: (assembly) => [...spans(assembly).values()],
    flankedSpans: (assembly) =>
      [...spans(assembly).values()].map((locus) => ({
        ...locus,
        start: Math.max(1, locus.start - flank),
        end: locus.end + flank,
      })),
  };
}

/** Aliases of several genes, those of genes that the knowledgebase does not have among them. */
function indexMeanings(genes: ReadonlyMap<string, Gene>): Map<string, readonly string[]> {
  const owners = new Map<string, Set<string>>();
  const add = (alias: string, symbols: readonly string[]): void => {
    const known = owners.get(alias) ?? new Set();
    for (const symbol of symbols) known.add(symbol);
    owners.set(alias, known);
  };
  for (const { symbol, aliases, ambiguous } of genes.values()) {
    for (const alias of aliases) add(alias, [symbol]);
    for (const { alias, also } of ambiguous) add(alias, [symbol, ...also]);
  }
  return new Map(
    [...owners]
      .filter(([, symbols]) => symbols.size > 1)
      .map(([alias, symbols]) => [alias, [...symbols].toSorted(compareText)]),
  );
}

function readSpans(genes: ReadonlyMap<string, Gene>, assembly: Assembly): Map<string, Locus> {
  const spans = new Map<string, Locus>();
  for (const { symbol, spans: texts } of genes.values()) {
    const text = texts[assembly];
    const locus = text === undefined ? null : parseSpanText(text, assembly);
    if (locus !== null) spans.set(symbol, locus);
  }
  return spans;
}
