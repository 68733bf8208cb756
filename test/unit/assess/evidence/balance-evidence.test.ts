import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceEvidence } from "../../../../src/assess/evidence/balance-evidence.ts";
import type { EvidenceRow } from "../../../../src/model/report.ts";
import { statement, variant } from "../../match/constructed-case.ts";
import { makeEvidence } from "../../report/sample-report.ts";
import { assess } from "../assess-constructed.ts";

const none = {
  sensitivity: [],
  noBenefit: [],
  resistance: [],
  reducedSensitivity: [],
  adverseResponse: [],
};

describe("the balance of the statements about a therapy", () => {
  /** Spec, clinical R5. */
  it("splits the score of one B with 4 stars for and one B with 3 stars against: 20 and 15, in conflict", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", level: "B", rating: 4 }),
        statement({ id: "S2", level: "B", rating: 3, direction: "does not support" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]?.balance).toMatchObject({
      score: { supports: 20, against: 15 },
      conflict: true,
      weighs: "even",
      levels: [{ level: "B", supports: 1, doesNotSupport: 1, resists: 0 }],
    });
  });

  it("is no conflict where every statement points one way", () => {
    const balance = balanceEvidence({ ...none, sensitivity: [makeEvidence()] });
    expect(balance).toMatchObject({ conflict: false, weighs: "for" });
    expect(balance.reason.text).toBe("Supports: 1 at B; does not support: none; resists: none.");
  });

  it("counts a withdrawn approval as unrated, a holding one and a level A without stars as five", () => {
    const approval = { agency: "FDA" as const, date: "2020", documents: [] };
    const unrated = { evidenceLevel: "C", ampLevel: "C", rating: null } as const;
    const score = (row: Partial<EvidenceRow>): number =>
      balanceEvidence({ ...none, sensitivity: [makeEvidence({ ...unrated, ...row })] }).score
        .supports;
    expect(score({})).toBe(3);
    expect(score({ approvals: [{ ...approval, status: "regular" }] })).toBe(15);
    expect(score({ approvals: [{ ...approval, status: "withdrawn" }] })).toBe(3);
    expect(score({ evidenceLevel: "A" })).toBe(50);
  });

  it("is shown of blocked therapies as well", () => {
    const { blocked } = assess({
      statements: [
        statement({ id: "S1", level: "B" }),
        statement({ id: "S2", predicate: "resistance", level: "A" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(blocked[0]?.balance).toMatchObject({ conflict: true, weighs: "against" });
  });

  it("never lets weaker statements, however many, outvote a stronger one", () => {
    const weak = fc.constantFrom("B", "C", "D", null);
    fc.assert(
      fc.property(fc.array(weak, { maxLength: 60 }), fc.boolean(), (levels, isFor) => {
        const strong = [makeEvidence({ ampLevel: "A" })];
        const many = levels.map((ampLevel) => makeEvidence({ ampLevel }));
        const balance = balanceEvidence({
          ...none,
          sensitivity: isFor ? strong : many,
          resistance: isFor ? many : strong,
        });
        expect(balance.weighs).toBe(isFor ? "for" : "against");
      }),
    );
  });

  it("weighs nothing by what is not tiered", () => {
    const elsewhere = makeEvidence({ ampLevel: null });
    const balance = balanceEvidence({ ...none, sensitivity: [elsewhere] });
    expect(balance).toMatchObject({ weighs: "even", levels: [{ level: "not tiered" }] });
  });

  it("is no conflict where all speak against it", () => {
    const balance = balanceEvidence({ ...none, resistance: [makeEvidence()] });
    expect(balance).toMatchObject({ conflict: false, weighs: "against" });
    expect(balance.reason).toEqual({
      code: "evidence-agrees",
      text: "Supports: none; does not support: none; resists: 1 at B.",
    });
  });

  it("says of a conflict which way the best level speaks", () => {
    const told = (supports: number, opposes: number) =>
      balanceEvidence({
        ...none,
        sensitivity: Array.from({ length: supports }, () => makeEvidence()),
        noBenefit: Array.from({ length: opposes }, () => makeEvidence()),
      });
    expect(told(2, 1).reason.text).toContain("Level B speaks for its use");
    expect(told(1, 2).reason.text).toContain("Level B speaks against its use");
    expect(told(1, 1).reason).toEqual({
      code: "conflicting-evidence",
      text: "Supports: 1 at B; does not support: 1 at B; resists: none. Neither side is stronger at level B, the best; weaker levels do not outvote it.",
    });
  });

  it("says of a conflict that nothing in it is tiered, and leaves it even", () => {
    const row = makeEvidence({ ampLevel: null });
    const balance = balanceEvidence({ ...none, sensitivity: [row, row], noBenefit: [row] });
    expect(balance.weighs).toBe("even");
    expect(balance.reason.text).toContain("None of them is tiered here, so they decide nothing.");
  });

  it("is decided by a label that leaves the case out, unless another indication is approved beside it", () => {
    const documents = [{ id: "LABEL:x", label: "X, FDA label", url: "https://example.org/" }];
    const approved: Partial<EvidenceRow> = {
      ampLevel: "A",
      approvals: [{ agency: "FDA", status: "regular", date: "2020", documents }],
    };
    const leftOut = makeEvidence({ ampLevel: "A", direction: "does not support", documents });
    const benefit = [makeEvidence(approved), makeEvidence(approved)];
    const balance = balanceEvidence({ ...none, sensitivity: benefit, noBenefit: [leftOut] });
    expect(balance.weighs).toBe("against");
    expect(balance.reason.text).toContain("The label leaves this case out, which decides.");
    const elsewhere = makeEvidence({ ...approved, disease: { id: "DOID:162", name: "Cancer" } });
    const beside = balanceEvidence({
      ...none,
      sensitivity: [...benefit, elsewhere],
      noBenefit: [leftOut],
    });
    expect(beside.weighs).toBe("for");
    expect(beside.reason.text).toContain("Level A speaks for its use");
  });
});
