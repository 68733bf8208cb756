import type { FrontTarget } from "../../front/front-page.ts";
import { limitOfVerdict } from "../../describe-verification.ts";
import { type Column, DataTable, type Row } from "../data-table.tsx";
import { anchorOf } from "../target-card.tsx";
import { TierBadge } from "../tier-badge.tsx";
import { VerificationWord } from "../verification-word.tsx";

const columns: readonly Column[] = [
  { head: "Nr.", numeric: true },
  { head: "Finding" },
  { head: "Therapy, EMA and FDA", isRowHead: true },
  { head: "Evidence, match" },
  { head: "Verification" },
  { head: "Lesions, flags" },
  { head: "For and against" },
];

/** The best targets, one row each, with the three questions answered in the last cell. */
export function FrontTable({ targets }: { targets: readonly FrontTarget[] }) {
  return (
    <DataTable
      caption="Ranked targets, the best supported first"
      columns={columns}
      rows={targets.map(toRow)}
    />
  );
}

function toRow(row: FrontTarget): Row {
  const { target, finding, measured, doubts, therapy, choice, approvals, answers } = row;
  const limit = limitOfVerdict(target);
  return {
    key: target.id,
    cells: [
      target.rank,
      <>
        {finding}
        {measured !== "" && <small>{measured}</small>}
        {doubts.length > 0 && <small class="against">{doubts.join(", ")}</small>}
      </>,
      <>
        <a href={`#${anchorOf(target.rank)}`}>{therapy}</a>
        {choice !== null && <small>{choice}</small>}
        {approvals.map((line) => (
          <small key={line}>{line}</small>
        ))}
      </>,
      <>
        <TierBadge amp={target.amp} />
        <small>{row.tumor}</small>
        <small>match: {target.specificity}</small>
      </>,
      <>
        <VerificationWord state={target.verification.state} />
        {limit !== "" && <small>{limit}</small>}
        <small>confirm by {row.verifyBy}</small>
      </>,
      <>
        lesions: {target.lesion.state}
        <small class={row.flags.length === 0 ? undefined : "against"}>
          flags: {row.flags.join(", ") || "none"}
        </small>
      </>,
      <dl class="answers">
        {answers.map(({ question, text, isAgainst }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd class={isAgainst ? "against" : undefined}>{text}</dd>
          </div>
        ))}
      </dl>,
    ],
  };
}
