import { formatPercent } from "../../match/format-measure.ts";
import { hasClearReads } from "../../model/clear-reads.ts";
import type { NormalReads, ReadSupport } from "../../model/observation.ts";
import type { Reason } from "../../model/verdict.ts";

/** Fraction of tumor cells in the normal that explains its reads without a word (our choice). */
const toleratedTumor = 0.1;
/** A fraction that few tumor cells in the normal do not reach; where it is twice the tumor's too, the samples are doubted (our choice). */
const highFraction = 0.2;

/** Reads of the allele in the matched normal beyond what a few tumor cells in it explain. It changes no tier and no rank. */
export function findNormalCaveats(label: string, { vaf, normal }: ReadSupport): Reason[] {
  if (normal === undefined || !hasClearReads(normal)) return [];
  const other = normal.vaf ?? 0;
  if (vaf !== null && other <= toleratedTumor * vaf) return [];
  const isFarHigher = vaf !== null && other >= highFraction && other > 2 * vaf;
  const origin = isFarHigher
    ? "far more than in the tumor: a germline variant that the tumor lost, or tumor and normal are exchanged"
    : "possibly a germline variant, or tumor cells in the normal";
  return [
    {
      code: "in-the-normal",
      text: `${label}: also in the normal (${normal.sample}): ${countReads(normal)}; ${origin}. Confirm it. The tier is not changed by this.`,
    },
  ];
}

/** `12 of 60 reads (20 %)`. */
function countReads({ vaf, depth, altReads }: NormalReads): string {
  const fraction = formatPercent(vaf ?? 0);
  return altReads === null || depth === null
    ? `VAF ${fraction}`
    : `${altReads} of ${depth} reads (${fraction})`;
}
