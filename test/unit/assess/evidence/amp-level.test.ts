import { describe, expect, it } from "vitest";
import type { DiseaseRelation } from "../../../../src/model/verdict.ts";
import { bestLevel, tierOf, weighEvidence } from "../../../../src/assess/evidence/amp-level.ts";
import { statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

function weigh(
  level: "A" | "B" | "C" | "D" | "E",
  relation: DiseaseRelation,
  more: { rating?: number | null; caseReports?: number; namesNoDrug?: boolean } = {},
) {
  const { rating = 4, caseReports = 1, namesNoDrug = false } = more;
  return weighEvidence({
    effect: "known",
    unmadeTest: null,
    excludedBy: null,
    openCutOff: null,
    sharedRow: null,
    normalState: [],
    namesNoDrug,
    statement: statement({ id: "S1", level, rating }),
    relation,
    caseReports,
  });
}

describe("the level of one statement", () => {
  it.each([
    ["A", 1, 1, "A"],
    ["B", 3, 1, "B"],
    ["B", 2, 1, "C"],
    ["B", null, 1, "C"],
    ["C", 5, 2, "C"],
    ["C", 5, 1, "D"],
    ["D", 5, 1, "D"],
    ["E", 5, 1, "D"],
  ] as const)(
    "%s with rating %s and %i reports is %s in its own tumor",
    (level, rating, reports, amp) => {
      expect(weigh(level, "same", { rating, caseReports: reports }).level).toBe(amp);
      expect(weigh(level, "ancestor", { rating, caseReports: reports }).level).toBe(amp);
    },
  );

  it.each(["descendant", "other", "unknown"] as const)(
    "A and B count as C for a tumor that is %s, and weaker ones are not tiered",
    (relation) => {
      expect(weigh("A", relation).level).toBe("C");
      expect(weigh("B", relation).level).toBe("C");
      expect(weigh("B", relation, { rating: 2 }).level).toBeNull();
      expect(weigh("C", relation, { caseReports: 3 }).level).toBeNull();
      expect(weigh("D", relation).level).toBeNull();
    },
  );

  it("of a therapy that names no drug is none off its tumor, and as any other in it", () => {
    for (const relation of ["descendant", "other", "unknown"] as const) {
      const { level, reason } = weigh("A", relation, { namesNoDrug: true });
      expect([level, reason.code]).toEqual([null, "other-tumor-unnamed-drugs"]);
    }
    expect(weigh("B", "same", { namesNoDrug: true }).level).toBe("B");
  });

  it("is told in a sentence with both steps", () => {
    expect(weigh("B", "other", { rating: 3 }).reason).toEqual({
      code: "other-tumor",
      text: "CIViC level B with rating 3; melanoma is another tumor type, so B counts as AMP level C, tier II.",
    });
    expect(weigh("D", "same").reason.text).toContain("preclinical");
  });

  it("gives the tier, and none without a level", () => {
    expect((["A", "B", "C", "D", null] as const).map(tierOf)).toEqual(["I", "I", "II", "II", null]);
    expect(bestLevel([null, "D", "B", "C"])).toBe("B");
    expect(bestLevel([])).toBeNull();
  });
});

/** `amp_assignment_cases.csv`; 2 (prognostic) and 10 (MSI) as far as their pieces exist. */
describe("the worked cases of level and tier", () => {
  const v600e = [variant("BRAF", "V600E")];

  it.each([
    { number: 1, caseDisease: "DOID:1909", disease: "DOID:1909", level: "A", tier: "I" },
    { number: 3, caseDisease: "DOID:4947", disease: "DOID:1909", level: "C", tier: "II" },
    { number: 4, caseDisease: "DOID:8923", disease: "DOID:1909", level: "A", tier: "I" },
    { number: 5, caseDisease: "DOID:1909", disease: "DOID:6039", level: "C", tier: "II" },
    { number: 10, caseDisease: "DOID:3275", disease: "DOID:1", level: "A", tier: "I" },
  ])("case $number", ({ caseDisease, disease, level, tier }) => {
    const { targets } = assess({
      statements: [statement({ id: "S1", disease, drugs: ["dabrafenib", "trametinib"] })],
      observations: v600e,
      caseDisease,
    });
    expect(targets[0]?.amp).toMatchObject({ level, tier });
  });

  it("case 2: an indication that is not about a therapy has a place in no target", () => {
    const { targets, blocked, notAssessed, findings } = assess({
      statements: [statement({ id: "S1", predicate: "unspecified" })],
      observations: v600e,
    });
    expect([...targets, ...blocked]).toEqual([]);
    expect(notAssessed).toMatchObject([{ code: "effect-not-stated", statements: 1 }]);
    expect(findings[0]?.statements).toEqual(["S1"]);
  });

  it("case 6: resistance has a level as response has", () => {
    const { findings, blocked } = assess({
      statements: [
        statement({
          id: "S1",
          gene: "KRAS",
          variant: "G12V",
          predicate: "resistance",
          drugs: ["cetuximab"],
          disease: "DOID:9256",
        }),
      ],
      observations: [variant("KRAS", "G12V")],
      caseDisease: "DOID:9256",
    });
    expect(findings[0]?.amp).toMatchObject({ level: "A", tier: "I" });
    expect(findings[0]?.amp.reason.text).toContain("for resistance");
    expect(blocked[0]?.kind).toBe("blocked");
  });

  it("case 7: preclinical evidence is D", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", gene: "PIK3CA", variant: "H1047R", level: "D", disease: "DOID:162" }),
      ],
      observations: [variant("PIK3CA", "H1047R")],
      caseDisease: "DOID:1115",
    });
    expect(targets[0]?.amp).toMatchObject({ level: "D", tier: "II" });
    expect(targets[0]?.caveats.map((caveat) => caveat.code)).toContain("preclinical-only");
  });

  it("case 8: a variant of a cancer gene without evidence is III", () => {
    const { findings } = assess({ statements: [], observations: [variant("NF1", "V2345M")] });
    expect(findings[0]?.amp).toMatchObject({ level: null, tier: "III" });
  });

  it("case 9: a common variant without evidence is IV, from 1 % on", () => {
    const tierAt = (populationFrequency: number | null) =>
      assess({
        statements: [],
        observations: [variant("TP53", "P72R", { populationFrequency })],
      }).findings[0]?.amp.tier;
    expect([0.6, 0.01, 0.0099, null].map(tierAt)).toEqual(["IV", "IV", "III", "III"]);
  });

  it("counts two documents of one claim as C and one as D", () => {
    const levelWith = (documents: readonly string[]) =>
      assess({
        statements: [
          statement({ id: "S1", level: "C", documents: ["PMID:1"] }),
          statement({ id: "S2", level: "C", documents }),
        ],
        observations: v600e,
      }).targets[0]?.amp.level;
    expect(levelWith(["PMID:2"])).toBe("C");
    expect(levelWith(["PMID:1"])).toBe("D");
  });

  it("does not count a report from another tumor or about another therapy", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", level: "C", documents: ["PMID:1"] }),
        statement({ id: "S2", level: "C", documents: ["PMID:2"], disease: "DOID:9256" }),
        statement({ id: "S3", level: "C", documents: ["PMID:3"], drugs: ["dabrafenib"] }),
      ],
      observations: v600e,
    });
    expect(targets.map((target) => target.amp.level)).toEqual(["D", "D"]);
  });
});

describe("a case whose tumor type is not known", () => {
  it("has nothing on its tumor and says so", () => {
    const { targets } = assess({
      statements: [statement({ id: "S1" })],
      observations: [variant("BRAF", "V600E")],
      caseDisease: null,
    });
    expect(targets[0]).toMatchObject({ amp: { level: "C", tier: "II" }, onTumor: null });
    expect(targets[0]?.caveats[0]?.code).toBe("tumor-type-unknown");
  });
});
