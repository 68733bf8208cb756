/** What a board would be misled by: each case is a mistake that a report once made. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { approvalLines } from "../../src/report/render/front/approval-status.ts";
import { rankShipped, stateOf } from "./rank-shipped.ts";

function levelOf({ targets }: Report, therapy: string): string | null | undefined {
  return targets.find(({ therapy: { id } }) => id === therapy)?.amp.level;
}

describe("stains tell the subtype that a label names", () => {
  it("puts labels for HR-positive, HER2-negative breast cancer at level A where ER and HER2 are stained so, with a caveat", async () => {
    const given = { tumorType: "BRCA", variants: ["ESR1 D538G", "AKT1 E17K"] };
    const report = await rankShipped({ ...given, stains: ["ER 90 %", "HER2 0"] });
    expect(levelOf(report, "elacestrant")).toBe("A");
    expect(levelOf(report, "capivasertib+fulvestrant")).toBe("A");
    const elacestrant = report.targets.find(({ therapy }) => therapy.id === "elacestrant");
    expect(elacestrant?.caveats.find(({ code }) => code === "subtype-by-stains")?.text).toBe(
      "Evidence in HR-positive, HER2-negative breast cancer counts as evidence in this tumor by the stains of the case: HER2 IHC 0, ER IHC 90 %.",
    );
    expect(levelOf(await rankShipped(given), "elacestrant")).toBe("C");
  });
  it.each([
    ["triple-negative by stains", "BRCA", ["ER 0 %", "PR 0 %", "HER2 0"]],
    ["HER2-positive by stains", "IDC", ["ER 0 %", "PR 0 %", "HER2 3+"]],
    ["triple-negative by its name", "triple-negative breast cancer", []],
    ["ER-negative by its name", "DOID:0060076", []],
  ])(
    "puts no hormone therapy at tier I in breast cancer that is %s",
    async (_, tumorType, stains) => {
      const report = await rankShipped({ tumorType, variants: ["PIK3CA H1047R"], stains });
      const target = report.targets.find(({ therapy }) => therapy.id === "alpelisib+fulvestrant");
      expect(target?.amp.level).toBe("C");
      const wide = target?.evidence.find(({ statement }) => statement === "civic:EID7313");
      expect(wide?.ampReason.text).toBe(
        "CIViC level A; the label asks for HR-positive, HER2-negative breast cancer, and the case is shown to be another subtype, so it is worth C; " +
          "breast cancer includes the tumor type of the case: AMP level C, tier II.",
      );
    },
  );
  it.each([
    ["that its stains leave open", "BRCA", ["HER2 0"]],
    ["that is positive for ER", "BRCA", ["ER 90 %", "HER2 0"]],
    ["of which no stain is given", "BRCA", []],
  ])("leaves it at level A in breast cancer %s", async (_, tumorType, stains) => {
    const report = await rankShipped({ tumorType, variants: ["PIK3CA H1047R"], stains });
    expect(levelOf(report, "alpelisib+fulvestrant")).toBe("A");
  });
  it("puts zolbetuximab at level A in gastric cancer that is HER2-negative by its stain", async () => {
    const stains = ["CLDN18.2 80 %", "HER2 0"];
    const report = await rankShipped({ tumorType: "STAD", stains });
    expect(levelOf(report, "chemotherapy+zolbetuximab")).toBe("A");
  });
  it("warns where they are not those of the subtype that the case names, which holds all the same", async () => {
    const stains = ["ER 90 %", "HER2 0", "PD-L1 20 CPS 22C3"];
    const report = await rankShipped({ tumorType: "triple-negative breast cancer", stains });
    expect(levelOf(report, "chemotherapy+pembrolizumab")).toBe("A");
    expect(report.problems.find(({ code }) => code === "stains-against-tumor-type")?.message).toBe(
      "the stains are not those of triple-negative breast cancer, the tumor type of the case: ER IHC 90 %, HER2 IHC 0",
    );
  });
  it("finds pembrolizumab in triple-negative breast cancer from a CPS of 10 on", async () => {
    const receptors = ["ER 0 %", "PR 0 %", "HER2 0"];
    const [high, low] = await Promise.all(
      ["20", "5"].map((cps) =>
        rankShipped({ tumorType: "BRCA", stains: [...receptors, `PD-L1 ${cps} CPS 22C3`] }),
      ),
    );
    expect(high && levelOf(high, "chemotherapy+pembrolizumab")).toBe("A");
    expect(low && levelOf(low, "chemotherapy+pembrolizumab")).not.toBe("A");
  });
});

describe("PD-L1 beside a driver", () => {
  it.each([
    ["EGFR L858R", { variants: ["EGFR L858R"] }],
    ["EML4::ALK", { fusions: ["EML4::ALK"] }],
  ])("does not lead over the drugs against %s, which the label excludes", async (_, driver) => {
    const stains = ["PD-L1 80 TPS 22C3"];
    const report = await rankShipped({ tumorType: "LUAD", stains, ...driver });
    expect(report.targets[0]?.therapy.id).not.toBe("pembrolizumab");
    expect(levelOf(report, "pembrolizumab")).toBe("C");
    expect(levelOf(await rankShipped({ tumorType: "LUAD", stains }), "pembrolizumab")).toBe("A");
  });
  it("is no use on label, nor approved here, where the label leaves the case out", async () => {
    const stains = ["PD-L1 80 TPS 22C3"];
    const given = { tumorType: "LUAD", stains };
    const [mutated, wild] = await Promise.all(
      [{ ...given, variants: ["EGFR L858R"] }, given].map(async (each) =>
        (await rankShipped(each)).targets.find(({ therapy }) => therapy.id === "pembrolizumab"),
      ),
    );
    expect(wild?.onLabel).toBeDefined();
    expect(mutated?.onLabel).toBeUndefined();
    expect(mutated?.sortKey.find(({ name }) => name === "approval")?.value).toBe(
      "left out by the label",
    );
    expect(wild?.nct?.label).toContain("Z(FDA)");
    expect(mutated?.nct?.label).not.toContain("Z(FDA)");
    expect(mutated?.balance?.weighs).toBe("against");
    expect(mutated?.balance?.reason.text).toContain(
      "The label leaves this case out, which decides.",
    );
    expect(mutated && approvalLines(mutated)).toEqual([
      "EMA 2017-01-27, not for this case",
      "FDA 2016-10-24, not for this case",
    ]);
  });
  it("takes nothing from another indication of the same drug: MSI high", async () => {
    const report = await rankShipped({
      tumorType: "LUAD",
      variants: ["EGFR L858R"],
      stains: ["PD-L1 80 TPS 22C3"],
      markers: ["MSI high"],
    });
    const target = report.targets.find(({ therapy }) => therapy.id === "pembrolizumab");
    expect([target?.amp.level, target?.flags.map(({ code }) => code)]).toEqual([
      "A",
      ["counter-evidence"],
    ]);
    expect(target?.amp.reason.text).not.toContain("cd274-tps");
    expect(target?.onLabel?.text).toContain("FDA 2017-05-23");
    expect(target?.onLabel?.text).not.toContain("2016-10-24");
    expect(report.targets[0]?.therapy.id).toBe("osimertinib");
  });
});

describe("a lesser benefit is no reason to withhold a drug", () => {
  it.each([
    ["GIST", ["KIT W557_K558del"], "sunitinib", "flagged"],
    ["COAD", ["KRAS G12D"], "bevacizumab+chemotherapy", "resistance evidence"],
    ["COAD", ["BRAF V600E"], "oxaliplatin", "resistance evidence"],
    ["PRAD", ["AR T878A"], "bicalutamide", "absent"],
  ] as const)("%s with %j and %s: %s", async (tumorType, variants, drug, state) => {
    expect(stateOf(await rankShipped({ tumorType, variants }), drug)).toBe(state);
  });
  it("leaves trastuzumab to HER2-positive breast cancer with a PIK3CA mutation, and pembrolizumab to STK11, flagged", async () => {
    const breast = {
      tumorType: "BRCA",
      variants: ["PIK3CA H1047R"],
      copies: ["ERBB2 amplification"],
    };
    expect(stateOf(await rankShipped(breast), "trastuzumab")).toBe("flagged");
    const lung = { tumorType: "LUAD", variants: ["STK11 Q37*"], stains: ["PD-L1 60 TPS 22C3"] };
    expect(stateOf(await rankShipped(lung), "pembrolizumab")).toBe("flagged");
  });
});

describe("resistance", () => {
  it("of ABL1 T315I blocks every inhibitor but ponatinib and asciminib, which lead", async () => {
    const report = await rankShipped({
      tumorType: "CML",
      variants: ["ABL1 T315I"],
      fusions: ["BCR::ABL1"],
    });
    for (const drug of ["imatinib", "nilotinib", "dasatinib", "bosutinib"]) {
      expect(stateOf(report, drug)).toBe("blocked");
    }
    const leading = report.targets.slice(0, 2).map(({ therapy }) => therapy.id);
    expect(leading.toSorted()).toEqual(["asciminib", "ponatinib"]);
  });
  it("by KRAS flags pertuzumab with trastuzumab in colorectal cancer with amplified ERBB2", async () => {
    const given = { tumorType: "COAD", copies: ["ERBB2 amplification"] };
    const drug = "pertuzumab+trastuzumab";
    expect(stateOf(await rankShipped(given), drug)).toBe("ranked");
    const mutated = await rankShipped({ ...given, variants: ["KRAS G12V"] });
    expect(stateOf(mutated, drug)).toBe("flagged");
  });
});

describe("chemotherapy, which names no drug", () => {
  it.each([
    ["STAD", "B"],
    ["TNBC", null],
    ["COAD", null],
  ])("for TP53 in %s is worth %s", async (code, level) => {
    const tumorType = code === "TNBC" ? "triple-negative breast cancer" : code;
    const report = await rankShipped({ tumorType, variants: ["TP53 R273H"] });
    expect(report.targets.map(({ therapy }) => therapy.id)).toContain("chemotherapy");
    expect(levelOf(report, "chemotherapy")).toBe(level);
  });
});

describe("what antibodies still bind", () => {
  it.each(["EGFR S492R", "EGFR G465R"])(
    "gives %s no tier by inhibitors of lung cancer",
    async (change) => {
      const report = await rankShipped({ tumorType: "COAD", variants: [change] });
      expect(levelOf(report, "gefitinib")).toBeNull();
    },
  );
});

describe("the drugs that a reader of the labels expects", () => {
  it.each([
    [
      "NSCLC with an ERBB2 insertion",
      { tumorType: "LUAD", variants: ["ERBB2 Y772_A775dup"] },
      "sevabertinib trastuzumab-deruxtecan zongertinib",
    ],
    [
      "NSCLC with a RET fusion",
      { tumorType: "LUAD", fusions: ["KIF5B::RET"] },
      "pralsetinib selpercatinib",
    ],
    [
      "NSCLC with a ROS1 fusion",
      { tumorType: "LUAD", fusions: ["CD74::ROS1"] },
      "crizotinib entrectinib repotrectinib taletrectinib",
    ],
    [
      "cholangiocarcinoma with an FGFR2 fusion",
      { tumorType: "IHCH", fusions: ["FGFR2::BICC1"] },
      "futibatinib pemigatinib",
    ],
    [
      "urothelial carcinoma with FGFR3 S249C",
      { tumorType: "BLCA", variants: ["FGFR3 S249C"] },
      "erdafitinib",
    ],
    [
      "low-grade serous ovarian cancer with KRAS",
      { tumorType: "LGSOC", variants: ["KRAS G12V"] },
      "avutometinib+defactinib",
    ],
    [
      "pancreatic cancer with an NRG1 fusion",
      { tumorType: "PAAD", fusions: ["CD74::NRG1"] },
      "zenocutuzumab",
    ],
    [
      "promyelocytic leukemia with FLT3",
      { tumorType: "APLPMLRARA", fusions: ["PML::RARA"], variants: ["FLT3 D835Y"] },
      "arsenic-trioxide+tretinoin",
    ],
    [
      "AML with IDH1",
      { tumorType: "AML", variants: ["IDH1 R132H"] },
      "azacitidine+ivosidenib ivosidenib olutasidenib",
    ],
    ["AML with NPM1", { tumorType: "AML", variants: ["NPM1 W288fs"] }, "revumenib ziftomenib"],
    ["AML with a KMT2A fusion", { tumorType: "AML", fusions: ["KMT2A::MLLT3"] }, "revumenib"],
    [
      "CML",
      { tumorType: "CML", fusions: ["BCR::ABL1"] },
      "asciminib bosutinib dasatinib imatinib nilotinib ponatinib",
    ],
    [
      "endometrial cancer with MSI",
      { tumorType: "UCEC", markers: ["MSI high"] },
      "carboplatin+dostarlimab+paclitaxel dostarlimab pembrolizumab",
    ],
  ])("lead at level A: %s", async (_, given, drugs) => {
    const { targets } = await rankShipped(given);
    const expected = drugs.split(" ");
    const leading = targets.slice(0, expected.length).map(({ therapy }) => therapy.id);
    expect(leading.toSorted()).toEqual(expected);
    expect(targets[expected.length - 1]?.amp.level).toBe("A");
  });
});

describe("older inhibitors of ALK", () => {
  it("are approved, and stand after what replaced them", async () => {
    const { targets } = await rankShipped({ tumorType: "LUAD", fusions: ["EML4::ALK"] });
    const ids = targets.map(({ therapy }) => therapy.id);
    for (const older of ["crizotinib", "ceritinib"]) {
      const target = targets.find(({ therapy }) => therapy.id === older);
      expect(target?.amp.level).toBe("A");
      expect(target?.sortKey.find(({ name }) => name === "approval")?.value).toContain("FDA");
      expect(target?.sortKey.find(({ name }) => name === "superseded")?.value).toBe(
        "Alectinib or Brigatinib or Lorlatinib",
      );
      for (const newer of ["alectinib", "brigatinib", "lorlatinib"]) {
        expect(ids.indexOf(newer)).toBeLessThan(ids.indexOf(older));
      }
    }
  });
});
