import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import { loadLayers } from "../../../../src/knowledgebase/load/load-layers.ts";
import { compareKnowledgebases } from "../../../../src/knowledgebase/diff/compare-knowledgebases.ts";
import { verificationFileSchema } from "../../../../src/knowledgebase/schema/schema-verification.ts";
import { assayWords } from "../../../../src/knowledgebase/schema/verification-assays.ts";
import { listDrugParts } from "../../../../src/knowledgebase/therapies/list-drug-parts.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { sampleFiles, writeFolder } from "../sample-folder.ts";

const rule = {
  id: "V04",
  findings: ["amplification"],
  assay: "protein",
  readings: [{ seen: ["up"], verdict: "verified", text: "more protein was expected" }],
  basis: "made up for this test",
  documents: ["PMID:1"],
};

const folder = (...rules: unknown[]) =>
  writeFolder({ ...sampleFiles(), "verification-rules.json": { rules } });

async function problemsOf(...rules: unknown[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  try {
    await loadKnowledgebase(folder(...rules), { report: (problem) => problems.push(problem) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push(...error.problems);
  }
  return problems.filter(({ code }) => code !== "kb-unused");
}

describe("verification rules", () => {
  test("are read with the rest, and need not be there", async () => {
    expect((await loadKnowledgebase(folder(rule))).verificationRules).toEqual([rule]);
    const without = await loadKnowledgebase(writeFolder({ ...sampleFiles() }));
    expect(without.verificationRules).toEqual([]);
  });

  test("let no relative assay contradict, and no assay show what it cannot", async () => {
    const reading = rule.readings[0];
    const contradicting = { ...rule, readings: [{ ...reading, verdict: "contradicted" }] };
    expect(await problemsOf(contradicting)).toMatchObject([
      { code: "kb-schema", where: { pointer: "/rules/0/readings/0/verdict" } },
    ]);
    const impossible = { ...rule, readings: [{ ...reading, seen: ["3+"] }] };
    expect(await problemsOf(impossible)).toMatchObject([
      { code: "kb-schema", where: { pointer: "/rules/0/readings/0/seen/0" } },
    ]);
  });

  test("are refused when two read one measurement, unless a condition tells them apart", async () => {
    const other = { ...rule, id: "V05", genes: ["BRAF"] };
    expect(await problemsOf(rule, other)).toEqual([]);
    expect(await problemsOf(rule, { ...rule, id: "V05" })).toMatchObject([
      { code: "kb-rule-overlap", where: { pointer: "/rules/1/readings/0" } },
    ]);
    expect(await problemsOf(rule, rule)).toMatchObject([
      { code: "kb-duplicate-id" },
      { code: "kb-rule-overlap" },
    ]);
  });

  test("name genes, documents and classes of drugs that are described", async () => {
    const strange = {
      ...rule,
      genes: ["BRAG"],
      documents: ["LABEL:fda-zelborax"],
      readings: [{ ...rule.readings[0], classes: ["kinase inhibitors"] }],
    };
    expect((await problemsOf(strange)).map(({ hint }) => hint)).toEqual([
      'Did you mean "BRAF"?',
      'Did you mean "LABEL:fda-zelboraf"?',
      'Did you mean "kinase inhibitor"?',
    ]);
  });

  test("are replaced by a layer that declares it", async () => {
    const stricter = {
      ...rule,
      readings: [{ ...rule.readings[0], verdict: "supported" }],
    };
    const upper = writeFolder({
      "manifest.json": { ...sampleFiles()["manifest.json"], sources: [] },
      "verification-rules.json": { rules: [stricter] },
      "overrides.json": {
        overrides: [
          {
            kind: "verification-rule",
            id: "V04",
            action: "replace",
            reason: "our laboratory repeats each such test",
            curator: "board",
            date: "2026-11-22",
          },
        ],
      },
    });
    const layers = [
      { name: "base", path: folder(rule) },
      { name: "mine", path: upper },
    ];
    expect((await loadLayers(layers)).verificationRules).toEqual([stricter]);
  });

  test("show in a difference of two knowledgebases", async () => {
    const [before, after] = await Promise.all(
      [rule, { ...rule, assay: "phosphosite" }].map((each) => loadKnowledgebase(folder(each))),
    );
    expect(compareKnowledgebases(before!, after!).entities).toMatchObject([
      { kind: "verification rule", id: "V04", change: "revised", fields: ["assay"], step: "minor" },
    ]);
  });
});

describe("the rules that ship", () => {
  const path = join(import.meta.dirname, "../../../../knowledgebase/verification-rules.json");
  const { rules } = verificationFileSchema.parse(JSON.parse(readFileSync(path, "utf8")));

  test("have every row of the table", () => {
    const ids = new Set(rules.map(({ id }) => id));
    const rows = Array.from({ length: 24 }, (_, at) => `V${String(at + 1).padStart(2, "0")}`);
    expect(rows.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("contradict by HER2 immunohistochemistry of 0 only", () => {
    const contradicting = rules.flatMap(({ id, assay, readings }) =>
      readings
        .filter(({ verdict }) => verdict === "contradicted")
        .map(({ seen }) => [id, assay, seen]),
    );
    expect(contradicting).toEqual([
      ["V03", "ihc", ["0"]],
      ["V03", "ihc", ["0"]],
    ]);
    expect(assayWords.ihc.isAbsolute).toBe(true);
  });
});

test("the drugs of a therapy that act on a gene say its class, and all of them where none does", () => {
  const drug = (id: string, targets: string[], parts: object) =>
    [id, { ...sampleFiles()["therapies.json"].therapies[0]!, id, targets, ...parts }] as const;
  const therapies = new Map([
    drug("trastuzumab", ["ERBB2"], { class: "monoclonal antibody" }),
    drug("alpelisib", ["PIK3CA"], { class: "kinase inhibitor" }),
    drug("her2-inhibitors", [], { class: null, members: ["lapatinib"] }),
    drug("lapatinib", ["ERBB2"], { class: "kinase inhibitor" }),
  ]);
  const classes = (drugs: string[], gene: string) =>
    listDrugParts(therapies, drugs, gene).flatMap((part) => [...part.classes]);
  expect(classes(["trastuzumab", "alpelisib"], "ERBB2")).toEqual(["monoclonal antibody"]);
  expect(classes(["trastuzumab", "alpelisib"], "MTOR")).toHaveLength(2);
  expect(classes(["her2-inhibitors"], "ERBB2")).toEqual(["kinase inhibitor"]);
  const parts = listDrugParts(therapies, ["alpelisib", "lapatinib", "trastuzumab"], "ERBB2");
  expect(parts.map((part) => [...part.classes])).toEqual([
    ["kinase inhibitor"],
    ["monoclonal antibody"],
  ]);
});
