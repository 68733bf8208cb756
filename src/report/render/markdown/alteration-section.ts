import type { Report } from "../../../model/report.ts";
import { describeTier } from "../describe-evidence.ts";
import { firstOf, viewByAlteration } from "../view-by-alteration.ts";
import { heading, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

const columns = ["Alteration", "Best tier", "Therapies by rank", "Spoken against"];

/** The ranking by alteration; nothing where it would repeat the ranking by therapy. */
export function renderByAlteration(report: Report): string[] {
  const views = viewByAlteration(report);
  if (views.length === 0) return [];
  return [
    heading(2, "Targets by alteration"),
    table(
      columns,
      views.map(({ finding, targets, against }) => [
        escapeMarkdown(finding.label),
        describeTier(finding.amp),
        escapeMarkdown(firstOf(targets.map(({ rank, therapy }) => `${rank} ${therapy.label}`))),
        escapeMarkdown(firstOf(against.map(({ therapy }) => therapy.label))),
      ]),
    ),
  ];
}
