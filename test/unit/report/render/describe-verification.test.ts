import { expect, test } from "vitest";
import type { VerificationState } from "../../../../src/model/verdict.ts";
import { describeVerdict } from "../../../../src/report/render/describe-verification.ts";

const reason = { code: "rule", text: "text." };

const verdictOf = (state: VerificationState, ...states: readonly VerificationState[]) =>
  describeVerdict({
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
  });

test("a verdict in favor names its alteration where another one of the row has one against it", () => {
  expect(verdictOf("verified", "verified", "discordant")).toBe("verified (finding 0)");
  expect(verdictOf("supported", "contradicted", "supported")).toBe("supported (finding 1)");
});

test("every other verdict stands alone", () => {
  expect(verdictOf("verified")).toBe("verified");
  expect(verdictOf("verified", "verified", "not informative")).toBe("verified");
  expect(verdictOf("not supported", "not supported", "verified")).toBe("not supported");
});
