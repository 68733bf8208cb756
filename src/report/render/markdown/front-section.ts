import { describeTier } from "../describe-evidence.ts";
import { describeVerdict } from "../describe-verification.ts";
import { summarizeStrip, nameStrip } from "../describe-strip.ts";
import type { FrontPage, FrontTarget } from "../front/front-page.ts";
import type { Fact } from "../front/specimen-facts.ts";
import { heading, list, table } from "./blocks.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

const columns = [
  "Rank",
  "Finding",
  "Measured",
  "Therapy",
  "Evidence",
  "Tumor",
  "Match",
  "EMA, FDA",
  "Verification",
  "Confirm by",
  "Lesions",
  "Flags",
];

/** What two boards decide on: the specimen, the assays, the best targets and what must be seen beside them. */
export function renderFrontPage(front: FrontPage, summary: string): string[] {
  const { specimen, assay, targets, more, notes, strip } = front;
  return [
    heading(2, "Front page"),
    heading(3, "Specimen and knowledge"),
    renderFacts(specimen),
    heading(3, "Assay and quality"),
    renderFacts(assay),
    `**${escapeMarkdown(summary)}**`,
    ...(targets.length === 0
      ? []
      : [heading(3, "Ranked targets"), table(columns, targets.map(toRow))]),
    more === null ? "" : escapeMarkdown(more),
    ...(targets.length === 0
      ? []
      : [heading(3, "For and against"), list(targets.flatMap(renderAnswers))]),
    heading(3, "Beside the targets"),
    renderFacts(notes),
    strip === null
      ? ""
      : `${escapeMarkdown(nameStrip(strip))}: ${escapeMarkdown(summarizeStrip(strip))}`,
  ];
}

/** One line for each fact, so that a change is one line. */
function renderFacts(facts: readonly Fact[]): string {
  return list(facts.map(({ term, text }) => `${term}: ${escapeMarkdown(text)}`));
}

function toRow(row: FrontTarget): string[] {
  const { target } = row;
  return [
    String(target.rank),
    escapeMarkdown(row.finding),
    escapeMarkdown(row.measured || (row.isMeasured ? "as named" : "not stated")),
    escapeMarkdown(row.therapy) + (row.choice === null ? "" : ` (${row.choice})`),
    describeTier(target.amp),
    row.tumor,
    target.specificity,
    escapeMarkdown(row.approvals.join("; ")),
    escapeMarkdown(describeVerdict(target)),
    escapeMarkdown(row.verifyBy),
    target.lesion.state,
    escapeMarkdown([...row.flags, ...row.doubts].join(", ") || "none"),
  ];
}

function renderAnswers({ therapy, answers }: FrontTarget): string[] {
  return answers.map(
    ({ question, text }) =>
      `${escapeMarkdown(therapy)}, ${question.toLowerCase()}: ${escapeMarkdown(text)}`,
  );
}
