import { describe, expect, it } from "vitest";
import { judgeHer2 } from "../../../src/constraints/her2-status.ts";

/** IHC score, HER2 to CEP17 ratio, HER2 copies, and what ASCO/CAP make of them. */
const grid: readonly [0 | 1 | 2 | 3 | null, number | null, number | null, string][] = [
  [null, null, null, "not assessable"],
  [0, null, null, "negative"],
  [1, null, null, "negative"],
  [2, null, null, "equivocal"],
  [3, null, null, "positive"],
  [0, 2.0, 4.0, "positive"],
  [0, 2.5, 3.9, "negative"],
  [0, 1.99, 6.0, "negative"],
  [0, 1.9, 5.99, "negative"],
  [0, 1.9, 4.0, "negative"],
  [0, 1.9, 3.99, "negative"],
  [0, 1.2, 2.1, "negative"],
  [1, 2.0, 4.0, "positive"],
  [1, 2.5, 3.9, "negative"],
  [1, 1.99, 6.0, "negative"],
  [1, 1.9, 5.99, "negative"],
  [1, 1.9, 4.0, "negative"],
  [1, 1.9, 3.99, "negative"],
  [1, 1.2, 2.1, "negative"],
  [2, 2.0, 4.0, "positive"],
  [2, 2.5, 3.9, "negative"],
  [2, 1.99, 6.0, "positive"],
  [2, 1.9, 5.99, "negative"],
  [2, 1.9, 4.0, "negative"],
  [2, 1.9, 3.99, "negative"],
  [2, 1.2, 2.1, "negative"],
  [3, 2.0, 4.0, "positive"],
  [3, 2.5, 3.9, "positive"],
  [3, 1.99, 6.0, "positive"],
  [3, 1.9, 5.99, "positive"],
  [3, 1.9, 4.0, "positive"],
  [3, 1.9, 3.99, "discordant"],
  [3, 1.2, 2.1, "discordant"],
  [null, null, 6.0, "positive"],
  [null, null, 5.9, "equivocal"],
  [null, null, 4.0, "equivocal"],
  [null, null, 3.9, "negative"],
];

describe("HER2 by the groups of ASCO/CAP", () => {
  it.each(grid)("takes IHC %s, ratio %s and %s copies for %s", (ihc, ratio, copies, state) => {
    expect(judgeHer2({ ihc, ratio, copies }).state).toBe(state);
  });

  it("holds 37 cases", () => {
    expect(grid).toHaveLength(37);
  });

  it.each([
    [2.0, 4.0, 1],
    [2.0, 3.99, 2],
    [1.99, 6.0, 3],
    [1.99, 5.99, 4],
    [1.99, 3.99, 5],
  ])("puts ratio %s with %s copies into group %s", (ratio, copies, group) => {
    expect(judgeHer2({ ihc: 2, ratio, copies }).group).toBe(group);
  });

  it("decides 4 to below 6 copies of one probe by IHC 3+ only", () => {
    const states = ([null, 0, 1, 2, 3] as const).map(
      (ihc) => judgeHer2({ ihc, ratio: null, copies: 5 }).state,
    );
    expect(states).toEqual(["equivocal", "equivocal", "equivocal", "equivocal", "positive"]);
  });

  it("does not take IHC 3+ and too few copies of one probe for an answer", () => {
    expect(judgeHer2({ ihc: 3, ratio: null, copies: 2 }).state).toBe("discordant");
  });

  it("takes the word of the laboratory where its counts leave the answer open", () => {
    const status = judgeHer2({ ihc: 2, ratio: null, copies: 4.5, word: "negative" });
    expect(status).toMatchObject({ state: "negative", isLow: true });
    expect(judgeHer2({ ihc: 2, ratio: null, copies: 4.5, word: "positive" }).state).toBe(
      "positive",
    );
    expect(judgeHer2({ ihc: 2, ratio: null, copies: 7, word: "negative" }).state).toBe(
      "discordant",
    );
  });

  it("leaves groups 2 to 4 open without IHC", () => {
    expect(judgeHer2({ ihc: null, ratio: 2.5, copies: 3.9 }).state).toBe("equivocal");
    expect(judgeHer2({ ihc: null, ratio: 1.2, copies: 6 }).state).toBe("equivocal");
    expect(judgeHer2({ ihc: null, ratio: 1.2, copies: 5 }).state).toBe("equivocal");
    expect(judgeHer2({ ihc: null, ratio: 1.2, copies: 2 }).state).toBe("negative");
  });

  it("calls 1+ and 2+ without amplification HER2-low, and nothing else", () => {
    expect(judgeHer2({ ihc: 1, ratio: null, copies: null }).isLow).toBe(true);
    expect(judgeHer2({ ihc: 2, ratio: 1.2, copies: 2.1 }).isLow).toBe(true);
    expect(judgeHer2({ ihc: 2, ratio: null, copies: null }).isLow).toBe(false);
    expect(judgeHer2({ ihc: 0, ratio: 1.2, copies: 2.1 }).isLow).toBe(false);
    expect(judgeHer2({ ihc: 1, ratio: 2.2, copies: 5 }).isLow).toBe(false);
  });
});
