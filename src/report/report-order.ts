/**
 * The orders of a report's lists. Each ends in a comparison of ids, so that no list depends on the order
 * in which files, records or statements were read.
 */
import type { Provenance } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import type { PriorTherapy } from "../model/prior-therapy.ts";
import { type Problem } from "../model/problem.ts";
import type {
  BlockedTherapy,
  Finding,
  NotAssessed,
  ReportInput,
  SetAside,
} from "../model/report.ts";
import {
  type AmpLevel,
  ampLevels,
  type AmpTier,
  ampTiers,
  inputRoles,
} from "../model/report-terms.ts";
import { severities } from "../model/severity.ts";

const blockedKinds: readonly BlockedTherapy["kind"][] = [
  "blocked",
  "resistance evidence",
  "no benefit evidence",
];

/** A is first, "not tiered" last. */
function levelOrder(level: AmpLevel | null): number {
  return level === null ? ampLevels.length : ampLevels.indexOf(level);
}

/** I is first, "no tier" last. */
function tierOrder(tier: AmpTier | null): number {
  return tier === null ? ampTiers.length : ampTiers.indexOf(tier);
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
  return (
    tierOrder(a.amp.tier) - tierOrder(b.amp.tier) ||
    levelOrder(a.amp.level) - levelOrder(b.amp.level) ||
    compareText(a.gene ?? "", b.gene ?? "") ||
    compareText(a.label, b.label) ||
    compareText(a.observation, b.observation)
  );
}

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
    compareWhere(a.where, b.where) ||
    compareText(a.message, b.message)
  );
}

/** A problem without a place comes first. */
function compareWhere(a: Problem["where"], b: Problem["where"]): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.pointer ?? "", b.pointer ?? "")
  );
}

/** Case file, variants, proteins, then the other kinds. */
export function compareInputs(a: ReportInput, b: ReportInput): number {
  return (
    inputRoles.indexOf(a.role) - inputRoles.indexOf(b.role) ||
    compareText(a.specimen ?? "", b.specimen ?? "") ||
    compareText(a.name, b.name) ||
    compareText(a.sha256, b.sha256)
  );
}

/** By file, line and sample. */
function comparePlaces(a: Provenance, b: Provenance): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.sample ?? "", b.sample ?? "")
  );
}

/** By when it started, what is not dated last; then by place. */
export function comparePrior(a: PriorTherapy, b: PriorTherapy): number {
  return (
    compareText(a.start ?? "9999", b.start ?? "9999") ||
    comparePlaces(a.provenance, b.provenance) ||
    compareText(a.given, b.given)
  );
}

type Example = SetAside["examples"][number];

/** By file and name: an index leads to lines without numbers, and the order is to be the same. */
export function compareExamples(a: Example, b: Example): number {
  return compareText(a.file, b.file) || compareText(a.label, b.label) || comparePlaces(a, b);
}
