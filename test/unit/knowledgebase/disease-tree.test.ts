import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { foldDiseaseName, writtenNames } from "../../../src/knowledgebase/disease-names.ts";
import {
  diseaseRelation,
  findDisease,
  makeDiseaseTree,
  tellReading,
} from "../../../src/knowledgebase/disease-tree.ts";
import type { DiseasesFile } from "../../../src/knowledgebase/schema/schema.ts";
import { Refusal } from "../../../src/model/refusal.ts";

const node = (id: string, name: string, parents: string[] = [], equivalents: string[] = []) => ({
  id,
  name,
  parents,
  equivalents,
});

/** Two vocabularies: colorectal and lung, with one node that has two parents. */
const tree = makeDiseaseTree({
  nodes: [
    node("DOID:162", "cancer"),
    node("DOID:9256", "colorectal cancer", ["DOID:162"]),
    node("DOID:219", "colon cancer", ["DOID:9256"]),
    node("DOID:234", "colon adenocarcinoma", ["DOID:219", "DOID:299"]),
    node("DOID:299", "adenocarcinoma", ["DOID:162"]),
    node("DOID:1324", "lung cancer", ["DOID:162"]),
    node("ONCOTREE:TISSUE", "Tissue"),
    node("ONCOTREE:COADREAD", "Colorectal Adenocarcinoma", ["ONCOTREE:TISSUE"], ["DOID:9256"]),
    node("ONCOTREE:COAD", "Colon Adenocarcinoma", ["ONCOTREE:COADREAD"], ["DOID:234"]),
    // Two narrow nodes of one vocabulary that the crosswalk gives the same wide one.
    node("ONCOTREE:LUAD", "Lung Adenocarcinoma", ["ONCOTREE:TISSUE"], ["DOID:1324"]),
    node("ONCOTREE:LUSC", "Lung Squamous Cell Carcinoma", ["ONCOTREE:TISSUE"], ["DOID:1324"]),
    node("METACTION:kras-mutated-lung-cancer", "lung cancer with KRAS mutation", ["DOID:1324"]),
  ],
  solid: ["DOID:162"],
});

describe("the relation of diseases", () => {
  test.each([
    ["DOID:234", "DOID:234", "same"],
    ["DOID:234", "ONCOTREE:COAD", "same"],
    ["ONCOTREE:COAD", "DOID:234", "same"],
    ["DOID:219", "ONCOTREE:COAD", "ancestor"],
    ["DOID:9256", "ONCOTREE:COAD", "ancestor"],
    ["DOID:299", "ONCOTREE:COAD", "ancestor"],
    ["DOID:162", "ONCOTREE:COAD", "ancestor"],
    ["ONCOTREE:COADREAD", "DOID:234", "ancestor"],
    ["ONCOTREE:TISSUE", "DOID:234", "ancestor"],
    ["ONCOTREE:COAD", "DOID:9256", "descendant"],
    ["DOID:234", "ONCOTREE:COADREAD", "descendant"],
    ["DOID:234", "DOID:162", "descendant"],
    ["DOID:1324", "ONCOTREE:COAD", "other"],
    ["ONCOTREE:COAD", "ONCOTREE:LUAD", "other"],
    ["DOID:1324", "ONCOTREE:LUAD", "same"],
    ["ONCOTREE:LUSC", "ONCOTREE:LUAD", "other"],
    [null, "ONCOTREE:COAD", "unknown"],
    ["DOID:234", null, "unknown"],
    [null, null, "unknown"],
    ["DOID:1", "ONCOTREE:COAD", "unknown"],
    ["DOID:234", "ONCOTREE:NOPE", "unknown"],
  ])("of a statement about %s to a case of %s is %s", (statement, ofCase, relation) => {
    expect(diseaseRelation(tree, statement, ofCase)).toBe(relation);
    expect(diseaseRelation(tree, statement, ofCase)).toBe(relation);
  });

  test("ends in a tree with a cycle, and is ancestor of each other there", () => {
    const cycle = makeDiseaseTree({
      nodes: [
        node("DOID:1", "a", ["DOID:2"]),
        node("DOID:2", "b", ["DOID:3"], ["DOID:1"]),
        node("DOID:3", "c", ["DOID:1"], ["DOID:3"]),
      ],
      solid: [],
    });
    expect(diseaseRelation(cycle, "DOID:3", "DOID:1")).toBe("ancestor");
    expect(diseaseRelation(cycle, "DOID:1", "DOID:3")).toBe("ancestor");
  });
});

