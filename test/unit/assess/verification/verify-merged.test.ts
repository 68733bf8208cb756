/** Targets that rest on several alterations, and measurements of one protein that oppose each other. */
import { describe, expect, it } from "vitest";
import { call, variant } from "../../match/constructed-case.ts";
import { copies, ish, mmr, msi, site, stain, verify, verifyFully } from "./constructed-proteins.ts";

const amplified = copies("ERBB2", "amplification");
const positive = [ish("ratio", 2.5), ish("copies", 6.4)];
const negative = [ish("ratio", 1.2), ish("copies", 2.1)];

describe("alterations of one gene", () => {
  it("count with the least favorable verdict of each measurement, and tell their own", () => {
    const low = stain("ERBB2", "1+");
    const verification = verify([low, amplified], { drugs: ["trastuzumab-deruxtecan"] });
    expect(verification.state).toBe("not supported");
    expect(verification.reason.code).toBe("rule-m25");
    expect(verification.reason.text).toContain("ERBB2 amplification (not supported): ");
    expect(verification.reason.text).toContain("HER2 1+ (verified): ");
    expect(verification.alterations).toMatchObject([
      { alteration: amplified.id, label: "ERBB2 amplification", state: "not supported" },
      { alteration: low.id, state: "verified", reason: { code: "rule-m07" } },
    ]);
    expect(verification.observations).toEqual([]);
  });

  it("are discordant where one measurement is for and another against", () => {
    const beside = [stain("EGFR", "negative")];
    const high = { ...variant("EGFR", "X1Y"), id: "expression:protein:EGFR:up", label: "EGFR up" };
    const up = {
      ...high,
      alteration: { kind: "expression", gene: "EGFR", molecule: "protein", direction: "up" },
    } as const;
    const { state, reason } = verify([copies("EGFR", "amplification"), up], {
      beside,
      outliers: [call("EGFR", "up")],
    });
    expect(state).toBe("discordant");
    expect(reason).toMatchObject({ code: "measurements-differ" });
  });

  it("do not lose what a measurement tells of one to its silence on another", () => {
    const change = variant("EGFR", "L858R");
    const outliers = [call("EGFR", "up")];
    expect(verify([change, copies("EGFR", "amplification")], { outliers }).state).toBe("verified");
  });

  it("have no list of verdicts where all say the same", () => {
    const twice = [amplified, { ...amplified, id: "copy-number:ERBB2:amplification:ish" }];
    const { state, alterations } = verify(twice, { beside: [stain("ERBB2", "3+")] });
    expect([state, alterations]).toEqual(["verified", undefined]);
  });

  it("tell what speaks against another one that the level does not rest on", () => {
    const change = variant("ERBB2", "L755S");
    const { state, reason, alterations } = verify(change, {
      others: [amplified, copies("MET", "amplification")],
      beside: [stain("ERBB2", "0"), stain("MET", "0")],
    });
    expect(state).toBe("not informative");
    expect(reason.text).toContain("ERBB2 amplification (contradicted): HER2 IHC 0");
    expect(alterations?.map((each) => each.state)).toEqual(["not informative", "contradicted"]);
  });

  it("of another gene do not take a verified target away", () => {
    const both = [variant("BRAF", "V600E"), variant("PTEN", "R130*", { term: "stop_gained" })];
    const outliers = [call("PTEN", "down"), call("BRAF", "none")];
    const { state, reason } = verify(both, { outliers });
    expect(state).toBe("verified");
    expect(reason.text).toContain("BRAF V600E (not informative)");
  });
});

