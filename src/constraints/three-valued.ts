/** Kleene's three-valued logic: what is not known decides nothing, in either direction. */
import type { ConstraintState } from "../model/verdict.ts";

/** Unmet as soon as one part is, met when all are; met when there is no part. */
export function allOf(states: readonly ConstraintState[]): ConstraintState {
  if (states.includes("unmet")) return "unmet";
  return states.includes("undetermined") ? "undetermined" : "met";
}

/** Met as soon as one part is, unmet when all are; unmet when there is no part. */
export function anyOf(states: readonly ConstraintState[]): ConstraintState {
  if (states.includes("met")) return "met";
  return states.includes("undetermined") ? "undetermined" : "unmet";
}

/** Met and unmet change places; undetermined stays. */
export function notOf(state: ConstraintState): ConstraintState {
  switch (state) {
    case "met":
      return "unmet";
    case "unmet":
      return "met";
    case "undetermined":
      return "undetermined";
  }
}
