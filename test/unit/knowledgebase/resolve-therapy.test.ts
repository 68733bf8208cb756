import { join } from "node:path";
import { expect, test } from "vitest";
import { loadKnowledgebase } from "../../../src/knowledgebase/load-knowledgebase.ts";
import { resolveTherapy } from "../../../src/knowledgebase/resolve-therapy.ts";

const { therapies } = await loadKnowledgebase(join(import.meta.dirname, "../../../knowledgebase"));

function idsOf(name: string): string[] {
  const resolved = resolveTherapy(name, therapies);
  return resolved.kind === "known" ? resolved.drugs.map(({ id }) => id) : [];
}

test.each(["Vemurafenib", "vemurafenib", " VEMURAFENIB ", "Zelboraf"])(
  "%j is the drug, by name, id or synonym",
  (name) => expect(idsOf(name)).toEqual(["vemurafenib"]),
);

test("a class means itself and the drugs that its entry lists", () => {
  expect(idsOf("braf inhibitor")).toEqual([
    "braf-inhibitor",
    "dabrafenib",
    "encorafenib",
    "vemurafenib",
  ]);
  expect(resolveTherapy("BRAF Inhibitor", therapies)).toMatchObject({ isClass: true });
});

test("a kind of drug that acts on one target is a class, one that does not says nothing of any drug", () => {
  expect(idsOf("PARP inhibitor")).toContain("olaparib");
  expect(resolveTherapy("kinase inhibitor", therapies)).toMatchObject({ kind: "too wide" });
});

test("an unknown name comes with the nearest ones", () => {
  expect(resolveTherapy("Osimertinip", therapies)).toMatchObject({
    kind: "unknown",
    near: expect.arrayContaining(["Osimertinib"]),
  });
});
