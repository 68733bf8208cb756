import { describe, expect, test } from "vitest";
import { checkFolder } from "../../../src/knowledgebase/read-folder.ts";
import type { Constraint } from "../../../src/constraints/constraints.ts";
import type { SampleFiles } from "./sample-folder.ts";
import { rawStatement, sampleFiles, writeFolder } from "./sample-folder.ts";

/** The sample without the drug that nothing in it names. */
function usedFiles(): SampleFiles {
  const files = sampleFiles();
  files["therapies.json"].therapies.pop();
  return files;
}

async function check(edit: (files: SampleFiles) => void) {
  const files = usedFiles();
  edit(files);
  return (await checkFolder(writeFolder({ ...files }))).problems;
}

/** BRAF V600E with other fields. */
const v600e = (fields: object): Constraint => ({
  type: "protein-change",
  gene: "BRAF",
  change: "V600E",
  transcript: "ENST00000288602.6",
  ...fields,
});

/** Adds variants, each used by a statement of its own. */
const withVariants =
  (...constraints: Constraint[]) =>
  (files: SampleFiles) => {
    for (const [at, constraint] of constraints.entries()) {
      const id = `BRAF:extra${at}`;
      const file = files["statements/BRAF.json"];
      file.variants.push({ id, label: id, constraints: [constraint] });
      file.statements.push(rawStatement({ id: `civic:EID${at + 10}`, variant: id }));
    }
  };

describe("coordinates", () => {
  test("outside the gene on every build that states them are an error that names the span", async () => {
    const alleles = { GRCh37: ["7:14045313:A:T"], GRCh38: ["7:14075333:A:T"] };
    const problems = await check(withVariants(v600e({ alleles })));
    expect(problems.map(({ code, where }) => [code, where?.pointer])).toEqual([
      ["kb-coordinates", "/variants/1/constraints/0/alleles/GRCh37/0"],
      ["kb-coordinates", "/variants/1/constraints/0/alleles/GRCh38/0"],
    ]);
    expect(problems[0]?.message).toContain(
      "expected a place within 5000 bases of 7:140419127-140624564",
    );
  });

  test("outside on one build only may be a span of another transcript", async () => {
    const alleles = { GRCh37: ["7:140000000:A:T"], GRCh38: ["7:140753336:A:T"] };
    const problems = await check(withVariants(v600e({ alleles })));
    expect(problems.filter(({ code }) => code === "kb-coordinates")).toEqual([]);
  });

  test("of a coding change have to make the codon of the residue", async () => {
    const [problem, ...rest] = await check(withVariants(v600e({ coding: "c.1789T>A" })));
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      code: "kb-coordinates",
      message:
        '"c.1789T>A" changes residue 597, and BRAF V600E residue 600: expected c.1798 to c.1800.',
      where: { pointer: "/variants/1/constraints/0/coding" },
    });
  });
});

describe("a residue that two variants name differently", () => {
  test("is an error at the rarer one", async () => {
    const odd = v600e({ change: "A600K" });
    const problems = await check(withVariants(v600e({ change: "V600R" }), odd));
    expect(problems).toMatchObject([
      { code: "kb-residue", where: { pointer: "/variants/2/constraints/0/change" } },
    ]);
    expect(problems[0]?.message).toContain('is A here and V in "BRAF:V600E"');
  });

  test("is none on another transcript", async () => {
    const other = v600e({ change: "A600K", transcript: "ENST00000646891.2" });
    expect(await check(withVariants(other))).toEqual([]);
  });
});

describe("the builds disagree", () => {
  const pair = (a: string, b: string) => v600e({ alleles: { GRCh37: [a], GRCh38: [b] } });

  test.each([
    ["7:140453136:A:T", "7:140753336:A:G", "expected contig 7 and A>T"],
    ["7:140453136:A:T", "8:140753336:A:T", "expected contig 7 and A>T"],
  ])("when %s is %s", async (a, b, text) => {
    const problems = await check(withVariants(pair(a, b)));
    expect(problems.find(({ code }) => code === "kb-builds-disagree")?.message).toContain(text);
  });

  test("not when the strand of the contig was turned", async () => {
    expect(await check(withVariants(pair("7:140453136:A:T", "7:140753336:T:A")))).toEqual([]);
  });

  test("when one allele is moved further than the others of its gene, and the place is told", async () => {
    const right = pair("7:140453137:C:T", "7:140753337:C:T");
    const wrong = pair("7:140453135:T:C", "7:140753336:T:C");
    const problems = await check(withVariants(right, wrong));
    expect(problems).toMatchObject([
      { code: "kb-builds-disagree", hint: 'Is it "7:140753335:T:C"?' },
    ]);
  });

  test("when they have different numbers of alleles, or spans of different lengths", async () => {
    const alleles = { GRCh37: ["7:140453136:A:T", "7:140453136:A:C"], GRCh38: ["7:140753336:A:T"] };
    const region: Constraint = {
      type: "region",
      gene: "BRAF",
      name: "exon 15",
      residues: [581, 620],
      spans: { GRCh37: "7:140453075-140453193", GRCh38: "7:140753275-140753390" },
      change: "mutation",
    };
    const codes = (await check(withVariants(v600e({ alleles }), region))).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["kb-builds-disagree", "kb-builds-disagree"]);
  });
});

