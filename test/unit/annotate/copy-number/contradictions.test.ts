import { expect, test } from "vitest";
import { contradictsCall } from "../../../../src/annotate/copy-number/contradicts.ts";
import { judgeCopies } from "../../../../src/annotate/copy-number/judge-copies.ts";
import { contradictedBases } from "../../../../src/annotate/copy-number/overlapping-segments.ts";
import type { CopyNumberCall } from "../../../../src/read/copy-number/copy-numbers.ts";

test.each([
  [12, "homozygous-deletion", true],
  [12, "loss", true],
  [12, "neutral", true],
  [12, "gain", false],
  [5, "amplification", false],
  [2, "amplification", true],
  [3, "neutral", false],
  [1, "homozygous-deletion", false],
  [2, "homozygous-deletion", true],
  [0, "neutral", true],
  [0, "partial-deletion", false],
  [null, "amplification", false],
] as const satisfies readonly (readonly [number | null, CopyNumberCall, boolean])[])(
  "%s copies that are called %s contradict each other: %s",
  (copies, call, expected) => {
    const row = { copies, call, minor: null, log2: null };
    const judged = judgeCopies(row, [2], { purity: null, ploidy: null });
    expect(contradictsCall(row, judged)).toBe(expected);
  },
);

test("bases under another change are counted once, however many segments lie there", () => {
  const own = { start: 1, end: 100, change: "gain" };
  const over = (start: number, end: number, change = "loss") => ({ start, end, change });
  expect(contradictedBases(own, [own, over(1, 100, "gain")])).toBe(0);
  expect(contradictedBases(own, [own, over(91, 200), over(96, 120), over(1, 5)])).toBe(15);
  expect(contradictedBases(own, [own, over(101, 200)])).toBe(0);
});
