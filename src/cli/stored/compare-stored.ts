import type { ChalkInstance } from "chalk";
import { basename } from "node:path";
import { readText } from "../../io/read-files.ts";
import { writeToStream } from "../../io/write-output.ts";
import {
  compareStoredReports,
  type ReportComparison,
} from "../../report/compare-stored-reports.ts";
import { parseReport } from "../../report/parse-report.ts";
import { escapeMarkdown } from "../../report/render/markdown/escape-markdown.ts";
import { formatLesionChange } from "./format-lesion-change.ts";
import { formatRankingChange } from "./format-ranking-change.ts";
import { makePaint, type Terminal, visible } from "../terminal.ts";

export type CompareFormat = "text" | "json" | "md";

/** Prints what is different between two stored reports. Throws a `Refusal` of kind "input" for what is none. */
export async function compareStored(
  [oldPath, newPath]: readonly [oldPath: string, newPath: string],
  format: CompareFormat,
  terminal: Terminal,
): Promise<void> {
  // What was changed by hand is what a comparison shows.
  const asTheyAre = { mayBeEdited: true };
  const before = parseReport(await readText(oldPath), basename(oldPath), asTheyAre);
  const after = parseReport(await readText(newPath), basename(newPath), asTheyAre);
  const comparison = compareStoredReports(before, after);
  const ids = [...new Set([before.case.id, after.case.id])];
  const title = `${ids.join(" and ")}: ${basename(oldPath)} to ${basename(newPath)}`;
  const text =
    format === "json"
      ? `${JSON.stringify({ from: basename(oldPath), to: basename(newPath), ...comparison }, null, 2)}\n`
      : format === "md"
        ? toMarkdown(title, comparison)
        : toText(title, comparison, await makePaint(terminal));
  await writeToStream(terminal.stdout, text);
}

function toText(title: string, comparison: ReportComparison, paint: ChalkInstance): string {
  const { changes, findings, lesions, origins, conclusion } = comparison;
  const sections: [title: string, lines: readonly string[]][] = [
    ["Ranking", changes.map((change) => formatRankingChange(change, paint))],
    ["Findings", findingLines(findings).map(visible)],
    ["Other lesions", lesions.map(formatLesionChange).map(visible)],
    ["Made with", originLines(origins).map(visible)],
  ];
  const lines = sections.flatMap(([name, entries]) =>
    entries.length === 0 ? [] : [paint.bold(name), ...entries.map((entry) => `  ${entry}`), ""],
  );
  return `${[paint.bold(visible(title)), "", ...lines, visible(conclusion)].join("\n")}\n`;
}

function toMarkdown(
  title: string,
  { changes, findings, lesions, origins, conclusion }: ReportComparison,
): string {
  const changeLines = changes.map(({ kind, therapy, text, statements }) => {
    const by = statements.length === 0 ? "" : ` (${statements.join(", ")})`;
    return `${kind}: ${therapy}: ${text}${by}`;
  });
  const sections: [title: string, lines: readonly string[]][] = [
    ["Ranking", changeLines],
    ["Findings", findingLines(findings)],
    ["Other lesions", lesions.map(formatLesionChange)],
    ["Made with", originLines(origins)],
  ];
  const blocks = sections.flatMap(([name, entries]) =>
    entries.length === 0
      ? []
      : [`## ${name}`, entries.map((entry) => `- ${escapeMarkdown(entry)}`).join("\n")],
  );
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(conclusion), ...blocks].join("\n\n")}\n`;
}

function findingLines({ gained, lost }: ReportComparison["findings"]): string[] {
  return [...gained.map((label) => `gained: ${label}`), ...lost.map((label) => `lost: ${label}`)];
}

function originLines(origins: ReportComparison["origins"]): string[] {
  return origins.flatMap(({ origin, details }) => details.map((detail) => `${origin}: ${detail}`));
}
