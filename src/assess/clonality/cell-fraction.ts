/** What a share of reads says of a share of cells. */

export interface SitePurity {
  /** Share of tumor cells in the sample, above 0 to 1. */
  readonly purity: number;
  /** Copies of the site in a tumor cell, of all alleles. */
  readonly copies: number;
  /** Copies of the site in a normal cell: 2, on X and Y of males 1. */
  readonly normalCopies?: number;
  /** Copies with the variant in each tumor cell that carries it, at least 1. */
  readonly mutatedCopies: number;
}

/** Copies of the site in an average cell of the sample: those of tumor cells and those of normal ones. */
function averageCopies({ purity, copies, normalCopies = 2 }: SitePurity): number {
  return purity * copies + normalCopies * (1 - purity);
}

/**
 * Share of tumor cells that carry a somatic variant with this allele fraction, VAF (p CN + 2 (1 - p)) / (p m), not capped at 1 (PMC3934006;
 * spec, clinical R11).
 */
export function cellFraction(vaf: number, site: SitePurity): number {
  return (vaf * averageCopies(site)) / (site.purity * site.mutatedCopies);
}

/** Allele fraction of a variant that all tumor cells carry, p m / (p CN + 2 (1 - p)): what `cellFraction` turns into 1. */
export function expectedVaf(site: SitePurity): number {
  return (site.purity * site.mutatedCopies) / averageCopies(site);
}
