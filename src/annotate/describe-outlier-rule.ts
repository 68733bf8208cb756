import type { ProteinTable } from "../read/reader.ts";
import { moleculeNames } from "./judge-outlier.ts";
import { peerRuleTexts, type PeerRule } from "./judge-by-peer-rule.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";

/** The rule that was applied to one table, in sentences for the report's method section. */
export function describeRule(
  table: ProteinTable,
  {
    tested,
    rule,
    peerRule,
  }: { tested: number; rule: OutlierThresholds; peerRule?: PeerRule | undefined },
): string {
  const cohort = `${table.cohortName} (${table.cohortSamples.length} samples)`;
  return (
    `${table.file}: sample ${table.sample} against ${cohort}, ${moleculeNames[table.molecule]}, scale ${table.scale.name} (${table.scale.decidedBy}). ` +
    (peerRule === undefined
      ? `Called at Benjamini-Hochberg q < ${rule.q} over the ${tested} genes declared before any value was read, ` +
        `|modified z| >= ${rule.modifiedZ} by median and MAD, and |log2 fold| >= ${rule.log2Fold} against the cohort median; `
      : `Called by the rule ${peerRule}, for comparison with other programs: ${peerRuleTexts[peerRule]}; `) +
    `at least ${rule.cohortToCall} cohort values, at most ${Math.round(rule.missingShare * 100)} % missing, ` +
    `and a sample-wide shift of at most ${rule.sampleShift}. p is two-sided Student t with 0.37 (n - 1) degrees of freedom. ` +
    `Missing values are never imputed and never low.`
  );
}
