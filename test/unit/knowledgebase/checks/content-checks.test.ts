import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPackedModels } from "../../../../src/annotate/models/packed-models.ts";
import { checkFolder } from "../../../../src/knowledgebase/folder/read-folder.ts";
import type { Constraint } from "../../../../src/constraints/constraints.ts";
import type { SampleFiles } from "../sample-folder.ts";
import { rawStatement, sampleFiles, writeFolder } from "../sample-folder.ts";

/** The sample without the drug and the label that nothing in it names. */
function usedFiles(): SampleFiles {
  const files = sampleFiles();
  files["therapies.json"].therapies.pop();
  files["documents.json"].documents.pop();
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

  test("that call one therapy sensitive and resistant from the same documents contradict each other", async () => {
    const add = (parts: object) => (files: SampleFiles) => {
      files["statements/BRAF.json"].statements.push(rawStatement({ id: "civic:EID2", ...parts }));
    };
    const opposite = { predicate: "resistance" as const };
    expect(await check(add(opposite))).toMatchObject([
      { code: "kb-contradiction", where: { pointer: "/statements/1/predicate" } },
    ]);
    expect(await check(add({ ...opposite, documents: ["PMID:2"] }))).toEqual([]);
    expect(await check(add({ ...opposite, direction: "does not support" }))).toEqual([]);
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

  test.each(["2030-04-08", "2026-12", "2031", "1820-04-08"])(
    "that an agency cannot have decided on in %s are told",
    async (date) => {
      const problems = await check((files) => {
        files["statements/BRAF.json"].statements[0] = rawStatement({
          approvals: [
            { agency: "FDA", status: "regular", date, documents: rawStatement({}).documents },
          ],
        });
      });
      expect(problems.filter(({ code }) => code === "kb-date")).toMatchObject([
        { where: { pointer: "/statements/0/approvals/0/date" } },
      ]);
    },
  );
});

test("what nothing names is a warning, a whole tumor type tree is not", async () => {
  const problems = await check((files) => {
    files["statements/BRAF.json"].variants.push({
      id: "BRAF:V600K",
      label: "V600K",
      constraints: [v600e({ change: "V600K" })],
    });
    files["therapies.json"].therapies.push({
      ...files["therapies.json"].therapies[0]!,
      id: "x",
      name: "X",
      synonyms: [],
    });
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

describe("levels", () => {
  const withParts = (parts: object) => (files: SampleFiles) => {
    files["statements/BRAF.json"].statements = [Object.assign(rawStatement(), parts)];
  };
  const label = (files: SampleFiles) => {
    files["documents.json"] = sampleFiles()["documents.json"];
  };
  const approval = {
    agency: "FDA",
    status: "regular",
    date: null,
    documents: ["LABEL:fda-zelboraf"],
  };

  test.each([
    [{ documents: [] }, "/statements/0/documents"],
    [{ evidenceLevel: "B", approvals: [approval] }, "/statements/0/evidenceLevel"],
    [{ evidenceLevel: "D", documents: ["LABEL:fda-zelboraf"] }, "/statements/0/evidenceLevel"],
    [
      { type: "functional", predicate: "gain of function", therapy: undefined },
      "/statements/0/evidenceLevel",
    ],
  ])("do not allow %j", async (parts, pointer) => {
    const problems = await check((files) => {
      label(files);
      withParts(parts)(files);
    });
    expect(problems.filter(({ code }) => code === "kb-level")).toMatchObject([
      { severity: "error", where: { pointer } },
    ]);
  });

  test("allow an approved use at A, and one withdrawn at any", async () => {
    const check2 = async (parts: object) =>
      await check((files) => {
        label(files);
        withParts(parts)(files);
      });
    expect(await check2({ approvals: [approval] })).toEqual([]);
    const withdrawn = { ...approval, status: "withdrawn" };
    expect(await check2({ evidenceLevel: "B", approvals: [withdrawn] })).toEqual([]);
  });

  test.each([
    [{ predicate: "resistance", approvals: [approval] }, "/statements/0/approvals"],
    [
      { approvals: [{ ...approval, agency: "EMA", status: "accelerated" }] },
      "/statements/0/approvals/0/status",
    ],
    [{ approvals: [{ ...approval, withdrawn: "2024" }] }, "/statements/0/approvals/0/withdrawn"],
    [
      { approvals: [{ ...approval, status: "withdrawn", date: "2025-01", withdrawn: "2024" }] },
      "/statements/0/approvals/0/withdrawn",
    ],
    [
      {
        supersededBy: {
          therapy: { relation: "single", drugs: ["vemurafenib"] },
          documents: ["PMID:1"],
        },
        approvals: [approval],
      },
      "/statements/0/supersededBy/therapy",
    ],
  ])("do not allow the approval %j", async (parts, pointer) => {
    const problems = await check((files) => {
      label(files);
      withParts(parts)(files);
    });
    expect(problems).toMatchObject([{ code: "kb-approval", where: { pointer } }]);
  });
});

describe("a tier of ESCAT", () => {
  const study = (design: string, ...endPoints: string[]) => ({
    design,
    endPoints,
    documents: ["PMID:1"],
  });
  const escat = (tier: string, evidence: object[], more: object = {}) => ({
    tier,
    evidence,
    curator: "A. Curator",
    date: "2026-11-22",
    ...more,
  });
  const checkTier = async (given: object, parts: object = {}) =>
    (
      await check((files) => {
        const statement = Object.assign(rawStatement(), parts, { escat: given });
        files["statements/BRAF.json"].statements = [statement];
      })
    ).map(({ code, message, where }) => [code, where?.pointer, message]);

  test.each([
    ["I-A", [study("prospective randomized", "PFS")], {}],
    ["I-B", [study("prospective non-randomized", "ORR")], { mcbs: "3" }],
    ["I-C", [study("basket", "ORR")], {}],
    ["II-A", [study("retrospective", "OS")], {}],
    ["II-B", [study("prospective non-randomized", "ORR")], {}],
    ["III-B", [study("retrospective")], {}],
    ["IV-A", [study("preclinical")], {}],
    ["IV-B", [study("in silico")], {}],
    ["V", [study("prospective non-randomized", "ORR")], {}],
    ["X", [], {}],
  ])("%s may rest on %j", async (tier, evidence, more) => {
    expect(await checkTier(escat(tier, evidence, more))).toEqual([]);
  });

  test.each([
    ["I-A", [study("prospective randomized", "ORR")], {}, "expected a prospective randomized"],
    ["I-A", [study("retrospective", "OS")], {}, "rests on retrospective, OS: expected"],
    ["I-B", [study("prospective non-randomized", "ORR")], {}, "an ESMO-MCBS grade"],
    ["I-C", [study("prospective non-randomized", "ORR")], {}, "a basket study"],
    ["II-A", [study("preclinical")], {}, "a retrospective study"],
    ["II-B", [study("prospective randomized", "PFS")], {}, "only end points are response"],
    ["III-A", [study("basket")], {}, "the id of its statement of tier I or II"],
    ["IV-A", [study("basket")], {}, "a preclinical study"],
    ["V", [], {}, "rests on no study: expected a study"],
    ["X", [study("preclinical")], {}, "no evidence at all"],
  ])("%s may not rest on %j", async (tier, evidence, more, text) => {
    expect(await checkTier(escat(tier, evidence, more))).toEqual([
      ["kb-escat", "/statements/0/escat/tier", expect.stringContaining(text)],
    ]);
  });

  test("is of support of sensitivity only", async () => {
    const tier = escat("X", []);
    for (const parts of [{ predicate: "resistance" }, { direction: "does not support" }]) {
      expect(await checkTier(tier, parts)).toEqual([
        ["kb-escat", "/statements/0/escat", expect.stringContaining("support of sensitivity")],
      ]);
    }
  });

  test("III-A names the statement of the same alteration and therapy in another tumor", async () => {
    const checkBasis = async (parts: object) =>
      (
        await check((files) => {
          const tier = escat("I-C", [study("basket", "ORR")]);
          const first = Object.assign(rawStatement({ disease: "ONCOTREE:MEL" }), { escat: tier });
          const derived = escat("III-A", [], { basis: "civic:EID1", ...parts });
          const second = Object.assign(rawStatement({ id: "civic:EID2" }), { escat: derived });
          files["statements/BRAF.json"].statements = [first, second];
        })
      ).map(({ where }) => where?.pointer);
    expect(await checkBasis({})).toEqual([]);
    expect(await checkBasis({ basis: "civic:EID9" })).toEqual(["/statements/1/escat/basis"]);
    expect(await checkBasis({ basis: "civic:EID2" })).toEqual(["/statements/1/escat/basis"]);
  });

  test("that was signed is void after an edit, and the revision to sign is told", async () => {
    const signed = (revision: string) =>
      escat("X", [], { signedOff: { reviewer: "B. Reviewer", date: "2026-11-22", revision } });
    const check3 = async (revision: string, rating: number) =>
      await check((files) => {
        files["statements/BRAF.json"].statements = [
          Object.assign(rawStatement({ rating }), { escat: signed(revision) }),
        ];
      });
    const [problem] = await check3("0".repeat(64), 5);
    expect(problem).toMatchObject({
      code: "kb-escat",
      where: { pointer: "/statements/0/escat/signedOff/revision" },
    });
    const revision = /[0-9a-f]{64}/.exec(problem?.hint ?? "")?.[0] ?? "";
    expect(await check3(revision, 5)).toEqual([]);
    expect(await check3(revision, 4)).toHaveLength(1);
  });
});

describe("a file", () => {
  test("that nothing reads is told with the nearest name: it would be passed over in silence", async () => {
    const folder = writeFolder({ ...usedFiles(), "override.json": { overrides: [] } });
    expect((await checkFolder(folder)).problems).toMatchObject([
      {
        code: "kb-unknown-file",
        severity: "warning",
        where: { file: "override.json" },
        hint: "Did you mean overrides.json?",
      },
    ]);
  });

  test("that has another ending, and a folder with statements that nothing reads, are told, too", async () => {
    const files = usedFiles();
    const folder = writeFolder({
      ...files,
      "overrides.json.txt": {},
      "statements/KRAS.JSON": {},
      "statements/lung/BRAF.json": files["statements/BRAF.json"],
      "Statement/BRAF.json": files["statements/BRAF.json"],
      "schemas/any.json": {},
    });
    const { problems } = await checkFolder(folder);
    expect(problems.map(({ severity, where, hint }) => [severity, where?.file, hint])).toEqual([
      ["warning", "overrides.json.txt", "Did you mean overrides.json?"],
      ["warning", "statements/KRAS.JSON", "Did you mean statements/KRAS.json?"],
      ["warning", "Statement", "Did you mean statements?"],
      ["warning", "statements/lung", "Did you mean statements?"],
    ]);
  });

  test("that cannot be opened is named with its folder", async () => {
    const folder = writeFolder({ ...usedFiles() });
    symlinkSync("nowhere.json", join(folder, "statements/KRAS.json"));
    expect((await checkFolder(folder)).problems).toMatchObject([
      { code: "file-missing", where: { file: "statements/KRAS.json" } },
    ]);
  });

  test("of statements is called like its gene", async () => {
    const { "statements/BRAF.json": braf, ...others } = usedFiles();
    const folder = writeFolder({ ...others, "statements/B-RAF.json": braf });
    expect((await checkFolder(folder)).problems).toMatchObject([
      { code: "kb-file-name", message: expect.stringContaining("expected statements/BRAF.json") },
    ]);
  });
});

const packed = openPackedModels(
  readFileSync(join(import.meta.dirname, "../../../../knowledgebase/gene-models.txt")),
  "gene-models.txt",
);

describe("what no case can meet is an error", () => {
  const braf = { gene: "BRAF" } as const;
  const exons = (first: number, last: number): Constraint => ({
    type: "exon-change",
    ...braf,
    change: "deletion",
    exons: [first, last],
  });
  const stained = (fields: object): Constraint => ({ type: "ihc", ...braf, ...fields });
  const region = (first: number, last: number): Constraint => ({
    type: "region",
    ...braf,
    change: "mutation",
    name: "made up",
    residues: [first, last],
  });
  const codon = (residue: string): Constraint => ({
    type: "codon",
    ...braf,
    residue,
    position: 600,
  });
  const mutated: Constraint = { type: "consequence", ...braf, class: "mutation" };
  const wildType: Constraint = { type: "wild-type", ...braf };
  const codesOf = async (...constraints: Constraint[]) => {
    const files = usedFiles();
    files["statements/BRAF.json"].variants[0]!.constraints = constraints;
    const { problems } = await checkFolder(writeFolder({ ...files }), null, packed.of);
    return problems.map(({ code, where }) => `${code} ${where?.pointer?.slice(23)}`);
  };

  test.each<[string, string[], ...Constraint[]]>([
    ["an exon behind the last one", ["kb-range /0/exons"], exons(17, 19)],
    ["exons that run backwards", ["kb-never-met /0"], exons(8, 2)],
    ["residues behind the stop", ["kb-range /0/residues"], region(700, 768)],
    ["a wild type of such codons", ["kb-range /0/codons/1"], { ...wildType, codons: [600, 900] }],
    [
      "a share without a value",
      ["kb-never-met /0"],
      stained({ atLeast: 50, below: 10, unit: "%" }),
    ],
    ["a share above 100 %", ["kb-never-met /0"], stained({ atLeast: 101, unit: "TPS" })],
    [
      "a gene with itself",
      ["kb-never-met /0"],
      { type: "fusion", fivePrime: "BRAF", threePrime: "BRAF" },
    ],
    ["wild type with a mutation", ["kb-never-met "], wildType, codon("V")],
    [
      "one thing and its absence",
      ["kb-never-met "],
      codon("V"),
      { type: "not", constraint: codon("V") },
    ],
    [
      "an exception of another residue",
      ["kb-protein-residue /0/except/0/residue"],
      { type: "excluding", constraint: mutated, except: [codon("L")] },
    ],
  ])("%s", async (_, expected, ...constraints) => {
    expect(await codesOf(...constraints)).toEqual(expected);
  });

  test.each<[string, ...Constraint[]]>([
    ["all exons", exons(1, 18)],
    ["residues up to the stop", region(700, 767)],
    ["a share of all cells", stained({ atLeast: 100, unit: "%" })],
    ["an H-score", stained({ atLeast: 200, below: 300, unit: "H-score" })],
    ["the wild type of some codons", { ...wildType, codons: [600] }, codon("V")],
    ["other mutations", { type: "excluding", constraint: mutated, except: [codon("V")] }],
  ])("but not %s", async (_, ...constraints) => {
    expect(await codesOf(...constraints)).toEqual([]);
  });
});

describe("an allele and the change beside it", () => {
  const checkAllele = async (change: string, GRCh38: string, gene = "BRAF") => {
    const files = usedFiles();
    const file = files["statements/BRAF.json"];
    file.variants[0]!.constraints = [
      { type: "protein-change", gene, change, alleles: { GRCh38: [GRCh38] } },
    ];
    const { problems } = await checkFolder(writeFolder({ ...files }), null, packed.of);
    return problems.filter(({ code }) => code === "kb-sequence");
  };

  test("agree by the coding sequence, or the change that it makes is told", async () => {
    expect(await checkAllele("V600E", "7:140753336:A:T")).toEqual([]);
    const [problem, ...rest] = await checkAllele("V600K", "7:140753336:A:T");
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({
      severity: "error",
      message: expect.stringMatching(
        /^"7:140753336:A:T" makes BRAF V600E on ENST\S+ on GRCh38: expected V600K\.$/,
      ),
      where: { pointer: "/variants/0/constraints/0/alleles/GRCh38/0" },
    });
  });

  test.each([
    ["EGFR", "D770_N771insSVD", "7:55181309:C:CCAGCGTGGA"],
    ["EGFR", "V769_D770insDSV", "7:55181309:C:CCAGCGTGGA"],
    ["EGFR", "D770delinsDSVD", "7:55181309:C:CCAGCGTGGA"],
    ["PTEN", "V317fs", "10:87961041:GTACT:G"],
    ["MLH1", "M1L", "3:36993548:A:T"],
    ["VHL", "P103fs", "3:10142155:CTG:C"],
  ])("agree where a curator names %s %s otherwise than HGVS", async (gene, change, allele) => {
    expect(await checkAllele(change, allele, gene)).toEqual([]);
  });

  test.each([
    ["VHL", "P99fs", "3:10142155:CTG:C"],
    ["EGFR", "D770_N771insSV", "7:55181309:C:CCAGCGTGGA"],
    ["EGFR", "D770_N771insSVG", "7:55181309:C:CCAGCGTGGA"],
  ])("do not agree as %s %s", async (gene, change, allele) => {
    expect(await checkAllele(change, allele, gene)).toHaveLength(1);
  });

  test("disagree where the reference has other bases, as far as they are known", async () => {
    const [problem, ...rest] = await checkAllele("V600E", "7:140753336:C:T");
    expect(rest).toEqual([]);
    expect(problem?.message).toBe('"7:140753336:C:T" replaces C, where GRCh38 has A.');
    expect(await checkAllele("Q61K", "1:114713909:C:T", "NRAS")).toEqual([]);
  });

  test("agree in the whole of the shipped content, but for what is accepted by name", async () => {
    const shipped = join(import.meta.dirname, "../../../../knowledgebase");
    expect((await checkFolder(shipped, null, packed.of)).problems).toEqual([]);
  });

  test("are not judged where no models are given, and what is accepted is not idle then", async () => {
    const entry = {
      code: "kb-sequence",
      id: "BRAF:V600E",
      reason: "The source names it so.",
      date: "2026-11-22",
    };
    const folder = writeFolder({ ...usedFiles(), "accepted.json": { accepted: [entry] } });
    expect((await checkFolder(folder)).problems).toEqual([]);
    expect((await checkFolder(folder, null, packed.of)).problems).toMatchObject([
      { code: "kb-accepted-idle" },
    ]);
  });
});
