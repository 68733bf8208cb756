/**
 * Where a protein may end early and keep its function: the residue (1-based) of a stop that many healthy people carry. BRCA2 K3326* is found in
 * 1 to 2 % of controls (10.1136/jmedgenet-2015-103206), its RNA is not degraded (10.1093/jnci/djy002), and cells with it repair DNA by recombination (10.1038/srep14800).
 */
const toleratedStops: ReadonlyMap<string, number> = new Map([["BRCA2", 3326]]);

/** True for a truncation that begins at this residue of the gene and cuts off no more than such a stop does. */
export function isToleratedEnd(gene: string, residue: number): boolean {
  const stop = toleratedStops.get(gene);
  return stop !== undefined && residue >= stop;
}
