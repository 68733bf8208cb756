/** Genes by what pathologists call their proteins. */
const genesOfStains: ReadonlyMap<string, string> = new Map([
  ["her2", "ERBB2"],
  ["her-2", "ERBB2"],
  ["her2/neu", "ERBB2"],
  ["pd-l1", "CD274"],
  ["pdl1", "CD274"],
  ["er", "ESR1"],
  ["pr", "PGR"],
  ["pgr", "PGR"],
  ["ar", "AR"],
  ["c-met", "MET"],
  ["cmet", "MET"],
  ["p16", "CDKN2A"],
  ["p53", "TP53"],
  ["claudin 18.2", "CLDN18"],
  ["cldn18.2", "CLDN18"],
  ["fr-alpha", "FOLR1"],
  ["fra", "FOLR1"],
  ["frα", "FOLR1"],
  ["ki67", "MKI67"],
  ["ki-67", "MKI67"],
  ["c-kit", "KIT"],
  ["cd117", "KIT"],
]);

/** The gene of a stain; null for a marker that is neither a known name nor a symbol that `currentSymbol` knows. */
export function geneOfStain(
  marker: string,
  currentSymbol: (symbol: string) => string | null,
): string | null {
  return genesOfStains.get(marker.trim().toLowerCase()) ?? currentSymbol(marker.trim());
}
