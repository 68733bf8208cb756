/** Names of samples as analyses of CPTAC's tables leave them out, and names of tumors that are close to them. */
import { describe, expect, it } from "vitest";
import {
  findNormalSamples,
  isNamedControl,
  readControlSample,
} from "../../../../../src/read/proteins/names/control-samples.ts";

describe("readControlSample", () => {
  it.each([
    ["pooled sample", "pool"],
    ["Pooled-sample14", "pool"],
    ["RefInt_pool01", "pool"],
    ["RefInt_Pool01-1", "pool"],
    ["Internal Reference - Pooled Sample", "pool"],
    ["Internal Reference - Pooled Sample Log Ratio", "pool"],
    ["WU-pooled sample", "pool"],
    ["LUAD Global CR (pool 2)", "pool"],
    ["QC1", "quality control"],
    ["QC1 Unshared Log Ratio", "quality control"],
    ["HeLa_QC_20240101", "quality control"],
    ["NCI7-1", "mixture of cell lines"],
    ["NCI7.5", "mixture of cell lines"],
    ["Ref", "reference channel"],
    ["ref_2", "reference channel"],
    ["Reference Channel 3", "reference channel"],
    ["ColonRef", "reference channel"],
    ["KoreanReference1", "reference channel"],
    ["Tumor Only IR", "reference channel"],
    ["TumorOnlyIR01", "reference channel"],
    ["Normal Only IR", "reference channel"],
    ["Taiwanese IR", "reference channel"],
    ["RetroIR.1", "reference channel"],
    ["RetroIR-07", "reference channel"],
    ["LSCC Tumor ONLY CR", "reference channel"],
    ["JHU HNSCC CR", "reference channel"],
    ["Plate Control 2", "control"],
    ["sample_control", "control"],
    ["Calibrator", "control"],
    ["Norm", "empty or normalization channel"],
    ["Empty", "empty or normalization channel"],
    ["Withdrawn.1", "withdrawn sample"],
  ])("knows %s", (name, what) => {
    expect(readControlSample(name)).toBe(what);
  });

  it.each([
    "TUMOR",
    "P01",
    "S12",
    "Sample_3",
    "C3L-00094",
    "CPT0204410003",
    "TCGA-A2-A0T3",
    "Pool3_Patient12",
    "Liverpool_04",
    "Poole7",
    "P12_CR",
    "MIR-4",
    "CASE_REF_0012_LUNG",
    "P12_ref",
    "QCH-0123",
    "NCI-H1975",
    "Norm1",
    "NORMA-02",
    "Control 3",
    "K562",
    "Bridge-Street-4",
    "128C",
  ])("takes %s for a patient's", (name) => {
    expect(readControlSample(name)).toBeNull();
  });
});

describe("isNamedControl", () => {
  it("is unsure of a plain control", () => {
    expect(["Control 3", "ctrl1", "P1"].filter(isNamedControl)).toEqual(["Control 3", "ctrl1"]);
  });
});

describe("findNormalSamples", () => {
  it("knows normal tissue by its words, its barcode, and an ending beside the tumor's name", () => {
    const normals = ["C3N.01799.N", "P1-A", "C3L-00094_Normal", "P2 NAT", "TCGA-BH-A18Q-11A"];
    const tumors = ["C3N.01799", "P1-T", "P3-N", "TCGA-BH-A18Q-01A", "NATALIA", "P4"];
    expect(findNormalSamples([...tumors, ...normals])).toEqual(normals);
  });
});
