import { describe, expect, it } from "vitest";
import { approvalsHere, nameApprovals } from "../../../../src/assess/evidence/approvals.ts";
import type { Statement } from "../../../../src/knowledgebase/knowledgebase.ts";
import { statement, variant } from "../../match/constructed-case.ts";
import { makeEvidence } from "../../report/sample-report.ts";
import { assess } from "../assess-constructed.ts";

const colorectal = "DOID:9256";
const label = { id: "LABEL:x", label: "X, FDA label", url: "https://example.org/" };

function approval(changes: Partial<Statement["approvals"][number]> = {}) {
  return {
    agency: "FDA",
    status: "regular",
    date: "2018-06-27",
    documents: [label],
    ...changes,
  } as const;
}

const escat = (tier: "I-A" | "I-B" | "II-B" | "III-A"): Statement["escat"] => ({
  tier,
  evidence: [],
  curator: "A. Curator",
  date: "2026-11-25",
});

function order(...statements: readonly Statement[]) {
  return assess({ statements, observations: [variant("BRAF", "V600E")] }).targets;
}

const ids = (...statements: readonly Statement[]) =>
  order(...statements).map((target) => target.therapy.id);

describe("an approval in the tumor of the case", () => {
  it("makes level A of any level, and says which approval", () => {
    const [target] = order(
      statement({ id: "S1", level: "C", rating: null, approvals: [approval()] }),
    );
    expect(target?.amp).toMatchObject({ level: "A", tier: "I" });
    expect(target?.evidence[0]?.ampReason.text).toContain("approved (FDA 2018-06-27)");
  });

  it("counts as level C where it is of another tumor", () => {
    const [target] = order(
      statement({ id: "S1", level: "D", disease: colorectal, approvals: [approval()] }),
    );
    expect(target?.amp).toMatchObject({ level: "C", tier: "II" });
    expect(target?.sortKey.find(({ name }) => name === "approval")?.value).toBe("none curated");
  });

  it("counts no longer when it was withdrawn, and the report says so", () => {
    const [target] = order(
      statement({ id: "S1", level: "D", approvals: [approval({ status: "withdrawn" })] }),
    );
    expect(target?.amp.level).toBe("D");
    expect(target?.caveats.map(({ code }) => code)).toContain("approval-withdrawn");
  });

  it("is of benefit only: no statement of resistance is stronger for it", () => {
    const { blocked } = assess({
      statements: [
        statement({ id: "S1", predicate: "resistance", level: "D", approvals: [approval()] }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(blocked[0]?.evidence[0]?.ampLevel).toBe("D");
  });

  it("ranks before evidence of level A without one, whatever its rating", () => {
    const approved = statement({
      id: "S1",
      drugs: ["zeta"],
      rating: null,
      approvals: [approval()],
    });
    const [first] = order(statement({ id: "S2", drugs: ["alpha"], rating: 5 }), approved);
    expect(first?.therapy.id).toBe("zeta");
    expect(first?.rankedAbove?.decidedBy).toBe("approval");
  });

  it("is named with its agency, its day as far as it is known, and its kind", () => {
    expect(
      nameApprovals([
        approval(),
        approval({ agency: "EMA", date: "2018-09", status: "conditional" }),
        approval({ agency: "EMA", date: null }),
        approval(),
      ]),
    ).toBe("EMA 2018-09 (conditional), EMA date not known, FDA 2018-06-27");
  });
});

describe("among approved targets", () => {
  const both = { approvals: [approval()] };

  it("a curated ESCAT tier decides, then whether a regimen was replaced", () => {
    const tiered = statement({ ...both, id: "S1", drugs: ["c"], escat: escat("I-A") });
    const other = statement({ ...both, id: "S2", drugs: ["b"], escat: escat("I-B") });
    const none = statement({ ...both, id: "S3", drugs: ["a"] });
    expect(ids(none, other, tiered)).toEqual(["c", "b", "a"]);
    const replaced = statement({
      ...both,
      id: "S4",
      drugs: ["A"],
      rating: 5,
      supersededBy: {
        therapy: { relation: "single", drugs: [{ id: "b", name: "B" }] },
        documents: [label],
      },
    });
    const targets = order(replaced, statement({ ...both, id: "S5", drugs: ["b"], rating: 1 }));
    expect(targets.map((target) => target.therapy.id)).toEqual(["b", "A"]);
    expect(targets[0]?.rankedAbove?.decidedBy).toBe("superseded");
    expect(targets[1]?.caveats.find(({ code }) => code === "superseded")?.text).toBe(
      "B has replaced A here, by X, FDA label.",
    );
  });
});

describe("an ESCAT tier", () => {
  const valueOf = (...statements: readonly Statement[]) =>
    order(...statements)[0]?.sortKey.find(({ name }) => name === "ESCAT")?.value;

  it("of I or II in another tumor is III-A here, and says from which statement", () => {
    const elsewhere = statement({ id: "S1", disease: colorectal, escat: escat("II-B") });
    expect(valueOf(elsewhere)).toBe("III-A (A. Curator, 2026-11-25, derived from S1)");
    expect(valueOf(statement({ id: "S2", escat: escat("III-A") }), elsewhere)).toBe(
      "III-A (A. Curator, 2026-11-25)",
    );
  });

  it("of III in another tumor gives none, and none is ever computed", () => {
    const elsewhere = statement({ id: "S1", disease: colorectal, escat: escat("III-A") });
    expect(valueOf(elsewhere)).toBe("not curated");
    expect(valueOf(statement({ id: "S1", approvals: [approval()] }))).toBe("not curated");
  });

  it.each([
    ["an approval", { approvals: [approval()] }],
    ["a level A of the source", { level: "A" }],
    ["resistance", { predicate: "resistance", level: "D", escat: escat("I-A") }],
    ["an absence of benefit", { direction: "does not support", level: "D", escat: escat("I-A") }],
    ["another drug", { drugs: ["other"], disease: colorectal, level: "D", escat: escat("I-A") }],
  ] as const)("is not made of %s (escat_traps.csv)", (_, parts) => {
    const own = statement({ id: "S1", level: "A" });
    expect(valueOf(own, statement({ id: "S2", ...parts }))).toBe("not curated");
  });

  it("is of an alteration: one that is curated for its gene says nothing of a variant without known effect", () => {
    const ofGene = statement({
      id: "S1",
      escat: escat("I-A"),
      constraints: [{ type: "consequence", gene: "BRAF", class: "mutation" }],
    });
    const tierFor = (change: string) =>
      assess({
        statements: [ofGene],
        observations: [variant("BRAF", change)],
      }).targets[0]?.sortKey.find(({ name }) => name === "ESCAT")?.value;
    expect(tierFor("V600E")).toBe("I-A (A. Curator, 2026-11-25)");
    expect(tierFor("L10V")).toBe("not curated");
  });
});

/** Spec, clinical R1.3 and R6.7: what an approval gives, it gives to a benefit in the tumor of the case, at level A. */
describe("of what approvals rows state", () => {
  const row = (changes: Parameters<typeof makeEvidence>[0] = {}) =>
    makeEvidence({ ampLevel: "A", relation: "same", approvals: [approval()], ...changes } as never);
  const held = (...evidence: ReturnType<typeof row>[]) => approvalsHere({ evidence });

  it("those of a benefit in the tumor of the case hold, also of a wider disease", () => {
    expect(held(row())).toHaveLength(1);
    expect(held(row({ relation: "ancestor" }))).toHaveLength(1);
  });

  it.each([
    ["resistance", { predicate: "resistance" }],
    ["a benefit that is disputed", { direction: "does not support" }],
    ["another tumor", { relation: "other" }],
    ["a subtype that the case does not name", { relation: "descendant" }],
    ["an alteration that does not reach level A", { ampLevel: "C" }],
    ["one that was withdrawn", { approvals: [approval({ status: "withdrawn" })] }],
  ] as const)("none holds of %s", (_, changes) => {
    expect(held(row(changes as never))).toEqual([]);
    expect(held(row(changes as never), row())).toHaveLength(1);
  });

  it("one holds no more where a label leaves the case out of the disease that it is for", () => {
    const exclusion = row({ direction: "does not support", approvals: [], documents: [label] });
    expect(held(row(), exclusion)).toEqual([]);
    expect(held(row({ disease: { id: "DOID:162", name: "Cancer" } }), exclusion)).toHaveLength(1);
  });
});
