import { describe, expect, it } from "vitest";
import { loadKnowledgebase } from "../../../src/knowledgebase/load/load-knowledgebase.ts";
import { diseaseRelation, findDisease } from "../../../src/knowledgebase/disease-tree.ts";
import { findDenyingStains, findStainSubtypes } from "../../../src/match/stain-subtypes.ts";
import { isOnTumor } from "../../../src/model/verdict.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { copies, ish, stain } from "../assess/verification/constructed-proteins.ts";

const { diseases } = await loadKnowledgebase("knowledgebase");
const er = (score: string): Observation => stain("ESR1", score, { unit: "%" });
const pr = (score: string): Observation => stain("PGR", score, { unit: "%" });
const her2 = (score: string): Observation => stain("ERBB2", score);

function subtypes(tumorType: string, ...observations: readonly Observation[]): string[] {
  return findStainSubtypes(findDisease(diseases, tumorType).id, observations, (wider, narrower) =>
    isOnTumor(diseaseRelation(diseases, wider, narrower)),
  ).map(({ disease }) => diseases.nodes.get(disease)?.name ?? "not in the tree");
}

describe("the subtypes of breast cancer that stains show", () => {
  it("are those of hormone receptors and HER2, and of both together", () => {
    expect(subtypes("BRCA", er("90"), her2("0"))).toEqual([
      "estrogen receptor-positive breast cancer",
      "hormone receptor-positive breast cancer",
      "HER2 negative breast cancer",
      "HR-positive, HER2-negative breast cancer",
    ]);
    expect(subtypes("ILC", er("0"), pr("0"), her2("1+"))).toContain(
      "triple-negative breast cancer",
    );
    expect(subtypes("IDC", er("0"), her2("3+"))).toEqual(["HER2 positive breast cancer"]);
  });
  it("take hormone receptors for negative only where both are", () => {
    expect(subtypes("BRCA", er("0"), her2("0"))).toEqual(["HER2 negative breast cancer"]);
    expect(subtypes("BRCA", er("0"), pr("20"), her2("0"))).toContain(
      "HR-positive, HER2-negative breast cancer",
    );
  });
  it("leave HER2 open at 2+ without in situ hybridization, and decide it by that", () => {
    expect(subtypes("BRCA", her2("2+"))).toEqual([]);
    expect(subtypes("BRCA", her2("2+"), ish("copies", 3), ish("ratio", 1.2))).toEqual([
      "HER2 negative breast cancer",
    ]);
  });
  it("are none where rows of a receptor differ, or copies contradict the stain", () => {
    expect(subtypes("BRCA", er("90"), er("0"))).toEqual([]);
    expect(subtypes("BRCA", her2("0"), copies("ERBB2", "amplification"))).toEqual([]);
  });
  it("are none beside a subtype that the case names by itself, of another organ, and of no tumor type", () => {
    expect(subtypes("triple-negative breast cancer", er("90"), her2("0"))).toEqual([]);
    expect(subtypes("LUAD", er("90"), her2("0"))).toEqual([]);
    expect(findStainSubtypes(null, [er("90")], () => true)).toEqual([]);
  });
});

describe("the subtype of gastric cancer", () => {
  it("is HER2-negative by the stain", () => {
    expect(subtypes("STAD", her2("0"))).toEqual(["HER2-negative gastric adenocarcinoma"]);
    expect(subtypes("STAD", her2("3+"))).toEqual([]);
  });
});

describe("stains that are not those of the subtype which the case names", () => {
  const denying = (tumorType: string, ...observations: readonly Observation[]): string[] =>
    findDenyingStains(findDisease(diseases, tumorType).id, observations, (wider, narrower) =>
      isOnTumor(diseaseRelation(diseases, wider, narrower)),
    ).map(({ gene }) => gene ?? "");

  it("are told of receptors that show the opposite", () => {
    expect(denying("triple-negative breast cancer", er("90"), her2("0"))).toEqual([
      "ESR1",
      "ERBB2",
    ]);
    expect(denying("HER2 positive breast cancer", er("90"), her2("0"))).toEqual(["ERBB2"]);
    expect(denying("HER2-negative gastric adenocarcinoma", her2("3+"))).toEqual(["ERBB2"]);
  });
  it("are none where the stains bear it out or leave it open, and where no subtype is named", () => {
    expect(denying("triple-negative breast cancer", er("0"), pr("0"), her2("1+"))).toEqual([]);
    expect(denying("triple-negative breast cancer", er("0"), her2("2+"))).toEqual([]);
    expect(denying("HR-positive, HER2-negative breast cancer", er("0"), her2("0"))).toEqual([]);
    expect(denying("BRCA", er("90"), her2("3+"))).toEqual([]);
  });
});
