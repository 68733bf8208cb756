import { describe, expect, test } from "vitest";
import { allOf, anyOf, notOf } from "../../../src/constraints/three-valued.ts";
import type { ConstraintState } from "../../../src/model/verdict.ts";
import { constraintStates } from "../../../src/model/verdict.ts";

/** Kleene's logic as numbers: all is the minimum, any the maximum, not the mirror. */
const value: Record<ConstraintState, number> = { unmet: 0, undetermined: 1, met: 2 };
const stateOf = (number: number) => constraintStates.find((state) => value[state] === number);

const triples = constraintStates.flatMap((a) =>
  constraintStates.flatMap((b) => constraintStates.map((c) => [a, b, c])),
);

describe("three-valued logic", () => {
  test.each(triples)("of %s, %s and %s, all is the least and any the greatest", (...states) => {
    const values = states.map((state) => value[state]);
    expect(allOf(states)).toBe(stateOf(Math.min(...values)));
    expect(anyOf(states)).toBe(stateOf(Math.max(...values)));
  });

  test.each([
    ["met", "unmet"],
    ["unmet", "met"],
    ["undetermined", "undetermined"],
  ] as const)("not %s is %s", (state, opposite) => {
    expect(notOf(state)).toBe(opposite);
  });

  test.each(triples)("De Morgan holds for %s, %s and %s", (...states) => {
    expect(notOf(allOf(states))).toBe(anyOf(states.map(notOf)));
  });

  test("nothing asked is met by all and unmet by any", () => {
    expect(allOf([])).toBe("met");
    expect(anyOf([])).toBe("unmet");
  });
});
