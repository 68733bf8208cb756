import { describe, expect, test } from "vitest";
import type { GeneBreak } from "../../../../src/annotate/structural/gene-break.ts";
import { judgeFrame } from "../../../../src/annotate/structural/judge-frame.ts";
import { gene } from "../models/small-gene.ts";

type Side = readonly [codingBefore: number, isExonic: boolean];

const genesBreak = ([codingBefore, isExonic]: Side): GeneBreak => ({
  gene: "GENE",
  transcript: gene,
  at: 0,
  keeps: "start",
  isExonic,
  codingBefore,
  codingLength: 300,
});

describe("the frame where two genes are joined", () => {
  test.each([
    // molecule, 5' partner, 3' partner, bases inserted, frame
    ["rna", [30, true], [60, true], null, true],
    ["rna", [31, true], [60, true], null, false],
    // An RNA breakpoint in an intron is no junction of exons: it tells no frame.
    ["rna", [30, false], [60, false], null, null],
    ["rna", [30, true], [60, false], null, null],
    // What is inserted counts in DNA alone, and there between two exons.
    ["rna", [30, true], [60, true], 1, true],
    ["dna", [30, false], [60, false], 1, true],
    ["dna", [31, false], [60, false], null, false],
    ["dna", [30, true], [60, true], 0, true],
    ["dna", [30, true], [60, true], 1, false],
    ["dna", [29, true], [60, true], 1, true],
    ["dna", [30, true], [60, true], null, null],
    ["dna", [30, true], [60, false], 0, null],
    ["dna", [30, false], [60, true], 0, null],
    // Behind the stop codon of the 5' partner nothing is translated, and behind that of the 3' partner there is no frame.
    ["dna", [300, false], [60, false], null, false],
    ["dna", [30, false], [300, false], null, null],
  ] as const)(
    "of %s, %j and %j with %j inserted is %j",
    (molecule, first, second, inserted, inFrame) => {
      const frame = judgeFrame(genesBreak(first), genesBreak(second), { molecule, inserted });
      expect(frame).toEqual({ inFrame });
    },
  );

  test.each([
    [0, 60],
    [30, 0],
  ])("is none where a promoter changes: %j and %j coding bases", (before, behind) => {
    const frame = judgeFrame(genesBreak([before, false]), genesBreak([behind, false]), {
      molecule: "dna",
      inserted: null,
    });
    expect(frame).toEqual({ inFrame: null, promoterSwap: true });
  });
});
