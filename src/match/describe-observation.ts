/** One observation in words, with the numbers that support it. */
import type {
  CopiesSupport,
  JunctionSupport,
  Observation,
  OutlierSupport,
  ReadSupport,
  Support,
  ValueSupport,
} from "../model/observation.ts";
import { showShare } from "../model/show-share.ts";
import { formatDecimal, formatPercent, formatProbability } from "./format-measure.ts";

/** `BRAF V600E (7:140453136 A>T, VAF 31 %, depth 54)`; numbers that the input does not give are left out. */
export function describeObservation(observation: Observation): string {
  const details = [...describePlace(observation), ...describeSupport(observation.support)];
  return details.length === 0 ? observation.label : `${observation.label} (${details.join(", ")})`;
}

/** The allele as `7:140453136 A>T`, 1-based as in VCF; nothing for what has no place or whose label is its place. */
function describePlace({ alteration, label }: Observation): string[] {
  if (alteration.kind !== "small-variant" || alteration.allele === null) return [];
  const { contig, position, ref, alt } = alteration.allele;
  const place = `${contig}:${position} ${ref}>${alt}`;
  return label.includes(place) ? [] : [place];
}

/** The measurement behind an observation, one phrase per number. */
export function describeSupport(support: Support): string[] {
  switch (support.kind) {
    case "reads":
      return describeReads(support);
    case "cohort":
      return describeOutlier(support);
    case "copies":
      return describeCopies(support);
    case "junction-reads":
      return describeJunction(support);
    case "value":
      return describeValue(support);
  }
}

function describeCopies({ copies, minorCopies, log2Ratio }: CopiesSupport): string[] {
  return [
    ...(copies === null ? [] : [`copies ${formatDecimal(copies)}`]),
    ...(minorCopies === null ? [] : [`of the rarer allele ${formatDecimal(minorCopies)}`]),
    ...(copies === null && log2Ratio !== null ? [`log2 ratio ${formatDecimal(log2Ratio)}`] : []),
  ];
}

function describeJunction({ junctionReads, spanningReads, callers }: JunctionSupport): string[] {
  return [
    ...(junctionReads === null ? [] : [`junction reads ${junctionReads}`]),
    ...(spanningReads === null ? [] : [`spanning pairs ${spanningReads}`]),
    ...(callers.length === 0 ? [] : [`called by ${callers.join(", ")}`]),
  ];
}

function describeValue({ text, method }: ValueSupport): string[] {
  return method === null ? [text] : [text, `by ${method}`];
}

function describeReads({ vaf, depth }: ReadSupport): string[] {
  return [
    ...(vaf === null ? [] : [`VAF ${formatPercent(vaf)}`]),
    ...(depth === null ? [] : [`depth ${depth}`]),
  ];
}

/** `modified z 7.9, log2 fold change 2.9, q 0.0012 over 12 tested, n 40 in cohort CPTAC breast`. */
function describeOutlier(support: OutlierSupport): string[] {
  const { modifiedZ, log2Fold, q, tested, n, cohort, subset, agreement, aboveProtein } = support;
  const { detection } = support;
  return [
    ...(detection === undefined ? [] : [describeDetection(detection)]),
    ...(modifiedZ === null ? [] : [`modified z ${formatDecimal(modifiedZ)}`]),
    ...(log2Fold === null ? [] : [`log2 fold change ${formatDecimal(log2Fold)}`]),
    ...(q === null ? [] : [`q ${formatProbability(q)} over ${tested} tested`]),
    detection === undefined ? `n ${n} in cohort ${cohort}` : `cohort ${cohort}`,
    ...(subset === undefined ? [] : [subset]),
    ...(agreement === undefined ? [] : [agreement]),
    ...(aboveProtein === undefined ? [] : [describeAboveProtein(aboveProtein)]),
  ];
}

/** `cohort 95 %: 19 of 20 samples detect it, declared by column detection`. */
function describeDetection(detection: NonNullable<OutlierSupport["detection"]>): string {
  const { detected, samples, by } = detection;
  return `cohort ${showShare(detection)}: ${detected} of ${samples} samples detect it, declared by ${by}`;
}

/** `site minus protein: modified z 6.1, log2 fold change 2.4, n 38`: how far the site is changed beyond the amount of its protein. */
function describeAboveProtein({
  modifiedZ,
  log2Fold,
  n,
}: NonNullable<OutlierSupport["aboveProtein"]>): string {
  const z = modifiedZ === null ? "not computed" : formatDecimal(modifiedZ);
  return `site minus protein: modified z ${z}, log2 fold change ${formatDecimal(log2Fold)}, n ${n}`;
}
