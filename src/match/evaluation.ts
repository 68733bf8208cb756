/** The verdict of a constraint on a case: a state with what led to it. */
import type { InputNeed } from "../model/alteration.ts";
import { compareText } from "../model/order.ts";
import {
  compareSpecificity,
  type ConstraintState,
  type Reason,
  type Specificity,
} from "../model/verdict.ts";

export interface Evaluation {
  readonly state: ConstraintState;
  readonly specificity: Specificity;
  /** Ids of the observations that met it or left it open, sorted, each once; empty when unmet. */
  readonly observations: readonly string[];
  /** What decided, the most exact first; never empty. */
  readonly reasons: readonly Reason[];
  /** Inputs that would decide it, sorted; empty unless undetermined. */
  readonly missing: readonly InputNeed[];
}

/** An evaluation that rests on no observation. */
export function withoutObservation(
  state: ConstraintState,
  details: { specificity: Specificity; reason: Reason; missing?: readonly InputNeed[] },
): Evaluation {
  const { specificity, reason, missing = [] } = details;
  return { state, specificity, observations: [], reasons: [reason], missing };
}

/**
 * One evaluation of several of which `state` was made. Only parts in that state decided it (when there is none, as
 * for a negation, all did). `specificity` says which of theirs counts: the widest when all are needed, the best
 * when any of them is enough.
 */
export function joinEvaluations(
  parts: readonly Evaluation[],
  state: ConstraintState,
  specificity: "widest" | "best",
): Evaluation {
  const agreeing = parts.filter((part) => part.state === state);
  const deciding = (agreeing.length > 0 ? agreeing : parts).toSorted(
    (a, b) =>
      compareSpecificity(a.specificity, b.specificity) ||
      (state === "undetermined" ? compareText(codeOf(a), codeOf(b)) : 0),
  );
  const reasons = new Map(
    deciding.flatMap((part) => part.reasons).map((reason) => [reason.text, reason]),
  );
  return {
    state,
    specificity: deciding.at(specificity === "widest" ? -1 : 0)?.specificity ?? "gene",
    observations: state === "unmet" ? [] : distinct(deciding.flatMap((part) => part.observations)),
    reasons: [...reasons.values()],
    missing: state === "undetermined" ? distinct(deciding.flatMap((part) => part.missing)) : [],
  };
}

function codeOf({ reasons }: Evaluation): string {
  return reasons[0]?.code ?? "";
}

/** Sorted by code unit, each once. */
export function distinct<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted(compareText);
}
