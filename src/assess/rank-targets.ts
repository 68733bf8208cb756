/** The total order of targets, with the key of each and what decided between neighbors. */
import { compareText } from "../model/order.ts";
import type { SortPart, Target } from "../model/report.ts";
import type { UnrankedTarget } from "./make-target.ts";
import { sortSteps } from "./sort-steps.ts";

/** A target with its key; `sortKey` has one part per step of `sortSteps`, in their order. */
type KeyedTarget = UnrankedTarget & { readonly sortKey: SortPart[] };

/** Ranks from 1 without gaps or shared ranks; the order of `targets` does not matter. */
export function rankTargets(targets: readonly UnrankedTarget[]): Target[] {
  const sorted = targets.map(withKey).toSorted((a, b) => compareKeys(a.sortKey, b.sortKey));
  return sorted.map((target, position) => ({
    ...target,
    rank: position + 1,
    rankedAbove: compareWithNext(target, sorted[position + 1]),
  }));
}

function withKey(target: UnrankedTarget): KeyedTarget {
  const sortKey = sortSteps.map((step) => ({
    name: step.name,
    value: step.value(target),
    order: step.order === null ? null : step.order(target),
  }));
  return { ...target, sortKey };
}

function compareKeys(a: readonly SortPart[], b: readonly SortPart[]): number {
  const decided = findDecidingPart(a, b);
  return decided === null ? 0 : compareParts(decided.own, decided.other);
}

/** The first part in which two keys differ; null when they are equal. */
function findDecidingPart(
  a: readonly SortPart[],
  b: readonly SortPart[],
): { own: SortPart; other: SortPart } | null {
  for (const [position, own] of a.entries()) {
    const other = b[position];
    if (other !== undefined && compareParts(own, other) !== 0) return { own, other };
  }
  return null;
}

function compareParts(a: SortPart, b: SortPart): number {
  return a.order !== null && b.order !== null ? a.order - b.order : compareText(a.value, b.value);
}

function compareWithNext(
  target: KeyedTarget,
  next: KeyedTarget | undefined,
): Target["rankedAbove"] {
  if (next === undefined) return null;
  const decided = findDecidingPart(target.sortKey, next.sortKey);
  if (decided === null) return null;
  const { own, other } = decided;
  const { label } = next.therapy;
  const reason =
    own.order === null
      ? {
          code: "tie-broken-by-name",
          text:
            `Equal with ${label} in every step that weighs evidence: the tie is broken by the name of the ${own.name}, ` +
            "which says nothing about which is better.",
        }
      : {
          code: `decided-by-${own.name.toLowerCase().replaceAll(" ", "-")}`,
          text: `Ranked above ${label} by ${own.name}: ${own.value} before ${other.value}.`,
        };
  return { target: next.id, decidedBy: own.name, reason };
}
