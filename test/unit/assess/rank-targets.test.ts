import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../../src/knowledgebase/knowledgebase.ts";
import { call, outlier, statement, variant } from "../match/constructed-case.ts";
import { assess } from "./assess-constructed.ts";

const colorectal = "DOID:9256";
const v600e = variant("BRAF", "V600E");
const pten = variant("PTEN", "R130*", { term: "stop_gained" });

function order(statements: readonly Statement[], more: Partial<Parameters<typeof assess>[0]> = {}) {
  return assess({ statements, observations: [v600e], ...more }).targets;
}

/** The first two targets, and the step that put one above the other. */
function decides(
  statements: readonly Statement[],
  more: Partial<Parameters<typeof assess>[0]> = {},
) {
  const [first, second] = order(statements, more);
  return [first?.therapy.id, second?.therapy.id, first?.rankedAbove?.decidedBy];
}

describe("the order of targets", () => {
  it("is by level first, and ends with weak evidence from other tumors", () => {
    const targets = order([
      statement({ id: "S1", drugs: ["d"], level: "D" }),
      statement({ id: "S2", drugs: ["c"], disease: colorectal }),
      statement({ id: "S3", drugs: ["weak"], level: "D", disease: colorectal }),
      statement({ id: "S4", drugs: ["b"], level: "B" }),
      statement({ id: "S5", drugs: ["a"] }),
    ]);
    expect(targets.map((target) => [target.rank, target.therapy.id, target.amp.level])).toEqual([
      [1, "a", "A"],
      [2, "b", "B"],
      [3, "c", "C"],
      [4, "d", "D"],
      [5, "weak", null],
    ]);
    expect(targets[4]).toMatchObject({ amp: { tier: null }, rankedAbove: null, onTumor: false });
  });

  it("is by verification within a level, and never across levels", () => {
    const loss = { gene: "PTEN", variant: "R130*" };
    const statements = [
      statement({ id: "S1", drugs: ["alpha"], level: "B" }),
      statement({ ...loss, id: "S2", drugs: ["beta"], level: "B", rating: 3 }),
      statement({ id: "S3", drugs: ["gamma"] }),
    ];
    const facts = {
      observations: [v600e, pten],
      outliers: [call("PTEN", "down"), call("BRAF", "none")],
    };
    expect(order(statements, facts).map((target) => target.therapy.id)).toEqual([
      "gamma",
      "beta",
      "alpha",
    ]);
  });

  it("is by the rating of the source, then by independent sources, then by specificity", () => {
    expect(
      decides([
        statement({ id: "S1", drugs: ["alpha"], rating: 3 }),
        statement({ id: "S2", drugs: ["beta"], rating: 5 }),
      ]),
    ).toEqual(["beta", "alpha", "source rating"]);
    expect(
      decides([
        statement({ id: "S1", drugs: ["alpha"] }),
        statement({ id: "S2", drugs: ["beta"], documents: ["PMID:1", "PMID:2"] }),
      ]),
    ).toEqual(["beta", "alpha", "independent sources"]);
    expect(
      decides([
        statement({ id: "S1", drugs: ["alpha"], documents: ["PMID:1"] }),
        statement({ id: "S2", drugs: ["beta"], documents: ["PMID:2", "NCT:NCT00000001"] }),
      ]),
    ).toEqual(["alpha", "beta", "drug"]);
    expect(
      decides([
        statement({
          id: "S1",
          variant: "MUTATION",
          drugs: ["alpha"],
          constraints: [{ type: "consequence", gene: "BRAF", class: "mutation" }],
        }),
        statement({ id: "S2", drugs: ["beta"] }),
      ]),
    ).toEqual(["beta", "alpha", "specificity"]);
  });

  it("counts rating and sources only of the rows that reach the level", () => {
    expect(
      decides([
        statement({ id: "S1", drugs: ["alpha"], rating: 3 }),
        statement({ id: "S2", drugs: ["alpha"], level: "D", rating: 5, documents: ["PMID:7"] }),
        statement({ id: "S3", drugs: ["beta"], rating: 4 }),
      ]),
    ).toEqual(["beta", "alpha", "source rating"]);
  });

  it("takes one flag for as heavy as two", () => {
    expect(
      decides([
        statement({ id: "S1", drugs: ["alpha"], rating: 5 }),
        statement({ id: "S2", drugs: ["alpha"], predicate: "resistance", level: "C" }),
        statement({ id: "S3", drugs: ["alpha"], predicate: "reduced sensitivity", level: "C" }),
        statement({ id: "S4", drugs: ["beta"], rating: 4 }),
        statement({ id: "S5", drugs: ["beta"], predicate: "resistance", level: "C" }),
      ]),
    ).toEqual(["alpha", "beta", "source rating"]);
  });

  it("breaks a tie by name, and says that this means nothing", () => {
    const [first] = order([
      statement({ id: "S1", drugs: ["beta"] }),
      statement({ id: "S2", drugs: ["alpha"] }),
    ]);
    expect(first?.therapy.id).toBe("alpha");
    expect(first?.rankedAbove).toEqual({
      target: "target:beta",
      decidedBy: "drug",
      reason: {
        code: "tie-broken-by-name",
        text: expect.stringContaining("says nothing about which is better"),
      },
    });
  });

  it("is told in a sentence with both values", () => {
    const [first] = order([
      statement({ id: "S1", drugs: ["alpha"] }),
      statement({ id: "S2", drugs: ["beta"], level: "B" }),
    ]);
    expect(first?.rankedAbove?.reason).toEqual({
      code: "decided-by-amp-level",
      text: "Ranked above Beta by AMP level: A before B.",
    });
  });
});

