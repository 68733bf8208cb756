import { describe, expect, it } from "vitest";
import { callOutliers } from "../../../../src/annotate/proteins/protein-outliers.ts";
import { findObservationCaveats } from "../../../../src/assess/caveats/observation-caveats.ts";
import type { CohortRole } from "../../../../src/model/cohort.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import type { ReferenceCohort } from "../../../../src/read/cohort/cohort.ts";
import { cohortA } from "../statistics/worked-examples.ts";
import { rowValuesOf } from "../../read/cohort/row-values-of.ts";
import type { ProteinTable } from "../../../../src/read/protein-reader.ts";

/** Genes at their cohort's median keep the sample-wide shift at 0. */
const quiet = Array.from({ length: 12 }, (_, index) => `G${index}`);

/** Cohort A of clinical 4.3, and for the gene asked about moved by so much. */
function cohort(name: string, role: CohortRole, shift: number, all = 0): ReferenceCohort {
  const rowOf = (gene: string, by: number) => ({
    gene,
    site: undefined,
    missing: 0,
    leftOut: 0,
    notDetected: 0,
    ...rowValuesOf(cohortA.map((value) => value + by)),
    valuesBySample: () => null,
  });
  return {
    name,
    role,
    disease: null,
    tissue: role === "biopsy-site normal" ? "liver" : null,
    file: `${name}.csv`,
    molecule: "protein",
    scale: "log2-intensity",
    samples: cohortA.length,
    removed: [],
    likeCase: [],
    aberrationNegative: false,
    sampleNames: null,
    sampleKeys: () => ({ names: [], whole: [], stems: [] }),
    rows: [rowOf("ERBB2", shift), ...quiet.map((gene) => rowOf(gene, all))],
  };
}

function callAgainst(value: number | null, cohorts: readonly ReferenceCohort[]) {
  const problems: Problem[] = [];
  const none = new Float64Array();
  const table: ProteinTable = {
    file: "case.csv",
    format: "protein-wide",
    molecule: "protein",
    sample: "TUMOR",
    cohortSamples: [],
    cohortName: "other samples of case.csv",
    scale: { name: "log2-intensity", decidedBy: "declared" },
    rows: [
      { gene: "ERBB2", line: 2, value, cohort: none },
      ...quiet.map((gene, index) => ({ gene, line: 3 + index, value: 10.075, cohort: none })),
    ],
    counts: { read: 13, refused: 0, setAside: 0 },
    digest: { sha256: "0".repeat(64), bytes: 1 },
  };
  const { calls, observations, method } = callOutliers(table, {
    declared: new Set(["ERBB2"]),
    currentSymbol: (name) => name,
    cohorts,
    report: (problem) => problems.push(problem),
  });
  const [call] = calls;
  if (call === undefined) throw new Error("the gene is called");
  const [observation] = observations;
  const caveats = observation === undefined ? [] : findObservationCaveats(observation, false);
  return { ...call, method, problems, caveats };
}

const disease = cohort("breast", "disease", 0);
const pan = cohort("all", "pan-cancer", 0);

