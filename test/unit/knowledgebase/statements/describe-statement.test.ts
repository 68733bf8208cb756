import { expect, test } from "vitest";
import {
  describeStatement,
  effectOf,
} from "../../../../src/knowledgebase/statements/describe-statement.ts";
import type { OtherStatement } from "../../../../src/knowledgebase/knowledgebase.ts";
import { statement } from "../../match/constructed-case.ts";

const {
  therapy: _,
  approvals: _a,
  supersededBy: _s,
  escat: _e,
  ...claim
} = statement({ id: "S1" });

const predisposing = (direction: OtherStatement["direction"]): OtherStatement => ({
  ...claim,
  type: "predisposing",
  predicate: "unspecified",
  direction,
});

test("a statement says its effect on a therapy, its tumor and its level", () => {
  expect(describeStatement(statement({ id: "S1", drugs: ["trametinib", "dabrafenib"] }))).toBe(
    "BRAF V600E: sensitivity to Trametinib + Dabrafenib in melanoma, level A",
  );
});

test.each([
  ["supports", "unspecified (predisposing)"],
  ["does not support", "no support for unspecified (predisposing)"],
  [null, "unspecified (predisposing, direction not stated)"],
] as const)("a source that states %s is not read as another one", (direction, expected) => {
  expect(effectOf(predisposing(direction))).toBe(expected);
});
