import { describe, expect, it } from "vitest";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { findMatches } from "../../../src/match/find-matches.ts";
import { foldNotAssessed } from "../../../src/match/not-assessed.ts";
import { diseases, index, statement, variant } from "./constructed-case.ts";

function fold(parts: Parameters<typeof statement>[0][]) {
  const { undetermined } = findMatches(
    {
      observations: [variant("BRAF", "V600E")],
      available: new Set(["small-variants", "protein-annotation"]),
      caseDisease: null,
      assembly: "GRCh37",
    },
    { statements: parts.map(statement), diseases },
    index,
  );
  return foldNotAssessed(undetermined);
}

const amplification = (gene: string): Constraint => ({
  type: "copy-number",
  gene,
  change: "amplification",
});

describe("what is not assessed", () => {
  it("is one entry per missing input, with the statements and the genes that hang on it", () => {
    const entries = fold([
      { id: "S1", gene: "MET", constraints: [amplification("MET")] },
      { id: "S2", gene: "ERBB2", constraints: [amplification("ERBB2")] },
      { id: "S3", gene: "ERBB2", constraints: [amplification("ERBB2")] },
      { id: "S4", gene: "ALK", constraints: [{ type: "fusion", gene: "ALK" }] },
      { id: "S5", gene: "KRAS", constraints: [{ type: "wild-type", gene: "KRAS" }] },
      { id: "S6", origin: "germline" },
    ]);
    expect(entries.map(({ code, statements, genes }) => [code, statements, genes])).toEqual([
      ["no-callability", 1, ["KRAS"]],
      ["no-copy-number-input", 3, ["ERBB2", "MET"]],
      ["no-fusion-input", 1, ["ALK"]],
      ["origin-germline", 1, ["BRAF"]],
    ]);
    expect(entries.every((entry) => entry.reason !== "" && entry.settledBy !== "")).toBe(true);
  });

  it("counts a statement under each input that it hangs on", () => {
    const entries = fold([
      {
        id: "S1",
        constraints: [amplification("BRAF"), { type: "fusion", gene: "ALK" }],
      },
    ]);
    expect(entries.map((entry) => entry.code)).toEqual(["no-copy-number-input", "no-fusion-input"]);
  });

  it("leaves out what another part rules out", () => {
    const unmet: Constraint = { type: "protein-change", gene: "BRAF", change: "V600K" };
    expect(fold([{ id: "S1", constraints: [amplification("BRAF"), unmet] }])).toEqual([]);
  });

  it("keeps a reason apart that has no entry of its own", () => {
    const [entry] = foldNotAssessed([
      {
        statement: statement({ id: "S1" }),
        state: "undetermined",
        specificity: "gene",
        observations: [],
        reason: { code: "copies-equivocal", text: "4 copies" },
        relation: "same",
        missing: [],
        notCovered: [],
      },
    ]);
    expect(entry).toMatchObject({ code: "copies-equivocal", statements: 1, genes: ["BRAF"] });
  });
});