describe("stains of one protein", () => {
  it("by two antibodies of HER2, 0 and 3+ or 1+ and 3+, are discordant, with both told", () => {
    for (const score of ["0", "1+"]) {
      const weak = stain("ERBB2", score, { clone: "4B5" });
      const strong = stain("ERBB2", "3+", { clone: "A0485" });
      for (const [target, beside] of [
        [strong, weak],
        [weak, strong],
      ] as const) {
        const { state, reason } = verify(target, { beside: [beside] });
        expect(state).toBe("discordant");
        expect(reason.text).toContain(`HER2 IHC ${score} (4B5)`);
        expect(reason.text).toContain("HER2 IHC 3+ (A0485)");
      }
    }
  });

  it("of PTEN that is lost by one and retained by another are discordant", () => {
    const kept = stain("PTEN", "retained");
    const lost = stain("PTEN", "lost");
    expect(verify(lost, { beside: [kept] }).state).toBe("discordant");
    expect(verify(kept, { beside: [lost] }).state).toBe("discordant");
  });

  it("of PD-L1 are not compared across antibodies", () => {
    const high = stain("CD274", "60", { unit: "TPS", clone: "22C3" });
    const none = stain("CD274", "0", { unit: "TPS", clone: "SP142" });
    expect(verify(high, { beside: [none] }).state).toBe("verified");
    expect(verify(none, { beside: [high] }).state).toBe("verified");
  });

  it("of PD-L1 by one antibody and one score oppose each other, and by another score do not", () => {
    const high = stain("CD274", "60", { unit: "TPS", clone: "22C3" });
    const none = stain("CD274", "<1", { unit: "TPS", assay: "PD-L1 IHC 22C3 pharmDx" });
    const combined = { ...none, id: "cps", alteration: { ...none.alteration, unit: "CPS" } };
    for (const [target, beside] of [
      [high, none],
      [none, high],
    ] as const) {
      const { state, reason } = verify(target, { beside: [beside] });
      expect(state).toBe("discordant");
      expect(reason.text).toContain("TPS <1");
      expect(reason.text).toContain("22C3");
    }
    expect(verify(high, { beside: [combined] }).state).toBe("verified");
    const word = stain("CD274", "negative", { unit: "TPS", clone: "22C3" });
    expect(verify(high, { beside: [word] }).state).toBe("discordant");
    expect(
      verify(high, { beside: [stain("CD274", "negative", { unit: "CPS", clone: "22C3" })] }).state,
    ).toBe("verified");
    const unnamed = stain("CD274", "<1", { unit: "TPS" });
    expect(verify(high, { beside: [unnamed] }).state).toBe("verified");
  });

  it("of a mismatch repair protein that is lost with its partner name the alteration of the partner", () => {
    const truncated = variant("MLH1", "R100*", { term: "stop_gained" });
    const lost = stain("PMS2", "lost");
    const beside = [truncated, ...mmr(["MLH1", "PMS2"]).filter(({ gene }) => gene !== "PMS2")];
    const { state, reason } = verify(lost, { beside });
    expect([state, reason.code]).toEqual(["verified", "rule-v11"]);
    expect(reason.text).toContain("beside MLH1 R100*");
    // The other way round a loss of PMS2 takes nothing with it.
    const pms2 = variant("PMS2", "R100*", { term: "stop_gained" });
    const alone = verify(stain("MLH1", "lost"), { beside: [pms2, lost] });
    expect(alone.reason.code).toBe("rule-m08");
  });

  it("of HER2 whose rows of hybridization differ are read without them", () => {
    const beside = [stain("ERBB2", "2+"), ish("ratio", 2.5), ish("ratio", 1.1), ish("copies", 6.4)];
    const { state, reason } = verify(amplified, { beside });
    expect([state, reason.code]).toEqual(["equivocal", "rule-v02"]);
    expect(reason.text).not.toContain("FISH");
  });

  it("that are findings tell of themselves alone, and name an opposing one once", () => {
    const [tps, cps] = [
      stain("CD274", "40", { unit: "TPS", clone: "22C3" }),
      stain("CD274", "45", { unit: "CPS", clone: "22C3" }),
    ];
    expect(verify(tps, { beside: [cps] }).reason.text).not.toContain("45");
    const none = stain("CD274", "0", { unit: "TPS", clone: "22C3" });
    const { text } = verify(tps, { beside: [none] }).reason;
    expect(text.match(/CD274 IHC TPS 40/g)).toHaveLength(1);
  });

  it("that are a finding themselves are named once", () => {
    const named = verify(stain("ERBB2", "3+", { clone: "4B5" }), {}).reason.text;
    expect(named).toMatch(/^HER2 3\+: stained with 4B5; no alteration of the DNA/);
    expect(verify(stain("ERBB2", "3+"), {}).reason.text).toMatch(/^HER2 3\+: no alteration/);
  });

  it("of 3+ beside a negative in situ hybridization are discordant without an alteration too", () => {
    const { state, reason } = verify(stain("ERBB2", "3+"), { beside: negative });
    expect([state, reason.code]).toEqual(["discordant", "rule-m01"]);
    expect(reason.text).toContain("ISH group 5");
  });

  it("make no target of a tumor suppressor that is there", () => {
    const kept = verify(stain("PTEN", "retained"), {});
    expect([kept.state, kept.reason.code]).toEqual(["not informative", "rule-m23"]);
    expect(verify(stain("CDKN2A", "positive"), {}).state).toBe("verified");
  });

  it("that are lost beside an altered gene are verified by the rule for its alteration", () => {
    const lost = stain("PTEN", "lost");
    const one = verify(lost, { beside: [copies("PTEN", "loss")] });
    expect([one.state, one.reason.code]).toEqual(["verified", "rule-v19"]);
    expect(one.measurements).toMatchObject([{ rule: "V19", verdict: "verified" }]);
    const truncated = variant("PTEN", "R130*", { term: "stop_gained" });
    expect(verify(lost, { beside: [truncated] }).reason.code).toBe("rule-v08");
    expect(verify(lost, { beside: [truncated] }).reason.text).toContain("beside PTEN R130*; no");
    expect(verify(lost, {}).reason.code).toBe("rule-v10");
  });
});

