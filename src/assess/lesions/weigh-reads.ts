/** Whether reads of an allele that is not called are more than errors of sequencing. */
import { probabilityOfHits } from "../../annotate/statistics/binomial.ts";
import type { ReadSupport } from "../../model/observation.ts";

/** Our choice: one read in a thousand holds a wrong base (Q30), all taken to be the one that is asked for. */
export const errorRate = 0.001;
/** Errors explain reads that they make with this probability or more. */
const errorsExplainFrom = 0.05;

/**
 * `errors`: as few as errors alone are expected to make, and fewer than a caller needs. `unclear`: errors may explain them, and they may be real.
 * `seen`: more than errors explain, or reads that are not counted.
 */
export type ReadWeight =
  | { readonly kind: "none" | "seen" }
  | {
      readonly kind: "errors" | "unclear";
      readonly reads: number;
      readonly depth: number;
      /** Of so many reads or more by errors alone. */
      readonly probability: number;
    };

/**
 * `minAltReads`: reads from which the caller calls, k of P(X >= k) (spec, clinical R12). From so many on a sample does show the allele, so that it
 * never lacks it.
 */
export function weighReads(
  support: Pick<ReadSupport, "altReads" | "vaf" | "depth" | "genotype">,
  minAltReads: number,
): ReadWeight {
  if (!holdsAllele(support)) return { kind: "none" };
  const { depth } = support;
  const reads = countReads(support);
  if (reads === null || depth === null || depth < reads) return { kind: "seen" };
  const probability = probabilityOfHits(reads, depth, errorRate);
  if (probability < errorsExplainFrom) return { kind: "seen" };
  const isExpected = reads < minAltReads && reads <= depth * errorRate;
  return { kind: isExpected ? "errors" : "unclear", reads, depth, probability };
}

/** True where a read holds the allele; without counts, where the genotype does. */
export function holdsAllele({
  altReads,
  vaf,
  genotype,
}: Pick<ReadSupport, "altReads" | "vaf" | "genotype">): boolean {
  if (altReads !== null) return altReads > 0;
  return vaf === null ? genotype === "alt called" : vaf > 0;
}

function countReads({
  altReads,
  vaf,
  depth,
}: Pick<ReadSupport, "altReads" | "vaf" | "depth">): number | null {
  if (altReads !== null) return altReads;
  return vaf === null || depth === null ? null : Math.max(1, Math.round(vaf * depth));
}
