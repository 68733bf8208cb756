import { describe, expect, it } from "vitest";
import { statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

function reasonsOf(parts: Parameters<typeof statement>[0], caseDisease = "DOID:1909") {
  const { targets } = assess({
    statements: [statement(parts)],
    observations: [variant(parts.gene ?? "BRAF", parts.variant ?? "V600E")],
    caseDisease,
  });
  return targets[0]?.actionability?.map(({ code }) => code);
}

/** The four reasons of DRUP (spec, clinical R6.8). */
describe("a target says by which reason it is actionable", () => {
  it("as the target of a drug that is approved in any indication", () => {
    expect(reasonsOf({ id: "S1", documents: [] }, "DOID:9256")).toEqual([
      "target-of-approved-drug",
    ]);
  });

  it("as a susceptibility of its own: BRCA and PARP", () => {
    const brca = { id: "S1", gene: "BRCA2", variant: "E1493fs", drugs: ["olaparib"] };
    expect(reasonsOf({ ...brca, documents: [] })).toEqual(["unique-susceptibility"]);
  });

  it("by published evidence, to which a label or a registration does not add", () => {
    const other = { id: "S1", drugs: ["dabrafenib"] };
    expect(reasonsOf({ ...other, documents: ["PMID:1", "LABEL:x"] })).toEqual([
      "published-evidence",
    ]);
    expect(reasonsOf({ ...other, documents: ["NCT:NCT00000001"] })).toEqual(["none-shown"]);
  });
});

describe("an approval here is marked as a use on label", () => {
  const approvals = [
    { agency: "FDA", status: "regular", date: "2011-08-17", documents: [] },
  ] as const;

  it("and says that it is no match of a trial (spec, clinical R6.6)", () => {
    const { targets } = assess({
      statements: [statement({ id: "S1", approvals })],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]?.onLabel).toMatchObject({ code: "on-label" });
    expect(targets[0]?.onLabel?.text).toContain("FDA 2011-08-17");
    expect(targets[0]?.onLabel?.text).toContain("not a match of a trial");
  });

  it("and one of another tumor is not", () => {
    const { targets } = assess({
      statements: [statement({ id: "S1", approvals })],
      observations: [variant("BRAF", "V600E")],
      caseDisease: "DOID:9256",
    });
    expect(targets).toHaveLength(1);
    expect(targets[0]).not.toHaveProperty("onLabel");
  });
});
