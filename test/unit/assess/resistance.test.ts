import { describe, expect, it } from "vitest";
import { statement, variant } from "../match/constructed-case.ts";
import { assess } from "./assess-constructed.ts";

const lung = "DOID:3908";
const colorectal = "DOID:9256";

const egfr = (parts: Partial<Parameters<typeof statement>[0]> & { id: string }) =>
  statement({ gene: "EGFR", disease: lung, ...parts });

/** EGFR L858R and T790M as CIViC has them: each inhibitor named, none by its class. */
const lungStatements = [
  egfr({ id: "S1", variant: "L858R", drugs: ["erlotinib"] }),
  egfr({ id: "S2", variant: "L858R", drugs: ["gefitinib"] }),
  egfr({ id: "S3", variant: "L858R", drugs: ["afatinib"] }),
  egfr({ id: "S4", variant: "T790M", drugs: ["osimertinib"] }),
  egfr({ id: "S5", variant: "T790M", drugs: ["erlotinib"], predicate: "resistance" }),
  egfr({
    id: "S6",
    variant: "T790M",
    drugs: ["gefitinib", "erlotinib", "afatinib"],
    relation: "substitutes",
    predicate: "resistance",
    level: "B",
    rating: 3,
  }),
];
const lungVariants = [variant("EGFR", "L858R"), variant("EGFR", "T790M")];

