import type { Finding, Report, Target } from "../../../model/report.ts";
import { describeEmptyResult } from "../describe-empty-result.ts";
import {
  describeAlterations,
  describeTier,
  describeTumorMatch,
  isNamedAsAlternative,
  tagOf,
} from "../describe-evidence.ts";
import { describeSortKey } from "../describe-sort-key.ts";
import {
  findingsByObservation,
  findingsOf,
  supportFacts,
  supportInBrief,
} from "../describe-support.ts";
import { measurementRows } from "../describe-measurement.ts";
import { describeVerdict } from "../describe-verification.ts";
import { glossaryOf } from "../glossary.ts";
import { plural } from "../format-number.ts";
import { outlineReport } from "../outline.ts";
import { useFacts } from "../use-facts.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { renderEvidence } from "./evidence-list.ts";

const columns = [
  "Rank",
  "Therapy",
  "Alteration",
  "Measured",
  "Tier",
  "Evidence in",
  "Match",
  "Protein",
  "Flags",
];

/** What does not fit on the front page as a table, and a section for every target. */
export function renderTargets(report: Report): string[] {
  const findings = findingsByObservation(report);
  return [
    heading(2, "Targets in full"),
    ...renderRemaining(outlineReport(report).remaining, findings),
    ...report.targets.flatMap((target) => renderTarget(target, findingsOf(target, findings))),
  ];
}

/** In place of the ranking when it is empty. */
export function renderNoTarget(report: Report): string[] {
  const { lead, lookedAt, leftOpen, meaning } = describeEmptyResult(report);
  const sentences = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [heading(3, title), list(lines.map(escapeMarkdown))];
  return [
    heading(2, "No actionable target was found"),
    escapeMarkdown(lead),
    ...sentences("What was looked at", lookedAt),
    ...sentences("What this means", meaning),
    ...sentences("What is open, and what would settle it", leftOpen),
  ];
}

/** What the words of the report mean, each once. */
export function renderGlossary(report: Report): string[] {
  return [
    heading(2, "Words and abbreviations"),
    list(glossaryOf(report).map(({ term, meaning }) => `*${term}*: ${meaning}`)),
  ];
}

/** The targets that do not fit on the front page, one row each. */
function renderRemaining(
  targets: readonly Target[],
  findings: ReadonlyMap<string, Finding>,
): string[] {
  if (targets.length === 0) return [];
  const rows = targets.map((target) => toRow(target, findingsOf(target, findings)));
  return [`The remaining ${plural(targets.length, "target")}, in brief:`, table(columns, rows)];
}

function toRow(target: Target, findings: readonly Finding[]): string[] {
  const measured = findings.map(({ support }) => supportInBrief(support)).filter(Boolean);
  const choice = isNamedAsAlternative(target) ? " (named as one of several drugs)" : "";
  return [
    String(target.rank),
    escapeMarkdown(target.therapy.label) + choice,
    escapeMarkdown(describeAlterations(target.alterations)),
    measured.join(", ") || "not stated",
    describeTier(target.amp),
    describeTumorMatch(target),
    target.specificity,
    escapeMarkdown(describeVerdict(target)),
    target.flags.map(({ code }) => tagOf(code)).join(", ") || "none",
  ];
}

const measured = ["Measurement", "Held to", "Verdict", "Rule", "Read in"];

/** What was held to the alterations; nothing where nothing was measured. */
function renderMeasurements(target: Target): string[] {
  const rows = measurementRows(target);
  if (rows.length === 0) return [];
  return [
    heading(4, "Measurements of the protein"),
    table(
      measured,
      rows.map(({ text, alteration, verdict, rule, place }) =>
        [text, alteration, verdict ?? "none", rule, place].map(escapeMarkdown),
      ),
    ),
  ];
}

function renderTarget(target: Target, findings: readonly Finding[]): string[] {
  const { therapy, alterations, amp, verification, clonality, lesion } = target;
  const name = `${therapy.label} for ${describeAlterations(alterations)}`;
  const facts = [
    `${describeTier(amp)}: ${amp.reason.text}`,
    `Evidence in: ${describeTumorMatch(target)}; match: ${target.specificity}`,
    ...findings.map(
      (finding) =>
        `${finding.label}: ${[finding.description, ...supportFacts(finding.support)].join(", ")}`,
    ),
    `Protein ${verification.state}: ${verification.reason.text}`,
    `Clonality ${clonality.state}: ${clonality.reason.text}`,
    `Lesions ${lesion.state}: ${lesion.reason.text}`,
    ...useFacts(target).map(({ term, value }) => `${term}: ${value}`),
  ];
  const cautions = [...target.flags, ...target.caveats];
  return [
    heading(3, `${target.rank}. ${escapeMarkdown(name)}`),
    heading(4, "Why it is here"),
    list(target.reasons.map(({ text }) => escapeMarkdown(text))),
    heading(4, "How sure"),
    list(facts.map(escapeMarkdown)),
    ...renderMeasurements(target),
    ...(cautions.length === 0
      ? []
      : [heading(4, "Caveats"), list(cautions.map(({ text }) => escapeMarkdown(text)))]),
    heading(4, "Evidence"),
    renderEvidence(target.evidence),
    target.rankedAbove === null ? "" : escapeMarkdown(target.rankedAbove.reason.text),
    `Sort key: ${escapeMarkdown(describeSortKey(target))}.`,
  ];
}
