/** The HER2 of a case from all of its rows (spec, clinical R8: ASCO/CAP, groups 1 to 5, and one probe). */
import { describe, expect, test } from "vitest";
import { readHer2 } from "../../../src/constraints/read-her2.ts";
import type { IhcResult } from "../../../src/model/alteration.ts";
import { stain } from "../assess/verification/constructed-proteins.ts";

const grade = (score: string, gene = "ERBB2"): IhcResult => stain(gene, score).alteration;
const count = (unit: "ratio" | "copies", score: string): IhcResult =>
  stain("ERBB2", score, { unit, assay: "FISH" }).alteration;
const word = (score: "positive" | "negative"): IhcResult =>
  stain("ERBB2", score, { assay: "FISH" }).alteration;

const read = (...rows: readonly IhcResult[]) => {
  const { state, ihc, isAmplified, differs } = readHer2(rows);
  return { state, ihc, isAmplified, differs };
};

describe("the HER2 of a case", () => {
  test.each([
    ["IHC 3+ alone", [grade("3+")], "positive", false],
    [
      "IHC 3+ beside the names of both assays",
      [stain("ERBB2", "3+", { assay: "IHC and FISH" }).alteration],
      "positive",
      false,
    ],
    ["IHC 2+ alone", [grade("2+")], "equivocal", false],
    ["IHC 1+ alone", [grade("1+")], "negative", false],
    ["group 1", [grade("2+"), count("ratio", "2.3"), count("copies", "6.4")], "positive", true],
    [
      "group 2 with 3+",
      [grade("3+"), count("ratio", "2.3"), count("copies", "3.1")],
      "positive",
      false,
    ],
    [
      "group 3 with 2+",
      [grade("2+"), count("ratio", "1.8"), count("copies", "6.4")],
      "positive",
      true,
    ],
    [
      "group 4 with 3+",
      [grade("3+"), count("ratio", "1.8"), count("copies", "4.5")],
      "positive",
      false,
    ],
    [
      "group 5 with 3+",
      [grade("3+"), count("ratio", "1.1"), count("copies", "2.2")],
      "discordant",
      false,
    ],
    ["6 copies of one probe", [count("copies", "6")], "positive", true],
    ["3.9 copies of one probe", [count("copies", "3.9")], "negative", false],
    ["a positive word", [word("positive")], "positive", true],
    ["a negative word beside 1+", [grade("1+"), word("negative")], "negative", false],
    ["a negative word beside 3+", [grade("3+"), word("negative")], "discordant", false],
  ] as const)("of %s", (_, rows, state, isAmplified) => {
    expect(read(...rows)).toMatchObject({ state, isAmplified, differs: false });
  });

  test("is not read from the rows of another gene", () => {
    expect(read(grade("3+", "EGFR"), grade("1+"))).toMatchObject({ state: "negative", ihc: 1 });
  });

  test("has no count where two rows of one kind differ", () => {
    const twice = read(grade("3+"), count("copies", "6.4"), count("copies", "2"));
    expect(twice).toEqual({ state: "positive", ihc: 3, isAmplified: false, differs: true });
    expect(read(grade("1+"), word("positive"), word("negative"))).toMatchObject({
      isAmplified: false,
      differs: true,
    });
    expect(read(count("copies", "6.4"), count("copies", "6.4")).differs).toBe(false);
  });

  test("of stains that differ is what all of them come to, and else none", () => {
    expect(read(grade("0"), grade("1+"))).toMatchObject({ state: "negative", ihc: null });
    expect(["positive", "negative"]).not.toContain(read(grade("1+"), grade("3+")).state);
    expect(readHer2([grade("0"), grade("1+")]).isLow).toBe(false);
    expect(readHer2([grade("1+")]).isLow).toBe(true);
  });
});