describe("finding a disease", () => {
  const coad = {
    id: "ONCOTREE:COAD",
    name: "Colon Adenocarcinoma",
    oncotree: "COAD",
    doid: "DOID:234",
  };

  test.each(["COAD", "coad", " Coad ", "ONCOTREE:COAD", "oncotree:coad", "colon adenocarcinoma"])(
    "reads %j",
    (given) => {
      expect(findDisease(tree, given)).toEqual(coad);
    },
  );

  test.each(["METACTION:kras-mutated-lung-cancer", "metaction:KRAS-mutated-lung-cancer"])(
    "reads our own id %s, which statements and messages name",
    (given) => {
      expect(findDisease(tree, given).name).toBe("lung cancer with KRAS mutation");
    },
  );

  test("reads a DOID, and names its OncoTree equivalent", () => {
    expect(findDisease(tree, "doid:234")).toEqual({
      id: "DOID:234",
      name: "colon adenocarcinoma",
      oncotree: "COAD",
      doid: "DOID:234",
    });
    expect(findDisease(tree, "DOID:299")).toMatchObject({ oncotree: null, doid: "DOID:299" });
  });

  test.each([
    ["COADD", "Did you mean COAD (Colon Adenocarcinoma)? Give"],
    ["colorectal cancr", "Did you mean colorectal cancer"],
    ["DOID:9255", "Did you mean DOID:9256 (colorectal cancer)"],
    [
      "MM",
      "It is written for multiple myeloma (PCM), melanoma (MEL) and mesothelioma (DOID:1790): name the one.",
    ],
  ])("refuses %s and names the nearest", (given, hint) => {
    expect.assertions(3);
    try {
      findDisease(tree, given);
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      if (!(error instanceof Refusal)) return;
      expect(error).toMatchObject({ kind: "usage", problems: [{ code: "unknown-tumor-type" }] });
      expect(error.problems[0]?.hint).toContain(hint);
    }
  });

  test.each(["", "__proto__", "constructor", "x".repeat(10_000)])(
    "refuses %.20j calmly",
    (given) => {
      expect(() => findDisease(tree, given)).toThrow(Refusal);
    },
  );
});

describe("names as they stand in referrals", () => {
  const shipped = makeDiseaseTree(
    JSON.parse(readFileSync("knowledgebase/diseases.json", "utf8")) as DiseasesFile,
  );
  const idOf = (given: string): string => findDisease(shipped, given).id;

  test.each([
    ["TNBC", "DOID:0060081"],
    ["triple negative breast cancer", "DOID:0060081"],
    ["HER2+ breast cancer", "DOID:0060079"],
    ["HER2- breast cancer", "DOID:0060080"],
    ["ER+ breast cancer", "DOID:0060075"],
    ["ER- breast cancer", "DOID:0060076"],
    ["HER2-negative breast cancer", "DOID:0060080"],
    ["HR+/HER2− breast cancer", "METACTION:hr-positive-her2-negative-breast-cancer"],
    ["CRC", "DOID:9256"],
    ["mCRC", "DOID:9256"],
    ["PDAC", "ONCOTREE:PAAD"],
    ["GBM", "DOID:3068"],
    ["HNSCC", "ONCOTREE:HNSC"],
    ["DLBCL", "DOID:0050745"],
    ["B-ALL", "ONCOTREE:BLL"],
    ["KIRC", "ONCOTREE:CCRCC"],
    ["non small cell lung cancer", "ONCOTREE:NSCLC"],
    ["hairy cell leukaemia", "ONCOTREE:HCL"],
    ["oesophageal cancer", "DOID:5041"],
    ["gastro-oesophageal junction adenocarcinoma", "DOID:4944"],
    ["metastatic breast cancer", "DOID:1612"],
    ["stage IV colon cancer", "DOID:219"],
    ["Locally advanced melanoma", "ONCOTREE:MEL"],
    ["DOID_1612", "DOID:1612"],
    ["http://purl.obolibrary.org/obo/DOID_1612", "DOID:1612"],
  ])("%s is %s", (given, id) => {
    expect(idOf(given)).toBe(id);
  });

  test("lead to nodes that there are, and no two of them to one name", () => {
    const names = writtenNames.flatMap(([, ...each]) => each.map(foldDiseaseName));
    expect(new Set(names).size).toBe(names.length);
    for (const [disease, ...each] of writtenNames) {
      expect(shipped.nodes.has(disease), disease).toBe(true);
      for (const name of each) expect([name, idOf(name)]).toEqual([name, disease]);
    }
  });

  test("that are codes of OncoTree stay what the codes are", () => {
    for (const id of shipped.nodes.keys()) {
      const code = id.replace("ONCOTREE:", "");
      if (code !== id) expect(idOf(code)).toBe(id);
    }
  });

  test.each(["C50.9", "8140/3", "NCIT:C4872", "C4872", "UMLS:C0006142", "MESH:D001943"])(
    "%s is an id of another vocabulary, and no number that is near is offered",
    (given) => {
      expect(hintOf(given)).toBe(
        "Ids of ICD, NCIt, UMLS and others are not read. Give an OncoTree code (COAD), a DOID (DOID:9256) or a name.",
      );
    },
  );

  test.each(["NA", "ICC", "EAC"])(
    "%s is near to codes of any tumor, and none is offered",
    (given) => {
      expect(hintOf(given)).toBe("Give an OncoTree code (COAD), a DOID (DOID:9256) or a name.");
    },
  );

  test.each<[string, string | null, string | null]>([
    ["COAD", null, null],
    ["doid_1612", null, null],
    ["Breast cancer", null, null],
    ["TNBC", "triple-negative breast cancer (DOID:0060081)", null],
    ["metastatic melanoma", "Melanoma (MEL)", null],
    ["pNET", null, "pancreatic neuroendocrine tumor (PANET)"],
  ])("%s is read as %j, and written for %j as well", (given, readAs, others) => {
    expect(tellReading(shipped, given, findDisease(shipped, given))).toEqual({ readAs, others });
  });

  function hintOf(given: string): string | null | undefined {
    try {
      findDisease(shipped, given);
    } catch (error) {
      if (error instanceof Refusal) return error.problems[0]?.hint;
      throw error;
    }
    throw new Error(`${given} was read`);
  }
});
