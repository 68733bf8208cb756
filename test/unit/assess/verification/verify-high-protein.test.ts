/** A protein that is high by a table, beside stains: a stain bears it out from the positive cut-off of its marker on. */
import { describe, expect, it } from "vitest";
import type { IhcResult } from "../../../../src/model/alteration.ts";
import { compareText } from "../../../../src/model/order.ts";
import { call, variant } from "../../match/constructed-case.ts";
import { copies, ish, stain, verify } from "./constructed-proteins.ts";

function high(gene: string) {
  return {
    ...variant(gene, "X1Y"),
    id: `expression:protein:${gene}:up`,
    label: `${gene} protein high`,
    alteration: { kind: "expression", gene, molecule: "protein", direction: "up" },
  } as const;
}

type Scored = readonly [gene: string, score: string, unit?: string];

const asStain = ([gene, score, unit]: Scored, parts: Partial<IhcResult> = {}) =>
  stain(gene, score, { ...(unit === undefined ? {} : { unit }), ...parts });

const named = (rows: readonly Scored[]) =>
  rows.map((scored) => [scored.join(" "), scored] as const);

const judge = (scored: Scored, beside: readonly ReturnType<typeof stain>[] = []) =>
  verify(high(scored[0]), {
    outliers: [call(scored[0], "up")],
    beside: [asStain(scored), ...beside],
  });

/** The stain does not support it; the table does, and both are told. */
const negative: readonly Scored[] = [
  ["ERBB2", "0"],
  ["ERBB2", "1+"],
  ["ERBB2", "negative"],
  ["ERBB2", "lost"],
  ["ESR1", "0"],
  ["ESR1", "0", "%"],
  ["ESR1", "<1", "%"],
  ["ESR1", "negative"],
  ["FOLR1", "0", "%"],
  ["CLDN18", "negative"],
  ["MET", "0"],
  ["CD274", "0"],
  ["CD274", "negative"],
  ["CD274", "lost"],
  ["CD274", "0", "TPS"],
  ["CD274", "<1", "TPS"],
  ["CD274", "0", "CPS"],
];

/** The stain finds some of the protein, and is not positive by a known cut-off. */
const open: readonly Scored[] = [
  ["ERBB2", "2+"],
  ["ERBB2", "30", "%"],
  ["FOLR1", "10", "%"],
  ["FOLR1", "74", "%"],
  ["FOLR1", "50-80", "%"],
  ["CLDN18", "1+"],
  ["CLDN18", "20", "%"],
  ["MET", "1+"],
  ["MET", "2+"],
  ["MET", "60", "%"],
  ["CD274", "1+"],
  ["ESR1", "2", "Allred"],
  ["PTEN", "retained"],
];

const positive: readonly Scored[] = [
  ["ERBB2", "3+"],
  ["ERBB2", "positive"],
  ["FOLR1", "75", "%"],
  ["FOLR1", ">=75", "%"],
  ["CLDN18", "90", "%"],
  ["CLDN18", "positive"],
  ["MET", "3+"],
  ["MET", "overexpressed"],
  ["ESR1", "1", "%"],
  ["ESR1", "90", "%"],
  ["ESR1", "200", "H-score"],
  ["PGR", "3", "Allred"],
  ["CD274", "1", "TPS"],
  ["CD274", "60", "TPS"],
  ["CD274", "positive"],
];

describe("two tables of a case that call one protein in opposite directions", () => {
  const both = [call("ERBB2", "up"), call("ERBB2", "down")];

  it("leave it discordant, with both told, unless a stain bears it out", () => {
    const { state, measurements } = verify(high("ERBB2"), { outliers: both });
    expect(state).toBe("discordant");
    expect(measurements.map(({ verdict }) => verdict ?? "").toSorted(compareText)).toEqual([
      "not supported",
      "verified",
    ]);
    const stained = verify(high("ERBB2"), {
      outliers: both,
      beside: [asStain(["ERBB2", "3+"])],
    });
    expect(stained.state).toBe("verified");
  });

  it("and likewise one that is low", () => {
    const low = {
      ...high("PTEN"),
      id: "expression:protein:PTEN:down",
      alteration: { ...high("PTEN").alteration, direction: "down" },
    } as const;
    const outliers = [call("PTEN", "down"), call("PTEN", "up")];
    expect(verify(low, { outliers }).state).toBe("discordant");
    expect(verify(low, { outliers: [call("PTEN", "down"), call("PTEN", "none")] }).state).toBe(
      "verified",
    );
  });
});

