import { describe, expect, it, test } from "vitest";
import type { OutlierCall } from "../../../../src/annotate/proteins/protein-outliers.ts";
import type { CopyNumberAlteration } from "../../../../src/model/alteration.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { call, outlier, variant } from "../../match/constructed-case.ts";
import {
  copies,
  fusion,
  ish,
  mmr,
  msi,
  type Seen,
  site,
  stain,
  verify,
  verifyFully,
} from "./constructed-proteins.ts";

const amplified = copies("ERBB2", "amplification");
const truncated = variant("PTEN", "R130*", { term: "stop_gained" });
const hotspot = variant("BRAF", "V600E");
const calls = ["up", "down", "none", "not assessable"] as const;

describe("each rule of the table", () => {
  const antibody = ["trastuzumab"];
  const lowSite = [call("ERBB2", "up"), site("ERBB2", "down")];
  const low = stain("PTEN", "lost");
  const high = stain("CD274", "positive");
  it.each<[string, Observation, Seen, string]>([
    ["V01", amplified, { beside: [stain("ERBB2", "3+")] }, "verified"],
    ["V02", amplified, { beside: [stain("ERBB2", "2+")] }, "equivocal"],
    ["V03", amplified, { beside: [stain("ERBB2", "0")] }, "contradicted"],
    ["V04", amplified, { outliers: [call("ERBB2", "up")] }, "verified"],
    ["V05", amplified, { outliers: [call("ERBB2", "none")] }, "not supported"],
    ["V06", amplified, { outliers: [] }, "not assessable"],
    ["V07", amplified, { outliers: lowSite, drugs: antibody }, "verified"],
    ["V08", truncated, { beside: [low] }, "verified"],
    ["V09", truncated, { beside: [stain("PTEN", "retained")] }, "not supported"],
    ["V10", low, {}, "verified"],
    [
      "V11",
      variant("MLH1", "Q10*", { term: "stop_gained" }),
      { beside: mmr(["MLH1", "PMS2"]) },
      "verified",
    ],
    ["V12", msi("high"), { beside: mmr([]) }, "discordant"],
    ["V13", stain("MSH6", "lost"), { beside: [...mmr(["MSH6"]), msi("stable")] }, "discordant"],
    ["V14", hotspot, { outliers: [call("BRAF", "up")] }, "not informative"],
    [
      "V18",
      copies("PTEN", "homozygous-deletion"),
      { outliers: [call("PTEN", "down")] },
      "verified",
    ],
    ["V19", copies("PTEN", "loss"), { beside: [low] }, "verified"],
    ["V20", copies("PTEN", "loss"), {}, "not assessable"],
    ["V21", copies("EGFR", "amplification"), { beside: [stain("EGFR", "positive")] }, "verified"],
    ["V22", fusion("EML4", "ALK"), { beside: [stain("ALK", "positive")] }, "supported"],
    ["V22", fusion("EML4", "ALK"), { beside: [stain("ALK", "negative")] }, "not supported"],
    ["V23", variant("BRCA2", "K944*", { term: "stop_gained" }), {}, "not informative"],
    ["V24", high, {}, "verified"],
  ])("%s", (rule, alteration, seen, state) => {
    const verification = verify(alteration, seen);
    expect(verification.state).toBe(state);
    expect(verification.reason.text).toContain(`(rule ${rule})`);
  });
});

test("what a relative measurement does not support, an absolute one has still shown", () => {
  const beside = [stain("ERBB2", "3+")];
  expect(verify(amplified, { beside, outliers: [call("ERBB2", "none")] }).state).toBe("verified");
  expect(
    verify(amplified, { beside: [stain("ERBB2", "0")], outliers: [call("ERBB2", "up")] }).state,
  ).toBe("discordant");
});

