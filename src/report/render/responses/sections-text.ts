import { escapeMarkdown } from "../markdown/escape-markdown.ts";
import { heading, join, list, table } from "../markdown/blocks.ts";
import { showUnseen } from "../visible-text.ts";
import type { Section, SectionTable } from "./section.ts";

export const notice = "Research use only. No treatment is chosen by it.";

/** Sections for a terminal: plain lines, columns in line. */
export function sectionsText(title: string, sections: readonly Section[]): string {
  const parts = sections.map(({ title: name, lines, table: rows }) =>
    [name, ...lines.map((line) => `  ${line}`), ...(rows === undefined ? [] : columns(rows))].join(
      "\n",
    ),
  );
  return `${showUnseen([title, notice, "", parts.join("\n\n")].join("\n"))}\n`;
}

function columns({ head, rows, numeric }: SectionTable): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => [...(row[at] ?? "")].length)));
  return all.map((row) =>
    `  ${row
      .map((cell, at) => {
        const blanks = " ".repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length));
        return numeric.includes(at) ? blanks + cell : cell + blanks;
      })
      .join("  ")}`.trimEnd(),
  );
}

/** The same as Markdown. */
export function sectionsMarkdown(title: string, sections: readonly Section[]): string {
  const blocks = sections.flatMap(({ title: name, lines, table: rows }) => [
    heading(2, escapeMarkdown(name)),
    list(lines.map(escapeMarkdown)),
    rows === undefined
      ? ""
      : table(
          rows.head,
          rows.rows.map((row) => row.map(escapeMarkdown)),
        ),
  ]);
  return `${showUnseen(join([heading(1, escapeMarkdown(title)), notice, ...blocks]))}\n`;
}
