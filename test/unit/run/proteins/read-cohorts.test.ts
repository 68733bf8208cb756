import { describe, expect, it } from "vitest";
import { splitMolecules } from "../../../../src/annotate/proteins/split-molecules.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { buildCohort } from "../../../../src/run/proteins/build-cohort.ts";
import {
  cohortsFor,
  cohortsOfPart,
  readCohorts,
} from "../../../../src/run/proteins/read-cohorts.ts";
import { anyCase, cohortOf, textSource } from "../../read/cohort/cohort-text.ts";
import type { ProteinTable } from "../../../../src/read/protein-reader.ts";

const values = Array.from({ length: 24 }, (_, index) => index / 5 - 2.3);
const matrix = ["gene,A,B", ...values.map((value, at) => `G${at},${value},${-value}`)].join("\n");

function makeTable(changes: Partial<ProteinTable> = {}): ProteinTable {
  return {
    file: "case.csv",
    format: "protein-wide",
    molecule: "protein",
    sample: "TUMOR",
    cohortSamples: [],
    cohortName: "other samples of case.csv",
    scale: { name: "log2-ratio", decidedBy: "declared" },
    rows: values.map((value, at) => ({
      gene: `G${at}`,
      line: at + 2,
      value: value + (at % 2),
      cohort: new Float64Array(),
    })),
    counts: { read: 24, refused: 0, setAside: 0 },
    digest: { sha256: "", bytes: 0 },
    ...changes,
  };
}

async function ask(table: ProteinTable, text: string | Uint8Array | null = matrix) {
  const problems: Problem[] = [];
  const files = text === null ? [] : [(await cohortOf(text)).file];
  const chosen = cohortsFor(
    table,
    { files, inputs: [] },
    {
      asked: [],
      disease: null,
      biopsySite: null,
      caseNames: new Set(["TUMOR"]),
      aberrationNegative: false,
      currentSymbol: (name) => name,
      report: (problem) => problems.push(problem),
    },
  );
  return {
    chosen,
    warnings: problems.filter(({ severity }) => severity === "warning"),
    notices: problems.filter(({ severity }) => severity === "notice"),
  };
}

describe("a table of facts about reference samples", () => {
  const read = async (meta: string, reference: string | Uint8Array = matrix) => {
    const problems: Problem[] = [];
    await readCohorts(
      [{ source: textSource("ref.csv", reference), meta: [textSource("m.csv", meta)] }],
      { strict: false, report: (problem) => problems.push(problem) },
    );
    return problems.find(({ where }) => where?.file === "m.csv");
  };

  it("says how many of its samples no matrix has, and five of them", async () => {
    const rows = ["A", "B", "C1", "C2", "C3", "C4", "C5", "C6"].map((name) => `${name},BRCA`);
    expect(await read(`sample,disease\n${rows.join("\n")}\n`)).toMatchObject({
      code: "cohort-meta-samples-unknown",
      severity: "warning",
      message:
        '6 of 8 samples are in none of the matrices that the table was given for: "C1", "C2", "C3", "C4", "C5", ...',
    });
    expect(await read("sample,disease\nA,BRCA\nB,BRCA\n")).toBeUndefined();
  });

  it("says that a built file does not use it", async () => {
    const { bytes } = buildCohort([(await cohortOf(matrix)).file], anyCase);
    expect(await read("sample,disease\nA,BRCA\n", bytes)).toMatchObject({
      code: "cohort-meta-unused",
      severity: "warning",
    });
  });
});

