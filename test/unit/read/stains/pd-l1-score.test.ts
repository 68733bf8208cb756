import { describe, expect, it } from "vitest";
import {
  combinedPositiveScore,
  tumorProportionScore,
} from "../../../../src/read/stains/pd-l1-score.ts";

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