describe("a target", () => {
  it("lists every alteration that supports its therapy in one row", () => {
    const targets = order(
      [statement({ id: "S1" }), statement({ id: "S2", variant: "L597Q", level: "C" })],
      { observations: [variant("BRAF", "L597Q"), v600e] },
    );
    expect(targets).toHaveLength(1);
    expect(targets[0]?.alterations.map((alteration) => alteration.label)).toEqual([
      "BRAF V600E",
      "BRAF L597Q",
    ]);
  });

  it("is not verified by the protein of an alteration that only weak rows are about", () => {
    const [target] = order(
      [
        statement({ id: "S1" }),
        statement({
          id: "S2",
          gene: "ERBB2",
          level: "D",
          constraints: [
            { type: "expression", gene: "ERBB2", molecule: "protein", direction: "up" },
          ],
        }),
      ],
      {
        observations: [v600e, outlier("ERBB2", "up")],
        outliers: [call("ERBB2", "up"), call("BRAF", "none")],
      },
    );
    expect(target?.verification.state).toBe("not informative");
  });

  it("says why it is here from the reads to the tier", () => {
    const [target] = order([statement({ id: "S1" }), statement({ id: "S2", level: "D" })]);
    expect(target?.reasons.map((reason) => reason.text)).toEqual([
      'BRAF V600E (7:600 A>T, VAF 31%, depth 54) meets CIViC S1 "BRAF V600E" by the same protein change. ' +
        "CIViC level A; melanoma is the tumor type of the case: AMP level A, tier I.",
      "1 further statement supports this therapy.",
    ]);
  });

  it("puts what all tumor cells carry before what a part of them does, within a level", () => {
    const statements = [
      statement({ id: "S1", drugs: ["alpha"] }),
      statement({ gene: "PTEN", variant: "R130*", id: "S2", drugs: ["beta"] }),
    ];
    const clonalityOf = ({ gene }: { gene: string | null }) => ({
      state: gene === "PTEN" ? ("clonal" as const) : ("subclonal" as const),
      reason: { code: "told", text: `Of ${gene}.` },
      fraction: null,
    });
    const observations = [v600e, pten];
    expect(decides(statements, { observations })[0]).toBe("alpha");
    expect(decides(statements, { observations, clonalityOf })).toEqual([
      "beta",
      "alpha",
      "clonality",
    ]);
    const [first] = order(statements, { observations, clonalityOf });
    expect(first?.clonality).toEqual({
      state: "clonal",
      reason: { code: "told", text: "Of PTEN." },
    });
  });

  it("has no lesion state without a primary tumor", () => {
    const [target] = order([statement({ id: "S1" })]);
    expect(target?.lesion).toEqual({
      state: "not assessable",
      reason: { code: "no-primary", text: "No primary tumor file was given." },
    });
  });

  it("warns of what a board must weigh", () => {
    const codes = (more: Partial<Parameters<typeof assess>[0]>, parts = {}) =>
      order([statement({ id: "S1", ...parts })], more)[0]?.caveats.map((caveat) => caveat.code);
    expect(codes({ outliers: [call("BRAF", "none")] })).toEqual([]);
    expect(codes({})).toEqual(["protein-not-assessed"]);
    expect(codes({ caseDisease: colorectal })).toContain("other-tumor-only");
    expect(codes({ tumorOnly: true })).toContain("tumor-only");
    expect(codes({ observations: [variant("BRAF", "V600E", { depth: 19 })] })).toContain(
      "low-depth",
    );
    expect(
      codes({}, { constraints: [{ type: "consequence", gene: "BRAF", class: "mutation" }] }),
    ).toContain("wide-match");
  });
});