describe("the cohorts of a table", () => {
  it("are those of its molecule; that others are not used is said, with what they hold", async () => {
    expect((await ask(makeTable())).warnings).toEqual([]);
    const { chosen, warnings } = await ask(makeTable({ molecule: "rna" }));
    expect(chosen).toEqual([]);
    expect(warnings[0]).toMatchObject({
      code: "cohort-other-molecule",
      message:
        "case.csv holds RNA, and reference samples of another molecule are not compared with it: ref.csv holds proteins; it has no reference cohort",
    });
  });

  it("are those of proteins for a table of phosphosites where they hold sites, as a built file too", async () => {
    const sites = values.map((value, at) => `G${at}_pY${at + 1},${value},${-value}`);
    const both = [
      "gene,A,B",
      ...values.map((value, at) => `G${at},${value},${-value}`),
      ...sites,
    ].join("\n");
    const table = makeTable({ molecule: "phosphosite" });
    for (const content of [both, buildCohort([(await cohortOf(both)).file], anyCase).bytes]) {
      const { chosen, warnings } = await ask(table, content);
      expect(chosen).toMatchObject([{ molecule: "protein", samples: 2 }]);
      expect(chosen[0]?.rows.filter(({ site }) => site !== undefined)).toHaveLength(24);
      expect(warnings).toEqual([]);
    }
    const { chosen, warnings } = await ask(table);
    expect(chosen).toEqual([]);
    expect(warnings[0]?.code).toBe("cohort-other-molecule");
  });

  it("are those of phosphosites too for a table of proteins and sites, whose proteins keep their own", async () => {
    const sites = [
      "gene,A,B",
      ...values.map((value, at) => `G${at}_Y${at + 10},${value},${-value}`),
    ];
    const own = makeTable().rows.map((row) => ({ ...row, cohort: Float64Array.of(1, 2) }));
    const mixed = makeTable({
      cohortSamples: ["S1", "S2"],
      rows: [...own, ...own.map((row, at) => ({ ...row, site: `Y${at + 10}` }))],
    });
    const { chosen, warnings, notices } = await ask(mixed, sites.join("\n"));
    expect(chosen).toMatchObject([{ molecule: "phosphosite", samples: 2 }]);
    expect(warnings).toEqual([]);
    expect(notices.map(({ code }) => code)).not.toContain("own-samples-unused");
    expect(notices.find(({ code }) => code === "cohort-sites-alone")?.message).toBe(
      "the phosphosites of case.csv are compared with ref.csv, which holds no proteins; its proteins are compared with its own other samples",
    );
    const [protein, phosphosite] = splitMolecules(mixed);
    expect(protein && cohortsOfPart(protein, chosen)).toEqual([]);
    expect(phosphosite && cohortsOfPart(phosphosite, chosen)).toEqual(chosen);
    // A table of proteins alone is not compared with it, as before.
    expect((await ask(makeTable(), sites.join("\n"))).chosen).toEqual([]);
  });

  it("are for sites those that hold sites, where one does", async () => {
    const proteins = (await ask(makeTable())).chosen;
    const part = { molecule: "phosphosite" } as const;
    expect(cohortsOfPart(part, proteins)).toEqual(proteins);
    const [first] = proteins;
    const [row] = first?.rows ?? [];
    if (first === undefined || row === undefined) throw new Error("the cohort has a row");
    const withSites = { ...first, rows: [{ ...row, site: "Y10" }] };
    expect(cohortsOfPart(part, [...proteins, withSites])).toEqual([withSites]);
  });

  it("say that a sample is named like the case, or has its values", async () => {
    const { chosen, warnings } = await ask(makeTable(), matrix.replace("gene,A", "gene,tumor_1"));
    expect(chosen[0]?.samples).toBe(2);
    expect(warnings[0]).toMatchObject({
      code: "cohort-like-case",
      message: 'cohort ref may hold the case: its sample "tumor_1" is named like the case "TUMOR"',
    });
  });

  it("are doubted where the table's own samples hold the case twice", async () => {
    const rows = makeTable().rows.map((row) => ({
      ...row,
      cohort: Float64Array.of(row.value ?? 0, 1),
    }));
    const { warnings } = await ask(makeTable({ rows, cohortSamples: ["X", "Tumor.1"] }), null);
    expect(warnings.map(({ message }) => message)).toEqual([
      'the reference may hold the case: sample "X" has the values of the case in all 24 rows that both have; sample "Tumor.1" is named like the case "TUMOR"',
    ]);
  });
});
