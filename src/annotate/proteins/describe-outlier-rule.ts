import { peerRuleTexts } from "./judge-by-peer-rule.ts";
import { hasFold } from "./measure-outlier.ts";
import { moleculeNames } from "./name-measured.ts";
import type { OutlierThresholds } from "./outlier-thresholds.ts";
import type { Reference } from "./reference.ts";
import type { ProteinTable } from "../../read/protein-reader.ts";
import type { PeerRule } from "./peer-rule.ts";

export interface AppliedRule {
  readonly references: readonly Reference[];
  readonly tested: number;
  readonly rule: OutlierThresholds;
  readonly peerRule?: PeerRule | undefined;
}

/** The rule that was applied to one table, in sentences for the report's method section. */
export function describeRule(
  table: ProteinTable,
  { references, tested, rule, peerRule }: AppliedRule,
): string {
  return (
    `${table.file}: sample ${table.sample} against ${references.map(describeReference).join(", ")}, ${moleculeNames[table.molecule]}, scale ${table.scale.name} (${table.scale.decidedBy}). ` +
    (peerRule === undefined
      ? `Called at Benjamini-Hochberg q < ${rule.q} over the ${tested} ${table.molecule === "phosphosite" ? "sites of genes" : "genes"} declared before any value was read, ` +
        `|modified z| >= ${rule.modifiedZ} by median and MAD, and ${describeFold(table, rule)}; `
      : `Called by the rule ${peerRule}, for comparison with other programs: ${peerRuleTexts[peerRule]}; `) +
    `at least ${rule.cohortToCall} cohort values, at most ${Math.round(rule.missingShare * 100)} % missing, ` +
    `and a sample-wide shift of at most ${rule.sampleShift}. p is two-sided Student t with 0.37 (n - 1) degrees of freedom. ` +
    `Missing values are never imputed and never low` +
    (table.detection === undefined || peerRule !== undefined
      ? "."
      : `; what ${table.detection} declares not detected is low, without a z, where ${rule.detectedShare * 100} % of the cohort detect the protein and the case detects as much of what the cohort commonly detects.`) +
    (references.length < 2
      ? ""
      : " Each cohort is judged alone; a call that two agree on is a consensus.")
  );
}

/** Values of z and scores have no fold, and no condition on one. */
function describeFold({ scale }: ProteinTable, { log2Fold }: OutlierThresholds): string {
  return hasFold(scale.name)
    ? `|log2 fold| >= ${log2Fold} against the cohort median`
    : `no condition on a fold, which the scale ${scale.name} does not have`;
}

function describeReference({ name, samples, role, aberrationNegative }: Reference): string {
  const facts = [
    ...(role === "not stated" ? [] : [role]),
    `${samples} samples`,
    ...(aberrationNegative ? ["those with a known aberration of a gene left out for it"] : []),
  ];
  return `${name} (${facts.join(", ")})`;
}
