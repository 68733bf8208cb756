import { describe, expect, test } from "vitest";
import * as z from "zod";
import { copyNumber } from "../../../src/constraints/copy-number.ts";
import { copyNumberChanges, type CopyNumberAlteration } from "../../../src/model/alteration.ts";
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

  const amplified = { type: "copy-number", gene: "ERBB2", change: "amplification" } as const;
  const deleted = { type: "copy-number", gene: "ERBB2", change: "deletion" } as const;
  const seenWith = (more: Partial<CopyNumberAlteration>) =>
    observe({ kind: "copy-number", gene: "ERBB2", change: "gain", copies: null, ...more }, "ERBB2");

  test.each([
    [3.99, 2, "unmet", "weaker-change"],
    [4, 2, "undetermined", "copies-equivocal"],
    [5.99, 2, "undetermined", "copies-equivocal"],
    [6, 2, "met", "copies-amplified"],
    [5, 4, "undetermined", "copies-equivocal"],
    [6, 4, "undetermined", "copies-equivocal"],
    [7.99, 4, "undetermined", "copies-equivocal"],
    [8, 4, "met", "copies-amplified"],
  ])("weighs %d copies against a ploidy of %d: %s", (copies, ploidy, state, code) => {
    expect(run(amplified, seenWith({ copies, ploidy }))).toMatchObject({ state, reason: { code } });
  });

  test.each([
    [{ copies: 6.99 }, "unmet", "copies-below-cut-off"],
    [{ copies: 7 }, "met", "copies-from-cut-off"],
    [{ copies: 7, ploidy: 4 }, "met", "copies-from-cut-off"],
    [{ change: "amplification", copies: 6.5 }, "unmet", "copies-below-cut-off"],
    [{ change: "amplification" }, "undetermined", "copies-not-counted"],
    [{ copies: 5, adjusted: false }, "undetermined", "copies-not-adjusted"],
    [{ change: "loss", copies: 1 }, "unmet", "opposite-direction"],
  ] as const)(
    "of a statement with a cut-off of 7 copies takes %o for %s",
    (seenAs, state, code) => {
      const verdict = run({ ...amplified, minCopies: 7 }, seenWith(seenAs));
      expect(verdict).toMatchObject({ state, reason: { code } });
    },
  );

  test.each([
    [amplified, { change: "gain", copies: 3 }],
    [deleted, { change: "loss", copies: 1 }],
  ] as const)(
    "stays open for a change of a sample of unknown purity, which may go further in the tumor: %o",
    (asks, found) => {
      expect(run(asks, seenWith({ ...found, adjusted: false })).reason.code).toBe(
        "copies-not-adjusted",
      );
      expect(run(asks, seenWith(found)).state).toBe("unmet");
    },
  );

  test("stays open for a change of a part of the gene", () => {
    const part = { share: 0.3, coding: null };
    expect(run(amplified, seenWith({ change: "amplification", copies: 20, part }))).toMatchObject({
      state: "undetermined",
      reason: { code: "copies-in-part" },
    });
    expect(run(deleted, seenWith({ change: "amplification", copies: 20, part })).state).toBe(
      "unmet",
    );
  });

  test("has a cut-off only where more copies are asked for", () => {
    expect(copyNumber.schema(z).safeParse({ ...amplified, minCopies: 7 }).success).toBe(true);
    expect(copyNumber.schema(z).safeParse({ ...deleted, minCopies: 7 }).success).toBe(false);
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

test("its reason reads as a sentence", () => {
  const amplified = { type: "copy-number", gene: "ERBB2", change: "amplification" } as const;
  const { reason } = run(amplified, seen("amplification"));
  expect(reason.text).toBe("ERBB2 amplification is an amplification.");
});
