import { expect, it } from "vitest";
import { predicateOf } from "../../../../../src/knowledgebase/import/civic/read-predicate.ts";
import { predicatesOf } from "../../../../../src/knowledgebase/schema/statement-types.ts";

it.each([
  ["Predictive", "Sensitivity/Response", "predictive", "sensitivity"],
  ["Predictive", "N/A", "predictive", "unspecified"],
  ["Diagnostic", "Negative", "diagnostic", "negative"],
  ["Prognostic", "Poor Outcome", "prognostic", "poor outcome"],
  ["Predisposing", "Positive", "predisposing", "predisposition"],
  ["Functional", "Neomorphic", "functional", "neomorphic"],
] as const)(
  "reads %s %s as %s %s, which the schema knows",
  (evidence, significance, type, said) => {
    expect(predicateOf(evidence, significance)).toEqual({ type, predicate: said });
    expect(predicatesOf[type]).toContain(said);
  },
);

it.each([
  ["Predictive", ""],
  ["Prognostic", "Positive"],
  ["Oncogenic", "N/A"],
])("does not guess what %s %s says", (evidence, significance) => {
  expect(predicateOf(evidence, significance)).toBeNull();
});
