import { describe, expect, test } from "vitest";
import type { Constraint } from "../../../../src/constraints/constraints.ts";
import { call, outlier, statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";
import { copies, stain } from "../verification/constructed-proteins.ts";

const present = (gene: string): Constraint => ({
  type: "expression",
  gene,
  molecule: "any",
  direction: "present",
});

/** What CIViC EID955 says: trastuzumab in HER2-positive breast cancer that kept PTEN, at level B. */
const kept = statement({
  id: "S1",
  gene: "PTEN",
  variant: "expression",
  constraints: [present("PTEN")],
  drugs: ["trastuzumab"],
  level: "B",
});
const amplification = statement({
  id: "S2",
  gene: "ERBB2",
  variant: "amplification",
  constraints: [{ type: "copy-number", gene: "ERBB2", change: "amplification" }],
  drugs: ["trastuzumab"],
  level: "A",
});
const retained = stain("PTEN", "retained");

describe("a tumor suppressor in its normal state", () => {
  test("ranks no drug by itself, and says what the statement means", () => {
    const { targets, notAssessed, findings } = assess({
      statements: [kept],
      observations: [retained],
    });
    expect(targets).toEqual([]);
    expect(notAssessed).toMatchObject([
      {
        code: "normal-state-only",
        what: "Benefit from Trastuzumab",
        statements: 1,
        genes: ["PTEN"],
      },
    ]);
    expect(findings.flatMap(({ statements }) => statements)).toEqual(["S1"]);
  });

  test("is evidence beside the target of the drug, and moves no level", () => {
    const { targets, notAssessed } = assess({
      statements: [kept, amplification],
      observations: [retained, copies("ERBB2", "amplification")],
    });
    expect(targets.map(({ amp }) => amp.level)).toEqual(["A"]);
    const row = targets[0]?.evidence.find(({ statement: id }) => id === "S1");
    expect(row).toMatchObject({ ampLevel: null, ampReason: { code: "normal-state" } });
    expect(notAssessed).toEqual([]);
  });

  test("is no context where it is lost, where the gene is an oncogene, or where resistance is claimed", () => {
    const lost = statement({
      id: "S3",
      gene: "PTEN",
      variant: "loss",
      constraints: [{ ...present("PTEN"), direction: "absent" } as Constraint],
      drugs: ["capivasertib"],
    });
    const found = assess({ statements: [lost], observations: [stain("PTEN", "lost")] });
    expect(found.targets.map(({ amp }) => amp.level)).toEqual(["A"]);
    const oncogene = statement({
      id: "S4",
      gene: "EGFR",
      variant: "expression",
      constraints: [present("EGFR")],
      drugs: ["cetuximab"],
      level: "B",
    });
    const high = assess({ statements: [oncogene], observations: [stain("EGFR", "2+")] });
    expect(high.targets.map(({ amp }) => amp.level)).toEqual(["B"]);
    const resistance = { ...kept, id: "S5", predicate: "resistance" } as const;
    expect(assess({ statements: [resistance], observations: [retained] }).blocked).toHaveLength(1);
  });

  test("is told also where it was measured as a high protein", () => {
    const up = {
      ...variant("PTEN", "X1Y"),
      id: "expression:protein:PTEN:up",
      label: "PTEN protein high",
      alteration: { kind: "expression", gene: "PTEN", molecule: "protein", direction: "up" },
    } as const;
    const outliers = [call("PTEN", "up")];
    expect(assess({ statements: [kept], observations: [up], outliers }).targets).toEqual([]);
  });
});

describe("a protein that is there", () => {
  const akt2 = statement({
    id: "S7",
    gene: "AKT2",
    variant: "expression",
    constraints: [present("AKT2")],
    drugs: ["trastuzumab"],
    level: "B",
  });
  const of = (given: Parameters<typeof assess>[0]["statements"][number], score: string) =>
    assess({ statements: [given], observations: [stain(given.gene, score)] });

  test("ranks no drug that acts on another protein, whatever its gene is", () => {
    for (const score of ["retained", "positive", "1+", "2+"]) {
      const { targets, notAssessed } = of(akt2, score);
      expect(targets).toEqual([]);
      expect(notAssessed).toMatchObject([{ code: "normal-state-only", genes: ["AKT2"] }]);
    }
  });

  test("is more than that where it is strong, or high against a cohort", () => {
    expect(of(akt2, "3+").targets.map(({ amp }) => amp.level)).toEqual(["B"]);
    const up = assess({
      statements: [akt2],
      observations: [outlier("AKT2", "up")],
      outliers: [call("AKT2", "up")],
    });
    expect(up.targets.map(({ amp }) => amp.level)).toEqual(["B"]);
  });

  test("is worth level C where it is not known what the drug acts on", () => {
    const unknown = { ...akt2, therapy: { ...akt2.therapy, drugs: [{ id: "new", name: "New" }] } };
    const { targets } = of(unknown, "positive");
    expect(targets.map(({ amp }) => amp.level)).toEqual(["C"]);
    expect(targets[0]?.evidence[0]?.ampReason.text).toContain("states no cut-off of AKT2");
  });

  test("blocks no drug, and is told as weak resistance", () => {
    const resistance = { ...akt2, predicate: "resistance" } as const;
    const { blocked } = of(resistance, "positive");
    expect(blocked).toMatchObject([{ kind: "resistance evidence" }]);
    expect(blocked[0]?.evidence[0]?.ampLevel).toBe("C");
    expect(of(resistance, "3+").blocked).toMatchObject([{ kind: "blocked" }]);
  });
});

test("a statement about expression of PD-L1 without a cut-off is worth level C at most, and says why", () => {
  const pdl1 = statement({
    id: "S6",
    gene: "CD274",
    variant: "expression",
    constraints: [present("CD274")],
    drugs: ["pembrolizumab"],
    level: "B",
  });
  const { targets } = assess({
    statements: [pdl1],
    observations: [stain("CD274", "1", { unit: "TPS", clone: "22C3" })],
  });
  expect(targets.map(({ amp }) => amp.level)).toEqual(["C"]);
  expect(targets[0]?.evidence[0]?.ampReason.text).toContain("states no cut-off of PD-L1");
  const negative = stain("CD274", "<1", { unit: "TPS", clone: "22C3" });
  expect(assess({ statements: [pdl1], observations: [negative] }).targets).toEqual([]);
});
