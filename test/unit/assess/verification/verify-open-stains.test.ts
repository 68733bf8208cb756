/** Stains that leave open what they are asked, and stains of one protein that differ: neither ends as verified without a word. */
import { describe, expect, it } from "vitest";
import { findDifferingStainCaveats } from "../../../../src/assess/caveats/differing-stains.ts";
import { call, variant } from "../../match/constructed-case.ts";
import { copies, ish, stain, verify } from "./constructed-proteins.ts";

function outlier(gene: string, direction: "up" | "down") {
  return {
    ...variant(gene, "X1Y"),
    id: `expression:protein:${gene}:${direction}`,
    label: `${gene} protein ${direction === "up" ? "high" : "low"}`,
    alteration: { kind: "expression", gene, molecule: "protein", direction },
  } as const;
}

const pten = (score: string, unit = "%") => stain("PTEN", score, { unit });
const low = { outliers: [call("PTEN", "down")] };

describe("PTEN scored by H-score", () => {
  it.each([
    ["0", "verified", "counts as lost"],
    ["5", "verified", "1.7 to 5 % of cells are stained, and below 10 % of cells counts as lost"],
    ["<10", "verified", "less than 10 % of cells are stained"],
    ["2", "verified", "at most 2 % of cells are stained"],
    ["10", "equivocal", "3.3 to 10 % of cells are stained, and cut-offs of loss differ"],
    ["100", "equivocal", "at least 33.3 % of cells are stained"],
    ["149", "equivocal", "cut-offs of loss differ"],
    ["150", "not supported", "at least 50 % of cells are stained, and 50 % of cells or more"],
  ])("of %s takes a deletion by the bounds of its percentage: %s", (score, state, text) => {
    const verdict = verify(copies("PTEN", "homozygous-deletion"), {
      beside: [pten(score, "H-score")],
    });
    expect([verdict.state, verdict.reason.text]).toEqual([state, expect.stringContaining(text)]);
  });

  it("makes a target of its own where it is lost, and none where it is open", () => {
    expect(verify(pten("5", "H-score"), {}).reason.code).toBe("rule-v10");
    expect(verify(pten("60", "H-score"), {}).state).toBe("not informative");
  });

  it("leaves nothing open beside a percentage that decides and that it fits", () => {
    expect(verify(pten("8"), { beside: [pten("16", "H-score")] }).state).toBe("verified");
    expect(verify(pten("5"), { beside: [pten("60", "H-score")] }).state).toBe("equivocal");
    expect(verify(pten("5"), { beside: [pten("200", "H-score")] }).state).toBe("discordant");
  });
});

describe("a stain that leaves open whether a protein is lost", () => {
  it.each([
    ["a low protein", outlier("PTEN", "down")],
    ["a deletion", copies("PTEN", "homozygous-deletion")],
    ["one lost copy", copies("PTEN", "loss")],
    ["two copies of one parent", copies("PTEN", "copy-neutral-loh")],
    ["a truncation", variant("PTEN", "R130*", { term: "stop_gained" })],
    ["a missense change", variant("PTEN", "A79T")],
  ])("does not leave %s to the table", (_, alteration) => {
    const { state, reason, observations } = verify(alteration, { ...low, beside: [pten("30")] });
    expect(state).toBe("equivocal");
    expect(reason.text).toContain("PTEN IHC 30 %, where cut-offs of loss differ");
    expect(observations).toEqual([]);
    expect(verify(alteration, { ...low, beside: [pten("5")] }).state).toMatch(/verified|supported/);
  });

  it("is told beside another one that finds it lost", () => {
    const { state, reason } = verify(pten("5"), { beside: [pten("30")] });
    expect([state, reason.code]).toEqual(["equivocal", "rule-m35"]);
    expect(reason.text).toContain("PTEN IHC 5 %, where below 10 %");
    expect(reason.text).toContain("PTEN IHC 30 %, where cut-offs");
  });

  it("leaves a high protein open as well, and one of PD-L1 beside another that finds it does not", () => {
    const open = stain("ESR1", "0-5", { unit: "%" });
    const outliers = [call("ESR1", "up"), call("CD274", "up")];
    expect(verify(outlier("ESR1", "up"), { outliers, beside: [open] }).state).toBe("equivocal");
    const found = stain("CD274", "60", { unit: "TPS", clone: "22C3" });
    const other = stain("CD274", "0-5", { unit: "TPS", clone: "SP142" });
    const high = outlier("CD274", "up");
    expect(verify(high, { outliers, beside: [found, other] }).state).toBe("verified");
    expect(verify(high, { outliers, beside: [found, stain("CD274", "1+")] }).state).toBe(
      "verified",
    );
    const none = stain("CD274", "0", { unit: "TPS", clone: "22C3" });
    expect(verify(none, { beside: [other] }).state).toBe("verified");
  });

  it("is no intensity of a receptor whose percentage is positive", () => {
    const beside = [stain("ESR1", "90", { unit: "%" }), stain("ESR1", "2+")];
    const outliers = [call("ESR1", "up")];
    expect(verify(outlier("ESR1", "up"), { outliers, beside }).state).toBe("verified");
  });
});

