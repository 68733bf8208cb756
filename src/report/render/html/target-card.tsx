import {
  describeAlterations,
  describeTumorMatch,
  isNamedAsAlternative,
} from "../describe-evidence.ts";
import { TargetDetails, type TargetDetailsProps } from "./target-details.tsx";
import { TierBadge } from "./tier-badge.tsx";

/** The place of a target in the page. */
export function anchorOf(rank: number): string {
  return `target-${rank}`;
}

/** A leading target in full. */
export function TargetCard(props: TargetDetailsProps) {
  const { target } = props;
  const anchor = anchorOf(target.rank);
  return (
    <article class="card" id={anchor} aria-labelledby={`${anchor}-title`}>
      <div class="card-head">
        <h3 id={`${anchor}-title`}>
          <span class="rank">{target.rank}</span> {target.therapy.label}{" "}
          <span class="for">for {describeAlterations(target.alterations)}</span>
        </h3>
        <p class="tags">
          <TierBadge amp={target.amp} />
          <span class="tag">{describeTumorMatch(target)}</span>
          {target.therapy.relation !== "single" && (
            <span class="tag">{target.therapy.relation}</span>
          )}
          {isNamedAsAlternative(target) && <span class="tag">named as one of several drugs</span>}
        </p>
      </div>
      <TargetDetails {...props} />
    </article>
  );
}

/** A target further down: its details open on request; on paper the table row stands for it. */
export function FoldedTarget(props: TargetDetailsProps) {
  const { target } = props;
  return (
    <details class="card screen" id={anchorOf(target.rank)}>
      <summary>
        <h3>
          <span class="rank">{target.rank}</span> {target.therapy.label}{" "}
          <span class="for">for {describeAlterations(target.alterations)}</span>
        </h3>{" "}
        <TierBadge amp={target.amp} />
      </summary>
      <TargetDetails {...props} />
    </details>
  );
}
