import type { BatchSummary } from "../../../model/batch.ts";
import { heading, join, table } from "../markdown/blocks.ts";
import { escapeMarkdown } from "../markdown/escape-markdown.ts";
import { showUnseen } from "../visible-text.ts";
import { cohortTables, describeStatuses } from "./cohort-tables.ts";

/** The cohort as Markdown. */
export function renderCohortText(summary: BatchSummary): string {
  const { tool, knowledgebase, notice } = summary;
  const parts = cohortTables(summary).flatMap(({ title, note, head, rows, empty }) => [
    heading(2, title),
    rows.length === 0 ? empty : note,
    rows.length === 0
      ? ""
      : table(
          head,
          rows.map((row) => row.map(escapeMarkdown)),
        ),
  ]);
  const blocks = [
    heading(1, "Drug targets of a cohort"),
    notice,
    describeStatuses(summary),
    ...parts,
    `metaction ${tool.version}; knowledgebase ${escapeMarkdown(knowledgebase.version)}, sha256 ${knowledgebase.sha256}.`,
  ];
  return `${showUnseen(join(blocks))}\n`;
}
