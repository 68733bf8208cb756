import type { Report } from "../../../model/report.ts";
import { heading } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** Title and notice. */
export function renderHeader(report: Report): string[] {
  return [
    heading(1, `Drug-target report ${escapeMarkdown(report.case.id)}`),
    `> ${escapeMarkdown(report.notice)}`,
  ];
}