describe("statements", () => {
  test("that draw opposite directions from the same documents contradict each other", async () => {
    const add = (parts: object) => (files: SampleFiles) => {
      files["statements/BRAF.json"].statements.push(rawStatement({ id: "civic:EID2", ...parts }));
    };
    const opposite = { direction: "does not support" as const };
    expect(await check(add(opposite))).toMatchObject([
      { code: "kb-contradiction", where: { pointer: "/statements/1/direction" } },
    ]);
    expect(await check(add({ ...opposite, documents: ["PMID:2"] }))).toEqual([]);
    expect(await check(add({ ...opposite, disease: null }))).toEqual([]);
  });

  test("that were reviewed after the manifest's date make it stale", async () => {
    const problems = await check((files) => {
      files["statements/BRAF.json"].statements[0]!.source.reviewed = "2026-11-23";
      files["manifest.json"].sources[0]!.date = "2026-12-01";
    });
    expect(problems.map(({ code, where }) => [code, where?.pointer])).toEqual([
      ["kb-date", "/sources/0/date"],
      ["kb-date", "/statements/0/source/reviewed"],
    ]);
  });
});

test("what nothing names is a warning, a whole tumor type tree is not", async () => {
  const problems = await check((files) => {
    files["statements/BRAF.json"].variants.push({
      id: "BRAF:V600K",
      label: "V600K",
      constraints: [v600e({ change: "V600K" })],
    });
    files["therapies.json"].therapies.push({ id: "x", name: "X", ncit: null, synonyms: [] });
    files["genes.json"].genes.push({ ...files["genes.json"].genes[0]!, symbol: "KRAS" });
    files["diseases.json"].nodes.push(
      { id: "DOID:7", name: "other", parents: ["DOID:162"], equivalents: [] },
      { id: "ONCOTREE:XYZ", name: "Other", parents: [], equivalents: [] },
    );
  });
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    ["warning", 'Nothing names the variant "BRAF:V600K".'],
    ["warning", 'Nothing names the therapy "x".'],
    ["warning", 'Nothing names the gene "KRAS".'],
    ["warning", 'Nothing names the disease "DOID:7".'],
  ]);
});

describe("an accepted problem", () => {
  const contradiction = (accepted: object[]) =>
    writeFolder({
      ...usedFiles(),
      "statements/BRAF.json": {
        ...usedFiles()["statements/BRAF.json"],
        statements: [
          rawStatement(),
          rawStatement({ id: "civic:EID2", direction: "does not support" }),
        ],
      },
      "accepted.json": { accepted },
    });
  const entry = {
    code: "kb-contradiction",
    id: "civic:EID2",
    reason: "Both records are kept.",
    date: "2026-11-22",
  };

  test("is not told again", async () => {
    expect((await checkFolder(contradiction([entry]))).problems).toEqual([]);
  });

  test("that is gone is told, so that the list cannot hide the next one", async () => {
    const other = { ...entry, code: "kb-duplicate-statement" };
    const { problems } = await checkFolder(contradiction([entry, other]));
    expect(problems).toMatchObject([
      { code: "kb-accepted-idle", where: { file: "accepted.json", pointer: "/accepted/1" } },
    ]);
  });

  test("can be no broken reference", async () => {
    const { content, problems } = await checkFolder(
      contradiction([{ ...entry, code: "kb-unknown-reference" }]),
    );
    expect(content).toBeNull();
    expect(problems[0]).toMatchObject({ where: { pointer: "/accepted/0/code" } });
  });
});

test("the sound files are checked across although one of the others is broken", async () => {
  const files = usedFiles();
  files["statements/BRAF.json"].statements[0]!.disease = "DOID:1";
  const { content, problems } = await checkFolder(
    writeFolder({ ...files, "statements/KRAS.json": "{" }),
  );
  expect(content).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(["json-syntax", "kb-unknown-reference"]);
});
