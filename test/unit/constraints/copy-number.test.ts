import { describe, expect, test } from "vitest";
import { copyNumberChanges } from "../../../src/model/alteration.ts";
import { observe, run } from "./make-observation.ts";

const asked = ["amplification", "gain", "loss", "deletion"] as const;
const meets: Record<(typeof copyNumberChanges)[number], readonly string[]> = {
  amplification: ["amplification", "gain"],
  gain: ["gain"],
  loss: ["loss"],
  "homozygous-deletion": ["loss", "deletion"],
  "copy-neutral-loh": [],
};
const seen = (change: (typeof copyNumberChanges)[number], copies: number | null = null) =>
  observe({ kind: "copy-number", gene: "ERBB2", change, copies }, "ERBB2");

describe("a copy-number constraint", () => {
  const pairs = copyNumberChanges.flatMap((found) =>
    asked.map((change) => [found, change] as const),
  );

  test.each(pairs)("knows whether an observed %s meets %s", (found, change) => {
    const verdict = run({ type: "copy-number", gene: "ERBB2", change }, seen(found));
    expect(verdict.state).toBe(meets[found].includes(change) ? "met" : "unmet");
  });

  test.each([
    [3.9, "unmet", "weaker-change"],
    [4, "undetermined", "copies-equivocal"],
    [5.9, "undetermined", "copies-equivocal"],
    [6, "met", "copies-amplified"],
  ])("reads a gain to %d copies as an amplification: %s", (copies, state, code) => {
    const amplification = { type: "copy-number", gene: "ERBB2", change: "amplification" } as const;
    expect(run(amplification, seen("gain", copies))).toMatchObject({ state, reason: { code } });
  });

  test("names the opposite direction as such", () => {
    const amplification = { type: "copy-number", gene: "ERBB2", change: "amplification" } as const;
    expect(run(amplification, seen("homozygous-deletion", 0)).reason.code).toBe(
      "opposite-direction",
    );
  });

  test("is not met by another gene, nor by high protein", () => {
    const gain = { type: "copy-number", gene: "EGFR", change: "gain" } as const;
    expect(run(gain, seen("gain")).reason.code).toBe("other-gene");
    const high = observe(
      { kind: "expression", gene: "EGFR", molecule: "protein", direction: "up" },
      "EGFR",
    );
    expect(run(gain, high).reason.code).toBe("other-kind");
  });
});