describe("a case beside several cohorts", () => {
  it("is a consensus where two agree, with the numbers of the disease and of each", () => {
    const { call, support, reason, caveats } = callAgainst(13, [pan, disease]);
    expect(call).toBe("up");
    expect(support).toMatchObject({ cohort: "breast", agreement: "consensus", n: 20 });
    expect(support.modifiedZ).toBeCloseTo(7.89153, 5);
    expect(support.cohorts?.map((each) => [each.cohort, each.role, each.call])).toEqual([
      ["breast", "disease", "up"],
      ["all", "pan-cancer", "up"],
    ]);
    expect(reason.text).toContain("Consensus: 2 of 2 cohorts agree (breast, all).");
    expect(caveats).toEqual([]);
  });

  it("is a single cohort's where the other sees nothing, and that is a caveat", () => {
    const { call, support, reason, caveats } = callAgainst(13, [
      disease,
      cohort("all", "pan-cancer", 2.9),
    ]);
    expect(call).toBe("up");
    expect(support.agreement).toBe("single cohort");
    expect(reason.text).toContain("Single cohort: breast; no other agrees (all: no outlier).");
    expect(caveats.map(({ code }) => code)).toEqual(["single-cohort"]);
  });

  it("is not assessable where tumors call opposite directions", () => {
    const { call, reason } = callAgainst(13, [disease, cohort("all", "pan-cancer", 6)]);
    expect(call).toBe("not assessable");
    expect(reason).toEqual({
      code: "cohorts-disagree",
      text: "The cohorts call opposite directions: up in breast, down in all.",
    });
  });

  it("has no agreement with a single cohort, beside which the report is as it always was", () => {
    const { support } = callAgainst(13, [disease]);
    expect(support).not.toHaveProperty("agreement");
    expect(support).not.toHaveProperty("cohorts");
  });

  it("is called by the cohort that it is not shifted from, and the shift of the other is said", () => {
    const { call, support, problems } = callAgainst(13, [
      disease,
      cohort("all", "pan-cancer", 0, 2),
    ]);
    expect(call).toBe("up");
    expect(support.agreement).toBe("single cohort");
    expect(support.cohorts?.[1]).toMatchObject({ call: "not assessable" });
    expect(problems.map(({ code, message }) => [code, message.includes("cohort all")])).toEqual([
      ["sample-shifted", true],
    ]);
  });
});

describe("normal tissue of the biopsy site", () => {
  it("flags what the tissue around the tumor would explain", () => {
    const { call, support, caveats } = callAgainst(13, [
      disease,
      cohort("liver", "biopsy-site normal", 3),
    ]);
    expect(call).toBe("up");
    expect(support.hostTissue?.cohort).toBe("liver");
    expect(support.hostTissue?.difference).toBeCloseTo(3, 9);
    expect(caveats.map(({ code }) => code)).toEqual(["host-tissue", "single-cohort"]);
    expect(caveats[0]?.text).toContain("(liver) lies 3 log2 above breast");
  });

  it("flags a low one that it would dilute", () => {
    const { call, support } = callAgainst(7, [disease, cohort("liver", "biopsy-site normal", -3)]);
    expect(call).toBe("down");
    expect(support.hostTissue?.difference).toBeCloseTo(-3, 9);
  });

  it("flags nothing that goes beyond it, and confirms the call", () => {
    const { support, caveats } = callAgainst(14.5, [
      disease,
      cohort("liver", "biopsy-site normal", 1.2),
    ]);
    expect(support).not.toHaveProperty("hostTissue");
    expect(support.agreement).toBe("consensus");
    expect(caveats).toEqual([]);
  });

  it("makes no call beside tumors that see none: a tumor differs from any normal tissue", () => {
    const { call, support } = callAgainst(10.1, [
      disease,
      cohort("liver", "biopsy-site normal", -4),
    ]);
    expect(call).toBe("none");
    expect(support.cohorts?.map((each) => each.call)).toEqual(["none", "up"]);
  });

  it("calls where there is nothing else, and the report says whose numbers they are", () => {
    const { call, support } = callAgainst(13, [
      cohort("liver", "biopsy-site normal", 0),
      cohort("kidney", "biopsy-site normal", 2.9),
    ]);
    expect(call).toBe("up");
    expect(support).toMatchObject({ cohort: "liver", agreement: "single cohort" });
  });
});

describe("a gene", () => {
  it("that was not measured is not low in any cohort", () => {
    const { call, reason } = callAgainst(null, [disease, pan]);
    expect([call, reason.code]).toEqual(["not assessable", "not-measured"]);
  });

  it("that a cohort lacks is not assessable there", () => {
    const lacking = { ...pan, rows: pan.rows.filter(({ gene }) => gene !== "ERBB2") };
    const { call, support } = callAgainst(13, [disease, lacking]);
    expect(call).toBe("up");
    expect(support.cohorts?.[1]).toMatchObject({ call: "not assessable", n: 0, missing: 20 });
  });

  it("that two rows of a cohort mean is not compared with it", () => {
    const [first] = pan.rows;
    if (first === undefined) throw new Error("there is a row");
    const twice = { ...pan, rows: [...pan.rows, first] };
    expect(callAgainst(13, [twice]).call).toBe("not assessable");
  });
});