describe("the verdict of a protein table on a DNA finding", () => {
  it.each<[string, Observation, readonly string[]]>([
    [
      "an amplification",
      amplified,
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
      "the loss of one copy",
      copies("PTEN", "loss"),
      ["not supported", "supported", "not supported", "not assessable"],
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
    const verdicts = calls.map(
      (each) => verify(observation, { outliers: [call(gene, each)] }).state,
    );
    expect(verdicts).toEqual(states);
    expect(verdicts).not.toContain("contradicted");
  });

  it("carries the numbers and the rule, in words and as data", () => {
    const found = call("PTEN", "down");
    expect(verify(truncated, { outliers: [found] })).toEqual({
      state: "verified",
      reason: {
        code: "rule-v08b",
        text:
          "PTEN R130*: PTEN protein is low (modified z 7.9, log2 fold change 2.9, q 0.0012 over 12 tested, n 40 in cohort cohort); " +
          "less protein is what a loss of function predicts (rule V08b).",
      },
      observations: ["expression:protein:PTEN:down"],
      measurements: [
        {
          alteration: truncated.id,
          gene: "PTEN",
          assay: "protein",
          seen: "down",
          text: "PTEN protein is low (modified z 7.9, log2 fold change 2.9, q 0.0012 over 12 tested, n 40 in cohort cohort)",
          verdict: "verified",
          rule: "V08b",
          support: found.support,
          provenance: found.provenance,
        },
      ],
    });
  });

  it("says why a cohort cannot tell", () => {
    const { state, reason } = verify(truncated, { outliers: [call("PTEN", "not assessable")] });
    expect(state).toBe("not assessable");
    expect(reason.text).toContain("(The cohort has 12 values)");
  });

  it("takes a missing row for not assessable, never for low", () => {
    expect(verify(truncated, { outliers: [call("EGFR", "none")] }).state).toBe("not assessable");
  });

  it("is not assessed without a table, but for genes whose protein never tells", () => {
    expect(verify(truncated, {}).state).toBe("not assessed");
    expect(verify(hotspot, {}).state).toBe("not assessed");
    expect(verify(variant("BRCA2", "K944fs"), {}).state).toBe("not informative");
  });

  it("is discordant when two tables disagree", () => {
    const outliers = [call("PTEN", "down"), call("PTEN", "none"), call("PTEN", "not assessable")];
    const { state, reason, measurements } = verify(truncated, { outliers });
    expect(state).toBe("discordant");
    expect(reason.text).toContain("is low");
    expect(reason.text).toContain("no outlier");
    expect(measurements).toHaveLength(2);
  });

  it("verifies a protein outlier by its own measurement", () => {
    const state = (direction: "up" | "down", gene: string) =>
      verify(outlier(gene, direction), { outliers: [call(gene, direction)] }).state;
    expect([state("up", "ERBB2"), state("down", "PTEN")]).toEqual(["verified", "verified"]);
  });

  it("on several alterations is the best one, with every sentence", () => {
    const { state, reason } = verify([hotspot, truncated], {
      outliers: [call("PTEN", "down"), call("BRAF", "none")],
    });
    expect(state).toBe("verified");
    expect(reason.text).toContain("PTEN R130*");
    expect(reason.text).toContain("BRAF V600E");
  });
});

describe("HER2 stains on an amplification", () => {
  const state = (...beside: Observation[]) => verify(amplified, { beside }).state;

  it("contradicts by 0 only, and calls 1+ HER2-low for antibody-drug conjugates", () => {
    expect(state(stain("ERBB2", "0"))).toBe("contradicted");
    expect(state(stain("ERBB2", "1+"))).toBe("not supported");
    const text = (drugs: readonly string[]) =>
      verify(amplified, { beside: [stain("ERBB2", "1+")], drugs }).reason.text;
    expect(text(["trastuzumab-deruxtecan"])).toContain("HER2-low");
    expect(text(["lapatinib"])).not.toContain("HER2-low");
  });

  it("lets in situ hybridization decide 2+", () => {
    const with2 = (ratio: number, copiesSeen: number) =>
      state(stain("ERBB2", "2+"), ish("ratio", ratio), ish("copies", copiesSeen));
    expect(with2(2.4, 6.1)).toBe("verified");
    expect(with2(1.2, 2.1)).toBe("not supported");
  });

  it("is discordant for 3+ with hybridization of group 5", () => {
    const beside = [stain("ERBB2", "3+"), ish("ratio", 1.2), ish("copies", 2.1)];
    const { state: found, reason } = verify(amplified, { beside });
    expect(found).toBe("discordant");
    expect(reason.text).toContain("group 5");
  });

  it("never takes hybridization for proof of protein", () => {
    expect(state(ish("ratio", 2.4), ish("copies", 8))).toBe("not assessable");
    expect(state(stain("ERBB2", "0"), ish("ratio", 2.4), ish("copies", 8))).toBe("discordant");
  });

  it("is discordant when a stain and a table oppose each other, and tells both", () => {
    const { state: found, reason } = verify(amplified, {
      beside: [stain("ERBB2", "0")],
      outliers: [call("ERBB2", "up")],
    });
    expect(found).toBe("discordant");
    expect(reason).toMatchObject({ code: "measurements-differ" });
    expect(reason.text).toContain("HER2 IHC 0");
    expect(reason.text).toContain("modified z 7.9");
  });

  it("takes the absolute assay before the relative one", () => {
    const seen = { beside: [stain("ERBB2", "2+")], outliers: [call("ERBB2", "up")] };
    expect(verify(amplified, seen).state).toBe("equivocal");
  });

  it("reads low phosphorylation by the class of the drug", () => {
    const outliers = [call("ERBB2", "up"), site("ERBB2", "down")];
    const of = (drug: string) => verifyFully(amplified, { outliers, drugs: [drug] });
    expect(of("trastuzumab").flags).toEqual([]);
    expect(of("trastuzumab").verification.state).toBe("verified");
    expect(of("lapatinib").verification.state).toBe("verified");
    expect(of("lapatinib").flags).toMatchObject([{ code: "rule-v07" }]);
  });

  it("marks the kinase inhibitor of a combination with an antibody, and names it", () => {
    const outliers = [call("ERBB2", "up"), site("ERBB2", "down")];
    const drugs = ["trastuzumab", "capecitabine", "lapatinib"];
    const { verification, flags } = verifyFully(amplified, { outliers, drugs });
    expect(verification.state).toBe("verified");
    expect(verification.reason.text).toContain("trastuzumab: much HER2 with little");
    expect(flags).toMatchObject([{ code: "rule-v07" }]);
    expect(flags[0]?.text).toMatch(/^lapatinib: HER2 is high and its phosphorylation low/);
  });

  it("shows the score of a kinase as it is given, also where no table of proteins was", () => {
    const score: OutlierCall = { ...call("BRAF", "not assessable"), molecule: "kinase-activity" };
    const { state: found, reason, measurements } = verify(hotspot, { kinaseScores: [score] });
    expect(found).toBe("not informative");
    expect(reason.text).toContain("no rule reads this measurement");
    expect(measurements).toMatchObject([{ assay: "kinase-activity", seen: "as given" }]);
    expect(verify(hotspot, {}).reason.text).toContain("no protein table and no stain was given");
  });

  describe("of a row of several genes", () => {
    const shared = (called: (typeof calls)[number]): OutlierCall => ({
      ...call("ERBB2", called),
      group: ["ERBB2", "ERBB3"],
    });

    it.each([
      ["up", "equivocal"],
      ["none", "not informative"],
      ["down", "not informative"],
      ["not assessable", "not assessable"],
    ] as const)("is no proof: %s is %s for an amplification", (called, expected) => {
      const {
        state: found,
        reason,
        observations,
      } = verify(amplified, { outliers: [shared(called)] });
      expect(found).toBe(expected);
      expect(observations).toEqual([]);
      if (called === "not assessable") return;
      expect(reason.text).toContain("ERBB2 protein (row of ERBB2 and ERBB3)");
      expect(reason.text).toContain(
        "which of ERBB2 and ERBB3 the value is of is not known, so alone it verifies nothing",
      );
    });

    it("leaves the verdict to what measured the protein by itself", () => {
      const outliers = [shared("none")];
      expect(verify(amplified, { outliers, beside: [stain("ERBB2", "3+")] }).state).toBe(
        "verified",
      );
      const low = { outliers: [shared("up")], beside: [stain("ERBB2", "0")] };
      expect(verify(amplified, low).state).toBe("contradicted");
    });

    it("is no target of its own that is verified", () => {
      const high = outlier("ERBB2", "up");
      expect(verify(high, { outliers: [call("ERBB2", "up")] }).state).toBe("verified");
      expect(verify(high, { outliers: [shared("up")] }).state).toBe("equivocal");
    });
  });

  it("reads PTEN of below 10 % of cells as lost, of half of them as kept, and leaves open what is between", () => {
    const share = (score: string) => stain("PTEN", score, { unit: "%" });
    const low = verify(truncated, { beside: [share("5")] });
    expect(low.state).toBe("verified");
    expect(low.reason.text).toContain("5 %, where below 10 % of cells counts as lost");
    expect(verify(truncated, { beside: [share("60")] }).state).toBe("not supported");
    const open = verify(truncated, { beside: [share("20")] });
    expect(open.state).toBe("equivocal");
    expect(open.reason.text).toContain("cut-offs of loss differ from 10 to 50 % of cells");
  });

  it("does not say that a table lacks a protein, which an ambiguous alias may mean", () => {
    expect(verify(amplified, { outliers: [] }).reason.text).toContain(
      "ERBB2 protein has no row of its own in a table of the case",
    );
  });

  it("says that the protein was not measured where only a ratio of in situ hybridization was given", () => {
    const { state: found, reason } = verify(amplified, { beside: [ish("ratio", 2.5)] });
    expect(found).toBe("not assessed");
    expect(reason.text).toContain("no measurement of the ERBB2 protein was given");
  });

  it("does not read a stain of another gene, nor one in words it does not know", () => {
    expect(state(stain("EGFR", "3+"))).toBe("not assessed");
    expect(state(stain("ERBB2", "strong"))).toBe("not informative");
  });
});

describe("copy numbers", () => {
  const broad = (gene: string): Observation<CopyNumberAlteration> => {
    const amplification = copies(gene, "amplification");
    const segment = { contig: "7", start: 1, end: 10_000_001 } as const;
    return { ...amplification, alteration: { ...amplification.alteration, segment } };
  };

  it("of more than 10 Mb are no focal amplification, which a stain alone does not verify", () => {
    const seen = { beside: [stain("EGFR", "positive")] };
    expect(verify(copies("EGFR", "amplification"), seen).state).toBe("verified");
    expect(verify(broad("EGFR"), seen).state).toBe("supported");
    expect(verify(broad("ERBB2"), { beside: [stain("ERBB2", "3+")] }).state).toBe("verified");
  });

  it("of both copies from one parent count with a stain or a second hit", () => {
    const neutral = copies("PTEN", "copy-neutral-loh");
    const state = (...beside: Observation[]) => verify(neutral, { beside }).state;
    expect(state()).toBe("not assessable");
    expect(state(stain("PTEN", "lost"))).toBe("verified");
    expect(state(stain("PTEN", "retained"))).toBe("not supported");
    expect(verify(neutral, { beside: [truncated], outliers: [call("PTEN", "down")] }).state).toBe(
      "verified",
    );
  });

  it("say nothing of one lost copy of an oncogene, of a gain, or of a part of a gene", () => {
    const outliers = [call("EGFR", "down")];
    const part = { share: 0.2, coding: true };
    const loss = copies("PTEN", "homozygous-deletion");
    const partly = { ...loss, alteration: { ...loss.alteration, part } };
    expect(verify(copies("EGFR", "loss"), { outliers }).state).toBe("not informative");
    expect(verify(copies("EGFR", "gain"), { outliers }).state).toBe("not informative");
    expect(verify(partly, { outliers: [call("PTEN", "down")] }).state).toBe("not informative");
  });
});

describe("stains of PTEN", () => {
  const on = (alteration: Observation, score: string) =>
    verify(alteration, { beside: [stain("PTEN", score)] });

  it.each(["R130Q", "C124S"])(
    "bear out or fail to support %s, which takes the catalysis",
    (change) => {
      const missense = variant("PTEN", change);
      expect(on(missense, "lost")).toMatchObject({
        state: "verified",
        reason: { code: "rule-v08" },
      });
      const kept = on(missense, "retained");
      expect(kept).toMatchObject({ state: "not supported", reason: { code: "rule-v09" } });
      expect(kept.reason.text).toContain("may still stain");
      expect(verify(missense, { outliers: [call("PTEN", "none")] }).state).toBe("not informative");
      expect(verify(missense, { outliers: [call("PTEN", "down")] }).state).toBe("verified");
    },
  );

  it("support a missense change of unknown effect at most", () => {
    const missense = variant("PTEN", "P246L");
    expect(on(missense, "lost").state).toBe("supported");
    expect(on(missense, "lost").reason.text).toContain("is not known");
    expect(on(missense, "retained").state).toBe("not supported");
  });

  it("that find protein beside a homozygous deletion speak of no changed protein", () => {
    const { state, reason } = on(copies("PTEN", "homozygous-deletion"), "retained");
    expect([state, reason.code]).toEqual(["not supported", "rule-m26"]);
    expect(reason.text).toContain("without a copy of the gene");
    expect(reason.text).not.toContain("changed protein");
  });

  it("take a missense change that takes the catalysis for the second hit of a lost copy", () => {
    const beside = [variant("PTEN", "R130G"), stain("PTEN", "retained")];
    expect(verify(copies("PTEN", "loss"), { beside }).reason.code).toBe("rule-v09");
  });
});

describe("stains of other proteins", () => {
  it("verify a second hit of a lost copy as a loss of function", () => {
    const lost = copies("PTEN", "loss");
    const beside = [truncated, stain("PTEN", "retained")];
    const { state, reason } = verify(lost, { beside });
    expect(state).toBe("not supported");
    expect(reason.text).toContain("rule V09");
  });

  it("do not call a protein a target of its own where its gene is altered too", () => {
    const low = stain("PTEN", "lost");
    expect(verify(low, { beside: [truncated] }).reason.text).not.toContain("stands behind it");
    expect(verify(low, {}).reason.text).toContain("stands behind it");
  });

  it("print both when mismatch repair proteins and microsatellites differ", () => {
    const { state, reason } = verify(msi("high"), { beside: mmr([]) });
    expect(state).toBe("discordant");
    expect(reason.text).toContain("MSI-H");
    expect(reason.text).toContain("retained");
  });

  it("verify microsatellite instability by a loss of one pair, and not by three of four stains", () => {
    expect(verify(msi("high"), { beside: mmr(["MLH1", "PMS2"]) }).state).toBe("verified");
    const three = verify(msi("high"), { beside: mmr([]).slice(1) });
    expect(three.state).toBe("not assessable");
    expect(three.reason.text).toContain("MSH2, MSH6, PMS2 retained by IHC");
    expect(three.reason.text).toContain("MLH1 not stained");
    expect(verify(msi("high"), { beside: [stain("PTEN", "lost")] }).state).toBe("not assessed");
  });

  it("hold a change of MSH2 to the pair of MSH2", () => {
    const change = variant("MSH2", "Q10*", { term: "stop_gained" });
    const state = (lost: readonly string[]) => verify(change, { beside: mmr(lost) }).state;
    expect(state(["MSH2", "MSH6"])).toBe("verified");
    expect(state(["MLH1", "PMS2"])).toBe("not supported");
    expect(state([])).toBe("not supported");
  });

  it("do not override a fusion that RNA shows, and say so", () => {
    const { reason } = verify(fusion("EML4", "ALK"), { beside: [stain("ALK", "negative")] });
    expect(reason.text).toContain("does not override");
  });

  it("say nothing about the activity of a hotspot change", () => {
    const beside = [stain("BRAF", "positive")];
    expect(verify(hotspot, { beside }).state).toBe("not informative");
  });
});