describe("the ranking of any case", () => {
  const therapies = [["alpha"], ["beta"], ["alpha", "beta"], ["gamma"]] as const;
  const anyStatement = fc.record({
    variant: fc.constantFrom("V600E", "L597Q", "G469A"),
    drugs: fc.constantFrom(...therapies),
    relation: fc.constantFrom("combination", "substitutes", "sequential" as const),
    predicate: fc.constantFrom("sensitivity", "sensitivity", "resistance", "reduced sensitivity"),
    direction: fc.constantFrom("supports", "supports", "does not support"),
    disease: fc.constantFrom("DOID:1909", "DOID:9256", "DOID:162", null),
    level: fc.constantFrom("A", "B", "C", "D", "E"),
    rating: fc.constantFrom(null, 2, 4),
  });
  const anyStatements = fc
    .array(anyStatement, { minLength: 1, maxLength: 25 })
    .map((parts) => parts.map((each, number) => statement({ ...each, id: `S${number}` })));
  const observations = [v600e, variant("BRAF", "L597Q"), variant("BRAF", "G469A"), pten];

  it("does not depend on the order of statements or observations", () => {
    fc.assert(
      fc.property(
        anyStatements.chain((statements) =>
          fc.tuple(
            fc.constant(statements),
            fc.shuffledSubarray(statements, { minLength: statements.length }),
            fc.shuffledSubarray(observations, { minLength: observations.length }),
          ),
        ),
        ([statements, shuffled, seen]) => {
          const expected = JSON.stringify(assess({ statements, observations }));
          const again = JSON.stringify(assess({ statements: shuffled, observations: seen }));
          expect(again).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);

  it("gives every target a key of its own and ranks without gaps", () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        const { targets } = assess({ statements, observations });
        const keys = targets.map((target) => JSON.stringify(target.sortKey));
        expect(new Set(keys).size).toBe(keys.length);
        expect(targets.map((target) => target.rank)).toEqual(targets.map((_, place) => place + 1));
        for (const target of targets.slice(0, -1)) expect(target.rankedAbove).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it("never ranks what is blocked, and shows every statement that is met", () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        const { targets, blocked, notAssessed } = assess({ statements, observations });
        const ranked = new Set(targets.map((target) => target.therapy.id));
        expect(blocked.every((entry) => !ranked.has(entry.therapy.id))).toBe(true);
        const shown = [...targets, ...blocked].flatMap((entry) =>
          entry.evidence.map((row) => row.statement),
        );
        const unused = notAssessed.reduce((sum, entry) => sum + entry.statements, 0);
        expect(new Set(shown).size + unused).toBe(statements.length);
      }),
    );
  });
});
