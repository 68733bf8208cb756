import { expect, test } from "vitest";
import type { VerificationState } from "../../../../src/model/verdict.ts";
import { describeVerdict } from "../../../../src/report/render/describe-verification.ts";

const reason = { code: "rule", text: "text." };

const verdictOf = (state: VerificationState, ...states: readonly VerificationState[]) =>
  describeVerdict({
    alterations: [{ observation: "id0", label: "finding 0", gene: null }],
    verification: {
      state,
      reason,
      alterations: states.map((each, index) => ({
        alteration: `id${index}`,
        label: `finding ${index}`,
        state: each,
        reason,
      })),
      observations: [],
      measurements: [],
    },
  });

test("a verdict in favor names its alteration where another one of the row has one against it", () => {
  expect(verdictOf("verified", "verified", "discordant")).toBe("verified (of finding 0)");
  expect(verdictOf("supported", "contradicted", "supported")).toBe("supported (of finding 1)");
});

test("every other verdict stands alone", () => {
  expect(verdictOf("verified")).toBe("verified");
  expect(verdictOf("verified", "verified", "not informative")).toBe("verified");
  expect(verdictOf("not supported", "not supported", "verified")).toBe("not supported");
});

test("a protein that is the finding itself is no second measurement of it", () => {
  const bornOutBy = (state: VerificationState, ...observations: readonly string[]) =>
    describeVerdict({
      alterations: [
        { observation: "expression:protein:EGFR:up", label: "EGFR high", gene: "EGFR" },
      ],
      verification: { state, reason, observations: [...observations], measurements: [] },
    });
  const own = "expression:protein:EGFR:up";
  expect(bornOutBy("verified", own)).toBe("verified (by its own measurement)");
  expect(bornOutBy("verified", own, "ihc:EGFR:3+")).toBe("verified");
  expect(bornOutBy("verified", "ihc:EGFR:3+")).toBe("verified");
  expect(bornOutBy("verified")).toBe("verified");
  expect(bornOutBy("not supported", own)).toBe("not supported");
});
