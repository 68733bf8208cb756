import type { Report } from "../../../model/report.ts";
import { grouped } from "../format-number.ts";
import { provenanceFacts } from "../provenance-facts.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown, linkMarkdown } from "./escape-markdown.ts";

/** The tool, the knowledge, the files and the settings that made this report. */
export function renderProvenance(report: Report): string[] {
  const { inputs, knowledgebase, settings } = report;
  return [
    heading(2, "Provenance"),
    list(
      provenanceFacts(report).flatMap(({ term, lines }) =>
        lines.map((line) => `${term}: ${escapeMarkdown(line)}`),
      ),
    ),
    heading(3, "Input files"),
    table(
      ["Input", "Role", "Format", "Bytes", "SHA-256"],
      inputs.map((input) => [
        escapeMarkdown(input.name),
        input.specimen === undefined
          ? input.role
          : escapeMarkdown(`${input.role} of ${input.specimen}`),
        escapeMarkdown(input.format),
        grouped(input.bytes),
        input.sha256,
      ]),
    ),
    heading(3, "Sources of the knowledgebase"),
    table(
      ["Source", "Date", "Statements", "License"],
      knowledgebase.sources.map((source) => [
        linkMarkdown(source.name, source.url),
        escapeMarkdown(source.date),
        grouped(source.statements),
        escapeMarkdown(source.licence),
      ]),
    ),
    heading(3, "Settings"),
    table(
      ["Setting", "Value"],
      Object.entries(settings).map(([name, value]) => [
        escapeMarkdown(name),
        escapeMarkdown(String(value)),
      ]),
    ),
  ];
}

/** The rules by which the report was made. */
export function renderMethod(method: Report["method"]): string[] {
  return [
    heading(2, "How this was made"),
    list(method.map(({ name, text }) => `*${escapeMarkdown(name)}*: ${escapeMarkdown(text)}`)),
  ];
}
