/**
 * The orders of a report's lists. Each ends in a comparison of ids, so that no list depends on the order
 * in which files, records or statements were read.
 */
import type { Provenance } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Problem, severities } from "../model/problem.ts";
import {
  type AmpLevel,
  ampLevels,
  type BlockedTherapy,
  type EvidenceRow,
  type Finding,
  type NotAssessed,
  type ReportInput,
  type SetAside,
} from "../model/report.ts";
import { compareSpecificity, isOnTumor } from "../model/verdict.ts";

const roles: readonly ReportInput["role"][] = ["case", "variants", "protein"];
const blockedKinds: readonly BlockedTherapy["kind"][] = [
  "blocked",
  "resistance evidence",
  "no benefit evidence",
];

/** A is first, "not tiered" last. */
function levelOrder(level: AmpLevel | null): number {
  return level === null ? ampLevels.length : ampLevels.indexOf(level);
}

/** Best evidence first: AMP level, this tumor before others, the source's level, exactness of the match, rating. */
export function compareEvidence(a: EvidenceRow, b: EvidenceRow): number {
  return (
    levelOrder(a.ampLevel) - levelOrder(b.ampLevel) ||
    Number(isOnTumor(b.relation)) - Number(isOnTumor(a.relation)) ||
    compareText(a.evidenceLevel, b.evidenceLevel) ||
    compareSpecificity(a.specificity, b.specificity) ||
    (b.rating ?? 0) - (a.rating ?? 0) ||
    compareText(a.statement, b.statement)
  );
}

/** By kind, then by the best level among the evidence against, then by name. */
export function compareBlocked(a: BlockedTherapy, b: BlockedTherapy): number {
  const best = (entry: BlockedTherapy): number =>
    Math.min(...entry.evidence.map((row) => levelOrder(row.ampLevel)));
  return (
    blockedKinds.indexOf(a.kind) - blockedKinds.indexOf(b.kind) ||
    best(a) - best(b) ||
    compareText(a.therapy.label, b.therapy.label) ||
    compareText(a.id, b.id)
  );
}

/** By tier and level, then by gene. */
export function compareFindings(a: Finding, b: Finding): number {
  const tier = (finding: Finding): string => finding.amp.tier ?? "none";
  return (
    tierOrder.indexOf(tier(a)) - tierOrder.indexOf(tier(b)) ||
    levelOrder(a.amp.level) - levelOrder(b.amp.level) ||
    compareText(a.gene ?? "", b.gene ?? "") ||
    compareText(a.label, b.label) ||
    compareText(a.observation, b.observation)
  );
}
const tierOrder: readonly string[] = ["I", "II", "III", "IV", "none"];

/** The largest group first. */
export function compareSetAside(a: SetAside, b: SetAside): number {
  return b.count - a.count || compareText(a.code, b.code) || compareText(a.what, b.what);
}

/** What most statements hang on first. */
export function compareNotAssessed(a: NotAssessed, b: NotAssessed): number {
  return b.statements - a.statements || compareText(a.code, b.code) || compareText(a.what, b.what);
}

/** Errors first, then by code and place; of repeats, the one that stands first in its file leads. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.where?.file ?? "", b.where?.file ?? "") ||
    (a.where?.line ?? 0) - (b.where?.line ?? 0) ||
    (a.where?.column ?? 0) - (b.where?.column ?? 0) ||
    compareText(a.where?.pointer ?? "", b.where?.pointer ?? "") ||
    compareText(a.message, b.message)
  );
}

/** Case file, variants, proteins. */
export function compareInputs(a: ReportInput, b: ReportInput): number {
  return (
    roles.indexOf(a.role) - roles.indexOf(b.role) ||
    compareText(a.name, b.name) ||
    compareText(a.sha256, b.sha256)
  );
}

/** By file, line and sample. */
export function comparePlaces(a: Provenance, b: Provenance): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    compareText(a.sample ?? "", b.sample ?? "")
  );
}
