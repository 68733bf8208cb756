/**
 * Residues of tumor suppressors that catalysis cannot do without. PTEN: cysteine 124, which attacks the phosphate, and arginine 130, both of
 * the motif HCXXGXXR (10.1016/S0092-8674(00)81663-3).
 */
const inactivatingCodons: ReadonlyMap<string, readonly number[]> = new Map([["PTEN", [124, 130]]]);

/** True for a codon (1-based) of the gene at which any missense change is taken to abolish the function. */
export function isInactivatingCodon(gene: string, codon: number): boolean {
  return inactivatingCodons.get(gene)?.includes(codon) ?? false;
}
