import type { EvidenceRow } from "../../../model/report.ts";
import { describeClaim, describeRelation } from "../describe-evidence.ts";
import { plural } from "../format-number.ts";
import { list } from "./blocks.ts";
import { escapeMarkdown, linkMarkdown } from "./escape-markdown.ts";

/** One line per statement, in the order of the report, so that a difference between two reports is whole lines. */
export function renderEvidence(evidence: readonly EvidenceRow[]): string {
  return list(evidence.map(renderRow));
}

function renderRow(row: EvidenceRow): string {
  const rating = row.rating === null ? "not rated" : plural(row.rating, "star");
  const weight = row.ampLevel === null ? "not tiered" : `counts as level ${row.ampLevel}`;
  const cited = row.documents.map(({ label, url }) => linkMarkdown(label, url));
  const source = linkMarkdown(`${row.source.name} ${row.source.record}`, row.source.url);
  const choice = row.therapyChoice === null ? [] : [escapeMarkdown(row.therapyChoice)];
  const origin =
    row.origin === null || row.origin === "somatic"
      ? []
      : [`origin: ${escapeMarkdown(row.origin)}`];
  return [
    `**${escapeMarkdown(describeClaim(row))}** in ${escapeMarkdown(row.disease.name)} (${describeRelation(row.relation)})`,
    `source level ${row.evidenceLevel} (${rating}), ${weight}`,
    `${escapeMarkdown(`${row.gene} ${row.variant}`)}, match: ${row.specificity}`,
    ...choice,
    ...origin,
    [...cited, source].join(", "),
    ...(row.layer === undefined ? [] : [`layer: ${escapeMarkdown(row.layer)}`]),
  ].join("; ");
}
