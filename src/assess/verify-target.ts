/** Whether a protein measurement bears out the alterations that a target rests on (spec, clinical R8). */
import type { OutlierCall } from "../annotate/protein-outliers.ts";
import type { GeneRole } from "../constraints/constraint-rule.ts";
import { describeSupport } from "../match/describe-observation.ts";
import type { Observation } from "../model/observation.ts";
import type { Verification } from "../model/report.ts";
import { verificationStates, type Reason } from "../model/verdict.ts";
import { expectProtein } from "./expect-protein.ts";
import { verificationRules, type ProteinSeen } from "./verification-rules.ts";

export interface ProteinEvidence {
  readonly outliers: readonly OutlierCall[];
  /** False when the case has no protein table at all. */
  readonly proteinGiven: boolean;
  geneRole(gene: string): GeneRole;
}

/**
 * The verdict on a target that rests on `alterations` (one or more). With several the best verdict counts, because the
 * drug has its target in each of them; the sentence holds every one.
 */
export function verifyTarget(
  alterations: readonly Observation[],
  evidence: ProteinEvidence,
): Verification {
  const verdicts = alterations
    .map((alteration) => verifyAlteration(alteration, evidence))
    .toSorted((a, b) => verificationStates.indexOf(a.state) - verificationStates.indexOf(b.state));
  const [best] = verdicts;
  if (best === undefined) {
    return verdict("not assessable", "no-alteration", "No alteration is left to verify.");
  }
  return {
    state: best.state,
    reason: {
      code: best.reason.code,
      text: [...new Set(verdicts.map((each) => each.reason.text))].join(" "),
    },
    observations: [...new Set(verdicts.flatMap((each) => each.observations))].toSorted(),
  };
}

function verifyAlteration(alteration: Observation, evidence: ProteinEvidence): Verification {
  const { gene, label } = alteration;
  const role = gene === null ? "unknown" : evidence.geneRole(gene);
  const expectation = expectProtein(alteration, role);
  if (expectation !== "homologous repair gene" && !evidence.proteinGiven) {
    return verdict("not assessed", "no-protein-table", `${label}: no protein table was given.`);
  }
  if (gene === null || expectation === null) {
    return verdict(
      "not informative",
      "no-verification-rule",
      `${label}: no rule says what it does to the abundance of its protein.`,
    );
  }
  const seen = readCalls(gene, evidence.outliers);
  if (seen.call === "differs") {
    return verdict(
      "discordant",
      "protein-tables-differ",
      `${label}: the protein tables disagree: ${seen.text}.`,
    );
  }
  const { call } = seen;
  const rule = verificationRules.find(
    (candidate) => candidate.expectation === expectation && candidate.seen.includes(call),
  );
  if (rule === undefined) {
    return verdict(
      "not informative",
      "no-verification-rule",
      `${label}: ${seen.text}; no rule reads this measurement.`,
    );
  }
  return {
    ...verdict(
      rule.state,
      `rule-${rule.id.toLowerCase()}`,
      `${label}: ${seen.text}; ${rule.text} (rule ${rule.id}).`,
    ),
    observations: rule.state === "verified" ? [`expression:protein:${gene}:${call}`] : [],
  };
}

/** The protein calls of one gene in all tables, as one; the text holds the numbers of each. */
function readCalls(
  gene: string,
  outliers: readonly OutlierCall[],
): { call: ProteinSeen | "differs"; text: string } {
  const calls = outliers.filter((call) => call.gene === gene && call.molecule === "protein");
  if (calls.length === 0) {
    return { call: "not assessable", text: `${gene} protein is in no table of the case` };
  }
  const decided = calls.filter((call) => call.call !== "not assessable");
  const text = (decided.length > 0 ? decided : calls).map(describeCall).toSorted().join("; ");
  const distinct = new Set(decided.map((call) => call.call));
  const [only] = distinct;
  return { call: distinct.size > 1 ? "differs" : (only ?? "not assessable"), text };
}

const callWords = {
  up: "is high",
  down: "is low",
  none: "is measured and is no outlier",
} as const;

function describeCall({ gene, call, support, reason }: OutlierCall): string {
  return call === "not assessable"
    ? `${gene} protein cannot be assessed (${withoutFullStop(reason)})`
    : `${gene} protein ${callWords[call]} (${describeSupport(support).join(", ")})`;
}

function withoutFullStop({ text }: Reason): string {
  return text.endsWith(".") ? text.slice(0, -1) : text;
}

function verdict(state: Verification["state"], code: string, text: string): Verification {
  return { state, reason: { code, text }, observations: [] };
}
