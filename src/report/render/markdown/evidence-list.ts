import type { EvidenceRow } from "../../../model/report.ts";
import { describeApproval, describeClaim, describeRelation } from "../describe-evidence.ts";
import { plural } from "../format-number.ts";
import { list } from "./blocks.ts";
import { escapeMarkdown, linkMarkdown } from "./escape-markdown.ts";

/** One line per statement, in the order of the report, so that a difference between two reports is whole lines. */
export function renderEvidence(evidence: readonly EvidenceRow[]): string {
  return list(evidence.map(renderRow));
}

function renderApprovals({ approvals, supersededBy, escat }: EvidenceRow): string[] {
  const decisions = approvals.map((approval) =>
    linkMarkdown(describeApproval(approval), approval.documents[0]?.url ?? null),
  );
  return [
    ...(decisions.length === 0 ? [] : [`approval: ${decisions.join(", ")}`]),
    ...(supersededBy === null ? [] : [`replaced by ${escapeMarkdown(supersededBy.therapy)}`]),
    ...(escat === null
      ? []
      : [escapeMarkdown(`ESCAT ${escat.tier} (${escat.curator}, ${escat.date})`)]),
  ];
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
    ...renderApprovals(row),
    [...cited, source].join(", "),
    ...(row.layer === undefined ? [] : [`layer: ${escapeMarkdown(row.layer)}`]),
  ].join("; ");
}