describe("HER2 of 2+", () => {
  const strong = stain("ERBB2", "3+");
  const weak = stain("ERBB2", "2+");
  const positive = [ish("ratio", 2.5), ish("copies", 6.4)];
  const negative = [ish("ratio", 1.2), ish("copies", 2.1)];
  const findings = [
    ["a stain of 3+", strong],
    ["an amplification", copies("ERBB2", "amplification")],
    ["a high protein", outlier("ERBB2", "up")],
  ] as const;

  it.each(findings)("beside 3+ leaves %s open until it is hybridized", (_, finding) => {
    const outliers = [call("ERBB2", "up")];
    const of = (...beside: Parameters<typeof verify>[0][]) =>
      verify(finding, { outliers, beside: [strong, weak, ...beside.flat()] });
    const { state, reason } = of();
    expect(state).toBe("equivocal");
    expect(reason.text).toContain("HER2 IHC 2+; 2+ is equivocal");
    expect(reason.text).toContain("HER2 IHC 3+; ");
    expect(of(positive).state).toBe("verified");
    expect(of(negative).state).toBe("discordant");
  });

  it("is equivocal as a target, and what in situ hybridization says", () => {
    const of = (...beside: Parameters<typeof verify>[0][]) =>
      verify(weak, { beside: beside.flat() });
    expect([of().state, of().reason.code]).toEqual(["equivocal", "rule-m37"]);
    expect(of(positive).state).toBe("verified");
    expect(of(negative).reason.text).toContain("HER2-low");
    expect(of(negative).state).toBe("verified");
  });

  it("leaves 1+ open, which is HER2-low only where 2+ is not amplified", () => {
    const faint = stain("ERBB2", "1+");
    expect(verify(faint, { beside: [weak] }).state).toBe("equivocal");
    expect(verify(faint, { beside: [weak, ...negative] }).state).toBe("verified");
  });
});

describe("HER2 of 1+ beside a high protein", () => {
  const faint = stain("ERBB2", "1+");
  const seen = { outliers: [call("ERBB2", "up")], drugs: ["trastuzumab-deruxtecan"] };

  it("verifies the row that rests on it, which says so, and no table is said to bear it out", () => {
    const others = [outlier("ERBB2", "up")];
    const { state, reason, measurements } = verify(faint, { ...seen, others });
    expect(state).toBe("verified");
    expect(reason.text).toMatch(
      /^The verdict is that on HER2 1\+, on which the level rests\. HER2 1\+ \(verified\): .* ERBB2 protein high \(discordant\): /,
    );
    const table = measurements.find((each) => each.assay === "protein");
    expect([table?.alteration, table?.verdict, table?.rule]).toEqual([
      faint.id,
      "not informative",
      "M38",
    ]);
  });

  it("does not where the level rests on both", () => {
    expect(verify([faint, outlier("ERBB2", "up")], seen).state).toBe("discordant");
  });
});

describe("rows of one stain that differ", () => {
  const [many, few] = [stain("ESR1", "90", { unit: "%" }), stain("ESR1", "5", { unit: "%" })];
  const known = new Map([many, few].map((each) => [each.id, each]));

  it("are a caveat of a target that counts one of them", () => {
    const found = findDifferingStainCaveats(
      { state: "verified", observations: [many.id] },
      [many],
      known,
    );
    expect(found).toEqual([
      {
        code: "stains-differ",
        text: "Rows of one stain of ESR1 state different results, 90 % (ihc.csv, line 2), 5 % (ihc.csv, line 2), and this target counts ESR1 90.",
      },
    ]);
  });

  it("are none of another target, and of one whose verdict tells both", () => {
    const seen = { state: "verified" as const, observations: [] };
    expect(findDifferingStainCaveats(seen, [stain("ERBB2", "3+")], known)).toEqual([]);
    expect(findDifferingStainCaveats({ ...seen, state: "discordant" }, [many], known)).toEqual([]);
    expect(findDifferingStainCaveats(seen, [many], new Map([[many.id, many]]))).toEqual([]);
  });
});
