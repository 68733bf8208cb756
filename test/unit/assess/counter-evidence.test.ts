import { describe, expect, it } from "vitest";
import { statement, variant } from "../match/constructed-case.ts";
import { assess } from "./assess-constructed.ts";

const colorectal = "DOID:9256";
const noBenefit = { direction: "does not support" } as const;

describe("counter-evidence in the tumor of the case", () => {
  /** `negative_evidence_cases.csv`, case 1. */
  it("lowers the rank of a preclinical everolimus row and is shown beside it", () => {
    const pik3ca = { gene: "PIK3CA", variant: "H1047R", disease: "DOID:1" };
    const { targets } = assess({
      statements: [
        statement({ ...pik3ca, id: "S1", level: "D", drugs: ["everolimus"] }),
        statement({ ...pik3ca, ...noBenefit, id: "S2", level: "B", drugs: ["everolimus"] }),
        statement({ ...pik3ca, id: "S3", level: "D", drugs: ["taselisib"], rating: 1 }),
      ],
      observations: [variant("PIK3CA", "H1047R")],
      caseDisease: "DOID:1115",
    });
    expect(targets.map((target) => target.therapy.id)).toEqual(["taselisib", "everolimus"]);
    expect(targets[1]?.flags.map((flag) => flag.code)).toEqual(["counter-evidence"]);
    expect(targets[1]?.evidence.map((row) => row.statement)).toEqual(["S1", "S2"]);
  });

  /** `negative_evidence_cases.csv`, case 2. */
  it("overrides what is carried over from melanoma to colorectal BRAF V600E", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", drugs: ["vemurafenib"] }),
        statement({ ...noBenefit, id: "S2", level: "B", disease: colorectal }),
        statement({
          id: "S3",
          level: "B",
          disease: colorectal,
          drugs: ["encorafenib", "cetuximab"],
        }),
        statement({ id: "S4", level: "B", drugs: ["other"], rating: 3 }),
      ],
      observations: [variant("BRAF", "V600E")],
      caseDisease: colorectal,
    });
    expect(targets.map((target) => [target.therapy.id, target.amp.tier])).toEqual([
      ["cetuximab+encorafenib", "I"],
      ["other", "II"],
      ["vemurafenib", "II"],
    ]);
    expect(targets[2]?.flags[0]?.text).toBe(
      "No benefit from Vemurafenib was found in this tumor: CIViC S2 (colorectal cancer, AMP level B).",
    );
  });

  it("of level B caps support of level B at tier II and says what it reached before", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", level: "B" }),
        statement({ ...noBenefit, id: "S2", level: "B" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]?.amp).toMatchObject({
      level: "C",
      tier: "II",
      statements: ["S1"],
      reason: { code: "capped-by-counter-evidence" },
    });
    expect(targets[0]?.amp.reason.text).toContain("reaches AMP level B");
  });

  it("of level B flags and does not cap support of level A", () => {
    const { targets } = assess({
      statements: [statement({ id: "S1" }), statement({ ...noBenefit, id: "S2", level: "B" })],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]).toMatchObject({
      amp: { level: "A" },
      flags: [{ code: "counter-evidence" }],
    });
  });

  it("is only a caveat when it is weaker than the support or from another tumor", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1", level: "B" }),
        statement({ ...noBenefit, id: "S2", level: "C" }),
        statement({ ...noBenefit, id: "S3", disease: colorectal }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]).toMatchObject({ amp: { level: "B" }, flags: [] });
    expect(targets[0]?.caveats.map((caveat) => caveat.code)).toContain(
      "counter-evidence-elsewhere",
    );
  });
});

describe("reduced sensitivity and adverse response", () => {
  it("are flags of a therapy that is ranked", () => {
    const { targets } = assess({
      statements: [
        statement({ id: "S1" }),
        statement({ id: "S2", predicate: "reduced sensitivity", level: "C" }),
        statement({ id: "S3", predicate: "adverse response", level: "C" }),
      ],
      observations: [variant("BRAF", "V600E")],
    });
    expect(targets[0]?.flags.map((flag) => flag.code)).toEqual([
      "reduced-sensitivity",
      "adverse-response",
    ]);
  });
});
