import { describe, expect, it } from "vitest";
import { combineResults } from "../../../src/assess/combine-results.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { ish, mmr, msi, stain } from "./verification/constructed-proteins.ts";

const breast = "DOID:1612";
const combine = (observations: readonly Observation[], caseDisease = breast) =>
  combineResults({
    observations,
    caseDisease,
    index: { includesDisease: (wider, narrower) => wider === narrower },
  });
const her2 = (...observations: Observation[]) => {
  const [found] = combine(observations);
  return [found?.state, found?.text];
};

describe("HER2", () => {
  const groups = {
    1: [ish("ratio", 2.5), ish("copies", 4.6)],
    2: [ish("ratio", 2.5), ish("copies", 3.9)],
    3: [ish("ratio", 1.9), ish("copies", 6.2)],
    4: [ish("ratio", 1.9), ish("copies", 5)],
    5: [ish("ratio", 1.2), ish("copies", 2.1)],
  } as const;

  it.each([
    [1, "positive positive positive positive"],
    [2, "negative negative negative positive"],
    [3, "negative negative positive positive"],
    [4, "negative negative negative positive"],
    [5, "negative negative negative discordant"],
  ] as const)("of group %i with IHC 0, 1+, 2+, 3+ is %s, with its results", (group, states) => {
    const all = ["0", "1+", "2+", "3+"].map((grade) =>
      her2(stain("ERBB2", grade), ...groups[group]),
    );
    expect(all.map(([state]) => state).join(" ")).toBe(states);
    for (const [, text] of all) {
      expect(text).toContain(`ISH group ${group}`);
      expect(text).toContain("HER2 FISH ratio");
      expect(text).toContain("HER2 IHC ");
    }
  });

  it("of 1+ or 2+ that is not amplified is called HER2-low, and 0 is not", () => {
    const low = (grade: string) => her2(stain("ERBB2", grade), ...groups[5])[1];
    expect([low("1+"), low("2+")].every((text) => text?.includes("HER2-low"))).toBe(true);
    expect(low("0")).not.toContain("HER2-low");
  });

  it("of grades that differ is judged by each of them", () => {
    const [strong, equivocal, faint] = ["3+", "2+", "1+"].map((grade) => stain("ERBB2", grade));
    const both = (...rows: (Observation | undefined)[]) =>
      her2(...rows.filter((row) => row !== undefined));
    expect(both(strong, equivocal, ...groups[5])[0]).toBe("discordant");
    expect(both(strong, equivocal, ...groups[1])[0]).toBe("positive");
    expect(both(strong, equivocal, ...groups[2])[0]).toBe("equivocal");
    expect(both(equivocal, faint, ...groups[5])[1]).toContain("HER2-low");
    expect(both(stain("ERBB2", "0"), faint, ...groups[5])[1]).not.toContain("HER2-low");
  });

  it("that cannot be put together says why", () => {
    expect(her2(ish("ratio", 2.5), stain("ERBB2", "1+"))).toMatchObject([
      "not assessable",
      expect.stringContaining("a ratio without copies"),
    ]);
    expect(her2(ish("copies", 2), ish("copies", 8))).toMatchObject([
      "not assessable",
      expect.stringContaining("differ"),
    ]);
  });

  it("by a stain alone is told where it asks for hybridization only", () => {
    expect(her2(stain("ERBB2", "2+"))[0]).toBe("equivocal");
    expect(combine([stain("ERBB2", "3+")])).toEqual([]);
  });

  it("of another tumor than breast cancer names whose criteria they are", () => {
    const of = (disease: string) => combine([stain("ERBB2", "0"), ...groups[5]], disease)[0]?.text;
    expect(of(breast)).not.toContain("breast cancer");
    expect(of("DOID:9256")).toContain("the criteria are those of breast cancer");
  });
});

describe("mismatch repair", () => {
  const state = (...observations: Observation[]) => combine(observations)[0]?.state;

  it("is deficient, proficient, or discordant with the microsatellites", () => {
    expect(state(...mmr(["MLH1", "PMS2"]))).toBe("deficient");
    expect(state(...mmr(["MLH1", "PMS2"]), msi("high"))).toBe("deficient");
    expect(state(...mmr(["MSH6"]), msi("stable"))).toBe("discordant");
    expect(state(...mmr([]), msi("stable"))).toBe("proficient");
    expect(state(...mmr([]), msi("high"))).toBe("discordant");
  });

  it("is deficient by 0 %, and by no percentage above retained or lost", () => {
    const percent = (gene: string, score: string) => stain(gene, score, { unit: "%" });
    expect(state(percent("MLH1", "0"), percent("PMS2", "0"))).toBe("deficient");
    const [found] = combine([...mmr([]).slice(1), percent("MLH1", "90")]);
    expect(found?.state).toBe("not assessable");
    expect(found?.text).toContain("MLH1 without one clear result");
  });

  it("is not assessable by fewer than four stains that find no loss", () => {
    const [found] = combine(mmr([]).slice(1));
    expect(found).toMatchObject({ marker: "MMR", state: "not assessable" });
    expect(found?.text).toContain("MLH1 not stained");
    const twice = [...mmr([]), stain("MLH1", "lost")];
    expect(combine(twice)[0]?.text).toContain("MLH1 without one clear result");
    expect(combine([msi("high")])).toEqual([]);
  });
});
