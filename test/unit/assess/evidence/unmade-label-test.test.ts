import { describe, expect, test } from "vitest";
import type { Observation } from "../../../../src/model/observation.ts";
import { outlier, statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

const label = { id: "LABEL:fda-a", label: "A, FDA label", url: "https://example.org/" };

/** An approval for tumors whose protein the label measures in its own way. */
const approved = (companionTest?: string) =>
  statement({
    id: "S1",
    gene: "ERBB2",
    variant: "amplification or protein",
    drugs: ["ziihera"],
    rating: null,
    constraints: [
      {
        type: "any",
        constraints: [
          { type: "expression", gene: "ERBB2", molecule: "protein", direction: "up" },
          { type: "protein-change", gene: "ERBB2", change: "V777L" },
        ],
      },
    ],
    approvals: [
      {
        agency: "FDA",
        status: "accelerated",
        date: "2024-11-20",
        documents: [label],
        ...(companionTest === undefined ? {} : { companionTest }),
      },
    ],
  });

function weigh(companionTest: string | undefined, observation: Observation) {
  const { targets } = assess({
    statements: [approved(companionTest)],
    observations: [observation],
    outliers: [],
  });
  return targets[0]?.evidence[0];
}

describe("a protein that the label defines by its own test", () => {
  const high = outlier("ERBB2", "up");

  test("makes level A worth C when it was measured against a cohort, and says which test is asked for", () => {
    const row = weigh("HER2 immunohistochemistry 3+", high);
    expect(row?.ampLevel).toBe("C");
    expect(row?.ampReason.text).toContain("a label that asks for HER2 immunohistochemistry 3+");
  });

  test("gives no precedence over what no label approves", () => {
    const { targets } = assess({
      statements: [approved("HER2 immunohistochemistry 3+")],
      observations: [high],
      outliers: [],
    });
    const step = targets[0]?.sortKey.find(({ name }) => name === "approval");
    expect(step?.value).toBe("none curated");
  });

  test("changes nothing when the label names no test, or the match rests on a variant", () => {
    expect(weigh(undefined, high)?.ampLevel).toBe("A");
    expect(weigh("HER2 immunohistochemistry 3+", variant("ERBB2", "V777L"))?.ampLevel).toBe("A");
  });
});
