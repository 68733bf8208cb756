/** The way from a line of a file to a place in the ranking, in sentences, out of a stored report. */
import type { LesionResistance, LesionRow, UnrankedLesionTarget } from "../../model/lesions.ts";
import type { BlockedTherapy, EvidenceRow, Finding, Report, Target } from "../../model/report.ts";
import { describeClaim, describeTier } from "./describe-evidence.ts";
import { describeOncogenicity, listCriteria } from "./describe-oncogenicity.ts";
import { describePlace } from "./describe-place.ts";
import { describeLevelThere, excludedOrNot } from "./lesion-table.ts";
import { describeSortKey } from "./describe-sort-key.ts";
import { useFacts } from "./use-facts.ts";
import { placeOf } from "../../model/problem.ts";

/** Lines for a target: what was seen, statements met, tier, flags, verification, order. */
export function describeTargetPath(target: Target, findings: Report["findings"]): string[] {
  const { rank, therapy, id, amp, verification, clonality } = target;
  const above = target.rankedAbove;
  return [
    `${rank}. ${therapy.label} (${id})`,
    ...describeSeen(target, findings),
    ...target.evidence.map(describeMatch),
    `  tier: ${describeTier(amp)}. ${amp.reason.text}`,
    ...target.flags.map(({ text }) => `  flag: ${text}`),
    ...useFacts(target).map(({ term, value }) => `  ${term.toLowerCase()}: ${value}`),
    `  verification: ${verification.state}. ${verification.reason.text}`,
    `  clonality: ${clonality.state}. ${clonality.reason.text}`,
    ...describeLesionOf(target),
    ...target.caveats.map(({ text }) => `  caveat: ${text}`),
    `  sort key: ${describeSortKey(target)}`,
    above === null
      ? "  order: no target stands below it."
      : `  order: above ${above.target}, decided by ${above.decidedBy}. ${above.reason.text}`,
  ];
}

/** Nothing for a case of one lesion. */
function describeLesionOf({ lesion }: Target): string[] {
  if (lesion.reason.code === "no-primary") return [];
  return [`  lesions: ${lesion.state}. ${lesion.reason.text}`];
}

/** Lines for an alteration that some lesion has: its state, and what was seen in each lesion. */
export function describeLesionPath({ label, state, cells }: LesionRow): string[] {
  return [
    `Lesions: ${label} is ${state}`,
    ...cells.map(({ specimen, reason }) => `  ${specimen}: ${reason.text}`),
  ];
}

/** Lines for a target that only other lesions have. */
export function describeUnrankedPath(entry: UnrankedLesionTarget): string[] {
  const { therapy, id, alterations, lesions, state, reason, statements } = entry;
  return [
    `Not ranked (${state}): ${therapy.label} (${id})`,
    `  reason: the lesion to be treated does not call ${alterations.map(({ label }) => label).join(" and ")}. ${reason.text}`,
    `  it would have: ${describeLevelThere(entry)}, by ${statements.join(", ")} in ${lesions.join(", ")}`,
  ];
}

/** Lines for an alteration of other lesions that speaks against therapies. */
export function describeResistancePath(entry: LesionResistance): string[] {
  const { label, lesions, reason, therapies } = entry;
  return [
    `Resistance of other lesions: ${label} of ${lesions.join(", ")}`,
    `  in the lesion to be treated: ${excludedOrNot(entry)}. ${reason.text}`,
    ...therapies.map(
      (each) =>
        `  ${each.blocks ? "it would block" : "it may resist"} ${each.label}: ${each.level === null ? "not tiered" : `level ${each.level}`}, by ${each.statements.join(", ")}`,
    ),
  ];
}

/** Lines for a therapy that is not ranked: what was seen, statements met, and why it is not. */
export function describeBlockedPath(entry: BlockedTherapy, findings: Report["findings"]): string[] {
  return [
    `Not ranked (${entry.kind}): ${entry.therapy.label} (${entry.id})`,
    `  reason: ${entry.reason.text}`,
    ...describeSeen(entry, findings),
    ...entry.evidence.map(describeMatch),
  ];
}

/** Lines for a finding: its place, tier, and the statements that it meets. */
export function describeFindingPath(finding: Finding): string[] {
  const { label, amp, statements, caveats } = finding;
  return [
    `Finding: ${label}`,
    seenLine(finding),
    `  tier: ${describeTier(amp)}. ${amp.reason.text}`,
    ...oncogenicityLines(finding),
    `  statements met: ${statements.length === 0 ? "none" : statements.join(", ")}`,
    ...caveats.map(({ text }) => `  caveat: ${text}`),
  ];
}

/** The class, then what each criterion says; nothing of what is no small variant. */
function oncogenicityLines({ oncogenicity }: Finding): string[] {
  if (oncogenicity === undefined) return [];
  const criteria = listCriteria(oncogenicity).map((line) => `    ${line}`);
  return [`  oncogenicity: ${describeOncogenicity(oncogenicity)}`, ...criteria];
}

function describeSeen(
  { alterations }: Target | BlockedTherapy,
  findings: Report["findings"],
): string[] {
  const asked = new Set(alterations.map(({ observation }) => observation));
  return findings.filter(({ observation }) => asked.has(observation)).map(seenLine);
}

function seenLine({ label, description, provenance }: Finding): string {
  const sample = provenance.sample === null ? "" : `, sample ${provenance.sample}`;
  return `  seen: ${label} in ${describePlace(placeOf(provenance))}${sample}: ${description}`;
}

function describeMatch(row: EvidenceRow): string {
  const cited = row.documents.map(({ label }) => label).join(", ");
  const by = cited === "" ? "" : ` [${cited}]`;
  return `  statement ${row.statement}, ${describeClaim(row)}: ${row.matchReason.text} ${row.ampReason.text}${by}`;
}
