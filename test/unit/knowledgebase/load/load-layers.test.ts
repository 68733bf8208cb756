import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { loadContent, loadLayers } from "../../../../src/knowledgebase/load/load-layers.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { rawStatement, sampleFiles, sampleFolder, writeFolder } from "../sample-folder.ts";

const board = { name: "our board", date: "2026-11-20", licence: "in-house", url: null };
const source = { name: "our board", record: "1", reviewed: "2026-11-20" };
const own = rawStatement({ id: "board:1", predicate: "resistance", source });
const manifest = { ...sampleFiles()["manifest.json"], version: "2026.11.1", sources: [board] };
const override = (parts: object) => ({
  kind: "statement",
  id: "civic:EID1",
  action: "replace",
  reason: "Our board reads it otherwise.",
  curator: "A. Curator",
  date: "2026-11-20",
  ...parts,
});

/** A layer with these statements about BRAF and these overrides. */
function layer(statements: object[], overrides: object[] = [], more: object = {}): string {
  return writeFolder({
    "manifest.json": manifest,
    "statements/BRAF.json": { gene: "BRAF", variants: [], statements },
    "overrides.json": { overrides },
    ...more,
  });
}

const load = async (path: string, report?: (problem: Problem) => void) =>
  await loadLayers(
    [
      { name: "ours", path: sampleFolder() },
      { name: "mine", path },
    ],
    report === undefined ? {} : { report },
  );

async function problemsOf(path: string): Promise<readonly Problem[]> {
  const refusal: unknown = await load(path).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw new Error("was not refused");
  expect(refusal.kind).toBe("knowledgebase");
  return refusal.problems;
}

