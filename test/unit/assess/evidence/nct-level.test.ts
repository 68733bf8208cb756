/** Rows of nct_evidence_levels.csv of the specification (R4; 10.1002/ijc.32358). */
import { describe, expect, it } from "vitest";
import type { Statement } from "../../../../src/knowledgebase/knowledgebase.ts";
import type { CopyNumberAlteration, IhcResult } from "../../../../src/model/alteration.ts";
import type { NctLevel } from "../../../../src/model/nct-level.ts";
import type { Observation } from "../../../../src/model/observation.ts";
import { call, outlier, statement, variant } from "../../match/constructed-case.ts";
import { assess } from "../assess-constructed.ts";

const melanoma = "DOID:1909";
const colorectal = "DOID:9256";
const approved: Statement["approvals"] = [
  { agency: "FDA", status: "regular", date: "2020-01-01", documents: [] },
];

function nctOf(
  statements: readonly Statement[],
  beside: readonly Observation[] = [],
  outliers?: Parameters<typeof assess>[0]["outliers"],
): NctLevel | undefined {
  const { targets } = assess({
    statements,
    observations: [variant("BRAF", "V600E"), ...beside],
    ...(outliers === undefined ? {} : { outliers }),
  });
  return targets[0]?.nct;
}

describe("the NCT/DKTK level of a target", () => {
  it.each([
    ["A", melanoma, "m1A", "assumed prospective, as its level is A"],
    ["B", melanoma, "m1B", "level B is assumed retrospective"],
    ["C", melanoma, "m1C", "level C: cases"],
    ["A", colorectal, "m2A", "assumed prospective"],
    ["B", colorectal, "m2B", "assumed retrospective"],
    ["C", colorectal, "m2C", "cases"],
    ["D", melanoma, "m3 iv", "preclinical"],
    ["D", colorectal, "m3", "preclinical"],
    ["E", melanoma, "m4", "rationale"],
  ] as const)("level %s of %s is %s", (level, disease, label, assumed) => {
    const nct = nctOf([statement({ id: "S1", level, disease })]);
    expect(nct).toMatchObject({ label, statements: ["S1"] });
    expect(nct?.reason.text).toContain(assumed);
  });

  it("counts an including tumor as the same and a subtype as another one", () => {
    expect(nctOf([statement({ id: "S1", disease: "DOID:1" })])?.level).toBe("m1A");
    expect(nctOf([statement({ id: "S1", disease: "DOID:6039" })])?.level).toBe("m2A");
    const { targets } = assess({
      statements: [statement({ id: "S1" })],
      observations: [variant("BRAF", "V600E")],
      caseDisease: null,
    });
    expect(targets[0]?.nct?.level).toBe("m2A");
  });

  it("is that of the best statement, with what else is known behind it", () => {
    const nct = nctOf([
      statement({ id: "S1", level: "C" }),
      statement({ id: "S2", level: "B", disease: colorectal, approvals: approved }),
      statement({ id: "S3", level: "D" }),
      statement({ id: "S4", level: "C", predicate: "resistance" }),
      statement({ id: "S5", level: "A", direction: "does not support", disease: colorectal }),
    ]);
    expect(nct).toMatchObject({
      level: "m1C",
      addenda: ["iv", "Z(FDA)", "R"],
      label: "m1C iv Z(FDA) R",
      statements: ["S1"],
    });
    expect(nct?.reason.text).toContain("Z(FDA): approved for colorectal cancer");
  });

  it("names each agency, and none whose approval was withdrawn", () => {
    const decided = (agency: "EMA" | "FDA", status: "regular" | "withdrawn") => ({
      ...approved[0]!,
      agency,
      status,
    });
    const both = [decided("FDA", "regular"), decided("EMA", "regular")];
    expect(nctOf([statement({ id: "S1", approvals: both })])?.label).toBe("m1A Z(EMA) Z(FDA)");
    const gone = [decided("FDA", "withdrawn")];
    expect(nctOf([statement({ id: "S1", level: "B", approvals: gone })])?.label).toBe("m1B");
  });

  it.each([
    ["I-A", "m1A"],
    ["II-B", "m1A"],
    ["II-A", "m1B"],
  ] as const)("takes the design from a curated ESCAT tier %s: %s", (tier, level) => {
    const escat = { tier, evidence: [], curator: "a board", date: "2026-01-01" };
    const nct = nctOf([statement({ id: "S1", level: "B", escat })]);
    expect(nct?.level).toBe(level);
    expect(nct?.reason.text).not.toContain("assumed");
  });

  it("is none where the effect of the variant is not known", () => {
    const wide = statement({
      id: "S1",
      constraints: [{ type: "consequence", gene: "BRAF", class: "mutation" }],
    });
    const { targets } = assess({ statements: [wide], observations: [variant("BRAF", "L10V")] });
    expect(targets).toHaveLength(1);
    expect(targets[0]?.nct).toBeUndefined();
  });

  it("is a rationale where the test of a label was not made", () => {
    const wide = statement({
      id: "S1",
      gene: "ERBB2",
      variant: "high",
      constraints: [{ type: "expression", gene: "ERBB2", molecule: "protein", direction: "up" }],
      approvals: [{ ...approved[0]!, companionTest: "HER2 3+ by immunohistochemistry" }],
    });
    const { targets } = assess({
      statements: [wide],
      observations: [outlier("ERBB2", "up")],
      outliers: [call("ERBB2", "up")],
    });
    expect(targets[0]?.amp.level).toBe("C");
    expect(targets[0]?.nct).toMatchObject({ label: "m4 Z(FDA)" });
    expect(targets[0]?.nct?.reason.text).toContain("a test that was not made");
  });
});

describe("in situ data behind an NCT/DKTK level", () => {
  const amplified: Observation<CopyNumberAlteration> = {
    ...variant("ERBB2", "X1Y"),
    id: "copy-number:ERBB2",
    label: "ERBB2 amplification",
    alteration: { kind: "copy-number", gene: "ERBB2", change: "amplification", copies: 12 },
  };
  const stained = (score: string, unit: string | null = null): Observation<IhcResult> => ({
    ...variant("ERBB2", "X1Y"),
    id: `ihc:HER2:${score}:${unit}`,
    label: `HER2 ${score}`,
    alteration: {
      kind: "ihc",
      marker: "HER2",
      gene: "ERBB2",
      score,
      unit,
      assay: unit === null ? null : "FISH",
      clone: null,
    },
  });
  const elsewhere = statement({
    id: "S1",
    gene: "ERBB2",
    variant: "amplification",
    drugs: ["trastuzumab"],
    disease: colorectal,
    constraints: [{ type: "copy-number", gene: "ERBB2", change: "amplification" }],
  });
  const labelWith = (...stains: readonly Observation<IhcResult>[]) =>
    assess({ statements: [elsewhere], observations: [amplified, ...stains] }).targets[0]?.nct
      ?.label;

  it("is told where a stain verifies the target, and only then", () => {
    expect(labelWith()).toBe("m2A");
    expect(labelWith(stained("3+"))).toBe("m2A is(IHC)");
    expect(labelWith(stained("0"))).toBe("m2A");
  });

  it("is told apart from in situ hybridization", () => {
    const [ratio, copies] = [stained("2.4", "ratio"), stained("9", "copies")];
    expect(labelWith(ratio, copies)).toBe("m2A is(ISH)");
    expect(labelWith(stained("2+"), ratio, copies)).toBe("m2A is(IHC) is(ISH)");
    expect(labelWith(stained("1.2", "ratio"), stained("2.1", "copies"))).toBe("m2A");
  });
});
