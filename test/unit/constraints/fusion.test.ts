import { describe, expect, test } from "vitest";
import type { FusionConstraint } from "../../../src/constraints/fusion.ts";
import type { Fusion } from "../../../src/model/alteration.ts";
import { constraintSchema } from "../../../src/constraints/constraint-schema.ts";
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
    ["ALK", "EML4", "met", "undetermined", "met", "unmet"],
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

  test("is not met for a kinase that comes first and loses its domain, whatever its partner does", () => {
    const lost = (fivePrime: string, threePrime: string) =>
      observe({ kind: "fusion", fivePrime, threePrime, inFrame: true, kinaseDomain: "lost" }, null);
    expect(run(alk, lost("ALK", "EML4"))).toMatchObject({
      state: "undetermined",
      reason: {
        code: "kinase-first",
        text: expect.stringContaining("EML4::ALK was not seen"),
      },
    });
    expect(run(alk, lost("EML4", "ALK")).reason.code).toBe("kinase-domain-lost");
    const nrg1: FusionConstraint = { type: "fusion", gene: "NRG1" };
    expect(run(nrg1, lost("ALK", "NRG1")).state).toBe("met");
  });

  test("stays undetermined out of frame", () => {
    expect(run(alk, seen("EML4", "ALK", false))).toMatchObject({
      state: "undetermined",
      reason: { code: "out-of-frame" },
    });
    expect(run(alk, seen("EML4", "ALK", true)).state).toBe("met");
  });

  test.each([
    // partners, what is known of the event; any ALK, EML4::ALK, either order, ?::ALK
    ["EML4", "ALK", { ordered: false }, "met", "met", "met", "met"],
    ["ALK", "EML4", { ordered: false }, "met", "met", "met", "met"],
    ["KIF5B", "ALK", { ordered: false }, "met", "unmet", "unmet", "met"],
    ["ALK", "KIF5B", { ordered: false }, "met", "unmet", "unmet", "met"],
    [null, "ALK", { ordered: false }, "met", "undetermined", "undetermined", "met"],
    ["EML4", "ALK", { reciprocal: true }, "met", "met", "met", "met"],
    ["ALK", "EML4", { reciprocal: true }, "met", "met", "met", "met"],
    ["ALK", "KIF5B", { reciprocal: true }, "met", "unmet", "unmet", "met"],
    ["EML4", "RET", { reciprocal: true }, "unmet", "unmet", "unmet", "unmet"],
    [
      null,
      "ALK",
      { open: "partner" },
      "undetermined",
      "undetermined",
      "undetermined",
      "undetermined",
    ],
    [
      "EML4",
      "ALK",
      { ordered: false, open: "orientation" },
      "undetermined",
      "undetermined",
      "undetermined",
      "undetermined",
    ],
    ["EML4", "RET", { ordered: false, open: "orientation" }, "unmet", "unmet", "unmet", "unmet"],
    ["EML4", "ALK", { kinaseDomain: "kept" }, "met", "met", "met", "met"],
    [
      "EML4",
      "ALK",
      { kinaseDomain: "lost" },
      "undetermined",
      "undetermined",
      "undetermined",
      "undetermined",
    ],
    ["EML4", "ALK", { promoterSwap: true }, "met", "met", "met", "met"],
  ] as const)("on %s::%s that is %j", (fivePrime, threePrime, known, ...states) => {
    const alteration = { kind: "fusion", fivePrime, threePrime, inFrame: null, ...known } as const;
    const verdicts = [alk, ordered, unordered, promiscuous].map((constraint) =>
      run(constraint, observe(alteration, threePrime)),
    );
    expect(verdicts.map((verdict) => verdict.state)).toEqual(states);
  });

  test("tells why it stays open", () => {
    const codes = [
      { fivePrime: null, open: "partner" },
      { open: "orientation" },
      { fivePrime: "ALK", threePrime: "EML4" },
      { kinaseDomain: "lost" },
    ].map((known) => {
      const fusion = {
        kind: "fusion",
        fivePrime: "EML4",
        threePrime: "ALK",
        inFrame: null,
        ...known,
      };
      const constraint = known.open === "partner" ? alk : ordered;
      return run(constraint, observe(fusion as Fusion, "ALK")).reason.code;
    });
    expect(codes).toEqual([
      "partner-in-no-gene",
      "orientation-not-known",
      "exchanged-product",
      "kinase-domain-lost",
    ]);
  });

  test("says that a source does not state the order which a statement fixes", () => {
    const fusion = { kind: "fusion", fivePrime: "ALK", threePrime: "EML4", inFrame: null } as const;
    const text = (constraint: FusionConstraint) =>
      run(constraint, observe({ ...fusion, ordered: false }, "ALK")).reason.text;
    expect(text(ordered)).toContain("does not state which partner comes first");
    expect(text(alk)).not.toContain("comes first");
  });

  test("names at least one partner", () => {
    expect(constraintSchema.safeParse({ type: "fusion" }).success).toBe(false);
    expect(constraintSchema.safeParse({ type: "fusion", ordered: true }).success).toBe(false);
  });
});
