import type { StatementType } from "../../schema/statement-types.ts";

/** What CIViC calls the significance of each type of evidence, and what we call it. */
const predicates: ReadonlyMap<string, { type: StatementType; of: ReadonlyMap<string, string> }> =
  new Map([
    [
      "Predictive",
      {
        type: "predictive",
        of: new Map([
          ["Sensitivity/Response", "sensitivity"],
          ["Resistance", "resistance"],
          ["Reduced Sensitivity", "reduced sensitivity"],
          ["Adverse Response", "adverse response"],
          ["N/A", "unspecified"],
        ]),
      },
    ],
    [
      "Diagnostic",
      {
        type: "diagnostic",
        of: new Map([
          ["Positive", "positive"],
          ["Negative", "negative"],
        ]),
      },
    ],
    [
      "Prognostic",
      {
        type: "prognostic",
        of: new Map([
          ["Better Outcome", "better outcome"],
          ["Poor Outcome", "poor outcome"],
          ["N/A", "unspecified"],
        ]),
      },
    ],
    [
      "Predisposing",
      {
        type: "predisposing",
        of: new Map([
          ["Pathogenic", "pathogenic"],
          ["Likely Pathogenic", "likely pathogenic"],
          ["Uncertain Significance", "uncertain significance"],
          ["Positive", "predisposition"],
          ["N/A", "unspecified"],
        ]),
      },
    ],
    [
      "Functional",
      {
        type: "functional",
        of: new Map([
          ["Gain of Function", "gain of function"],
          ["Loss of Function", "loss of function"],
          ["Unaltered Function", "unaltered function"],
          ["Neomorphic", "neomorphic"],
          ["Dominant Negative", "dominant negative"],
        ]),
      },
    ],
  ]);

/** The type and predicate of a row; null where it states none that its type has. */
export function predicateOf(
  evidenceType: string,
  significance: string,
): { type: StatementType; predicate: string } | null {
  const known = predicates.get(evidenceType);
  const predicate = known?.of.get(significance);
  return known === undefined || predicate === undefined ? null : { type: known.type, predicate };
}