describe("an amplification that in situ hybridization shows again", () => {
  const lineOf = (...beside: Parameters<typeof verify>[0][]) =>
    verify(amplified, { beside: [...beside.flat(), ...positive] });

  it("leaves the protein to the stain, and says so", () => {
    const { state, reason, measurements } = lineOf(stain("ERBB2", "0"));
    expect([state, reason.code]).toEqual(["discordant", "rule-v03"]);
    expect(reason.text).toContain("HER2 IHC 0");
    expect(reason.text).toContain("ISH group 1");
    const found = measurements.find(({ assay }) => assay === "her2-status");
    expect([found?.verdict, found?.rule]).toEqual(["not informative", "M02"]);
    expect(lineOf(stain("ERBB2", "3+")).state).toBe("verified");
  });

  it("is contradicted by 0 where in situ hybridization does not show it either, and tells both", () => {
    const { state, reason } = verify(amplified, { beside: [stain("ERBB2", "0"), ...negative] });
    expect(state).toBe("contradicted");
    expect(reason.text).toContain("ISH group 5");
  });

  it("is named beside a stain that is called negative, and beside 1+ where it is not there", () => {
    const { state, reason } = lineOf(stain("ERBB2", "negative"));
    expect([state, reason.code]).toEqual(["not supported", "rule-m25"]);
    expect(reason.text).toContain("ISH group 1");
    const faint = verify(amplified, { beside: [stain("ERBB2", "1+"), ...negative] });
    expect(faint.state).toBe("not supported");
    expect(faint.reason.text).toContain("ISH group 5");
  });

  it("is not HER2-low by 1+", () => {
    const { state, reason } = lineOf(stain("ERBB2", "1+"));
    expect(state).toBe("not supported");
    expect(reason.text).toContain("not HER2-low");
  });
});

describe("phosphosites of HER2 that oppose each other", () => {
  const sites = [site("ERBB2", "up", "Y1248"), site("ERBB2", "down", "Y1221")];
  const outliers = [call("ERBB2", "up"), ...sites];

  it.each(["trastuzumab", "lapatinib"])("are discordant for %s, with both sites", (drug) => {
    const { verification, flags } = verifyFully(amplified, { outliers, drugs: [drug] });
    expect(verification.state).toBe("discordant");
    expect(verification.reason.text).toContain("ERBB2 pY1248 is high");
    expect(verification.reason.text).toContain("ERBB2 pY1221 is low");
    expect(verification.reason.text).not.toContain("hardly phosphorylated");
    expect(verification.reason.text).not.toContain("little phosphorylation was");
    expect(flags).toEqual([]);
  });

  it("are told also where a stain verifies the amplification", () => {
    const beside = [stain("ERBB2", "3+")];
    const { state, reason } = verify(amplified, { outliers, beside, drugs: ["trastuzumab"] });
    expect(state).toBe("verified");
    expect(reason.text).toContain("one site is phosphorylated less and another more");
  });

  it("do not speak for little activity where one is high and another unremarkable", () => {
    const calls = [call("ERBB2", "up"), sites[0]!, site("ERBB2", "none", "Y1221")];
    const { state, reason } = verify(amplified, { outliers: calls, drugs: ["trastuzumab"] });
    expect(state).toBe("verified");
    expect(reason.text).not.toContain("little phosphorylation was");
  });
});

describe("mismatch repair proteins lost across both pairs", () => {
  const crossed = mmr(["MLH1", "MSH2"]);

  it("are equivocal by themselves, and say that the pattern is atypical", () => {
    const { state, reason } = verify(crossed[0]!, { beside: crossed });
    expect([state, reason.code]).toEqual(["equivocal", "rule-m21"]);
    expect(reason.text).toContain("MLH1/MSH2 lost by IHC (an atypical pattern)");
    expect(verify(mmr(["MLH1", "PMS2"])[0]!, { beside: mmr(["MLH1", "PMS2"]) }).state).toBe(
      "verified",
    );
  });

  it("support an instability, under a rule of their own", () => {
    const { state, reason } = verify(msi("high"), { beside: crossed });
    expect([state, reason.code]).toEqual(["supported", "rule-m22"]);
    expect(verify(crossed[0]!, { beside: [...crossed, msi("high")] }).state).toBe("supported");
  });

  it("support a change of a gene whose protein is among them", () => {
    const change = (gene: string) => variant(gene, "Q10*", { term: "stop_gained" });
    expect(verify(change("MLH1"), { beside: crossed }).state).toBe("supported");
    expect(verify(change("MSH6"), { beside: crossed }).state).toBe("not supported");
  });
});
