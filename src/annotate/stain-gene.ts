/** Genes by what pathologists call their proteins: in small letters, without blanks and hyphens. */
const genesOfStains: ReadonlyMap<string, string> = new Map([
  ["her2", "ERBB2"],
  ["her2/neu", "ERBB2"],
  ["her2neu", "ERBB2"],
  ["erbb2", "ERBB2"],
  ["cerbb2", "ERBB2"],
  ["cerbb2/neu", "ERBB2"],
  ["pdl1", "CD274"],
  ["b7h1", "CD274"],
  ["er", "ESR1"],
  ["erα", "ESR1"],
  ["eralpha", "ESR1"],
  ["estrogenreceptor", "ESR1"],
  ["oestrogenreceptor", "ESR1"],
  ["pr", "PGR"],
  ["pgr", "PGR"],
  ["progesteronereceptor", "PGR"],
  ["ar", "AR"],
  ["androgenreceptor", "AR"],
  ["cmet", "MET"],
  ["p16", "CDKN2A"],
  ["p53", "TP53"],
  ["claudin18.2", "CLDN18"],
  ["cldn18.2", "CLDN18"],
  ["fralpha", "FOLR1"],
  ["fra", "FOLR1"],
  ["frα", "FOLR1"],
  ["folatereceptoralpha", "FOLR1"],
  ["folatereceptorα", "FOLR1"],
  ["ki67", "MKI67"],
  ["ckit", "KIT"],
  ["cd117", "KIT"],
]);

/** A mark of phosphorylation: `p-ROS1` is no PROS1. */
const marked = /^p-?[A-Z]/;

/**
 * The gene of a stain; null for a marker that is neither a known name nor a symbol or an alias that `currentSymbol` knows. A symbol counts in whatever
 * writing (`Pten`, `MSH-6`), an alias only as it is written.
 */
export function geneOfStain(
  marker: string,
  currentSymbol: (symbol: string) => string | null,
): string | null {
  const name = marker.trim();
  const bare = name.replaceAll(/[\s_-]+/g, "");
  const known = genesOfStains.get(bare.toLowerCase()) ?? currentSymbol(name);
  if (known !== null || marked.test(name)) return known;
  const symbol = bare.toUpperCase();
  return currentSymbol(symbol) === symbol ? symbol : null;
}
