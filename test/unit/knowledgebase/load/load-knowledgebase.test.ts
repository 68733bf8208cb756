import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildKnowledgebase } from "../../../../src/knowledgebase/load/build-knowledgebase.ts";
import { loadKnowledgebase } from "../../../../src/knowledgebase/load/load-knowledgebase.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { Refusal } from "../../../../src/model/refusal.ts";
import { rawStatement, sampleFiles, sampleFolder, writeFolder } from "../sample-folder.ts";

async function refusalOf(path: string): Promise<Refusal> {
  const refusal = await loadKnowledgebase(path).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw new Error("was not refused");
  expect(refusal.kind).toBe("knowledgebase");
  return refusal;
}

const problemsOf = async (edit: Parameters<typeof sampleFolder>[0]): Promise<readonly Problem[]> =>
  (await refusalOf(sampleFolder(edit))).problems;

describe("a knowledgebase folder", () => {
  test("is resolved: therapies, diseases and documents have names and addresses", async () => {
    const kb = await loadKnowledgebase(sampleFolder());
    expect(kb).toMatchObject({ version: "2026.11.0", date: "2026-11-22" });
    expect(kb.statements).toMatchObject([
      {
        id: "civic:EID1",
        gene: "BRAF",
        variant: { label: "V600E" },
        therapy: { relation: "single", drugs: [{ id: "vemurafenib", name: "Vemurafenib" }] },
        disease: { id: "DOID:1909", name: "melanoma" },
        documents: [{ id: "PMID:1", label: "PMID 1", url: "https://pubmed.ncbi.nlm.nih.gov/1/" }],
        source: {
          name: "CIViC",
          date: "2021-03-31",
          url: "https://civicdb.org/links/evidence_items/1",
        },
      },
    ]);
  });

  test("keeps approvals with their labels, what replaced a regimen, and a curated tier", async () => {
    const approval = {
      agency: "FDA",
      status: "regular",
      date: "2011-08",
      settings: ["any line"],
      documents: ["LABEL:fda-zelboraf"],
    } as const;
    const escat = {
      tier: "I-A",
      evidence: [{ design: "prospective randomized", endPoints: ["OS"], documents: ["PMID:1"] }],
      curator: "A. Curator",
      date: "2026-11-22",
    } as const;
    const kb = await loadKnowledgebase(
      sampleFolder((files) => {
        files["statements/BRAF.json"].statements = [
          rawStatement(
            structuredClone({
              approvals: [approval],
              supersededBy: {
                therapy: { relation: "single", drugs: ["cetuximab"] },
                documents: ["PMID:2"],
              },
              escat,
            }) as object,
          ),
        ];
      }),
    );
    const label = {
      id: "LABEL:fda-zelboraf",
      label: "Zelboraf, FDA label",
      url: "https://example.org/label.pdf",
    };
    expect(kb.statements).toMatchObject([
      {
        approvals: [{ agency: "FDA", date: "2011-08", documents: [label] }],
        supersededBy: { therapy: { drugs: [{ id: "cetuximab", name: "Cetuximab" }] } },
        escat,
      },
    ]);
  });

  test("keeps what is not about a therapy out of the statements that rank one", async () => {
    const { therapy: _, ...claim } = rawStatement({ id: "civic:EID2" });
    const kb = await loadKnowledgebase(
      sampleFolder((files) => {
        files["statements/BRAF.json"].statements.push({
          ...claim,
          type: "prognostic",
          predicate: "poor outcome",
        });
      }),
    );
    expect(kb.statements.map(({ id }) => id)).toEqual(["civic:EID1"]);
    expect(kb.otherStatements).toMatchObject([
      { id: "civic:EID2", type: "prognostic", predicate: "poor outcome" },
    ]);
  });

  test("has statements in order of their id, whatever the order in the file", async () => {
    const ids = ["civic:EID3", "civic:EID1", "civic:EID2"];
    const load = async (order: readonly string[]) =>
      await loadKnowledgebase(
        sampleFolder((files) => {
          files["statements/BRAF.json"].statements = order.map((id, rating) =>
            rawStatement({ id, rating: ids.indexOf(id) + 1 || rating }),
          );
        }),
      );
    const first = await load(ids);
    const second = await load(ids.toReversed());
    expect(first.statements.map((statement) => statement.id)).toEqual(ids.toSorted());
    expect(second).toMatchObject({ sha256: first.sha256, statements: first.statements });
  });

  test("takes the date of the source where a record has no date of its own", async () => {
    const kb = await loadKnowledgebase(
      sampleFolder((files) => {
        const source = { name: "CIViC", record: "x", reviewed: null };
        files["statements/BRAF.json"].statements = [rawStatement({ source, disease: null })];
      }),
    );
    expect(kb.statements[0]).toMatchObject({
      source: { date: "2021-08-01", url: null },
      disease: { id: null, name: "not stated" },
    });
  });

  test("has the same digest as the file that is built from it, and the same content", async () => {
    const folder = sampleFolder();
    const built = await buildKnowledgebase(folder);
    writeFileSync(join(folder, "built.json"), built.text);
    const fromFolder = await loadKnowledgebase(folder);
    const fromFile = await loadKnowledgebase(join(folder, "built.json"));
    expect(fromFile.sha256).toBe(fromFolder.sha256);
    expect(built.sha256).toBe(fromFolder.sha256);
    expect(fromFile.statements).toEqual(fromFolder.statements);
    expect((await buildKnowledgebase(folder)).text).toBe(built.text);
  });

  test("has another digest when one fact is another, and not when only the layout is", async () => {
    const digest = async (path: string) => (await loadKnowledgebase(path)).sha256;
    const original = await digest(sampleFolder());
    const flat = Object.entries(sampleFiles()).map(([name, data]) => [
      name,
      JSON.stringify({ $schema: "x", ...data }),
    ]);
    expect(await digest(writeFolder(Object.fromEntries(flat)))).toBe(original);
    const changed = sampleFolder((files) => {
      files["statements/BRAF.json"].statements = [rawStatement({ rating: 4 })];
    });
    expect(await digest(changed)).not.toBe(original);
  });
});

