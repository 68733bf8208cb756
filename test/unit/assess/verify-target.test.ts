import { describe, expect, it } from "vitest";
import type { OutlierCall } from "../../../src/annotate/protein-outliers.ts";
import { verifyTarget } from "../../../src/assess/verify-target.ts";
import type { CopyNumberAlteration } from "../../../src/model/alteration.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { call, index, outlier, variant } from "../match/constructed-case.ts";

function verify(
  alterations: Observation | readonly Observation[],
  outliers: readonly OutlierCall[] | null,
) {
  return verifyTarget("id" in alterations ? [alterations] : alterations, {
    outliers: outliers ?? [],
    proteinGiven: outliers !== null,
    geneRole: index.geneRole,
  });
}

function copies(
  gene: string,
  change: CopyNumberAlteration["change"],
): Observation<CopyNumberAlteration> {
  return {
    ...variant(gene, "X1Y"),
    id: `copy-number:${gene}`,
    label: `${gene} ${change}`,
    alteration: { kind: "copy-number", gene, change, copies: null },
  };
}

const truncated = variant("PTEN", "R130*", { term: "stop_gained" });
const hotspot = variant("BRAF", "V600E");
const calls = ["up", "down", "none", "not assessable"] as const;

describe("the verdict of a protein table on a DNA finding", () => {
  it.each<[string, Observation, readonly string[]]>([
    [
      "an amplification",
      copies("ERBB2", "amplification"),
      ["verified", "not supported", "not supported", "not assessable"],
    ],
    [
      "a loss of function of a tumor suppressor",
      truncated,
      ["not supported", "verified", "not supported", "not assessable"],
    ],
    [
      "a homozygous deletion",
      copies("PTEN", "homozygous-deletion"),
      ["not supported", "verified", "not supported", "not assessable"],
    ],
    [
      "a hotspot missense change of an oncogene",
      hotspot,
      ["not informative", "not informative", "not informative", "not assessable"],
    ],
    [
      "a BRCA2 change",
      variant("BRCA2", "K944*", { term: "stop_gained" }),
      ["not informative", "not informative", "not informative", "not informative"],
    ],
    [
      "a missense change of a tumor suppressor",
      variant("TP53", "R175H"),
      ["not informative", "not informative", "not informative", "not informative"],
    ],
  ])("on %s for up, down, none and not assessable", (_, observation, states) => {
    const gene = observation.gene ?? "";
    const verdicts = calls.map((each) => verify(observation, [call(gene, each)]).state);
    expect(verdicts).toEqual(states);
    expect(verdicts).not.toContain("contradicted");
  });

  it("carries the numbers and the rule", () => {
    expect(verify(truncated, [call("PTEN", "down")])).toEqual({
      state: "verified",
      reason: {
        code: "rule-v08",
        text:
          "PTEN R130*: PTEN protein is low (modified z 7.9, log2 fold change 2.9, q 0.0012 over 12 tested, n 40 in cohort cohort); " +
          "less protein is what a loss of function predicts (rule V08).",
      },
      observations: ["expression:protein:PTEN:down"],
    });
  });

  it("says why a cohort cannot tell", () => {
    const { state, reason } = verify(truncated, [call("PTEN", "not assessable")]);
    expect(state).toBe("not assessable");
    expect(reason.text).toContain("(The cohort has 12 values)");
  });

  it("takes a missing row for not assessable, never for low", () => {
    expect(verify(truncated, [call("EGFR", "none")]).state).toBe("not assessable");
  });

  it("is not assessed without a table, but for genes whose protein never tells", () => {
    expect(verify(truncated, null).state).toBe("not assessed");
    expect(verify(hotspot, null).state).toBe("not assessed");
    expect(verify(variant("BRCA2", "K944fs"), null).state).toBe("not informative");
  });

  it("is discordant when two tables disagree", () => {
    const tables = [call("PTEN", "down"), call("PTEN", "none"), call("PTEN", "not assessable")];
    expect(verify(truncated, tables).state).toBe("discordant");
  });

  it("verifies a protein outlier by its own measurement", () => {
    expect(verify(outlier("ERBB2", "up"), [call("ERBB2", "up")]).state).toBe("verified");
    expect(verify(outlier("PTEN", "down"), [call("PTEN", "down")]).state).toBe("verified");
  });

  it("on several alterations is the best one, with every sentence", () => {
    const { state, reason } = verify(
      [hotspot, truncated],
      [call("PTEN", "down"), call("BRAF", "none")],
    );
    expect(state).toBe("verified");
    expect(reason.text).toContain("PTEN R130*");
    expect(reason.text).toContain("BRAF V600E");
  });
});
