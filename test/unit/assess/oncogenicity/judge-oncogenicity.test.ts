import { describe, expect, it } from "vitest";
import { judgeOncogenicity } from "../../../../src/assess/oncogenicity/judge-oncogenicity.ts";
import type { TranscriptConsequence } from "../../../../src/model/alteration.ts";
import { oncogenicitySchema } from "../../../../src/model/oncogenicity.ts";
import { index, variant } from "../../match/constructed-case.ts";
import type { CriterionCode } from "../../../../src/model/report-terms.ts";

interface Parts {
  term?: string;
  populationFrequency?: number | null;
  absentFromGnomad?: true;
  consequence?: Partial<TranscriptConsequence>;
}

function judge(gene: string, change: string | null, parts: Parts = {}) {
  const { term, populationFrequency = null, absentFromGnomad, consequence } = parts;
  const { alteration } = variant(gene, change, {
    populationFrequency,
    ...(term === undefined ? {} : { term }),
  });
  const [own] = alteration.consequences;
  return judgeOncogenicity(
    absentFromGnomad === undefined ? alteration : { ...alteration, absentFromGnomad },
    own === undefined ? null : { ...own, ...consequence },
    index,
  );
}

function criterion(judged: ReturnType<typeof judge>, code: CriterionCode) {
  const found = judged?.criteria.find((each) => each.code === code);
  return `${found?.state}: ${found?.reason}`;
}

