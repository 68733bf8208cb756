import { describe, expect, test } from "vitest";
import type { IhcResult } from "../../../src/model/alteration.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import { observe, run } from "./make-observation.ts";

const stain = (score: string, parts: Partial<IhcResult> = {}) => {
  const ihc = {
    kind: "ihc",
    marker: "HER2",
    gene: "ERBB2",
    score,
    unit: null,
    assay: null,
    clone: null,
    ...parts,
  } as const;
  return observe(ihc, ihc.gene, `${ihc.marker} ${score}`);
};

describe("a statement about a stain", () => {
  test.each([
    ["0", "unmet"],
    ["1+", "met"],
    ["2+", "met"],
    ["3+", "unmet"],
    ["positive", "undetermined"],
  ])("HER2 %s is %s for HER2-low (1+ or 2+)", (score, state) => {
    expect(run({ type: "ihc", gene: "ERBB2", grades: ["1+", "2+"] }, stain(score)).state).toBe(
      state,
    );
  });

  const pdl1 = { type: "ihc", gene: "CD274", atLeast: 50, unit: "TPS", clone: "22C3" } as const;
  const tps = (score: string, parts: Partial<IhcResult> = {}) =>
    stain(score, { marker: "PD-L1", gene: "CD274", unit: "TPS", clone: "22C3", ...parts });

  test.each([
    ["49", {}, "unmet", "stain-does-not-fit"],
    ["50", {}, "met", "stain-fits"],
    ["50", { clone: "22-C3" }, "met", "stain-fits"],
    ["90", { clone: "SP142" }, "undetermined", "other-clone"],
    ["90", { unit: "CPS" }, "undetermined", "other-scale"],
    ["90", { clone: null }, "undetermined", "clone-not-stated"],
    ["5", { clone: null }, "undetermined", "clone-not-stated"],
    ["90", { clone: null, assay: "PD-L1 IHC 22C3 pharmDx" }, "met", "stain-fits"],
    ["<1", {}, "unmet", "stain-does-not-fit"],
    ["<50", {}, "unmet", "stain-does-not-fit"],
    ["<=50", {}, "undetermined", "range-holds-cut-off"],
    [">=50", {}, "met", "stain-fits"],
    [">1", {}, "undetermined", "range-holds-cut-off"],
    ["1-49", {}, "unmet", "stain-does-not-fit"],
    ["40-60", {}, "undetermined", "range-holds-cut-off"],
    ["50-60", {}, "met", "stain-fits"],
  ])("PD-L1 %s %j is %s for TPS of 50 or more by 22C3", (score, parts, state, code) => {
    expect(run(pdl1, tps(score, parts))).toMatchObject({ state, reason: { code } });
  });

  test("asks for the clone where the cut-off is that of one, and the file names none", () => {
    const { text } = run(pdl1, tps("60", { clone: null })).reason;
    expect(text).toContain("does not name its antibody");
    expect(text).toContain("22C3");
  });

  test("of a cut-off from above is met by a range below it", () => {
    const low = { type: "ihc", gene: "CD274", below: 1, unit: "TPS" } as const;
    expect(run(low, tps("<1")).state).toBe("met");
    expect(run(low, tps("1-49")).state).toBe("unmet");
    expect(run(low, tps("0-1")).state).toBe("undetermined");
  });

  test("takes a lost protein for negative, and no other gene's", () => {
    const lost = { type: "ihc", gene: "MLH1", result: "lost" } as const;
    const mlh1 = (score: string) => stain(score, { marker: "MLH1", gene: "MLH1" });
    expect(run(lost, mlh1("lost")).state).toBe("met");
    expect(run(lost, mlh1("negative")).state).toBe("met");
    expect(run(lost, mlh1("retained")).state).toBe("unmet");
    expect(run(lost, stain("lost")).reason.code).toBe("other-gene");
  });

  test.each([
    ["90", "%", "met"],
    ["1", "%", "met"],
    ["<1", "%", "unmet"],
    ["0-5", "%", "undetermined"],
    ["3", "H-score", "met"],
    ["200", "H-score", "met"],
    ["0", "H-score", "unmet"],
    ["2", "H-score", "undetermined"],
    ["8", "Allred", "met"],
    ["3", "Allred", "met"],
    ["2", "Allred", "unmet"],
    ["0", "Allred", "unmet"],
    ["2-3", "Allred", "undetermined"],
    ["90", "CPS", "undetermined"],
    ["2+", null, "undetermined"],
  ])("of a positive hormone receptor reads %s %s as %s", (score, unit, state) => {
    const positive = { type: "ihc", gene: "ESR1", result: "positive" } as const;
    const er = (gene: string) => run({ ...positive, gene }, stain(score, { gene, unit })).state;
    expect([er("ESR1"), er("PGR")]).toEqual([state, state]);
    // No share is agreed on from which other proteins are positive.
    expect(er("KIT")).toBe("undetermined");
  });

  test.each([
    ["0", "%", "met"],
    ["0", null, "met"],
    ["0", "H-score", "met"],
    ["0", "Allred", "met"],
    // IC counts immune cells, of which the loss says nothing.
    ["0", "IC", "undetermined"],
    // The spec has no percentage from which one of them is kept.
    ["<1", "%", "undetermined"],
    ["1", "%", "undetermined"],
    ["0-5", "%", "undetermined"],
    ["90", "%", "undetermined"],
  ])("of a lost mismatch repair protein reads %s %s as %s", (score, unit, state) => {
    for (const gene of ["MLH1", "MSH2", "MSH6", "PMS2"]) {
      const seen = stain(score, { marker: gene, gene, unit });
      expect(run({ type: "ihc", gene, result: "lost" }, seen).state).toBe(state);
      expect(
        run({ type: "expression", gene, molecule: "protein", direction: "absent" }, seen).state,
      ).toBe(state);
    }
  });

  test("reads grade 0 as negative for every protein", () => {
    const kit = stain("0", { marker: "KIT", gene: "KIT" });
    expect(run({ type: "ihc", gene: "KIT", result: "positive" }, kit).state).toBe("unmet");
  });

  test("about HER2-low is not met beside a positive in situ hybridization, and open beside one that is open", () => {
    const low: Constraint = { type: "ihc", gene: "ERBB2", grades: ["1+"], ish: "not positive" };
    const beside = (state: "positive" | "open") =>
      run(low, stain("1+", { hybridization: { state, rule: "ISH group 1" } })).state;
    expect(run(low, stain("1+")).state).toBe("met");
    expect([beside("positive"), beside("open")]).toEqual(["unmet", "undetermined"]);
  });

  test("asks for one thing, and for a number with its unit", () => {
    const both: Constraint = { type: "ihc", gene: "ERBB2", grades: ["3+"], result: "positive" };
    expect(() => run(both, stain("3+"))).toThrow();
    expect(() => run({ type: "ihc", gene: "ERBB2", atLeast: 1 }, stain("3+"))).toThrow();
  });
});

