import { expect, test } from "vitest";
import { findMatches } from "../../../src/match/find-matches.ts";
import { buildIndex } from "../../../src/knowledgebase/index/build-index.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { inputNeeds } from "../../../src/model/alteration.ts";
import { diseases, statement } from "../match/constructed-case.ts";
import { observe, run } from "./make-observation.ts";

const breakpoint = {
  type: "other-assay",
  gene: "ALK",
  assay: "breakpoint of a fusion",
  detail: "E6;A20",
} as const;

const fusion = (fivePrime: string) =>
  observe({ kind: "fusion", fivePrime, threePrime: "ALK", inFrame: true }, "ALK", fivePrime);

function match(
  constraints: readonly Constraint[],
  seen: Parameters<typeof findMatches>[0]["observations"],
) {
  const statements = [statement({ id: "S1", gene: "ALK", constraints })];
  const genes = new Map();
  const index = buildIndex({ statements, otherStatements: [], genes } as never);
  const facts = {
    observations: seen,
    available: new Set(inputNeeds.filter((need) => need !== "other-assay")),
    caseDisease: null,
    assembly: null,
  };
  return findMatches(facts, { statements, diseases }, index);
}

test("nothing that is seen meets it", () => {
  expect(run(breakpoint, fusion("EML4")).state).not.toBe("met");
});

test("a case with every input leaves it open, and says what would settle it", () => {
  const { met, undetermined } = match([breakpoint], []);
  expect(met).toEqual([]);
  expect(undetermined).toMatchObject([{ missing: ["other-assay"] }]);
});

test("with a part that can be decided it is open only where that part is met", () => {
  const both: Constraint[] = [{ type: "fusion", fivePrime: "EML4", threePrime: "ALK" }, breakpoint];
  expect(match(both, [fusion("EML4")])).toMatchObject({ met: [], undetermined: [{}] });
  expect(match(both, [fusion("KIF5B")])).toMatchObject({ met: [], undetermined: [], unmet: [{}] });
});
