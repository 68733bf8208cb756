/** Codons at which RAS mutations activate, beyond those that statements name (spec, clinical R6.3; 10.1038/s41598-020-57476-y). */
const rasCodons = [12, 13, 61, 117, 146];
const activatingCodons: ReadonlyMap<string, readonly number[]> = new Map([
  ["KRAS", rasCodons],
  ["NRAS", rasCodons],
]);

/** True for a codon (1-based) of the gene at which any missense change is taken to activate. */
export function isActivatingCodon(gene: string, codon: number): boolean {
  return activatingCodons.get(gene)?.includes(codon) ?? false;
}
