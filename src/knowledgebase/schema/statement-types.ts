import { predicates } from "../../model/report-terms.ts";
/** What a statement can be about, and what it can say about it. */

/** Only predictive statements speak of a therapy, and only they enter its ranking. */
export const statementTypes = [
  "predictive",
  "diagnostic",
  "prognostic",
  "predisposing",
  "functional",
] as const;
export type StatementType = (typeof statementTypes)[number];

/** `unspecified`: the source says that there is an effect and not which. */
export const predicatesOf = {
  predictive: predicates,
  diagnostic: ["positive", "negative"],
  prognostic: ["better outcome", "poor outcome", "unspecified"],
  predisposing: [
    "pathogenic",
    "likely pathogenic",
    "uncertain significance",
    "likely benign",
    "benign",
    "predisposition",
    "unspecified",
  ],
  functional: [
    "gain of function",
    "loss of function",
    "unaltered function",
    "neomorphic",
    "dominant negative",
    "unspecified",
  ],
} as const satisfies Record<StatementType, readonly string[]>;