describe("a protein that is high against a cohort", () => {
  it.each(named(negative))("is discordant beside a stain that is negative: %s", (_, scored) => {
    const { state, reason, measurements } = judge(scored);
    expect([state, reason.code]).toEqual(["discordant", "measurements-differ"]);
    expect(measurements.find(({ assay }) => assay === "ihc")?.verdict).toBe("not supported");
  });

  it.each(named(open))("stays open below or without a cut-off: %s", (_, scored) => {
    const { state, observations } = judge(scored);
    expect(state).toBe("equivocal");
    expect(observations).toEqual([]);
  });

  it.each(named(positive))("is verified from the cut-off on: %s", (_, scored) => {
    const { state, measurements } = judge(scored);
    expect(state).toBe("verified");
    expect(measurements.find(({ assay }) => assay === "ihc")?.verdict).toBe("verified");
  });

  it.each([
    [[ish("ratio", 2.5), ish("copies", 6.4)], "verified"],
    [[ish("ratio", 1.2), ish("copies", 2.1)], "discordant"],
    [[], "equivocal"],
  ] as const)("beside HER2 2+ takes what in situ hybridization says: %#", (hybridized, state) => {
    expect(judge(["ERBB2", "2+"], [...hybridized]).state).toBe(state);
  });

  it("is said to be HER2-low beside 1+ to antibody-drug conjugates, which the stain itself stays", () => {
    const low = stain("ERBB2", "1+");
    const outliers = [call("ERBB2", "up")];
    const drugs = ["trastuzumab-deruxtecan"];
    const { state, reason } = verify(high("ERBB2"), { outliers, drugs, beside: [low] });
    expect(state).toBe("discordant");
    expect(reason.text).toContain("HER2-low");
    const own = verify(low, { outliers, drugs });
    expect([own.state, own.reason.code]).toEqual(["verified", "rule-m07"]);
  });

  it("is not supported by a row of several genes where the stain of the gene is weak", () => {
    const row = { ...call("ERBB2", "up"), group: ["ERBB2", "ERBB3"] };
    const of = (score: string) =>
      verify(high("ERBB2"), { outliers: [row], beside: [stain("ERBB2", score)] }).state;
    expect([of("0"), of("1+"), of("2+"), of("3+")]).toEqual([
      "not supported",
      "not supported",
      "equivocal",
      "verified",
    ]);
  });

  it("is verified where one stain of PD-L1 finds it and one of another antibody or score does not", () => {
    const found = { unit: "CPS", clone: "22C3" };
    const beside = [stain("CD274", "10", found)];
    expect(judge(["CD274", "0", "TPS"], beside).state).toBe("verified");
    const same = [stain("CD274", "10", found), stain("CD274", "0", found)];
    const outliers = [call("CD274", "up")];
    expect(verify(high("CD274"), { outliers, beside: same }).state).toBe("discordant");
  });
});

describe("an amplification", () => {
  it.each([
    ["90", "verified"],
    ["20", "not assessable"],
  ])("takes FOLR1 in %s %% of cells by the cut-off of the label: %s", (score, state) => {
    const beside = [stain("FOLR1", score, { unit: "%" })];
    expect(verify(copies("FOLR1", "amplification"), { beside }).state).toBe(state);
  });
});

describe("a stain of PD-L1 that is a finding itself", () => {
  it.each(["0", "negative", "lost"])("is not opposed by another antibody's %s", (score) => {
    const found = stain("CD274", "60", { unit: "TPS", clone: "22C3" });
    expect(verify(found, { beside: [stain("CD274", score)] }).state).toBe("verified");
  });
});
