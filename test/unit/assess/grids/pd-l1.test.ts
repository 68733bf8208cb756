import { describe, expect, it } from "vitest";
import {
  combinedPositiveScore,
  judgePdL1,
  tumorProportionScore,
} from "../../../../src/assess/grids/pd-l1.ts";

describe("PD-L1 scores", () => {
  it("counts tumor cells for TPS and immune cells besides for CPS", () => {
    const counts = { tumorPositive: 30, immunePositive: 25, tumorCells: 100 };
    expect(tumorProportionScore(counts)).toBe(30);
    expect(combinedPositiveScore(counts)).toBe(55);
  });

  it("caps CPS at 100", () => {
    const counts = { tumorPositive: 90, immunePositive: 40, tumorCells: 100 };
    expect(combinedPositiveScore(counts)).toBe(100);
  });

  it("has no score without tumor cells", () => {
    const counts = { tumorPositive: 0, immunePositive: 4, tumorCells: 0 };
    expect(tumorProportionScore(counts)).toBeNull();
    expect(combinedPositiveScore(counts)).toBeNull();
  });
});

describe("a PD-L1 score at a cut-off", () => {
  const cutOff = { score: "TPS", from: 50, clone: "22C3" } as const;

  it("is positive from the cut-off on", () => {
    const at = (value: number) => judgePdL1({ score: "TPS", value, clone: "22C3" }, cutOff).state;
    expect([at(49.9), at(50), at(100)]).toEqual(["negative", "positive", "positive"]);
  });

  it.each(["22C3", "22c3 pharmDx", "Dako 22C3 pharmDx", "PD-L1 (22C3)"])(
    "knows the antibody as %s",
    (clone) => {
      expect(judgePdL1({ score: "TPS", value: 60, clone }, cutOff).state).toBe("positive");
    },
  );

  it.each(["SP142", "SP263", "28-8", "122C3"])("is not compared with %s", (clone) => {
    const { state, text } = judgePdL1({ score: "TPS", value: 60, clone }, cutOff);
    expect(state).toBe("not assessable");
    expect(text).toContain(clone);
    expect(text).toContain("22C3");
  });

  it("is not compared across scores, nor without the name of the antibody", () => {
    const other = judgePdL1({ score: "CPS", value: 60, clone: "22C3" }, cutOff);
    const unnamed = judgePdL1({ score: "TPS", value: 60, clone: null }, cutOff);
    expect([other.state, unnamed.state]).toEqual(["not assessable", "not assessable"]);
  });
});