describe("a faulty knowledgebase folder", () => {
  test.each([
    ["a diagnosis with a therapy", { type: "diagnostic", predicate: "positive" }],
    ["a prognosis that is a sensitivity", { type: "prognostic", predicate: "sensitivity" }],
    ["a type that is none", { type: "predictiv" }],
    [
      "an approval without a label",
      { approvals: [{ agency: "FDA", status: "regular", date: null, documents: [] }] },
    ],
    [
      "an agency that is none",
      { approvals: [{ agency: "MHRA", status: "regular", date: null, documents: ["PMID:1"] }] },
    ],
    [
      "a day that is none",
      {
        approvals: [
          { agency: "EMA", status: "regular", date: "2021-13-01", documents: ["PMID:1"] },
        ],
      },
    ],
  ])("refuses %s", async (_, parts) => {
    const problems = await problemsOf((files) => {
      Object.assign(files["statements/BRAF.json"].statements[0]!, parts);
    });
    expect(problems.map(({ where }) => where?.pointer)).not.toEqual([]);
    for (const { where } of problems) expect(where?.pointer).toMatch(/^\/statements\/0/);
  });

  test("takes accepted problems out by their own ids also where an entry before them is faulty", async () => {
    const problems = await problemsOf((files) => {
      const { statements } = files["statements/BRAF.json"];
      const good = statements[0]!;
      const faulty: object = { id: "civic:EID0", type: "predictiv" };
      const opposite: object = { id: "civic:EID9", direction: "does not support" };
      statements.unshift({ ...good, ...faulty });
      statements.push({ ...good, ...opposite });
      Object.assign(files, {
        "accepted.json": {
          accepted: [
            {
              code: "kb-contradiction",
              date: "2026-11-22",
              id: "civic:EID9",
              reason: "one study, two cohorts",
            },
          ],
        },
      });
    });
    expect(problems.map(({ where }) => where?.pointer)).toEqual(["/statements/0/type"]);
  });

  test("tells every fault of a file at once, whether of its shape or of what it refers to", async () => {
    const problems = await problemsOf((files) => {
      const { statements } = files["statements/BRAF.json"];
      const good = statements[0]!;
      const add = (id: string, parts: object): number => statements.push({ ...good, id, ...parts });
      add("civic:EID2", { type: "predictiv" });
      add("civic:EID3", { disease: "DOID:99" });
      add("civic:EID4", { variant: "BRAF:V600F" });
    });
    expect(problems.map(({ where }) => where?.pointer)).toEqual(
      expect.arrayContaining([
        "/statements/1/type",
        "/statements/2/disease",
        "/statements/3/variant",
      ]),
    );
    expect(problems).toHaveLength(3);
  });

  test("is refused with the place, what was found, what is expected and the nearest value", async () => {
    const problems = await problemsOf((files) => {
      Object.assign(files["statements/BRAF.json"].statements[0]!, { predicate: "sensitivty" });
    });
    expect(problems).toEqual([
      {
        code: "kb-schema",
        severity: "error",
        message:
          'predicate "sensitivty": expected sensitivity, resistance, reduced sensitivity, ' +
          "adverse response or unspecified.",
        where: {
          file: "statements/BRAF.json",
          line: 33,
          column: 20,
          pointer: "/statements/0/predicate",
        },
        hint: 'Did you mean "sensitivity"?',
        count: 1,
      },
    ]);
  });

  test("is refused for an unknown key, with the nearest known one", async () => {
    const problems = await problemsOf((files) => {
      Object.assign(files["statements/BRAF.json"].statements[0]!, { evidencelevel: "A" });
    });
    expect(problems).toMatchObject([
      { code: "kb-unknown-key", hint: 'Did you mean "evidenceLevel"?', where: { column: 7 } },
    ]);
  });

  test("is refused for a type of constraint that no rule has", async () => {
    const problems = await problemsOf((files) => {
      const [variant] = files["statements/BRAF.json"].variants;
      Object.assign(variant!.constraints[0]!, { type: "protein-chnage" });
    });
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining("expected protein-change, allele,"),
        hint: 'Did you mean "protein-change"?',
        where: { pointer: "/variants/0/constraints/0/type" },
      },
    ]);
  });

  test("is refused for an address that is not https", async () => {
    const problems = await problemsOf((files) => {
      files["manifest.json"].sources[0]!.url = "javascript:alert(1)";
    });
    expect(problems).toMatchObject([{ where: { pointer: "/sources/0/url" } }]);
  });

  test("is refused with the problems of every file at once", async () => {
    const root = writeFolder({
      ...sampleFiles(),
      "manifest.json": "{,}",
      "therapies.json": { therapies: [{}] },
      "statements/KRAS.json": '{"gene":"KRAS","gene":"NRAS"}',
    });
    const { problems } = await refusalOf(root);
    expect(new Set(problems.map((problem) => problem.where?.file))).toEqual(
      new Set(["manifest.json", "therapies.json", "statements/KRAS.json"]),
    );
  });

  test("is refused when a file is missing, or all of it is", async () => {
    const { "genes.json": _, ...rest } = sampleFiles();
    expect((await refusalOf(writeFolder(rest))).problems).toMatchObject([
      { where: { file: "genes.json" } },
    ]);
    expect((await refusalOf("no/such/folder")).problems).toHaveLength(1);
  });

  test("reports warnings, and loads", async () => {
    const warnings: Problem[] = [];
    const folder = sampleFolder((files) => {
      files["therapies.json"].therapies.pop();
      files["documents.json"].documents.pop();
      const again = rawStatement({ id: "civic:EID2" });
      files["statements/BRAF.json"].statements.push(again);
    });
    await loadKnowledgebase(folder, { report: (problem) => warnings.push(problem) });
    expect(warnings).toMatchObject([{ code: "kb-duplicate-statement", severity: "warning" }]);
  });
});

const faults = "../shared/faults/kb";
const faultFiles = [
  "bigint.json",
  "bom.json",
  "deep.json",
  "dup_key.json",
  "html_in_drug.json",
  "nan.json",
  "nul_string.json",
  "proto.json",
  "trailing_comma.json",
  "trunc.json",
  "url_javascript.json",
];

describe.skipIf(!existsSync(faults))("a shared fault file among the statements", () => {
  test.each(faultFiles)("%s is refused, named, with a line", async (name) => {
    const root = mkdtempSync(join(tmpdir(), "kb-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, "statements"));
    for (const [file, data] of Object.entries(sampleFiles())) {
      writeFileSync(join(root, file), JSON.stringify(data));
    }
    copyFileSync(join(faults, name), join(root, "statements", name));
    const { problems } = await refusalOf(root);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.where).toMatchObject({ file: `statements/${name}`, line: expect.any(Number) });
    }
  });
});