describe("a statement about the amount of a protein", () => {
  const asked = (
    direction: "up" | "down" | "present" | "absent",
    molecule: "any" | "protein" | "rna" = "protein",
  ) => ({ type: "expression", gene: "ERBB2", molecule, direction }) as const;

  test.each([
    ["3+", null, "met", "undetermined", "met", "unmet"],
    ["2+", null, "undetermined", "undetermined", "met", "unmet"],
    ["1+", null, "unmet", "undetermined", "met", "unmet"],
    ["0", null, "unmet", "met", "unmet", "met"],
    ["lost", null, "unmet", "met", "unmet", "met"],
    ["retained", null, "undetermined", "undetermined", "met", "unmet"],
    ["80", "%", "undetermined", "undetermined", "met", "unmet"],
    ["0.5", "%", "unmet", "met", "unmet", "met"],
    ["<1", "%", "unmet", "met", "unmet", "met"],
    ["<10", "%", "undetermined", "undetermined", "undetermined", "undetermined"],
    [">=1", "%", "undetermined", "undetermined", "met", "unmet"],
    ["1-49", "TPS", "undetermined", "undetermined", "met", "unmet"],
    ["<1", "CPS", "unmet", "met", "unmet", "met"],
    ["0-100", "H-score", "undetermined", "undetermined", "undetermined", "undetermined"],
    [">0", "H-score", "undetermined", "undetermined", "met", "unmet"],
    [">0", "%", "undetermined", "undetermined", "undetermined", "undetermined"],
  ] as const)(
    "a stain of %s %s answers up, down, present, absent: %s, %s, %s, %s",
    (score, unit, ...states) => {
      const answers = (["up", "down", "present", "absent"] as const).map(
        (direction) => run(asked(direction), stain(score, { unit })).state,
      );
      expect(answers).toEqual(states);
    },
  );

  const pten = (score: string, unit = "%") => stain(score, { marker: "PTEN", gene: "PTEN", unit });

  test.each([
    ["0", "%", "met", "unmet"],
    ["5", "%", "met", "unmet"],
    ["<10", "%", "met", "unmet"],
    ["9.9", "%", "met", "unmet"],
    ["10", "%", "undetermined", "undetermined"],
    ["5-20", "%", "undetermined", "undetermined"],
    ["49", "%", "undetermined", "undetermined"],
    ["50", "%", "unmet", "met"],
    [">=50", "%", "unmet", "met"],
    ["0", "H-score", "met", "unmet"],
    ["5", "H-score", "met", "unmet"],
    ["<10", "H-score", "met", "unmet"],
    ["10", "H-score", "undetermined", "undetermined"],
    ["149", "H-score", "undetermined", "undetermined"],
    ["150", "H-score", "unmet", "met"],
    [">=150", "H-score", "unmet", "met"],
    [">0", "H-score", "undetermined", "undetermined"],
    ["5", "TPS", "met", "unmet"],
    ["5", "CPS", "undetermined", "undetermined"],
    ["0", "Allred", "met", "unmet"],
    ["6", "Allred", "undetermined", "undetermined"],
  ])(
    "PTEN of %s %s answers absent and lost: %s, and present: %s",
    (score, unit, absent, present) => {
      const seen = pten(score, unit);
      const about = { type: "expression", gene: "PTEN", molecule: "protein" } as const;
      expect(run({ ...about, direction: "absent" }, seen).state).toBe(absent);
      expect(run({ ...about, direction: "present" }, seen).state).toBe(present);
      const { state, reason } = run({ type: "ihc", gene: "PTEN", result: "lost" }, seen);
      expect(state).toBe(absent);
      expect(reason.code === "stain-between-cut-offs").toBe(state === "undetermined");
    },
  );

  test("is never met by a stain when it is about RNA", () => {
    expect(run(asked("present", "rna"), stain("3+")).reason.code).toBe("other-kind");
  });
});

