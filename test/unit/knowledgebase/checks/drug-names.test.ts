import { describe, expect, test } from "vitest";
import { checkFolder } from "../../../../src/knowledgebase/folder/read-folder.ts";
import { loadContent } from "../../../../src/knowledgebase/load/load-layers.ts";
import { type SampleFiles, sampleFiles, sampleFolder, writeFolder } from "../sample-folder.ts";

type Drugs = SampleFiles["therapies.json"]["therapies"];

/** What is said of names of drugs that are shared. */
async function faultsOf(edit: (drugs: Drugs) => void): Promise<(string | undefined)[][]> {
  const path = sampleFolder((files) => edit(files["therapies.json"].therapies));
  const { content, problems } = await checkFolder(path);
  const shared = problems.filter(({ code }) => code === "kb-drug-name-shared");
  expect(content === null).toBe(shared.length > 0);
  return shared.map(({ message, where }) => [where?.pointer, message]);
}

describe("names of drugs", () => {
  test.each<[string, (drugs: Drugs) => void, string, string]>([
    [
      "two synonyms, in other capitals",
      ([, cetuximab]) => cetuximab!.synonyms.push("C225", "plx4032"),
      "/therapies/1/synonyms/1",
      '"plx4032" is also a name of "vemurafenib", at therapies.json:',
    ],
    [
      "a synonym and a name",
      ([vemurafenib]) => vemurafenib!.synonyms.push("Cetuximab"),
      "/therapies/1/id",
      '"cetuximab" is also a name of "vemurafenib", at therapies.json:',
    ],
    [
      "two names",
      ([, cetuximab]) => (cetuximab!.name = "Vemurafenib"),
      "/therapies/1/name",
      '"Vemurafenib" is also a name of "vemurafenib", at therapies.json:',
    ],
  ])("that two share are a fault: %s", async (_, edit, pointer, message) => {
    const [first] = await faultsOf(edit);
    expect(first?.[0]).toBe(pointer);
    expect(first?.[1]).toContain(message);
  });

  test("may be said twice of one drug", async () => {
    expect(await faultsOf(([drug]) => drug!.synonyms.push("Vemurafenib", "plx4032"))).toEqual([]);
  });

  test("of a layer are held against those below, but for the drug that it replaces", async () => {
    const below = await loadContent([{ name: "ours", path: sampleFolder() }]);
    const [drug] = sampleFiles()["therapies.json"].therapies;
    const layer = (parts: object): string =>
      writeFolder({
        "manifest.json": sampleFiles()["manifest.json"],
        "therapies.json": { therapies: [{ ...drug, ...parts }] },
      });
    const codes = async (path: string): Promise<(string | undefined)[]> =>
      (await checkFolder(path, below)).problems
        .filter(({ code }) => code === "kb-drug-name-shared")
        .map(({ message }) => message);
    expect(await codes(layer({ id: "ours-1", name: "Ours", synonyms: ["plx4032"] }))).toEqual([
      '"plx4032" is also a name of "vemurafenib", in a layer below.',
    ]);
    expect(await codes(layer({ synonyms: ["PLX4032", "new"] }))).toEqual([]);
  });
});
