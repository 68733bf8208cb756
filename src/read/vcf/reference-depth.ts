import type { InformativeReads } from "../../model/observation.ts";
import { readCount } from "./number.ts";
import type { FieldItems } from "./support-rules.ts";

/** Depth of a block or site, the most careful first: least in the block, flow evaluator's (Ion Torrent), all reads. */
const depthKeys = ["MIN_DP", "FDP", "DP"] as const;

/**
 * Reads at a place that a record states, whatever its alleles: its depth, or the sum of AD where that is less, since DP also counts reads that tell of
 * no allele. `altCount`: its ALTs, `<NON_REF>` among them, and 0 for `.`.
 */
export function readReferenceDepth(items: FieldItems, altCount: number): InformativeReads | null {
  const stated = depthKeys.flatMap((from) => {
    const reads = readCount(items(from)?.[0]);
    return reads === null ? [] : [{ reads, from }];
  })[0];
  const counted = readAlleleCounts(items, altCount)?.reduce((sum, count) => sum + count, 0) ?? null;
  if (counted !== null && (stated === undefined || counted < stated.reads)) {
    return { reads: counted, from: "AD" };
  }
  return stated ?? null;
}

/**
 * Reads of the reference, then of each ALT. Null where AD does not count every allele. Beside RD, which counts the reference, a lone AD counts
 * the ALT (VarScan).
 */
export function readAlleleCounts(items: FieldItems, altCount: number): number[] | null {
  const counts = (items("AD") ?? []).map((item) => readCount(item));
  const known = counts.filter((count) => count !== null);
  if (known.length !== altCount + 1 || counts.length !== known.length) return null;
  if (items("RD") !== null) return null;
  return known;
}