describe("in situ hybridization", () => {
  const ish = stain("6.4", { unit: "copies", assay: "FISH" });

  test("shows no protein to any rule", () => {
    const asked: Constraint[] = [
      { type: "ihc", gene: "ERBB2", grades: ["3+"] },
      { type: "expression", gene: "ERBB2", molecule: "protein", direction: "present" },
      { type: "expression", gene: "ERBB2", molecule: "any", direction: "up" },
    ];
    expect(asked.map((constraint) => run(constraint, ish).state)).toEqual([
      "unmet",
      "unmet",
      "unmet",
    ]);
  });
});

test.each([
  ["22C3", "met"],
  ["22c3 pharmDx", "met"],
  ["Dako 22C3", "met"],
  ["SP142", "undetermined"],
  ["122C3", "undetermined"],
])("a cut-off of 22C3 and a stain with %s is %s", (clone, state) => {
  const seen = stain("60", { gene: "CD274", marker: "PD-L1", unit: "TPS", clone });
  const asked: Constraint = {
    type: "ihc",
    gene: "CD274",
    atLeast: 50,
    unit: "TPS",
    clone: "22C3",
  };
  expect(run(asked, seen).state).toBe(state);
});

test('a stain that is reported as overexpressed is "up"', () => {
  const asked: Constraint = {
    type: "expression",
    gene: "ERBB2",
    molecule: "protein",
    direction: "up",
  };
  expect(run(asked, stain("overexpressed")).state).toBe("met");
});
