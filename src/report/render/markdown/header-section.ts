import type { Report } from "../../../model/report.ts";
import { caseFacts } from "../case-facts.ts";
import { heading, list } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Title, notice, facts of the case and one sentence on how it stands. */
export function renderHeader(report: Report, summary: string): string[] {
  return [
    heading(1, `Drug-target report ${escapeMarkdown(report.case.id)}`),
    `> ${escapeMarkdown(report.notice)}`,
    list(caseFacts(report).map(({ term, value }) => `${term}: ${escapeMarkdown(value)}`)),
    `**${escapeMarkdown(summary)}**`,
  ];
}
