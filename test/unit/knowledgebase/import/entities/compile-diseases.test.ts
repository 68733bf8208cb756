import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { diseaseRelation, makeDiseaseTree } from "../../../../../src/knowledgebase/disease-tree.ts";
import { compileDiseases } from "../../../../../src/knowledgebase/import/entities/compile-diseases.ts";
import {
  equivalents,
  namedDiseases,
  narrowerThanOncotree,
  notEquivalent,
  solidByCell,
  widerThanOncotree,
} from "../../../../../src/knowledgebase/import/entities/disease-crosswalk.ts";
import {
  readDiseaseOntology,
  readOncotree,
} from "../../../../../src/knowledgebase/import/entities/read-ontologies.ts";

const folder = "../shared/data/ontology";
const read = (name: string) => ({
  name,
  text: gunzipSync(readFileSync(`${folder}/${name}`)).toString("utf8"),
});

function compile() {
  const oncotree = readOncotree(read("oncotree_2025_10_03.json.gz"));
  const ontology = readDiseaseOntology(read("HumanDO.tsv.gz"), read("NCIinDO.tsv.gz"));
  const used = new Set(["DOID:0060079", "DOID:9256", "DOID:6039", "DOID:5409"]);
  const file = compileDiseases(oncotree, ontology, used);
  const tree = makeDiseaseTree({
    nodes: file.nodes.map((node) => ({
      ...node,
      parents: [...node.parents],
      equivalents: [...node.equivalents],
    })),
    solid: [...file.solid],
  });
  const relation = (code: string, doid: string) => diseaseRelation(tree, doid, `ONCOTREE:${code}`);
  return { oncotree, ontology, file, relation };
}

describe.skipIf(!existsSync(folder))("compileDiseases on OncoTree and the Disease Ontology", () => {
  let compiled: ReturnType<typeof compile>;
  beforeAll(() => {
    compiled = compile();
  });

  it.each([
    ["COAD", "DOID:9256", "ancestor"],
    ["READ", "DOID:9256", "ancestor"],
    ["COADREAD", "DOID:9256", "ancestor"],
    ["LUAD", "DOID:3908", "ancestor"],
    ["NSCLC", "DOID:3910", "descendant"],
    ["LUAD", "DOID:5409", "other"],
    ["MEL", "DOID:1909", "same"],
    ["SKCM", "DOID:1909", "ancestor"],
    ["SKCM", "DOID:6039", "other"],
    ["BRCA", "DOID:1612", "ancestor"],
    ["IDC", "DOID:1612", "ancestor"],
    ["BRCA", "DOID:0060079", "descendant"],
    ["GIST", "DOID:9253", "same"],
    ["CML", "DOID:8552", "same"],
    ["CML", "DOID:8692", "ancestor"],
    ["AML", "DOID:9119", "same"],
    ["THPA", "DOID:1781", "ancestor"],
    ["IHCH", "DOID:4947", "ancestor"],
    ["PAAD", "DOID:1793", "ancestor"],
    ["PAAD", "DOID:3498", "same"],
    ["PRAD", "DOID:10283", "ancestor"],
    ["HGSOC", "DOID:2394", "ancestor"],
    ["GB", "DOID:3068", "ancestor"],
    ["ASTR", "DOID:3068", "other"],
    ["DIFG", "DOID:3068", "descendant"],
    ["STAD", "DOID:4944", "other"],
    ["LMS", "DOID:1115", "ancestor"],
    ["AML", "DOID:2531", "ancestor"],
    ["CMLBCRABL1", "DOID:8552", "ancestor"],
    // OncoTree files a "Malignant Tumor" below the brain; no cancer is one of the brain by that.
    ["IDC", "DOID:3620", "other"],
    ["FL", "DOID:3620", "other"],
    ["IDC", "METACTION:solid-tumor", "ancestor"],
    ["AML", "METACTION:solid-tumor", "other"],
  ])("relates a %s case to %s as %s", (code, doid, expected) => {
    expect(compiled.relation(code, doid)).toBe(expected);
  });

  it("puts every OncoTree code below cancer", () => {
    const outside = compiled.oncotree
      .map((node) => node.code)
      .filter((code) => !["ancestor", "same"].includes(compiled.relation(code, "DOID:162")));
    expect(outside).toEqual([]);
  });

  it("counts every tissue but blood and lymph as solid", () => {
    const solid = "METACTION:solid-tumor";
    expect(compiled.file.solid).toEqual([solid]);
    const related = compiled.oncotree.filter(
      ({ code }) => compiled.relation(code, solid) === "ancestor",
    );
    const under = (node: string): boolean => {
      const parent = compiled.oncotree.find(({ code }) => code === node)?.parent ?? null;
      return parent === null ? node === "LYMPH" || node === "MYELOID" : under(parent);
    };
    expect(related.filter(({ code }) => under(code)).map(({ code }) => code)).toEqual([]);
    const solidCodes = compiled.oncotree.filter(({ code }) => !under(code));
    expect(solidCodes.filter((node) => !related.includes(node)).map(({ code }) => code)).toEqual(
      [],
    );
  });

  it("has no loop: no disease is above itself", () => {
    const parents = new Map(compiled.file.nodes.map((node) => [node.id, node.parents]));
    const above = (id: string, seen: ReadonlySet<string>): boolean =>
      seen.has(id) ||
      (parents.get(id) ?? []).some((parent) => above(parent, new Set([...seen, id])));
    expect(
      compiled.file.nodes.filter((node) => above(node.id, new Set())).map((node) => node.id),
    ).toEqual([]);
  });

  it("joins by hand only diseases that exist, under the name that the ontology gives them", () => {
    const codes = new Set(compiled.oncotree.map((node) => node.code));
    for (const [code, doid, name] of [
      ...equivalents,
      ...widerThanOncotree,
      ...narrowerThanOncotree,
    ]) {
      expect([code, codes.has(code)]).toEqual([code, true]);
      expect([doid, compiled.ontology.get(doid)?.name]).toEqual([doid, name]);
    }
    for (const [doid, name] of solidByCell) {
      expect([doid, compiled.ontology.get(doid)?.name]).toEqual([doid, name]);
    }
    const known = new Set(compiled.file.nodes.map(({ id }) => id));
    for (const id of namedDiseases.values()) {
      expect([id, compiled.ontology.has(id) || known.has(id)]).toEqual([id, true]);
    }
    for (const pair of notEquivalent) expect(codes.has(pair.split(" ")[0] ?? "")).toBe(true);
  });
});
