/** Which resistance blocks, and what disputes it (spec, clinical R6.2 and R1.6). */
import { describe, expect, test } from "vitest";
import { findBlockingRows, findDisputes } from "../../../src/assess/block-resistance.ts";
import type { EvidenceRow } from "../../../src/model/report.ts";
import { makeEvidence } from "../report/sample-report.ts";

const resists = (changes: Partial<EvidenceRow> = {}): EvidenceRow =>
  makeEvidence({ predicate: "resistance", ampLevel: "B", observations: ["one"], ...changes });
const works = (changes: Partial<EvidenceRow> = {}): EvidenceRow =>
  makeEvidence({ ampLevel: "A", observations: ["one"], ...changes });

describe("resistance", () => {
  const blocks = (resistance: EvidenceRow, ...sensitivity: EvidenceRow[]): boolean =>
    findBlockingRows({ resistance: [resistance], sensitivity }).length > 0;

  test.each([
    ["A", true],
    ["B", true],
    ["C", false],
    ["D", false],
    [null, false],
  ] as const)("of level %s blocks: %s", (ampLevel, expected) => {
    expect(blocks(resists({ ampLevel }))).toBe(expected);
  });

  test("is outweighed by the same alteration alone, at a better level and named as exactly", () => {
    expect(blocks(resists(), works())).toBe(false);
    expect(blocks(resists(), works({ observations: ["one", "two"] }))).toBe(false);
    expect(blocks(resists(), works({ observations: ["two"] }))).toBe(true);
    expect(blocks(resists({ observations: ["one", "two"] }), works())).toBe(true);
    expect(blocks(resists(), works({ ampLevel: "B" }))).toBe(true);
    expect(blocks(resists(), works({ specificity: "gene" }))).toBe(true);
    expect(blocks(resists({ specificity: "gene" }), works({ specificity: "gene" }))).toBe(false);
  });
});

describe("a dispute of resistance", () => {
  const denies = (changes: Partial<EvidenceRow> = {}): EvidenceRow =>
    resists({ direction: "does not support", relation: "same", ...changes });

  test("is one in the tumor of the case that is as strong as every resistance", () => {
    expect(findDisputes([resists()], [denies()])).toHaveLength(1);
    expect(findDisputes([resists()], [denies({ ampLevel: "A" })])).toHaveLength(1);
    expect(findDisputes([resists()], [denies({ ampLevel: "C" })])).toEqual([]);
    expect(findDisputes([resists(), resists({ ampLevel: "A" })], [denies()])).toEqual([]);
    expect(findDisputes([resists()], [denies({ relation: "other" })])).toEqual([]);
    expect(findDisputes([], [denies()])).toEqual([]);
  });
});
