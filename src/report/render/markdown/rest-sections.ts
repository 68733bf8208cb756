/** What the ranking does not rest on: open questions, what was seen and not used, and what went wrong. */
import type { Problem } from "../../../model/problem.ts";
import type { NotAssessed, SetAside } from "../../../model/report.ts";
import { describePlace } from "../describe-place.ts";
import { grouped } from "../format-number.ts";
import { heading, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

/** What the input left open, with what would settle it. */
export function renderNotAssessed(gaps: readonly NotAssessed[]): string[] {
  const title = heading(2, "What was not assessed");
  if (gaps.length === 0) {
    return [title, "Nothing: the input decided every statement that could apply."];
  }
  return [
    title,
    "Not tested is not negative: a target may be hidden here.",
    table(
      ["What", "Why not", "What would settle it", "Statements", "Genes"],
      gaps.map((gap) => [
        escapeMarkdown(gap.what),
        escapeMarkdown(gap.reason),
        escapeMarkdown(gap.settledBy),
        grouped(gap.statements),
        escapeMarkdown(gap.genes.join(", ") || "any"),
      ]),
    ),
  ];
}

/** What was seen in the input and not used, with its count and reason. */
export function renderSetAside(entries: readonly SetAside[]): string[] {
  const title = heading(2, "Set aside");
  if (entries.length === 0) return [title, "Nothing was set aside."];
  return [
    title,
    table(
      ["What", "Count", "Why", "Examples"],
      entries.map((entry) => [
        escapeMarkdown(entry.what),
        grouped(entry.count),
        escapeMarkdown(entry.reason),
        entry.examples
          .map(({ label, file, line }) => escapeMarkdown(`${label} (${file}, line ${line})`))
          .join("; "),
      ]),
    ),
  ];
}

/** What went wrong, or nearly, while the input was read. */
export function renderProblems(problems: readonly Problem[]): string[] {
  const title = heading(2, "Problems");
  if (problems.length === 0) return [title, "None."];
  return [
    title,
    table(
      ["Problem", "Severity", "First at", "Times", "What to do"],
      problems.map((problem) => [
        `${escapeMarkdown(problem.message)} (${problem.code})`,
        problem.severity,
        problem.where === null ? "" : escapeMarkdown(describePlace(problem.where)),
        grouped(problem.count),
        problem.hint === null ? "" : escapeMarkdown(problem.hint),
      ]),
    ),
  ];
}