describe("a layer over a knowledgebase", () => {
  test("adds statements that refer to what lies below, and each says where it is from", async () => {
    const kb = await load(layer([own]));
    expect(kb.statements.map(({ id, layer: from }) => [id, from])).toEqual([
      ["board:1", "mine"],
      ["civic:EID1", "ours"],
    ]);
    expect(kb.layers.map(({ name, version, statements }) => [name, version, statements])).toEqual([
      ["ours", "2026.11.0", 1],
      ["mine", "2026.11.1", 1],
    ]);
    expect(kb.version).toBe("2026.11.0 + 2026.11.1");
    expect(kb.sources.map(({ name }) => name)).toEqual(["CIViC", "our board"]);
  });

  test("replaces and removes what it declares, and nothing else", async () => {
    const instead = rawStatement({ evidenceLevel: "B", source });
    const replaced = await load(layer([instead], [override({})]));
    expect(replaced.statements).toMatchObject([
      { id: "civic:EID1", evidenceLevel: "B", layer: "mine" },
    ]);
    const told: Problem[] = [];
    const removed = await load(layer([own], [override({ action: "remove" })]), (problem) =>
      told.push(problem),
    );
    expect(removed.statements.map(({ id }) => id)).toEqual(["board:1"]);
    expect(removed.problems?.map(({ code }) => code)).toContain("kb-overrides");
    expect(told.filter(({ code }) => code === "kb-overrides")).toMatchObject([
      {
        severity: "notice",
        message:
          "The layer mine removes the statement civic:EID1 (A. Curator, 2026-11-20: Our board reads it otherwise.)",
      },
    ]);
  });

  test("tells a report of what is not read, and counts the other warnings", async () => {
    const twice = [own, rawStatement({ id: "board:2", predicate: "sensitivity", source })];
    const kb = await load(layer(twice, [], { "override.json": {} }));
    expect(kb.problems?.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ["kb-unknown-file", "warning", "Nothing reads the file override.json."],
      [
        "kb-warnings",
        "warning",
        "The checks of the knowledgebase warn 3 times: kb-unused 2, kb-contradiction 1.",
      ],
    ]);
  });

  test("declares an override once, and not after its own date", async () => {
    const twice = [override({ action: "remove" }), override({ action: "remove" })];
    expect(await problemsOf(layer([own], twice))).toMatchObject([
      { code: "kb-override-idle", where: { pointer: "/overrides/1" } },
    ]);
    const late = override({ action: "remove", date: "2027-11-20" });
    expect(await problemsOf(layer([own], [late]))).toMatchObject([
      { code: "kb-date", where: { pointer: "/overrides/0/date" } },
    ]);
  });

  test("replaces a therapy, which the statements below then mean", async () => {
    const therapy = { ...sampleFiles()["therapies.json"].therapies[0]!, name: "Zelboraf" };
    const kb = await load(
      layer([], [override({ kind: "therapy", id: "vemurafenib" })], {
        "therapies.json": { therapies: [therapy] },
      }),
    );
    expect(kb.statements[0]?.therapy.drugs[0]?.name).toBe("Zelboraf");
  });

  test.each([
    ["that is not below", [], [override({ id: "civic:EID9", action: "remove" })], "nothing below"],
    ["that puts nothing in its place", [], [override({})], "no entry to put in its place"],
    ["that says the same", [rawStatement()], [override({})], "it says what is said below"],
    [
      "that removes what the layer states",
      [rawStatement({ rating: 1 })],
      [override({ action: "remove" })],
      "states it itself",
    ],
  ])("is refused for an override %s", async (_, statements, overrides, text) => {
    const problems = await problemsOf(layer(statements, overrides));
    expect(problems.map(({ code }) => code)).toContain("kb-override-idle");
    expect(problems.map(({ message }) => message).join()).toContain(text);
    expect(problems.at(-1)?.where).toMatchObject({
      file: "overrides.json",
      pointer: "/overrides/0",
    });
  });

  test("is refused for an id that is taken, unless it says the same", async () => {
    expect(await problemsOf(layer([rawStatement({ rating: 1 })]))).toMatchObject([
      {
        code: "kb-layer-collision",
        where: { file: "statements/BRAF.json", pointer: "/statements/0" },
        hint: expect.stringContaining('Declare it in overrides.json (kind "statement"'),
      },
    ]);
    const { statements } = await load(layer([rawStatement()]));
    expect(statements).toHaveLength(1);
  });

  test("can remove statements only", async () => {
    const problems = await problemsOf(layer([], [override({ kind: "gene", action: "remove" })]));
    expect(problems).toMatchObject([{ where: { pointer: "/overrides/0/action" } }]);
  });

  test("is refused for a reference that no layer describes", async () => {
    const therapy = { relation: "single" as const, drugs: ["cetuximap"] };
    expect(await problemsOf(layer([{ ...own, therapy }]))).toMatchObject([
      { code: "kb-unknown-reference", hint: 'Did you mean "cetuximab"?' },
    ]);
  });

  test("is the same from its folder and built, and built is refused where it does not fit", async () => {
    const folder = layer([own], [override({ action: "remove" })]);
    const below = await loadContent([{ name: "ours", path: sampleFolder() }]);
    const built = join(folder, "built.json");
    writeFileSync(built, (await buildKnowledgebase(folder, below)).text);
    const fromFile = await load(built);
    expect(fromFile).toMatchObject({ sha256: (await load(folder)).sha256 });
    const other = sampleFolder((files) => (files["statements/BRAF.json"].statements = []));
    const twice = loadLayers([
      { name: "other", path: other },
      { name: "mine", path: built },
    ]);
    await expect(twice).rejects.toThrow("nothing below has this id");
    await expect(loadKnowledgebase(built)).rejects.toThrow("is a layer");
  });

  test("alone is refused, with the way to use it", async () => {
    const refusal: unknown = await loadKnowledgebase(layer([own])).catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw new Error("was not refused");
    expect(refusal.problems[0]?.hint).toContain("--kb ours before it");
    const folder = layer([own]);
    const below = await loadContent([{ name: "ours", path: sampleFolder() }]);
    writeFileSync(join(folder, "b.json"), (await buildKnowledgebase(folder, below)).text);
    await expect(loadKnowledgebase(join(folder, "b.json"))).rejects.toThrow("does not describe");
  });
});

test("the digest of layers is that of what they say together", async () => {
  const both = await load(layer([own]));
  const one = await loadKnowledgebase(
    sampleFolder((files) => {
      files["manifest.json"].sources.push(board);
      files["statements/BRAF.json"].statements.push(own);
    }),
  );
  expect(both.statements.map(({ id }) => id)).toEqual(one.statements.map(({ id }) => id));
  expect(both.sha256).not.toBe(one.sha256);
  expect((await load(layer([own]))).sha256).toBe(both.sha256);
});
