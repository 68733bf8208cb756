import { formatPercent } from "../../match/format-measure.ts";
import { isCommon, type SmallVariant } from "../../model/alteration.ts";
import type { ReadSupport, VariantCall } from "../../model/observation.ts";
import { makeProblem, placeOf, type ReportProblem } from "../../model/problem.ts";
import { showText } from "../../read/show-text.ts";
import type { ChosenSample } from "../../read/variant-reader.ts";

/** Reads in each of the two samples that a call needs, where they are stated (our choice). */
const leastDepth = 10;
/** A call tells the samples apart where one has at most the first fraction of the allele and the other at least the second (our choice). */
const absentUpTo = 0.05;
const presentFrom = 0.1;
/** Calls that must have more of the allele in the normal (our choice). */
const leastCalls = 3;

/** The calls of one file in its tumor and its normal. */
export interface NormalComparison {
  add(call: VariantCall, alteration: SmallVariant): void;
  /** Warning `normal-exceeds-tumor` that the two may be exchanged; nothing in a file without a normal. */
  finish(normal: ChosenSample | undefined, report: ReportProblem): void;
}

/**
 * Looks for exchanged samples (spec, trust 37): a somatic allele is in one sample and not in the other, and that one is the tumor.
 * Counted are calls that passed the filters, whether or not the tumor's genotype holds the allele, because in an exchanged file it does
 * not. Inherited alleles are in both samples, and say nothing; one that the tumor lost is below the limit in a sample of
 * more than 95 % tumor cells only, and a common variant of the population is not counted. The warning needs three calls, and more
 * than half of those that tell.
 */
export function makeNormalComparison(): NormalComparison {
  let inTumor = 0;
  let inNormal = 0;
  let example: VariantCall | null = null;
  return {
    add(call, alteration) {
      const { support, failedFilters } = call;
      if (support.normal === undefined || failedFilters.length > 0) return;
      const side = findSide(support);
      if (side === null || isCommon(alteration)) return;
      if (side === "tumor") inTumor += 1;
      else inNormal += 1;
      if (side === "normal") example ??= call;
    },
    finish(normal, report) {
      if (normal === undefined || example === null) return;
      if (inNormal < leastCalls || inNormal <= inTumor) return;
      report(describeExchange(example, normal, { inNormal, all: inNormal + inTumor }));
    },
  };
}

/** The sample that alone has the allele; null where both or none have it, and where too few reads tell. */
function findSide({ vaf, depth, normal }: ReadSupport): "tumor" | "normal" | null {
  const other = normal?.vaf ?? null;
  if (vaf === null || other === null) return null;
  if ((depth ?? leastDepth) < leastDepth || (normal?.depth ?? leastDepth) < leastDepth) return null;
  if (Math.min(vaf, other) > absentUpTo || Math.max(vaf, other) < presentFrom) return null;
  return vaf > other ? "tumor" : "normal";
}

function describeExchange(
  { provenance, support, given }: VariantCall,
  normal: ChosenSample,
  { inNormal, all }: { readonly inNormal: number; readonly all: number },
): ReturnType<typeof makeProblem> {
  const [tumorName, normalName] = [showText(provenance.sample ?? "tumor"), showText(normal.name)];
  const fractions = `${formatPercent(support.normal?.vaf ?? 0)} in ${normalName}, ${formatPercent(support.vaf ?? 0)} in ${tumorName}`;
  const message =
    `in ${inNormal} of ${all} calls that only one of the two samples has, it is the normal ${normalName} and not the tumor ${tumorName}: ` +
    `they may be exchanged (${given.contig}:${given.position}: ${fractions})`;
  // A sample that the header calls the normal is refused as the tumor.
  const hint = normal.decidedBy.startsWith("##normal_sample")
    ? "Compare with the sample sheet; if they are exchanged, correct the header (bcftools reheader) and run again."
    : `Compare with the sample sheet; if they are exchanged, run again with --tumor-sample ${normalName}.`;
  return makeProblem("normal-exceeds-tumor", "warning", message, {
    where: placeOf(provenance),
    hint,
  });
}
