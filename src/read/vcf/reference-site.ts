import type { ReferenceSite } from "../variant-reader.ts";
import { classifyAlt } from "./alt.ts";
import type { Genotype } from "./genotype.ts";
import { type Extent, isBlock, readLastBase } from "./reference-block.ts";
import { readAlleleCounts, readReferenceDepth } from "./reference-depth.ts";
import type { FieldItems } from "./support-rules.ts";

/** FORMAT keys that are asked of a place, beside those of an allele. */
export const siteKeys: readonly string[] = ["MIN_DP", "LEN"];

/**
 * What a record without an allele states of its place. `items` is null where the file has no sample. Structural variants, segments of copy numbers and
 * spanning deletions state no depth of their bases, and a genotype that is not called does not say that the reads are of the reference.
 */
export function readReferenceSite(
  { position, ref, alts, info }: Omit<Extent, "length">,
  { items, genotype }: { readonly items: FieldItems | null; readonly genotype: Genotype | null },
): ReferenceSite {
  const length = items?.("LEN")?.[0];
  const end = readLastBase({ position, ref, alts, info, length });
  const isNameless = isBlock(alts, info);
  const isOfReference = isNameless || alts.some((alt) => isReference(alt, ref));
  if (items === null || !isOfReference || genotype?.includes(null) === true) {
    return { position, end, informative: null, unnamed: null };
  }
  const altCount = alts[0] === "." ? 0 : alts.length;
  const informative = readReferenceDepth(items, altCount);
  const unnamed = isNameless ? readUnnamed(items, altCount) : null;
  return { position, end, informative, unnamed };
}

function isReference(alt: string, ref: string): boolean {
  const kind = classifyAlt(alt, ref);
  return kind.kind === "skipped" && kind.code === "alternate-is-reference";
}

/** Of a record with one ALT, which names no allele. */
function readUnnamed(items: FieldItems, altCount: number): ReferenceSite["unnamed"] {
  if (altCount !== 1) return null;
  const [own = 0, reads = 0] = readAlleleCounts(items, altCount) ?? [];
  return reads === 0 ? null : { reads, depth: own + reads };
}
