/** What supports a finding, in words. */
import type { OutlierSupport, ReadSupport } from "../../model/observation.ts";
import type { Finding, Report, Target } from "../../model/report.ts";
import { grouped, percent, plural, signed, smallNumber } from "./format-number.ts";

/** For a table cell: `VAF 38.4%` or `Mz +7.9`; empty when nothing is stated. */
export function supportInBrief(support: Finding["support"]): string {
  if (support.kind === "reads") return support.vaf === null ? "" : `VAF ${percent(support.vaf)}`;
  return support.modifiedZ === null ? "" : `Mz ${signed(support.modifiedZ)}`;
}

/** In full, as facts to be joined with commas. */
export function supportFacts(support: Finding["support"]): string[] {
  return support.kind === "reads" ? readFacts(support) : outlierFacts(support);
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
  const { modifiedZ, q, tested, log2Fold, n, missing, cohort, percentile } = support;
  const facts: string[] = [];
  facts.push(modifiedZ === null ? "Mz not computed" : `Mz ${signed(modifiedZ)}`);
  if (q !== null) facts.push(`q ${smallNumber(q)} over ${plural(tested, "gene")}`);
  if (log2Fold !== null) facts.push(`log2 fold ${signed(log2Fold, 2)}`);
  if (percentile !== null) facts.push(`percentile ${percentile.toFixed(0)}`);
  facts.push(`n ${grouped(n)}${missing > 0 ? ` (${grouped(missing)} missing)` : ""} in ${cohort}`);
  return facts;
}

/** Findings by the id of their observation, to look up what a target rests on. */
export function findingsByObservation(report: Report): ReadonlyMap<string, Finding> {
  return new Map(report.findings.map((finding) => [finding.observation, finding]));
}

/** The findings that a target rests on, in the order of its alterations. */
export function findingsOf(target: Target, findings: ReadonlyMap<string, Finding>): Finding[] {
  return target.alterations.flatMap(({ observation }) => findings.get(observation) ?? []);
}
