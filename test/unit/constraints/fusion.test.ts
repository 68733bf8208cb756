import { describe, expect, test } from "vitest";
import type { FusionConstraint } from "../../../src/constraints/fusion.ts";
import { constraintSchema } from "../../../src/constraints/constraints.ts";
import { observe, run } from "./make-observation.ts";

const seen = (
  fivePrime: string | null,
  threePrime: string | null,
  inFrame: boolean | null = null,
) => observe({ kind: "fusion", fivePrime, threePrime, inFrame }, threePrime ?? fivePrime);
const alk: FusionConstraint = { type: "fusion", gene: "ALK" };
const ordered: FusionConstraint = { type: "fusion", fivePrime: "EML4", threePrime: "ALK" };
const unordered: FusionConstraint = { ...ordered, ordered: false };
const promiscuous: FusionConstraint = { type: "fusion", threePrime: "ALK" };

describe("a fusion constraint", () => {
  test.each([
    // five prime, three prime, any ALK, EML4::ALK, either order, ?::ALK
    ["EML4", "ALK", "met", "met", "met", "met"],
    ["ALK", "EML4", "met", "unmet", "met", "unmet"],
    ["KIF5B", "ALK", "met", "unmet", "unmet", "met"],
    ["ALK", "KIF5B", "met", "unmet", "unmet", "unmet"],
    ["EML4", "RET", "unmet", "unmet", "unmet", "unmet"],
    [null, "ALK", "met", "undetermined", "undetermined", "met"],
    ["ALK", null, "met", "unmet", "undetermined", "undetermined"],
    ["EML4", null, "undetermined", "undetermined", "undetermined", "undetermined"],
    [null, null, "undetermined", "undetermined", "undetermined", "undetermined"],
  ] as const)("on %s::%s", (fivePrime, threePrime, ...states) => {
    const verdicts = [alk, ordered, unordered, promiscuous].map((constraint) =>
      run(constraint, seen(fivePrime, threePrime)),
    );
    expect(verdicts.map((verdict) => verdict.state)).toEqual(states);
  });

  test("stays undetermined out of frame", () => {
    expect(run(alk, seen("EML4", "ALK", false))).toMatchObject({
      state: "undetermined",
      reason: { code: "out-of-frame" },
    });
    expect(run(alk, seen("EML4", "ALK", true)).state).toBe("met");
  });

  test("names at least one partner", () => {
    expect(constraintSchema.safeParse({ type: "fusion" }).success).toBe(false);
    expect(constraintSchema.safeParse({ type: "fusion", ordered: true }).success).toBe(false);
  });
});
