import type { Finding, Target } from "../../../model/report.ts";
import {
  describeAlterations,
  describeTumorMatch,
  isNamedAsAlternative,
  tagOf,
} from "../describe-evidence.ts";
import { findingsOf, supportInBrief } from "../describe-support.ts";
import { limitOfVerdict } from "../describe-verification.ts";
import { type Column, DataTable, type Row } from "./data-table.tsx";
import { anchorOf } from "./target-card.tsx";
import { TierBadge } from "./tier-badge.tsx";
import { VerificationWord } from "./verification-word.tsx";

const columns: readonly Column[] = [
  { head: "Rank", numeric: true },
  { head: "Therapy", isRowHead: true },
  { head: "Alteration" },
  { head: "Tier" },
  { head: "Evidence in" },
  { head: "Match" },
  { head: "Protein" },
  { head: "Flags" },
];

interface RankedTableProps {
  readonly caption: string;
  readonly targets: readonly Target[];
  readonly findings: ReadonlyMap<string, Finding>;
}

/** Targets in brief, one row each, with a link to the details. */
export function RankedTable({ caption, targets, findings }: RankedTableProps) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={targets.map((target) => toRow(target, findings))}
    />
  );
}

function toRow(target: Target, findings: ReadonlyMap<string, Finding>): Row {
  const measured = findingsOf(target, findings)
    .map(({ support }) => supportInBrief(support))
    .filter((text) => text !== "");
  const limit = limitOfVerdict(target);
  return {
    key: target.id,
    cells: [
      target.rank,
      <>
        <a href={`#${anchorOf(target.rank)}`}>{target.therapy.label}</a>
        {isNamedAsAlternative(target) && <small>named as one of several drugs</small>}
      </>,
      <>
        {describeAlterations(target.alterations)}
        {measured.length > 0 && <small>{measured.join(", ")}</small>}
      </>,
      <TierBadge amp={target.amp} />,
      describeTumorMatch(target),
      target.specificity,
      <>
        <VerificationWord state={target.verification.state} />
        {limit !== "" && <small>{limit}</small>}
      </>,
      target.flags.length === 0 ? (
        "none"
      ) : (
        <span class="against">{target.flags.map(({ code }) => tagOf(code)).join(", ")}</span>
      ),
    ],
  };
}
