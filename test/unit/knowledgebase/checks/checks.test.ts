import { describe, expect, test } from "vitest";
import type { Constraint } from "../../../../src/constraints/constraints.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import type { SampleFiles } from "../sample-folder.ts";
import { rawStatement, sampleFolder } from "../sample-folder.ts";

/** What the checks say of the sample after an edit, errors and warnings; an edit may leave something unused. */
async function check(edit: (files: SampleFiles) => void): Promise<readonly Problem[]> {
  return (await checkAll(edit)).filter(({ code }) => code !== "kb-unused");
}

async function checkAll(edit: (files: SampleFiles) => void): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  try {
    await loadKnowledgebase(sampleFolder(edit), { report: (problem) => problems.push(problem) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems;
  }
  return problems;
}

const gene = (files: SampleFiles) => files["statements/BRAF.json"];
const withConstraint = (constraint: Constraint) => (files: SampleFiles) => {
  gene(files).variants[0]!.constraints = [constraint];
};

describe("the checks", () => {
  test("find nothing in the sample", async () => {
    expect(await check(() => {})).toEqual([]);
  });

  test.each<[string, (files: SampleFiles) => void, string, string | null]>([
    [
      "variant",
      (files) => (gene(files).statements[0]!.variant = "BRAF:V600F"),
      "/statements/0/variant",
      'Did you mean "BRAF:V600E"?',
    ],
    [
      "therapy",
      (files) =>
        Object.assign(gene(files).statements[0]!, {
          therapy: { relation: "single", drugs: ["vemurafinib"] },
        }),
      "/statements/0/therapy/drugs/0",
      'Did you mean "vemurafenib"?',
    ],
    [
      "disease",
      (files) => (gene(files).statements[0]!.disease = "DOID:190"),
      "/statements/0/disease",
      'Did you mean "DOID:1909"?',
    ],
    [
      "source",
      (files) => (gene(files).statements[0]!.source.name = "Civic"),
      "/statements/0/source/name",
      'Did you mean "CIViC"?',
    ],
    ["gene", (files) => (gene(files).gene = "BRAG"), "/gene", 'Did you mean "BRAF"?'],
    [
      "gene",
      withConstraint({ type: "not", constraint: { type: "wild-type", gene: "KRAS" } }),
      "/variants/0/constraints/0/constraint",
      null,
    ],
    [
      "disease",
      (files) => files["diseases.json"].nodes[0]!.parents.push("DOID:4"),
      "/nodes/0/parents/0",
      null,
    ],
    [
      "disease",
      (files) => files["diseases.json"].nodes[2]!.equivalents.push("DOID:99999"),
      "/nodes/2/equivalents/0",
      null,
    ],
    [
      "document",
      (files) => (gene(files).statements[0]!.documents = ["PMID:1", "LABEL:fda-zelborav"]),
      "/statements/0/documents/1",
      'Did you mean "LABEL:fda-zelboraf"?',
    ],
    [
      "document",
      (files) =>
        Object.assign(gene(files).statements[0]!, {
          approvals: [
            { agency: "FDA", status: "regular", date: null, documents: ["GUIDELINE:none"] },
          ],
        }),
      "/statements/0/approvals/0/documents/0",
      null,
    ],
    [
      "therapy",
      (files) =>
        Object.assign(gene(files).statements[0]!, {
          supersededBy: {
            therapy: { relation: "single", drugs: ["encorafenib"] },
            documents: ["PMID:1"],
          },
        }),
      "/statements/0/supersededBy/therapy/drugs/0",
      null,
    ],
  ])("name an unknown %s", async (kind, edit, pointer, hint) => {
    const [problem] = await check(edit);
    expect(problem).toMatchObject({
      code: "kb-unknown-reference",
      severity: "error",
      message: expect.stringContaining(`The ${kind} "`),
      where: { pointer },
    });
    if (hint !== null) expect(problem?.hint).toBe(hint);
  });

  test.each([
    [
      "gene by its alias",
      (files) => Object.assign(gene(files), { gene: "BRAF1" }),
      'It is another name of "BRAF".',
    ],
    [
      "drug by its synonym",
      (files) =>
        Object.assign(gene(files).statements[0]!, {
          therapy: { relation: "single", drugs: ["plx4032"] },
        }),
      'It is another name of "vemurafenib".',
    ],
    [
      "tumor by its name",
      (files) => Object.assign(gene(files).statements[0]!, { disease: "ONCOTREE:MELANOMA" }),
      'It is another name of "DOID:1909" and "ONCOTREE:MEL".',
    ],
    [
      "tumor by a code of the other tree",
      (files) => Object.assign(gene(files).statements[0]!, { disease: "ONCOTREE:MLE" }),
      'Did you mean "ONCOTREE:MEL"?',
    ],
    [
      "source that the manifest does not have",
      (files) => Object.assign(gene(files).statements[0]!.source, { name: "my board" }),
      'Sources are described in manifest.json: "CIViC".',
    ],
  ] satisfies (readonly [string, (files: SampleFiles) => unknown, string])[])(
    "tell what a %s is, before what is spelt alike",
    async (_, edit, hint) => {
      const problems = await check((files) => void edit(files));
      expect(problems.find(({ code }) => code === "kb-unknown-reference")?.hint).toBe(hint);
    },
  );

  test("warn of a fusion partner without a description", async () => {
    const edit = withConstraint({ type: "fusion", fivePrime: "AGK", threePrime: "BRAF" });
    expect(await check(edit)).toMatchObject([
      { code: "kb-unknown-reference", severity: "warning" },
    ]);
  });

  test("find an id that is used twice, and tell the first place", async () => {
    const problems = await check((files) => {
      gene(files).statements.push(rawStatement({ rating: 1 }));
      gene(files).variants.push(gene(files).variants[0]!);
      files["therapies.json"].therapies.push(files["therapies.json"].therapies[0]!);
      files["diseases.json"].nodes.push(files["diseases.json"].nodes[0]!);
      files["documents.json"].documents.push(files["documents.json"].documents[0]!);
      files["genes.json"].genes.push(files["genes.json"].genes[0]!);
    });
    expect(problems.map((problem) => problem.where?.pointer)).toEqual([
      "/genes/1/symbol",
      "/therapies/2/id",
      "/nodes/3/id",
      "/documents/1/id",
      "/variants/1/id",
      "/statements/1/id",
    ]);
    expect(problems.at(-1)?.message).toMatch(
      /^"civic:EID1" is also at statements\/BRAF\.json:\d+:\d+\.$/,
    );
  });

  test("find statements that say the same, but not of different documents or levels", async () => {
    const add = (parts: object) => async () =>
      await check((files) => {
        gene(files).statements.push(rawStatement({ id: "civic:EID2", ...parts }));
      });
    expect(await add({})()).toMatchObject([{ code: "kb-duplicate-statement" }]);
    expect(await add({ documents: ["PMID:2"] })()).toEqual([]);
    expect(await add({ evidenceLevel: "B" })()).toEqual([]);
    expect(await add({ direction: "does not support", rating: 1 })()).not.toContainEqual(
      expect.objectContaining({ code: "kb-duplicate-statement" }),
    );
  });

  test.each([
    ["single", ["vemurafenib", "cetuximab"], false],
    ["combination", ["vemurafenib"], false],
    ["combination", ["vemurafenib", "vemurafenib"], false],
    ["combination", ["vemurafenib", "cetuximab"], true],
    ["substitutes", ["vemurafenib", "cetuximab"], true],
    ["sequential", ["cetuximab"], false],
  ] as const)("judge %s of %j", async (relation, drugs, isSound) => {
    const problems = await check((files) => {
      gene(files).statements = [rawStatement({ therapy: { relation, drugs: [...drugs] } })];
    });
    expect(problems.map((problem) => problem.code)).toEqual(isSound ? [] : ["kb-therapy-relation"]);
  });

  test.each([
    ["V600E", []],
    ["p.Val600Glu", [["warning", 'Write "V600E".']]],
    ["exon 15", [["error", null]]],
  ])("read the protein change %s", async (text, expected) => {
    const edit = withConstraint({ type: "protein-change", gene: "BRAF", change: text });
    const problems = await check(edit);
    expect(problems.map(({ severity, hint }) => [severity, hint])).toEqual(expected);
  });

  test.each([
    [{ GRCh37: ["7:140453136:A:T"], GRCh38: ["7:140753336:A:T"] }, []],
    [
      { GRCh37: ["7:140453136:AC:TC"], GRCh38: ["7:140753336:A:T"] },
      [["error", 'Write "7:140453136:A:T".']],
    ],
    [{ GRCh37: ["7:140453136:A:A"], GRCh38: ["7:140753336:A:T"] }, [["error", null]]],
    [{ GRCh37: ["7:140453136:A:T"] }, [["warning", null]]],
    [{}, [["error", null]]],
  ])("read the alleles %j", async (alleles, expected) => {
    const problems = await check(withConstraint({ type: "allele", gene: "BRAF", alleles }));
    expect(problems.map(({ severity, hint }) => [severity, hint])).toEqual(expected);
  });

  test("want both builds where one is marked as lifted", async () => {
    const alleles = { GRCh38: ["7:140753336:A:T"] };
    const problems = await check(
      withConstraint({
        type: "protein-change",
        gene: "BRAF",
        change: "V600E",
        alleles,
        lifted: "GRCh38",
      }),
    );
    expect(problems).toMatchObject([{ code: "kb-allele-build", severity: "error" }]);
  });

  test("want ranges that run forwards", async () => {
    const problems = await check(
      withConstraint({
        type: "region",
        gene: "BRAF",
        name: "exon 15",
        residues: [620, 580],
        spans: { GRCh37: "7:200-100", GRCh38: "7:100-200" },
        change: "mutation",
      }),
    );
    expect(problems.map(({ code, where }) => [code, where?.pointer])).toEqual([
      ["kb-range", "/variants/0/constraints/0/residues"],
      ["kb-range", "/variants/0/constraints/0/spans/GRCh37"],
    ]);
  });
});