describe("the oncogenicity of a small variant", () => {
  it("holds every criterion once, in the order of the standard", () => {
    const judged = judge("PTEN", "R130*", { term: "stop_gained", absentFromGnomad: true });
    expect(oncogenicitySchema.parse(judged)).toEqual(judged);
    expect(judged).toMatchObject({ class: "likely oncogenic", points: 9 });
    expect(new Set(judged?.criteria.map(({ code }) => code)).size).toBe(17);
    expect(criterion(judged, "OVS1")).toBe(
      "met: A null variant (stop gained) of PTEN, a tumor suppressor.",
    );
    expect(criterion(judged, "OP4")).toMatch(/^met: Absent: the columns of gnomAD/);
  });

  it.each([
    ["an oncogene", "BRAF", "K111fs", "frameshift_variant", {}, /^not met: BRAF is an oncogene/],
    ["a gene of no list", "XYZ", "K111fs", "frameshift_variant", {}, /^not evaluated: .*no list/],
    ["a missense change", "PTEN", "R130Q", "missense_variant", {}, /^not met: .*missense/],
    ["a splice site", "PTEN", null, "splice_donor_variant", {}, /^met: .*splice site/],
    ["a splice site of any kind", "PTEN", null, "splice_site_variant", {}, /^not evaluated/],
    [
      "its last twentieth",
      "PTEN",
      "E388*",
      "stop_gained",
      { flags: ["last-5-percent"] },
      /^not eval/,
    ],
    ["its last exon", "PTEN", "E352*", "stop_gained", { flags: ["escapes-nmd"] }, /^met: .*decay/],
    ["a lost start", "PTEN", "M1?", "start_lost", {}, /^met: .*start lost/],
    ["an unknown effect", "PTEN", null, "coding_sequence_variant", {}, /^not evaluated/],
  ] as const)("OVS1 of %s", (_, gene, change, term, consequence, expected) => {
    const judged = judge(gene, change, { term, consequence, populationFrequency: 0.001 });
    expect(criterion(judged, "OVS1")).toMatch(expected);
  });

  it.each([
    ["EGFR", "E746_A750del", "inframe_deletion", /^met: .*oncogene/],
    ["PTEN", "K6_E7insA", "inframe_insertion", /^met: .*tumor suppressor/],
    ["PTEN", "*404ext", "stop_lost", /^met: .*stop lost/],
    ["BRAF", "*767ext", "stop_lost", /^not met: .*oncogene/],
    ["BRAF", "V600_K601delinsE", "protein_altering_variant", /^met/],
    ["BRAF", "V600_K601delinsEN", "protein_altering_variant", /^not met/],
    ["XYZ", "E7del", "inframe_deletion", /^not evaluated/],
    ["PTEN", "R130*", "stop_gained", /^not met/],
  ] as const)("OM2 of %s %s", (gene, change, term, expected) => {
    expect(criterion(judge(gene, change, { term, populationFrequency: 0 }), "OM2")).toMatch(
      expected,
    );
  });

  it("counts a change that statements name, and another one of its residue", () => {
    const judged = judge("BRAF", "V600E");
    expect(criterion(judged, "OS1")).toBe(
      "met: BRAF V600E is taken as established: S1, S2 and 1 more, of level A or B.",
    );
    expect(criterion(judged, "OM3")).toMatch(/^met: .*BRAF V600K.*S4/);
    expect(judged).toMatchObject({ points: 6, class: "likely oncogenic" });
    const other = judge("BRAF", "V600R");
    expect(criterion(other, "OS1")).toMatch(/^not met/);
    expect(criterion(other, "OM3")).toMatch(/^met: .*BRAF V600E/);
    expect(other).toMatchObject({ points: 2, class: "uncertain significance" });
    expect(judge("BRAF", "L597R")?.points).toBe(0);
  });

  it("counts a codon that a statement names for every missense change of it", () => {
    expect(criterion(judge("EGFR", "G719A"), "OM3")).toMatch(/^met: Changes of .*EGFR G719.*S5/);
    expect(criterion(judge("EGFR", "G719A"), "OS1")).toMatch(/^not met/);
    expect(criterion(judge("EGFR", "G719del"), "OM3")).toMatch(/^not met/);
    expect(criterion(judge("EGFR", "G720A"), "OM3")).toMatch(/^not met/);
  });

  it.each(["TP53", "XYZ"])("does not know which changes of %s are established", (gene) => {
    const judged = judge(gene, "R175H", { populationFrequency: 0.001 });
    expect(criterion(judged, "OS1")).toMatch(/^not evaluated/);
    expect(criterion(judged, "OM3")).toMatch(/^not evaluated/);
  });

  it("counts the codons at which RAS is activated", () => {
    expect(criterion(judge("KRAS", "A146T"), "OM3")).toMatch(/^met: Changes of KRAS A146 activate/);
    expect(criterion(judge("KRAS", "A145T"), "OM3")).toMatch(/^not met/);
    expect(criterion(judge("EGFR", "A146T"), "OM3")).toMatch(/^not met/);
  });

  it.each([
    [0.06, "SBVS1", -8, "benign"],
    [0.05, "SBS1", -4, "likely benign"],
    [0.011, "SBS1", -4, "likely benign"],
    [0.01, null, 0, "uncertain significance"],
    [0.00001, null, 0, "uncertain significance"],
    [0, "OP4", 1, "uncertain significance"],
  ] as const)("by a frequency of %d meets %s", (populationFrequency, code, points, name) => {
    const judged = judge("BRAF", "L597R", { populationFrequency });
    const met = judged?.criteria.filter(({ state }) => state === "met").map((each) => each.code);
    expect(met).toEqual(code === null ? [] : [code]);
    expect(judged).toMatchObject({ points, class: name });
  });

  it("takes no frequency for none only where gnomAD was asked", () => {
    expect(criterion(judge("BRAF", "L597R"), "OP4")).toMatch(/^not evaluated/);
    expect(criterion(judge("BRAF", "L597R", { absentFromGnomad: true }), "OP4")).toMatch(/^met/);
    const elsewhere = judge("BRAF", "L597R", {
      absentFromGnomad: true,
      populationFrequency: 0.002,
    });
    expect(criterion(elsewhere, "OP4")).toMatch(/^not met/);
  });

  it("leaves open what no table and no input decides", () => {
    const judged = judge("BRAF", "V600E");
    const open = judged?.criteria.filter(({ state }) => state === "not evaluated");
    expect(open?.map(({ code }) => code).join(" ")).toBe(
      "OS2 OS3 OM1 OM4 OP1 OP2 OP3 OP4 SBVS1 SBS1 SBS2 SBP1",
    );
    expect(criterion(judge("BRAF", "V600=", { term: "synonymous_variant" }), "SBP2")).toMatch(
      /^not evaluated/,
    );
  });

  it("is not judged where nothing is known", () => {
    expect(
      judgeOncogenicity(variant("BRAF", null, { annotated: false }).alteration, null, index),
    ).toBeNull();
  });
});
