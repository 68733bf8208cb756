import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  callOutliers,
  type OutlierOptions,
} from "../../../../src/annotate/proteins/protein-outliers.ts";
import { robustP } from "../../../../src/annotate/statistics/robust-outlier.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { cohortA } from "../statistics/worked-examples.ts";
import type { ProteinRow, ProteinTable } from "../../../../src/read/protein-reader.ts";

/** Genes that lie at their cohort's median: they keep the sample-wide shift at 0. */
const quiet = Array.from({ length: 12 }, (_, index) => makeRow(`G${index}`, 10.075, 100 + index));

function makeRow(gene: string, value: number | null, line: number, cohort = cohortA): ProteinRow {
  return { gene, value, line, cohort };
}

function makeTable(rows: readonly ProteinRow[], changes: Partial<ProteinTable> = {}): ProteinTable {
  const samples = rows[0]?.cohort.length ?? 0;
  return {
    file: "proteome.csv",
    format: "protein-wide",
    molecule: "protein",
    sample: "TUMOR",
    cohortSamples: Array.from({ length: samples }, (_, index) => `S${index}`),
    cohortName: "cohort A",
    scale: { name: "log2-intensity", decidedBy: "declared" },
    rows,
    counts: { read: rows.length, refused: 0, setAside: 0 },
    digest: { sha256: "0".repeat(64), bytes: 1 },
    ...changes,
  };
}

const symbols = new Map([
  ["HER2", "ERBB2"],
  ...["ERBB2", "EGFR", "KIT", ...quiet.map(({ gene }) => gene)].map(
    (gene) => [gene, gene] as const,
  ),
]);

function call(table: ProteinTable, changes: Partial<OutlierOptions> = {}) {
  const problems: Problem[] = [];
  const result = callOutliers(table, {
    declared: new Set(["ERBB2", "EGFR", "KIT"]),
    currentSymbol: (name) => symbols.get(name) ?? null,
    report: (problem) => problems.push(problem),
    ...changes,
  });
  return { ...result, problems, codes: problems.map(({ code }) => code) };
}

/** Call and reason code of a single gene among quiet ones. */
function callOne(value: number | null, cohort = cohortA, changes: Partial<ProteinTable> = {}) {
  const rows = [makeRow("ERBB2", value, 2, cohort), ...quiet];
  const [only] = call(
    makeTable(rows, { cohortSamples: [...cohort].map(String), ...changes }),
  ).calls;
  return {
    call: only?.call,
    code: only?.reason.code,
    text: only?.reason.text,
    support: only?.support,
  };
}

