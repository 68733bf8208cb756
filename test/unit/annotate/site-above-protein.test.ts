import { describe, expect, it } from "vitest";
import type { OutlierCall } from "../../../src/annotate/protein-outliers.ts";
import { compareSitesWithProtein } from "../../../src/annotate/site-above-protein.ts";
import { describeSupport } from "../../../src/match/describe-observation.ts";
import type { Measured } from "../../../src/model/alteration.ts";
import type { OutlierSupport } from "../../../src/model/observation.ts";
import type { ProteinRow, ProteinTable } from "../../../src/read/reader.ts";
import { supportFacts } from "../../../src/report/render/describe-support.ts";

const samples = ["S1", "S2", "S3", "S4", "S5", "S6", "S7"];

function table(
  molecule: Measured,
  rows: readonly ProteinRow[],
  { scale = "log2-ratio", names = samples }: { scale?: string; names?: string[] } = {},
): ProteinTable {
  return {
    file: `${molecule}.csv`,
    format: "protein-wide",
    molecule,
    sample: "TUMOR",
    cohortSamples: names,
    cohortName: "other samples",
    scale: { name: scale, decidedBy: "declared" },
    rows,
    counts: { read: rows.length, refused: 0, setAside: 0 },
    digest: { sha256: "0".repeat(64), bytes: 1 },
  };
}

function row(gene: string, value: number | null, cohort: readonly number[]): ProteinRow {
  return { gene, line: 2, value, cohort: Float64Array.from(cohort) };
}

const support: OutlierSupport = {
  kind: "cohort",
  value: 12,
  cohort: "other samples",
  n: 7,
  missing: 0,
  median: 5,
  mad: 1,
  modifiedZ: 4.7,
  scaleUsed: "MAD",
  log2Fold: 7,
  p: 0.001,
  q: 0.01,
  tested: 1,
  crawfordHowellT: null,
  crawfordHowellP: null,
  percentile: 100,
  kIqr: null,
  tukey: "up",
};

const call: OutlierCall = {
  gene: "ERBB2",
  site: "Y1248",
  molecule: "phosphosite",
  call: "up",
  reason: { code: "outlier-up", text: "Up." },
  support,
  provenance: { file: "phosphosite.csv", line: 2, sample: "TUMOR" },
};

const site = { ...row("ERBB2", 12, [2, 4, 6, 8, 10, 50, 60]), site: "Y1248" };
/** Site minus protein: 1 to 5, then nothing in S6; S7 is not in this table. The order of the samples is another one. */
const protein = row("HER2", 4, [1, 5, 4, 3, 2, Number.NaN]);
const proteinNames = { names: ["S1", "S5", "S4", "S3", "S2", "S6"] };
const currentSymbol = (name: string): string => (name === "HER2" ? "ERBB2" : name);

function compare(tables: readonly ProteinTable[], asked: OutlierCall = call) {
  return compareSitesWithProtein([asked], tables, currentSymbol).get(asked.support);
}

describe("a phosphosite beside its protein", () => {
  it("is site minus protein, by samples of the same name, against those that have both", () => {
    // Differences 1 to 5: median 3, MAD 1. The case: 12 - 4 = 8, so 0.6744897501960817 x 5.
    const above = compare([
      table("phosphosite", [site]),
      table("protein", [protein], proteinNames),
    ]);
    expect(above?.modifiedZ).toBeCloseTo(0.6744897501960817 * 5, 12);
    expect(above).toMatchObject({ protein: "protein.csv", log2Fold: 5, n: 5 });
  });

  it("is none where the site only follows its protein", () => {
    // Differences 1 to 5 again; the case: 12 - 9 = 3, the median.
    const risen = { ...protein, value: 9 };
    const above = compare([table("phosphosite", [site]), table("protein", [risen], proteinNames)]);
    expect(above).toMatchObject({ modifiedZ: 0, log2Fold: 0, n: 5 });
  });

  it.each<[string, readonly ProteinTable[]]>([
    ["no table of the protein", [table("phosphosite", [site])]],
    ["RNA in its place", [table("phosphosite", [site]), table("rna", [protein], proteinNames)]],
    [
      "a protein that the case lacks",
      [table("phosphosite", [site]), table("protein", [{ ...protein, value: null }], proteinNames)],
    ],
    [
      "two rows of the protein",
      [
        table("phosphosite", [site]),
        table("protein", [protein, { ...protein, line: 3 }], proteinNames),
      ],
    ],
    [
      "samples of other names",
      [
        table("phosphosite", [site]),
        table("protein", [protein], { names: ["T1", "T2", "T3", "T4", "T5", "T6"] }),
      ],
    ],
    [
      "four samples with both, of five that are needed",
      [
        table("phosphosite", [site]),
        table("protein", [protein], { names: ["S1", "S5", "S4", "S3", "T2", "S6"] }),
      ],
    ],
    [
      "a protein on the scale z",
      [table("phosphosite", [site]), table("protein", [protein], { ...proteinNames, scale: "z" })],
    ],
  ])("is not said against %s", (_, tables) => {
    expect(compare(tables)).toBeUndefined();
  });

  it("is not said of a site that is no outlier", () => {
    const tables = [table("phosphosite", [site]), table("protein", [protein], proteinNames)];
    expect(compare(tables, { ...call, call: "none" })).toBeUndefined();
  });

  it("is told in the reasons and in the facts of the finding", () => {
    const aboveProtein = { protein: "protein.csv", modifiedZ: 3.3724, log2Fold: 5, n: 31 };
    const told = describeSupport({ ...support, aboveProtein });
    expect(told.at(-1)).toBe("site minus protein: modified z 3.4, log2 fold change 5, n 31");
    expect(supportFacts({ ...support, aboveProtein }).slice(-3)).toEqual([
      "site minus protein Mz +3.4",
      "log2 fold +5.00",
      "n 31 with both",
    ]);
  });
});
