import { describe, expect, test } from "vitest";
import type { RegionConstraint } from "../../../src/constraints/region.ts";
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
  [{ exons: { from: 3, to: 7 } }, "unmet", "other-exons"],
  [{ exons: null }, "undetermined", "exons-not-known"],
  [{ change: "duplication" }, "unmet", "opposite-direction"],
  [{ gene: "ERBB2" }, "unmet", "other-gene"],
  [{ partial: true }, "undetermined", "exon-in-part"],
  [{ partial: true, exons: { from: 2, to: 6 } }, "unmet", "other-exons"],
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

describe("a constraint on an exon that is skipped", () => {
  const skipping: RegionConstraint = {
    type: "region",
    gene: "EGFR",
    name: "exon 4",
    residues: [1, 2],
    change: "skipping",
  };

  test.each([
    [{ exons: { from: 4, to: 4 } }, "met"],
    [{ exons: { from: 4, to: 4 }, partial: true }, "undetermined"],
    [{ exons: { from: 3, to: 4 } }, "unmet"],
    [{ exons: { from: 14, to: 14 } }, "unmet"],
    [{ exons: { from: 4, to: 4 }, change: "duplication" }, "unmet"],
  ] as const)("is asked of %j in DNA: %s", (parts, state) => {
    expect(run(skipping, seen(parts)).state).toBe(state);
  });
});
