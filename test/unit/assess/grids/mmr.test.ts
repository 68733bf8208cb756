import { describe, expect, it } from "vitest";
import { compareMmrToMsi } from "../../../../src/assess/grids/mmr-against-msi.ts";
import {
  fitsMmrGene,
  type MmrProtein,
  mmrProteins,
  readMmrPattern,
} from "../../../../src/assess/grids/mmr-pattern.ts";

/** The 15 patterns of loss among 703 tumors (PMC9923021, table 2). */
const patterns: readonly [string, "typical" | "atypical", number][] = [
  ["MLH1/PMS2", "typical", 265],
  ["MSH2/MSH6", "typical", 103],
  ["MSH6", "typical", 92],
  ["PMS2", "typical", 72],
  ["MLH1", "typical", 40],
  ["MSH2", "typical", 24],
  ["MLH1/MSH2/MSH6/PMS2", "atypical", 34],
  ["MLH1/MSH6/PMS2", "atypical", 17],
  ["MSH6/PMS2", "atypical", 23],
  ["MLH1/MSH2", "atypical", 8],
  ["MLH1/MSH2/MSH6", "atypical", 10],
  ["MSH2/MSH6/PMS2", "atypical", 7],
  ["MLH1/MSH2/PMS2", "atypical", 4],
  ["MLH1/MSH6", "atypical", 2],
  ["MSH2/PMS2", "atypical", 2],
];

function patternOf(names: string) {
  const lost = names.split("/");
  return readMmrPattern(new Set(mmrProteins.filter((name) => lost.includes(name))));
}

describe("patterns of mismatch repair proteins", () => {
  it.each(patterns)("%s is %s", (names, type) => {
    expect(patternOf(names)).toEqual({ lost: names, type });
  });

  it("has every pattern there is, and the 15.2 % that cross pairs", () => {
    const sum = (wanted: string) =>
      patterns.reduce((total, [, type, count]) => total + (type === wanted ? count : 0), 0);
    expect(new Set(patterns.map(([names]) => names)).size).toBe(2 ** mmrProteins.length - 1);
    expect((sum("atypical") / (sum("atypical") + sum("typical"))) * 100).toBeCloseTo(15.2, 1);
  });

  it("is retained when nothing is lost", () => {
    expect(readMmrPattern(new Set<MmrProtein>())).toEqual({ lost: "", type: "retained" });
  });

  it.each([
    ["MLH1", "MLH1/PMS2", true],
    ["MLH1", "MSH2/MSH6", false],
    ["MSH2", "MSH2/MSH6", true],
    ["MSH2", "PMS2", false],
    ["MSH6", "MSH6", true],
    ["PMS2", "PMS2", true],
    ["PMS2", "MSH6", false],
    [null, "MLH1/PMS2", true],
    [null, "MLH1/MSH2", false],
  ])("a change of %s predicts the loss of %s: %s", (gene, names, fits) => {
    expect(fitsMmrGene(patternOf(names), gene)).toBe(fits);
  });
});

describe("mismatch repair proteins beside microsatellites", () => {
  it.each([
    ["MLH1/PMS2", "MSI-H", "agree", "28 of 29"],
    ["MLH1/PMS2", "MSI-L", "discordant", "28 of 29"],
    ["PMS2", "MSI-H", "agree", "1 of 2"],
    ["PMS2", "MSI-L", "discordant", "1 of 2"],
    ["MSH2/MSH6", "MSI-H", "agree", "9 of 12"],
    ["MSH2/MSH6", "MSS", "discordant", "9 of 12"],
    ["MSH6", "MSI-H", "agree", "1 of 6"],
    ["MSH6", "MSS", "discordant", "1 of 6"],
    ["", "MSS", "agree", "0 of 206"],
    ["", "MSI-H", "discordant", "0 of 206"],
  ] as const)("%s with %s: %s", (names, msi, state, reference) => {
    const compared = compareMmrToMsi(patternOf(names), msi);
    expect(compared.state).toBe(state);
    expect(compared.text).toContain(reference);
    expect(compared.text).toContain(msi);
    expect(compared.text).toContain(names === "" ? "retained" : names);
  });

  it("says that a pattern is atypical", () => {
    expect(compareMmrToMsi(patternOf("MLH1/MSH2"), "MSI-H").text).toContain("atypical");
  });
});
