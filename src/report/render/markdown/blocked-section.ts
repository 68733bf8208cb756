import type { BlockedTherapy } from "../../../model/report.ts";
import { againstSection, blockedSection } from "../against-sections.ts";
import { describeAlterations } from "../describe-evidence.ts";
import type { Outline } from "../outline.ts";
import { heading } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { renderEvidence } from "./evidence-list.ts";

/** What must not be used, then what weaker evidence speaks against. */
export function renderBlocked({ blocked, against }: Outline): string[] {
  return [...renderSection(blockedSection, blocked), ...renderSection(againstSection, against)];
}

function renderSection(
  { title, lead }: { title: string; lead: string },
  entries: readonly BlockedTherapy[],
): string[] {
  if (entries.length === 0) return [];
  return [
    heading(2, title),
    lead,
    ...entries.flatMap(({ therapy, alterations, reason, evidence, balance }) => [
      heading(3, escapeMarkdown(`${therapy.label}${withAlterations(alterations)}`)),
      escapeMarkdown(reason.text),
      ...(balance?.conflict === true ? [escapeMarkdown(`Conflict: ${balance.reason.text}`)] : []),
      renderEvidence(evidence),
    ]),
  ];
}

function withAlterations(alterations: BlockedTherapy["alterations"]): string {
  return alterations.length === 0 ? "" : ` with ${describeAlterations(alterations)}`;
}