describe("callOutliers", () => {
  it("calls a clear outlier, with every number of clinical 4.3", () => {
    const { calls, observations, method } = call(makeTable([makeRow("ERBB2", 13, 2), ...quiet]));
    expect(calls).toHaveLength(1);
    const [only] = calls;
    expect(only).toMatchObject({
      gene: "ERBB2",
      molecule: "protein",
      call: "up",
      provenance: { file: "proteome.csv", line: 2, sample: "TUMOR" },
      reason: {
        code: "outlier-up",
        text: "ERBB2 protein lies 2.93 log2 above the median of 20 reference samples (modified z 7.89, q 0.00037 over 3 genes).",
      },
      support: {
        kind: "cohort",
        value: 13,
        cohort: "cohort A",
        n: 20,
        missing: 0,
        scaleUsed: "MAD",
        tested: 3,
        percentile: 100,
        tukey: "up",
      },
    });
    const support = only?.support;
    expect(support?.median).toBeCloseTo(10.075, 9);
    expect(support?.mad).toBeCloseTo(0.25, 9);
    expect(support?.modifiedZ).toBeCloseTo(7.89153, 5);
    expect(support?.log2Fold).toBeCloseTo(2.925, 9);
    expect((support?.p ?? 0) / 1.23694e-4).toBeCloseTo(1, 5);
    expect((support?.q ?? 0) / (3 * 1.23694e-4)).toBeCloseTo(1, 5);
    expect(support?.crawfordHowellT).toBeCloseTo(9.500298, 6);
    expect((support?.crawfordHowellP ?? 0) / 1.19404e-8).toBeCloseTo(1, 5);
    expect(support?.kIqr).toBeCloseTo(6.157895, 6);
    expect(observations).toEqual([
      {
        id: "expression:protein:ERBB2:up",
        label: "ERBB2 protein high",
        gene: "ERBB2",
        alteration: { kind: "expression", gene: "ERBB2", molecule: "protein", direction: "up" },
        support,
        provenance: only?.provenance,
      },
    ]);
    expect(method).toContain("over the 3 genes declared");
  });

  it("calls a low one down", () => {
    const { calls, observations } = call(makeTable([makeRow("KIT", 8, 2), ...quiet]));
    expect(calls[0]?.call).toBe("down");
    expect(observations[0]).toMatchObject({
      id: "expression:protein:KIT:down",
      label: "KIT protein low",
    });
  });

  it("names RNA as such", () => {
    const { observations } = call(
      makeTable([makeRow("KIT", 13, 2), ...quiet], { molecule: "rna" }),
    );
    expect(observations[0]).toMatchObject({ id: "expression:rna:KIT:up", label: "KIT RNA high" });
  });

  it("calls nothing on a value inside its cohort, and says which conditions fail", () => {
    expect(callOne(10.1)).toMatchObject({
      call: "none",
      code: "no-outlier",
      text: "ERBB2 protein is no outlier among 20 reference samples: q 1 is not below 0.1, |modified z| 0.07 is below 3, |log2 fold| 0.03 is below 1.",
    });
  });

  it("asks for a whole log2 step, however tight the cohort", () => {
    const tight = cohortA.map((value) => 10 + (value - 10) / 10);
    const { call: state, text, support } = callOne(10.9, tight);
    expect(support?.modifiedZ).toBeGreaterThan(20);
    expect(state).toBe("none");
    expect(text).toContain("|log2 fold| 0.89 is below 1");
  });

  it("takes q over the whole declared list, also over genes that the table does not have", () => {
    const declared = new Set([...Array.from({ length: 900 }, (_, index) => `X${index}`), "ERBB2"]);
    const { calls } = call(makeTable([makeRow("ERBB2", 13, 2), ...quiet]), { declared });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.support.tested).toBe(901);
    expect(calls[0]?.support.q).toBeCloseTo(901 * robustP(7.8915300647, 20), 7);
    expect(calls[0]).toMatchObject({ call: "none", reason: { code: "no-outlier" } });
  });

  it("tests no gene that is not declared", () => {
    const rows = [makeRow("EGFR", 13, 2), makeRow("ERBB2", 13, 3), ...quiet];
    const { calls } = call(makeTable(rows), { declared: new Set(["EGFR"]) });
    expect(calls.map(({ gene }) => gene)).toEqual(["EGFR"]);
  });

  it("gives the same whatever the order of rows and samples", () => {
    const rows = [
      makeRow("KIT", 8, 2),
      makeRow("HER2", 13, 3),
      makeRow("EGFR", null, 4),
      makeRow("nobody", 9, 5),
      ...quiet,
    ];
    // References and their values are functions, which have no equals.
    const told = (table: ProteinTable) => {
      const { calls, ...others } = call(table);
      const values = calls.map((each) => ({ ...each, cohortValues: each.cohortValues?.values() }));
      return { ...others, calls: values, references: null };
    };
    const expected = told(makeTable(rows));
    const positions = [...cohortA.keys()];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(positions, { minLength: positions.length }),
        (shuffled, order) => {
          const cohort = Float64Array.from(order, (index) => cohortA[index] ?? 0);
          const table = makeTable(shuffled.map((row) => ({ ...row, cohort })));
          expect(told(table)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("callOutliers does not judge", () => {
  it("a value that is missing: it is never low", () => {
    const result = callOne(null);
    expect(result).toMatchObject({
      call: "not assessable",
      code: "not-measured",
      text: "ERBB2 was not measured in TUMOR; a missing value is not a low one.",
    });
    expect(result.support).toMatchObject({ value: null, n: 20, modifiedZ: null, p: null, q: null });
    expect(result.support?.median).toBeCloseTo(10.075, 9);
  });

  it("against fewer than 5 values, where nothing is computed", () => {
    const result = callOne(13, cohortA.slice(0, 4));
    expect(result).toMatchObject({ call: "not assessable", code: "cohort-too-small" });
    expect(result.support).toMatchObject({ n: 4, median: null, modifiedZ: null, p: null });
  });

  it("against 5 to 19 values, where the numbers are shown", () => {
    for (const n of [5, 19]) {
      const result = callOne(13, cohortA.slice(0, n));
      expect(result).toMatchObject({ call: "not assessable", code: "cohort-small" });
      expect(result.support?.modifiedZ).toBeGreaterThan(3);
      expect(result.support?.q).not.toBeNull();
    }
  });

  it("when more than 30 % of the cohort is missing, and does when it is just 30 %", () => {
    const withMissing = (missing: number): Float64Array =>
      Float64Array.of(...cohortA, 10, ...Array.from({ length: missing }, () => Number.NaN));
    expect(callOne(13, withMissing(9))).toMatchObject({
      call: "up",
      support: { n: 21, missing: 9 },
    });
    expect(callOne(13, withMissing(10))).toMatchObject({
      call: "not assessable",
      code: "cohort-missing-values",
    });
  });

  it("against a constant cohort; one that is nearly so is measured by the mean deviation and flagged", () => {
    const constant = new Float64Array(20).fill(2);
    expect(callOne(5, constant)).toMatchObject({ call: "not assessable", code: "cohort-constant" });
    const [rounded, single] = [
      constant.map((value, at) => value + at * 1e-9),
      Float64Array.of(...constant, 2.0001),
    ];
    for (const cohort of [rounded, single]) {
      expect(callOne(5, cohort)).toMatchObject({
        call: "not assessable",
        code: "cohort-constant",
        text: expect.stringContaining("(no spread above 0.001)"),
        support: { modifiedZ: null, q: null, crawfordHowellT: null, tukey: null },
      });
      // As a built cohort keeps them.
      const kept = cohort.map((value) => Math.round(value * 1000) / 1000);
      expect(callOne(5, kept)).toMatchObject({ code: "cohort-constant" });
    }
    const nearly = Float64Array.of(...constant, 2.5);
    const result = callOne(5, nearly);
    expect(result).toMatchObject({ call: "up", support: { scaleUsed: "mean absolute deviation" } });
    expect(result.text).toContain("the mean absolute deviation is the scale");
  });

  it("two rows that mean one gene and differ; equal ones count once", () => {
    const differing = [makeRow("HER2", 13, 2), makeRow("ERBB2", 10, 7), ...quiet];
    const { calls } = call(makeTable(differing));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      gene: "ERBB2",
      call: "not assessable",
      reason: { code: "rows-disagree" },
      support: { q: null },
    });
    expect(calls[0]?.reason.text).toContain("Lines 2, 7");
    const equal = [makeRow("HER2", 13, 2), makeRow("ERBB2", 13, 7), ...quiet];
    expect(call(makeTable(equal)).calls.map((each) => each.call)).toEqual(["up"]);
  });

  it("any gene of a sample that is shifted as a whole", () => {
    const shifted = (by: number) =>
      call(
        makeTable([
          makeRow("ERBB2", 13, 2),
          ...quiet.map((row) => ({ ...row, value: 10.075 + by })),
        ]),
      );
    for (const by of [0.51, -0.51]) {
      const { calls, shifts, codes, observations } = shifted(by);
      expect(shifts[0]?.state).toBe("exceeded");
      expect(shifts[0]?.median).toBeCloseTo(by, 9);
      expect(calls[0]).toMatchObject({
        call: "not assessable",
        reason: { code: "sample-shifted" },
      });
      expect(observations).toEqual([]);
      expect(codes).toContain("sample-shifted");
    }
    expect(shifted(0.49)).toMatchObject({ shifts: [{ state: "within" }], codes: [] });
    expect(shifted(0.49).calls[0]?.call).toBe("up");
  });

  it("and says so when too few genes are there to see a shift, which then stops no call", () => {
    const { calls, shifts, codes } = call(makeTable([makeRow("ERBB2", 13, 2)]));
    expect(shifts).toEqual([{ state: "not checked", median: null, genes: 1 }]);
    expect(calls[0]?.call).toBe("up");
    expect(codes).toEqual(["sample-shift-unknown"]);
  });

  it("but that all of five genes lie to one side is a shift, which as many sites of a gene are not", () => {
    const genes = ["ERBB2", "EGFR", "MET", "KIT", "ALK"];
    const panel = (values: readonly number[]) =>
      call(makeTable(values.map((value, index) => makeRow(genes[index] ?? "", value, index + 2))));
    const shifted = panel([13, 12.9, 12.8, 13.1, 12.7]);
    expect(shifted.shifts[0]).toMatchObject({ state: "exceeded", genes: 5 });
    expect(shifted.calls[0]).toMatchObject({
      call: "not assessable",
      reason: { code: "sample-shifted" },
    });
    expect(panel([7, 7.1, 6.9, 7.2, 6.8]).shifts[0]?.state).toBe("exceeded");
    expect(panel([13, 12.9, 12.8, 13.1, 10.1]).calls[0]?.call).toBe("up");
    expect(panel([13, 12.9, 12.8, 13.1]).calls[0]?.call).toBe("up");
    const sites = ["Y1248", "Y1221", "Y1196", "T686"].map((site, index) => ({
      ...makeRow("ERBB2", 13, index + 3),
      site,
    }));
    expect(call(makeTable([makeRow("ERBB2", 13, 2), ...sites])).calls[0]?.call).toBe("up");
  });
});

describe("callOutliers on z scores", () => {
  const z = { scale: { name: "z", decidedBy: 'column "zscore"' } };

  it("shows the z of the file and calls nothing without a cohort", () => {
    const row = makeRow("ERBB2", 4.2, 2, new Float64Array());
    const { calls, codes } = call(makeTable([row], z));
    expect(calls[0]).toMatchObject({
      call: "not assessable",
      reason: {
        code: "no-reference-cohort",
        text: "No reference cohort: the table has no sample beside TUMOR; z 4.20 as given by the file is shown.",
      },
      support: { value: 4.2, modifiedZ: 4.2, n: 0, median: null, p: null, q: null },
    });
    expect(codes).toEqual(["cohort-small"]);
  });

  it("calls against a cohort of the file, where a log2 fold does not exist", () => {
    const result = callOne(13, cohortA, z);
    expect(result).toMatchObject({ call: "up", support: { log2Fold: null } });
    expect(result.text).toContain("lies above the median of 20");
  });

  it("shows nothing as z that is no z", () => {
    const row = makeRow("ERBB2", 12, 2, new Float64Array());
    const { calls } = call(makeTable([row]));
    expect(calls[0]).toMatchObject({
      reason: { code: "no-reference-cohort" },
      support: { value: 12, modifiedZ: null },
    });
  });
});

describe("callOutliers says", () => {
  it("which old symbol was read as which", () => {
    const { calls, problems } = call(makeTable([makeRow("HER2", 13, 2), ...quiet]));
    expect(calls[0]?.gene).toBe("ERBB2");
    expect(problems).toMatchObject([
      {
        code: "gene-renamed",
        severity: "notice",
        message: "HER2 read as ERBB2",
        where: { line: 2 },
      },
    ]);
  });

  it("how many genes the knowledgebase does not know, and warns when it knows none", () => {
    const some = call(makeTable([makeRow("b", 1, 2), makeRow("a", 1, 3), ...quiet]));
    expect(some.problems).toMatchObject([
      {
        code: "gene-unknown",
        severity: "notice",
        message: '2 of 14 genes are not known to the knowledgebase: "a", "b"',
      },
    ]);
    const none = call(makeTable([makeRow("NP_1-S462s", 1, 2)]));
    expect(none.problems.find(({ code }) => code === "gene-unknown")?.severity).toBe("warning");
  });

  it("that a cohort is too small to call against", () => {
    const { problems } = call(makeTable([makeRow("ERBB2", 13, 2, cohortA.slice(0, 6)), ...quiet]));
    expect(problems).toMatchObject([
      {
        code: "cohort-small",
        severity: "warning",
        message:
          "reference samples: 6 (cohort A); numbers are shown where they can be, outliers are not called (need 20)",
      },
    ]);
  });

  it("calls each phosphosite of a declared gene by itself, and q counts them all", () => {
    const rows = [
      { ...makeRow("ERBB2", 13, 2), site: "Y1248" },
      { ...makeRow("ERBB2", 10.1, 3), site: "S1054 T1058" },
      ...quiet,
    ];
    const { calls, observations } = call(makeTable(rows, { molecule: "phosphosite" }));
    expect(calls.map(({ gene, site, call: state }) => [gene, site, state])).toEqual([
      ["ERBB2", "S1054 T1058", "none"],
      ["ERBB2", "Y1248", "up"],
    ]);
    // Two sites of ERBB2, and two declared genes that the table does not have.
    expect(calls[0]?.support.tested).toBe(4);
    expect(observations).toMatchObject([
      {
        id: "expression:phosphosite:ERBB2 Y1248:up",
        label: "ERBB2 pY1248 high",
        gene: "ERBB2",
        alteration: { molecule: "phosphosite" },
      },
    ]);
  });

  it("says that a scale has no fold, and makes no observation of the activity of a kinase", () => {
    const { calls, observations } = call(
      makeTable([makeRow("ERBB2", 13, 2), ...quiet], {
        molecule: "kinase-activity",
        scale: { name: "score", decidedBy: "declared" },
      }),
    );
    expect(calls[0]).toMatchObject({ call: "up", support: { log2Fold: null } });
    expect(calls[0]?.reason.text).toContain("the scale score has no fold, so that rule does not");
    expect(observations).toEqual([]);
    const alone = makeTable([makeRow("ERBB2", -0.5, 2, new Float64Array())], {
      molecule: "kinase-activity",
      scale: { name: "score", decidedBy: "declared" },
    });
    expect(call(alone).calls[0]?.reason.text).toBe(
      "No reference cohort: the table has no sample beside TUMOR; score -0.50 as given by the file is shown.",
    );
  });
});

describe("a row of several genes", () => {
  const group = ["EGFR", "ERBB2"];
  const shared = { ...makeRow("EGFR;ERBB2", 13, 2), group };

  it("is called for each declared gene without a row of its own, and says so", () => {
    const { calls, observations, tested } = call(makeTable([shared, ...quiet]));
    expect(tested).toBe(3);
    expect(calls.map(({ gene, call: called, group: of }) => [gene, called, of])).toEqual([
      ["EGFR", "up", group],
      ["ERBB2", "up", group],
    ]);
    // Worked example: cohort A, x = 13.
    for (const { support } of calls) {
      expect(support.modifiedZ).toBeCloseTo(7.89153, 5);
      expect(support.group).toEqual(group);
      // Two of three tests have the same p, and the third counts as 1: q is 3 p / 2.
      expect(support.q).toBeCloseTo((3 * (support.p ?? 1)) / 2, 12);
    }
    expect(observations.map(({ id, label }) => [id, label])).toEqual([
      ["expression:protein:EGFR in EGFR;ERBB2:up", "EGFR protein (row of EGFR and ERBB2) high"],
      ["expression:protein:ERBB2 in EGFR;ERBB2:up", "ERBB2 protein (row of EGFR and ERBB2) high"],
    ]);
  });

  it("is not asked where the gene has a row of its own, also an unmeasured one", () => {
    const { calls } = call(makeTable([shared, makeRow("HER2", null, 3), ...quiet]));
    expect(calls.map(({ gene, call: called, group: of }) => [gene, called, of])).toEqual([
      ["EGFR", "up", group],
      ["ERBB2", "not assessable", undefined],
    ]);
  });

  it("does not stand in for the protein where it is of a site, and two that differ are not assessable", () => {
    const site = { ...shared, site: "Y1110" };
    const other = { ...makeRow("ERBB2;KIT", 8, 7), group: ["ERBB2", "KIT"] };
    const { calls } = call(makeTable([shared, site, other, ...quiet]));
    expect(calls.map(({ gene, site: of, call: called }) => [gene, of, called])).toEqual([
      ["EGFR", undefined, "up"],
      ["EGFR", "Y1110", "up"],
      ["ERBB2", undefined, "not assessable"],
      ["ERBB2", "Y1110", "up"],
      ["KIT", undefined, "down"],
    ]);
    expect(calls[2]?.reason.text).toBe(
      "Lines 2, 7 are of several genes, ERBB2 among them, and have different values; which one is right cannot be decided.",
    );
  });
});
