import type { Target } from "../../model/report.ts";

/** Why a target stands above the next one; null for the last. */
export function describeRankedAbove(target: Target, targets: readonly Target[]): string | null {
  if (target.rankedAbove === null) return null;
  const { target: id, decidedBy, reason } = target.rankedAbove;
  const next = targets.find((candidate) => candidate.id === id);
  const name = next === undefined ? id : `${next.rank}. ${next.therapy.label}`;
  return `Ranked above ${name} by ${decidedBy}: ${reason.text}`;
}

/** The parts that the ranking compared, in the order of comparison. */
export function describeSortKey(target: Target): string {
  return target.sortKey.map(({ name, value }) => `${name}: ${value}`).join("; ");
}