describe("resistance in the tumor of the case", () => {
  it("of EGFR T790M blocks the inhibitors that are named and not osimertinib", () => {
    const { targets, blocked } = assess({
      statements: lungStatements,
      observations: lungVariants,
      caseDisease: lung,
    });
    expect(targets.map((target) => target.therapy.id)).toEqual(["osimertinib"]);
    expect(blocked.map((entry) => [entry.therapy.id, entry.kind])).toEqual([
      ["afatinib", "blocked"],
      ["erlotinib", "blocked"],
      ["gefitinib", "blocked"],
    ]);
  });

  it("names the alteration that resists and shows the sensitivity that it overrides", () => {
    const { blocked } = assess({
      statements: lungStatements,
      observations: lungVariants,
      caseDisease: lung,
    });
    const afatinib = blocked.find((entry) => entry.therapy.id === "afatinib");
    expect(afatinib?.alterations.map((alteration) => alteration.label)).toEqual(["EGFR T790M"]);
    expect(afatinib?.evidence.map((row) => row.statement)).toEqual(["S3", "S6"]);
    expect(afatinib?.evidence[1]?.therapyChoice).toBe(
      "named as alternatives: Afatinib or Erlotinib or Gefitinib",
    );
    expect(afatinib?.reason.text).toContain(
      "CIViC S6 (lung non-small cell carcinoma, AMP level B)",
    );
    expect(afatinib?.reason.text).toContain("does not lift the block: CIViC S3");
    expect(afatinib?.reason.text).toMatch(/That rests on one publication \(PMID:\d+\)/u);
  });

  it("of KRAS G12D blocks cetuximab and panitumumab and no combination that holds one", () => {
    const kras = { gene: "KRAS", variant: "G12D", disease: colorectal };
    const { targets, blocked } = assess({
      statements: [
        statement({
          ...kras,
          id: "S1",
          predicate: "resistance",
          level: "B",
          relation: "substitutes",
          drugs: ["cetuximab", "panitumumab"],
        }),
        statement({ ...kras, id: "S2", level: "C", drugs: ["cetuximab", "adagrasib"] }),
        statement({ ...kras, id: "S3", level: "C", drugs: ["adagrasib"] }),
      ],
      observations: [variant("KRAS", "G12D")],
      caseDisease: colorectal,
    });
    expect(blocked.map((entry) => entry.therapy.id)).toEqual(["cetuximab", "panitumumab"]);
    expect(targets.map((target) => target.therapy.id)).toEqual([
      "adagrasib",
      "adagrasib+cetuximab",
    ]);
    expect(targets.every((target) => target.flags.length === 0)).toBe(true);
  });

  it("of a combination blocks none of its components", () => {
    const { targets, blocked } = assess({
      statements: [
        statement({ id: "S1", predicate: "resistance", drugs: ["vemurafenib", "cetuximab"] }),
        statement({ id: "S2", drugs: ["vemurafenib"] }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(blocked.map((entry) => entry.therapy.id)).toEqual(["cetuximab+vemurafenib"]);
    expect(targets.map((target) => target.therapy.id)).toEqual(["vemurafenib"]);
  });
});

describe("sensitivity and resistance of one alteration to one drug", () => {
  const outcome = (sensitivity: "A" | "B", resistance: "A" | "B") =>
    assess({
      statements: [
        statement({ id: "S1", level: sensitivity }),
        statement({ id: "S2", level: resistance, predicate: "resistance" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });

  it.each([
    ["A", "A"],
    ["B", "B"],
    ["B", "A"],
  ] as const)("at %s and %s block it", (sensitivity, resistance) => {
    const { targets, blocked } = outcome(sensitivity, resistance);
    expect(targets).toEqual([]);
    expect(blocked[0]?.evidence).toHaveLength(2);
  });

  it("at A and B leave it in the ranking with a flag", () => {
    const { targets, blocked } = outcome("A", "B");
    expect(blocked).toEqual([]);
    expect(targets[0]?.flags.map((flag) => flag.code)).toEqual(["resistance-evidence"]);
    expect(targets[0]?.evidence).toHaveLength(2);
  });

  it("does not outweigh resistance that is stated more exactly", () => {
    const { blocked } = assess({
      statements: [
        statement({
          id: "S1",
          variant: "MUTATION",
          constraints: [{ type: "codon", gene: "BRAF", residue: "V", position: 600 }],
        }),
        statement({ id: "S2", level: "B", predicate: "resistance" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(blocked).toHaveLength(1);
  });
});

describe("weaker resistance", () => {
  it.each([
    ["of level C in this tumor", { level: "C" as const }],
    ["of level A in another tumor", { disease: colorectal }],
    ["of level D in another tumor", { level: "D" as const, disease: colorectal }],
  ])("%s flags the therapy and sorts it after its peers", (_, parts) => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", drugs: ["alpha"] }),
        statement({ id: "S2", drugs: ["beta"] }),
        statement({ id: "S3", drugs: ["alpha"], predicate: "resistance", ...parts }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets.map((target) => [target.therapy.id, target.flags.length])).toEqual([
      ["beta", 0],
      ["alpha", 1],
    ]);
    expect(targets[0]?.rankedAbove).toMatchObject({ decidedBy: "flags" });
  });

  it("without sensitivity is resistance evidence, apart from what is blocked", () => {
    const { targets, blocked } = assess({
      statements: [
        statement({ id: "S1", drugs: ["zeta"], predicate: "resistance" }),
        statement({ id: "S2", drugs: ["alpha"], predicate: "resistance", level: "D" }),
        statement({ id: "S3", drugs: ["beta"], predicate: "reduced sensitivity" }),
        statement({ id: "S4", drugs: ["gamma"], direction: "does not support" }),
        statement({ id: "S5", drugs: ["delta"], predicate: "adverse response" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets).toEqual([]);
    expect(blocked.map((entry) => [entry.therapy.id, entry.kind])).toEqual([
      ["zeta", "blocked"],
      ["beta", "resistance evidence"],
      ["alpha", "resistance evidence"],
      ["delta", "no benefit evidence"],
      ["gamma", "no benefit evidence"],
    ]);
  });
});

describe("a statement that does not support resistance", () => {
  const dispute = statement({
    id: "S2",
    predicate: "resistance",
    direction: "does not support",
    level: "B",
  });

  it("is no resistance and no sensitivity", () => {
    const { targets, blocked, notAssessed } = assess({
      statements: [dispute],
      observations: [variant("BRAF", "V600E")],
    });
    expect([...targets, ...blocked]).toEqual([]);
    expect(notAssessed).toMatchObject([{ statements: 1, genes: ["BRAF"] }]);
  });

  it("of the same level marks the block as disputed and does not lift it", () => {
    const resistance = { id: "S1", predicate: "resistance", level: "B" } as const;
    const { blocked } = assess({
      statements: [statement(resistance), dispute],
      observations: [variant("BRAF", "V600E")],
    });
    expect(blocked[0]).toMatchObject({ kind: "blocked", reason: { code: "resistance-disputed" } });
    const { blocked: firm } = assess({
      statements: [statement({ ...resistance, level: "A" }), dispute],
      observations: [variant("BRAF", "V600E")],
    });
    expect(firm[0]?.reason.code).toBe("resistance-in-tumor");
  });
});
