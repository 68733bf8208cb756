import { normalTail } from "./normal.ts";
import { roundingOf } from "../../model/rounding.ts";
import { meanOf, standardDeviation } from "../../model/moments.ts";

export interface KinaseScore {
  /** Mean log2 fold of the substrates. */
  readonly mean: number;
  /** (mean of the substrates - mean of all sites) * sqrt(m) / standard deviation of all sites. */
  readonly z: number;
  /** One-tailed: P(Z > |z|). */
  readonly p: number;
}

/**
 * Kinase-substrate enrichment as KSEA does it (clinical R9): how far the substrates of one kinase lie from all sites, in standard
 * errors. Folds are log2: `substrates` one for each site of the kinase, at least one; `all` those of every site that was measured.
 * Null where these have no spread.
 */
export function scoreKinase(substrates: Float64Array, all: Float64Array): KinaseScore | null {
  const deviation = standardDeviation(all);
  const center = meanOf(all);
  if (!(deviation > roundingOf(center))) return null;
  const mean = meanOf(substrates);
  const z = ((mean - center) * Math.sqrt(substrates.length)) / deviation;
  return { mean, z, p: normalTail(Math.abs(z)) };
}
