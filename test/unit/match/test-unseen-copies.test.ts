import { describe, expect, test } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { findMatches } from "../../../src/match/find-matches.ts";
import type { CaseFacts } from "../../../src/match/match.ts";
import type { CopyNumberAlteration } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { diseases, index, statement, variant } from "./constructed-case.ts";

const gene = "BRAF";

function copies(more: Partial<CopyNumberAlteration>): Observation {
  const alteration = { kind: "copy-number", gene, change: "loss", copies: 1, ...more } as const;
  return {
    id: `copy-number:${gene}:${alteration.change}`,
    label: `${gene} ${alteration.change}`,
    gene,
    alteration,
    support: { kind: "copies", copies: 1, minorCopies: null, log2Ratio: null, rule: null },
    provenance: { file: "segments.tsv", line: 2, sample: null },
  };
}

/** The state of one statement and the code of its reason, for a case with variants and copy numbers. */
function judge(
  constraint: Constraint,
  observations: readonly Observation[],
  covered: CaseFacts["covered"],
): { state: string; reason: string | undefined; observations: readonly string[] } {
  const found = findMatches(
    {
      observations,
      available: new Set(["small-variants", "protein-annotation", "copy-number"]),
      caseDisease: null,
      assembly: "GRCh37",
      covered,
    },
    { statements: [statement({ id: "S1", gene, constraints: [constraint] })], diseases },
    index,
  );
  const [match] = [...found.met, ...found.undetermined];
  return {
    state: match?.state ?? "unmet",
    reason: match?.reason.code ?? found.unmet[0]?.reason.code,
    observations: match?.observations ?? [],
  };
}

const alleles = new Map([[gene, { hasAlleles: true, isAdjusted: true }]]);
const totals = new Map([[gene, { hasAlleles: false, isAdjusted: true }]]);
const nowhere = new Map<string, { hasAlleles: boolean; isAdjusted: boolean }>();

const amplification: Constraint = { type: "copy-number", gene, change: "amplification" };
const lossOfFunction: Constraint = { type: "consequence", gene, class: "loss-of-function" };
const heterozygosity: Constraint = {
  type: "other-assay",
  gene,
  assay: "loss of heterozygosity",
};
const secondHit: Constraint = { type: "other-assay", gene, assay: "second hit" };
const stop = variant(gene, "R100*", { term: "stop_gained" });

describe("a gene of which no change of copies was seen", () => {
  test.each([
    ["amplification", amplification],
    ["loss of function", lossOfFunction],
    ["loss of heterozygosity", heterozygosity],
  ])("is open about %s where nothing covers it", (_name, constraint) => {
    expect(judge(constraint, [], nowhere)).toMatchObject({
      state: "undetermined",
      reason: "copy-number-not-covered",
    });
  });

  test("is not amplified, nor deleted, where it is covered", () => {
    expect(judge(amplification, [], totals).state).toBe("unmet");
    expect(judge(lossOfFunction, [], totals).state).toBe("unmet");
  });

  test("has kept both alleles only where they are told apart", () => {
    expect(judge(heterozygosity, [], alleles).state).toBe("unmet");
    expect(judge(heterozygosity, [], totals)).toMatchObject({
      state: "undetermined",
      reason: "alleles-not-told-apart",
    });
  });

  test("may have a second hit of another kind all the same", () => {
    expect(judge(secondHit, [], alleles)).toMatchObject({
      state: "undetermined",
      reason: "second-hit-not-shown",
    });
  });
});

describe("the loss of an allele", () => {
  const lost = copies({ oneAlleleLost: true });
  const loh = copies({ change: "copy-neutral-loh", copies: 2, oneAlleleLost: true });

  test("is a loss of heterozygosity, copy-neutral where the statement asks for it", () => {
    expect(judge(heterozygosity, [lost], alleles).state).toBe("met");
    const neutral = { ...heterozygosity, detail: "COPY-NEUTRAL LOSS OF HETEROZYGOSITY" } as const;
    expect(judge(neutral, [lost], alleles).state).toBe("unmet");
    expect(judge(neutral, [loh], alleles).state).toBe("met");
  });

  test("alone never meets a loss of function", () => {
    expect(judge(lossOfFunction, [lost], alleles).state).toBe("unmet");
    expect(judge(lossOfFunction, [loh], alleles).state).toBe("unmet");
  });

  test("joins a truncating variant as its second hit", () => {
    const both: Constraint = { type: "all", constraints: [lossOfFunction, secondHit] };
    expect(judge(lossOfFunction, [stop, lost], alleles)).toEqual({
      state: "met",
      reason: "consequence-in-gene",
      observations: [lost.id, stop.id],
    });
    expect(judge(both, [stop, loh], alleles).state).toBe("met");
    expect(judge(both, [stop], alleles).state).toBe("undetermined");
    expect(judge(both, [lost], alleles).state).toBe("unmet");
  });

  test("does not join where it is not known, or is of a part of the gene", () => {
    const open = copies({});
    const part = copies({ oneAlleleLost: true, part: { share: 0.2, coding: null } });
    for (const beside of [open, part]) {
      expect(judge(lossOfFunction, [stop, beside], alleles).observations).toEqual([stop.id]);
    }
  });

  test("is complete where both copies are deleted", () => {
    const deleted = copies({ change: "homozygous-deletion", copies: 0, oneAlleleLost: true });
    const both: Constraint = { type: "all", constraints: [lossOfFunction, secondHit] };
    expect(judge(both, [deleted], alleles).state).toBe("met");
    expect(judge(heterozygosity, [deleted], alleles).state).toBe("unmet");
  });
});
