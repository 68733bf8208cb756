/** What a row of several genes says of a statement about the expression of one of them. */
import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { expression, type ExpressionConstraint } from "../../../src/constraints/expression.ts";
import { findMatches } from "../../../src/match/find-matches.ts";
import { foldNotAssessed } from "../../../src/match/not-assessed.ts";
import { testUnseenExpression } from "../../../src/match/test-unseen-expression.ts";
import { call, diseases, index, outlier, statement, variant } from "./constructed-case.ts";

const group = ["ERBB2", "ERBB3"];
const asked = (direction: ExpressionConstraint["direction"]): ExpressionConstraint => ({
  type: "expression",
  gene: "ERBB2",
  molecule: "protein",
  direction,
});

describe("a row of several genes that is high", () => {
  const alone = outlier("ERBB2", "up");
  if (alone.support.kind !== "cohort") throw new Error("an outlier rests on a cohort");
  const shared = { ...alone, support: { ...alone.support, group } };

  it.each(["up", "present"] as const)("meets %s", (direction) => {
    expect(expression.test(asked(direction), shared).state).toBe("met");
  });

  it.each(["down", "absent"] as const)(
    "leaves %s open, for the other gene may be the high one",
    (direction) => {
      expect(expression.test(asked(direction), shared)).toMatchObject({
        state: "undetermined",
        reason: { code: "expression-of-several-genes" },
      });
    },
  );
});

describe("a row of several genes that is no outlier", () => {
  const test = (...calls: Parameters<typeof testUnseenExpression>[1]["calls"] & object) =>
    testUnseenExpression(asked("up"), { calls, isTableGiven: true });

  it("shows none of its genes as normal", () => {
    expect(test({ ...call("ERBB2", "none"), group })).toMatchObject({
      state: "undetermined",
      reasons: [{ code: "expression-of-several-genes" }],
    });
    expect(test(call("ERBB2", "none"))?.state).toBe("unmet");
  });

  it("takes nothing from a row of the gene alone", () => {
    expect(test({ ...call("ERBB2", "none"), group }, call("ERBB2", "none"))?.state).toBe("unmet");
  });
});

describe("a row of several genes that fits a statement about a drug", () => {
  const alone = outlier("PTEN", "down");
  if (alone.support.kind !== "cohort") throw new Error("an outlier rests on a cohort");
  const members = ["PTEN", "PTENP1"];
  const shared = { ...alone, support: { ...alone.support, group: members } };
  const down: ExpressionConstraint = {
    type: "expression",
    gene: "PTEN",
    molecule: "any",
    direction: "down",
  };
  const decide = (
    parts: Pick<Parameters<typeof statement>[0], "predicate" | "direction">,
    { isShared = true, constraints = [down] as readonly Constraint[] } = {},
  ) =>
    findMatches(
      {
        observations: [isShared ? shared : alone, variant("PTEN", "R130*")],
        available: new Set(["small-variants", "protein-annotation", "protein-expression"]),
        outliers: [{ ...call("PTEN", "down"), ...(isShared ? { group: members } : {}) }],
        caseDisease: "DOID:1909",
        assembly: "GRCh37",
      },
      { statements: [statement({ id: "S1", gene: "PTEN", constraints, ...parts })], diseases },
      index,
    );
  const against = [
    { predicate: "resistance", direction: "supports" },
    { predicate: "sensitivity", direction: "does not support" },
    { predicate: "reduced sensitivity", direction: "supports" },
    { predicate: "adverse response", direction: "supports" },
  ] as const;
  const other = [
    { predicate: "sensitivity", direction: "supports" },
    { predicate: "resistance", direction: "does not support" },
    { predicate: "unspecified", direction: "supports" },
  ] as const;

  it.each(against)("leaves it open where it speaks against the drug: $predicate", (parts) => {
    const { met, undetermined } = decide(parts);
    expect(met).toEqual([]);
    expect(foldNotAssessed(undetermined)).toMatchObject([
      { code: "expression-of-several-genes", genes: ["PTEN"], statements: 1 },
    ]);
  });

  it.each(other)("meets it otherwise: $predicate, $direction", (parts) => {
    expect(decide(parts).met).toHaveLength(1);
  });

  it.each(against)("is not needed where the gene was measured by itself: $predicate", (parts) => {
    expect(decide(parts, { isShared: false }).met).toHaveLength(1);
  });

  it("is not named where a mutation meets the statement as well", () => {
    const change: Constraint = { type: "protein-change", gene: "PTEN", change: "R130*" };
    const either: Constraint = { type: "any", constraints: [down, change] };
    const { met } = decide(
      { predicate: "resistance", direction: "supports" },
      { constraints: [either] },
    );
    expect(met[0]?.observations).toEqual([variant("PTEN", "R130*").id]);
  });
});
