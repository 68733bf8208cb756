import { expect, test } from "vitest";
import { compareRows } from "../../../../src/assess/evidence/evidence-row.ts";
import { makeEvidence } from "../../report/sample-report.ts";

/** The order in which a board reads the rows of a therapy (src/assess/evidence/evidence-row.ts). */
test("rows stand by what they say, then its direction, the level, how exactly it is met and the id", () => {
  const row = (statement: string, changes: Parameters<typeof makeEvidence>[0] = {}) =>
    makeEvidence({ statement, ampLevel: "D", specificity: "gene", ...changes });
  const ordered = [
    row("c", { ampLevel: "A" }),
    row("z", { specificity: "allele" }),
    row("a"),
    row("b"),
    row("y", { ampLevel: null, specificity: "allele" }),
    row("d", { direction: "does not support", ampLevel: "A" }),
    row("e", { predicate: "resistance", ampLevel: "A", specificity: "allele" }),
    row("0", { predicate: "resistance", direction: "does not support", ampLevel: "A" }),
  ];
  const names = ordered.map(({ statement }) => statement);
  const sorted = ordered.toReversed().toSorted(compareRows);
  expect(sorted.map(({ statement }) => statement)).toEqual(names);
});
