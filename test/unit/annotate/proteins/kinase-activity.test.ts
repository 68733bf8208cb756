import { describe, expect, it } from "vitest";
import { scoreKinases } from "../../../../src/annotate/proteins/kinase-activity.ts";
import { referencesOf } from "../../../../src/annotate/proteins/reference.ts";
import { seeKinases } from "../../../../src/assess/measurements/see-kinases.ts";
import type { ProteinTable } from "../../../../src/read/protein-reader.ts";

/** Sites that lie `fold` above a cohort of median 0. */
function tableOf(folds: Readonly<Record<string, number | null>>, scale = "log2-ratio") {
  const rows = Object.entries(folds).map(([name, value], index) => {
    const [gene = "", ...site] = name.split(" ");
    const cohort = Float64Array.of(-2, -1, 0, 1, 2);
    return { gene, site: site.join(" "), line: index + 2, value, cohort };
  });
  const table: ProteinTable = {
    file: "phospho.csv",
    format: "protein-wide",
    molecule: "phosphosite",
    sample: "TUMOR",
    cohortSamples: ["A", "B", "C", "D", "E"],
    cohortName: "others",
    scale: { name: scale, decidedBy: "declared" },
    rows,
    counts: { read: rows.length, refused: 0, setAside: 0 },
    digest: { sha256: "0".repeat(64), bytes: 1 },
  };
  return table;
}

const quiet = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [`Q${index} S1`, index % 2 === 0 ? 0.2 : -0.2]),
);
const current = (name: string): string => (name === "PKB" ? "AKT1" : name);
const substrates = ["GSK3B S9", "TSC2 S939", "FOXO3 T32"].map((name) => {
  const [gene = "", site = ""] = name.split(" ");
  return { kinase: "PKB", gene, site };
});

function score(table: ProteinTable, minimum = 3, list = substrates) {
  const references = referencesOf(table, [], current);
  return scoreKinases(table, { references, substrates: list, minimum, currentSymbol: current });
}

describe("scoreKinases", () => {
  it("calls a kinase high whose substrates lie above all sites, by its current symbol", () => {
    const table = tableOf({ ...quiet, "GSK3B S9": 2, "TSC2 S939": 2.5, "FOXO3 T32": 3 });
    const [only, other] = score(table);
    expect(other).toBeUndefined();
    expect(only).toMatchObject({ kinase: "AKT1", seen: "high", cohort: "others" });
    expect(only?.substrates).toEqual(["FOXO3 T32", "GSK3B S9", "TSC2 S939"]);
    expect(only?.score?.mean).toBeCloseTo(2.5, 12);
    expect(only?.score?.q).toBe(only?.score?.p);
    const [measurement] = seeKinases("AKT1", only === undefined ? [] : [only], []);
    expect(measurement).toMatchObject({ assay: "kinase-activity", seen: "high" });
    expect(measurement?.text).toMatch(/^AKT1 kinase activity is high \(z \d/);
  });

  it("averages rows of one site, and counts a row of several sites for each", () => {
    const table = tableOf({
      ...quiet,
      "GSK3B S9": 1,
      "GSK3B S9 S13": 3,
      "TSC2 S939": -1,
      "FOXO3 T32": 1,
    });
    expect(score(table)[0]?.score?.mean).toBeCloseTo((2 - 1 + 1) / 3, 12);
  });

  it("calls low and between by the same limits", () => {
    const low = tableOf({ ...quiet, "GSK3B S9": -2, "TSC2 S939": -2, "FOXO3 T32": -2 });
    expect(score(low)[0]?.seen).toBe("low");
    const same = tableOf({ ...quiet, "GSK3B S9": 0.1, "TSC2 S939": 0, "FOXO3 T32": -0.1 });
    expect(score(same)[0]?.seen).toBe("between");
  });

  it("has no score below the minimum, where a site that was not measured is none", () => {
    const table = tableOf({ ...quiet, "GSK3B S9": 2, "TSC2 S939": 2, "FOXO3 T32": null });
    expect(score(table)[0]).toMatchObject({ seen: "too few substrates", score: null });
    expect(score(table)[0]?.reason.text).toContain("measured: 2; a score needs 3");
    const four = tableOf({ ...quiet, "GSK3B S9": 2, "TSC2 S939": 2, "FOXO3 T32": 2 });
    expect(score(four, 5)[0]?.seen).toBe("too few substrates");
  });

  it("takes q over the kinases that have a score, and none from a scale without folds", () => {
    const table = tableOf({ ...quiet, "GSK3B S9": 2, "TSC2 S939": 2.5, "FOXO3 T32": 3 });
    const two = [
      ...substrates,
      ...["Q1", "Q2", "Q3"].map((gene) => ({ kinase: "SRC", gene, site: "S1" })),
      { kinase: "EGFR", gene: "Q1", site: "S1" },
    ];
    const scored = score(table, 3, two);
    expect(scored.map(({ kinase, seen }) => [kinase, seen])).toEqual([
      ["AKT1", "high"],
      ["EGFR", "too few substrates"],
      ["SRC", "between"],
    ]);
    expect(scored[0]?.score?.q).toBeCloseTo(2 * (scored[0]?.score?.p ?? 0), 12);
    expect(score(tableOf({ "GSK3B S9": 2 }, "z"))).toEqual([]);
  });
});
