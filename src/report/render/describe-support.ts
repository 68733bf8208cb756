/** What supports a finding, in words. */
import type {
  CopiesSupport,
  JunctionSupport,
  OutlierSupport,
  ReadSupport,
  ValueSupport,
} from "../../model/observation.ts";
import type { Finding, Report, Target } from "../../model/report.ts";
import { showShare } from "../../model/show-share.ts";
import { decimal, grouped, percent, plural, signed, smallNumber } from "./format-number.ts";

/** For a table cell: `VAF 38.4%` or `Mz +7.9`; empty when nothing is stated. */
export function supportInBrief(support: Finding["support"]): string {
  switch (support.kind) {
    case "reads":
      return support.vaf === null ? "" : `VAF ${percent(support.vaf)}`;
    case "cohort":
      return outlierInBrief(support);
    case "copies":
      return support.copies === null ? "" : `${decimal(support.copies)} copies`;
    case "junction-reads":
      return support.junctionReads === null ? "" : plural(support.junctionReads, "junction read");
    case "value":
      return support.text;
  }
}

function outlierInBrief({ modifiedZ, detection }: OutlierSupport): string {
  if (detection !== undefined) return `not detected (cohort ${showShare(detection)})`;
  return modifiedZ === null ? "" : `Mz ${signed(modifiedZ)}`;
}

/** In full, as facts to be joined with commas. */
export function supportFacts(support: Finding["support"]): string[] {
  switch (support.kind) {
    case "reads":
      return readFacts(support);
    case "cohort":
      return outlierFacts(support);
    case "copies":
      return copiesFacts(support);
    case "junction-reads":
      return junctionFacts(support);
    case "value":
      return valueFacts(support);
  }
}

function copiesFacts({ copies, minorCopies, log2Ratio, rule }: CopiesSupport): string[] {
  return [
    copies === null ? "copies not stated" : `${decimal(copies)} copies`,
    ...(minorCopies === null ? [] : [`rarer allele ${decimal(minorCopies)}`]),
    ...(log2Ratio === null ? [] : [`log2 ratio ${signed(log2Ratio, 2)}`]),
    ...(rule === null ? [] : [`from ${rule}`]),
  ];
}

function junctionFacts(support: JunctionSupport): string[] {
  const { junctionReads, spanningReads, callers, rule, confidence, failedFilters } = support;
  return [
    junctionReads === null ? "junction reads not stated" : plural(junctionReads, "junction read"),
    ...(spanningReads === null ? [] : [plural(spanningReads, "spanning pair")]),
    ...(callers.length === 0 ? [] : [`called by ${callers.join(", ")}`]),
    ...(confidence === undefined ? [] : [`confidence: ${confidence}`]),
    ...(failedFilters === undefined ? [] : [`filtered as ${failedFilters.join(", ")}`]),
    ...(rule === null ? [] : [`from ${rule}`]),
  ];
}

function valueFacts({ text, method }: ValueSupport): string[] {
  return method === null ? [text] : [text, `by ${method}`];
}

const genotypeFacts: Readonly<Record<Exclude<ReadSupport["genotype"], "alt called">, string>> = {
  "alt not called": "not in the genotype",
  "no call": "genotype not called",
  absent: "no genotype in the file",
};

function readFacts(support: ReadSupport): string[] {
  const { vaf, depth, altReads, genotype, rule } = support;
  const facts: string[] = [];
  facts.push(vaf === null ? "VAF not stated" : `VAF ${percent(vaf)}`);
  if (altReads !== null && depth !== null)
    facts.push(`${grouped(altReads)} of ${plural(depth, "read")}`);
  else if (depth !== null) facts.push(`depth ${grouped(depth)}`);
  if (genotype !== "alt called") facts.push(genotypeFacts[genotype]);
  if (support.failedFilters !== undefined)
    facts.push(`filtered as ${support.failedFilters.join(", ")}`);
  if (rule !== null) facts.push(`from ${rule}`);
  return facts;
}

function outlierFacts(support: OutlierSupport): string[] {
  const { modifiedZ, q, tested, log2Fold, n, missing, cohort, percentile, aboveProtein } = support;
  const facts: string[] = [];
  if (support.detection !== undefined) {
    const { by, detected, samples } = support.detection;
    const share = `${grouped(detected)} of ${grouped(samples)} samples, ${showShare(support.detection)}`;
    facts.push(`not detected by ${by}`, `detected in the cohort: ${share}`);
  } else facts.push(modifiedZ === null ? "Mz not computed" : `Mz ${signed(modifiedZ)}`);
  if (q !== null) facts.push(`q ${smallNumber(q)} over ${plural(tested, "gene")}`);
  if (log2Fold !== null) facts.push(`log2 fold ${signed(log2Fold, 2)}`);
  if (percentile !== null) facts.push(`percentile ${percentile.toFixed(0)}`);
  facts.push(`n ${grouped(n)}${missing > 0 ? ` (${grouped(missing)} missing)` : ""} in ${cohort}`);
  if (aboveProtein !== undefined) {
    const { modifiedZ: z, log2Fold: fold, n: both } = aboveProtein;
    facts.push(
      `site minus protein Mz ${z === null ? "not computed" : signed(z)}`,
      `log2 fold ${signed(fold, 2)}`,
      `n ${grouped(both)} with both`,
    );
  }
  return facts;
}

/** The cancer cell fraction and what it means; empty where it could not be computed, which JSON gives the reason of. */
export function clonalityFacts({ clonality }: Finding): string[] {
  const fraction = clonality?.fraction ?? null;
  if (clonality === undefined || fraction === null) return [];
  const { estimate, low, high } = fraction;
  const interval =
    low === null || high === null ? "" : ` (${low.toFixed(2)} to ${high.toFixed(2)})`;
  return [`cancer cell fraction ${estimate.toFixed(2)}${interval}, ${clonality.state}`];
}

/** Findings by the id of their observation, to look up what a target rests on. */
export function findingsByObservation(report: Report): ReadonlyMap<string, Finding> {
  return new Map(report.findings.map((finding) => [finding.observation, finding]));
}

/** The findings that a target rests on, in the order of its alterations. */
export function findingsOf(target: Target, findings: ReadonlyMap<string, Finding>): Finding[] {
  return target.alterations.flatMap(({ observation }) => findings.get(observation) ?? []);
}
