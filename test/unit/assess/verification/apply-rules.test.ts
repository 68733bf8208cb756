import { describe, expect, it } from "vitest";
import { applyRules } from "../../../../src/assess/verification/apply-rules.ts";
import type { ProteinMeasurement } from "../../../../src/assess/measurements/protein-measurement.ts";
import { weighVerdicts } from "../../../../src/assess/verification/weigh-verdicts.ts";
import { index } from "../../match/constructed-case.ts";

const shown = (assay: ProteinMeasurement["assay"], seen: string): ProteinMeasurement => ({
  assay,
  seen,
  text: `${assay} ${seen}`,
  observation: null,
  support: null,
  provenance: null,
});

describe("the rules for the activity of a kinase", () => {
  it.each([
    ["high", "V15", "supported"],
    ["low", "V16", "not supported"],
    ["too few substrates", "V17", "not assessable"],
    ["between", "M10", "not informative"],
  ])("read %s by %s as %s for an activating change", (seen, id, verdict) => {
    const measurement = shown("kinase-activity", seen);
    const applied = applyRules(index.verificationRules, measurement, {
      finding: "activating change",
      gene: "BRAF",
      classes: new Set(),
      measurements: [measurement],
    });
    expect([applied?.rule.id, applied?.reading.verdict]).toEqual([id, verdict]);
  });

  it("read nothing of it for an amplification", () => {
    const measurement = shown("kinase-activity", "high");
    const situation = {
      finding: "amplification",
      gene: "ERBB2",
      classes: new Set<string>(),
      measurements: [measurement],
    } as const;
    expect(applyRules(index.verificationRules, measurement, situation)).toBeNull();
  });
});

describe("several verdicts on one alteration", () => {
  const weigh = (...verdicts: Parameters<typeof weighVerdicts>[0]) => weighVerdicts(verdicts).state;

  it("let activity support what abundance cannot tell", () => {
    expect(
      weigh(
        { state: "not informative", assay: "protein" },
        { state: "supported", assay: "kinase-activity" },
      ),
    ).toBe("supported");
  });

  it("let the absolute assay decide, unless it is silent", () => {
    expect(
      weigh({ state: "verified", assay: "protein" }, { state: "equivocal", assay: "ihc" }),
    ).toBe("equivocal");
    expect(
      weigh({ state: "verified", assay: "protein" }, { state: "not assessable", assay: "ihc" }),
    ).toBe("verified");
  });

  it("are discordant when they oppose each other", () => {
    expect(
      weigh({ state: "verified", assay: "protein" }, { state: "contradicted", assay: "ihc" }),
    ).toBe("discordant");
  });
});
