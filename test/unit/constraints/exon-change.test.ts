import { expect, test } from "vitest";
import type { ExonChange } from "../../../src/model/alteration.ts";
import { observe, run } from "./make-observation.ts";

const viii = { type: "exon-change", gene: "EGFR", change: "deletion", exons: [2, 7] } as const;
const seen = (parts: Partial<ExonChange>) =>
  observe(
    { kind: "exon-change", gene: "EGFR", change: "deletion", exons: { from: 2, to: 7 }, ...parts },
    "EGFR",
  );

test.each([
  [{}, "met", "same-exons"],
  [{ exons: { from: 2, to: 6 } }, "unmet", "other-exons"],
  [{ exons: { from: 4, to: 4 } }, "unmet", "other-exons"],
  [{ exons: null }, "undetermined", "exons-not-known"],
  [{ change: "duplication" }, "unmet", "opposite-direction"],
  [{ gene: "ERBB2" }, "unmet", "other-gene"],
] as const)("EGFRvIII is asked of %j: %s", (parts, state, code) => {
  expect(run({ ...viii, exons: [2, 7] }, seen(parts))).toMatchObject({ state, reason: { code } });
});

test("any exons are meant where none are named", () => {
  const any = { type: "exon-change", gene: "EGFR", change: "deletion" } as const;
  expect(run(any, seen({ exons: null })).state).toBe("met");
});

test("a copy-number deletion of the gene is no deletion of its exons", () => {
  const lost = observe(
    { kind: "copy-number", gene: "EGFR", change: "homozygous-deletion", copies: 0 },
    "EGFR",
  );
  expect(run({ ...viii, exons: [2, 7] }, lost).reason.code).toBe("other-kind");
});
