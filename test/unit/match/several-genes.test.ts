/** What a row of several genes says of a statement about the expression of one of them. */
import { describe, expect, it } from "vitest";
import { expression, type ExpressionConstraint } from "../../../src/constraints/expression.ts";
import { testUnseenExpression } from "../../../src/match/test-unseen-expression.ts";
import { call, outlier } from "./constructed-case.ts";

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
