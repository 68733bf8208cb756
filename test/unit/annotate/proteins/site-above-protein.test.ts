import { describe, expect, it } from "vitest";
import type { OutlierCall } from "../../../../src/annotate/proteins/protein-outliers.ts";
import { referencesOf } from "../../../../src/annotate/proteins/reference.ts";
import {
  compareSitesWithProtein,
  describeBuiltFiles,
  type ComparedTable,
} from "../../../../src/annotate/proteins/site-above-protein.ts";
import { describeSupport } from "../../../../src/match/describe-observation.ts";
import type { Measured } from "../../../../src/model/alteration.ts";
import type { OutlierSupport } from "../../../../src/model/observation.ts";
import type { CohortQuestion, ReferenceCohort } from "../../../../src/read/cohort/cohort.ts";
import { buildCohort } from "../../../../src/run/proteins/build-cohort.ts";
import { anyCase, cohortOf } from "../../read/cohort/cohort-text.ts";
import { supportFacts } from "../../../../src/report/render/describe-support.ts";
import type { ProteinRow, ProteinTable } from "../../../../src/read/protein-reader.ts";

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

/** A table with what it is compared with: its own other samples, unless cohorts are given. */
function beside(
  caseTable: ProteinTable,
  cohorts: readonly ReferenceCohort[] = [],
  state: "within" | "exceeded" = "within",
): ComparedTable {
  const references = referencesOf(caseTable, cohorts, currentSymbol);
  const shifts = references.map(() => ({ state, median: 0, genes: 10 }));
  return { table: caseTable, references, shifts };
}

function compareTables(tables: readonly ComparedTable[], asked: OutlierCall = call) {
  return compareSitesWithProtein([asked], tables, currentSymbol);
}

function compare(tables: readonly ProteinTable[], asked: OutlierCall = call) {
  const compared = tables.map((each) => beside(each));
  return compareTables(compared, asked).bySupport.get(asked.support);
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

  it("is not said where the case as a whole lies off the samples of the protein", () => {
    const tables = [
      beside(table("phosphosite", [site])),
      beside(table("protein", [protein], proteinNames), [], "exceeded"),
    ];
    expect(compareTables(tables).bySupport.size).toBe(0);
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

/** Samples of cohort files: the same numbers as above, none of the case's own tables. */
const siteMatrix = `gene,site,${samples.join(",")}\nERBB2,Y1248,2,4,6,8,10,50,60`;
const proteinMatrix = "gene,S1,S5,S4,S3,S2,S6,S9\nHER2,1,5,4,3,2,,4\nKIT,1,1,1,1,1,1,1";
const bothMatrix = `gene,site,${samples.join(",")}\nHER2,,1,2,3,4,5,,\nERBB2,Y1248,2,4,6,8,10,50,60`;
const caseTables = {
  site: table("phosphosite", [{ ...site, cohort: new Float64Array() }], { names: [] }),
  protein: table("protein", [{ ...protein, cohort: new Float64Array() }], { names: [] }),
};
const asked: CohortQuestion = { ...anyCase, currentSymbol };

async function matrix(
  name: string,
  text: string | Uint8Array,
  question: CohortQuestion = asked,
  facts?: Parameters<typeof cohortOf>[1],
): Promise<readonly ReferenceCohort[]> {
  const { file } = await cohortOf(text, facts, "log2-ratio");
  return file.cohorts(question).map((cohort) => ({ ...cohort, file: name }));
}

async function builtOf(text: string): Promise<Uint8Array> {
  const { file } = await cohortOf(text, new Map(), "log2-ratio");
  return buildCohort([file], asked).bytes;
}

function called(cohort: ReferenceCohort | undefined): OutlierCall {
  return { ...call, support: { ...support, cohort: cohort?.name ?? "" } };
}

describe("a phosphosite beside its protein in reference files", () => {
  it("is compared in a matrix that holds both", async () => {
    const cohorts = await matrix("both.csv", bothMatrix);
    const tables = [beside(caseTables.site, cohorts), beside(caseTables.protein, cohorts)];
    const { bySupport, builtFiles } = compareTables(tables, called(cohorts[0]));
    const [above] = bySupport.values();
    expect(above?.modifiedZ).toBeCloseTo(0.6744897501960817 * 5, 12);
    expect(above).toMatchObject({ protein: "protein.csv", log2Fold: 5, n: 5 });
    expect(builtFiles).toEqual([]);
  });

  it("is compared in two matrices by the names of their samples, whatever their order", async () => {
    const sites = await matrix("sites.csv", siteMatrix);
    const proteins = await matrix("proteins.csv", proteinMatrix);
    const tables = [beside(caseTables.site, sites), beside(caseTables.protein, proteins)];
    const [above] = compareTables(tables, called(sites[0])).bySupport.values();
    expect(above?.modifiedZ).toBeCloseTo(0.6744897501960817 * 5, 12);
    expect(above).toMatchObject({ log2Fold: 5, n: 5 });
  });

  it("asks the file of the site for the protein before another one", async () => {
    const both = await matrix("both.csv", bothMatrix);
    const other = await matrix("proteins.csv", proteinMatrix.replace("1,5,4,3,2", "9,9,9,9,9"));
    const tables = [beside(caseTables.site, both), beside(caseTables.protein, [...other, ...both])];
    const [above] = compareTables(tables, called(both[0])).bySupport.values();
    expect(above).toMatchObject({ log2Fold: 5, n: 5 });
  });

  it("takes the samples of the cohort that the call is of, without those left out for the gene", async () => {
    const fact = { tissue: null, biopsySite: null, roles: ["disease" as const] };
    const facts = new Map(
      samples.map((name, index) => [
        name,
        {
          ...fact,
          disease: index < 6 ? "BRCA" : "COAD",
          aberrantGenes: index === 0 ? ["HER2"] : [],
        },
      ]),
    );
    const full = bothMatrix.replace("5,,\n", "5,46,55\n");
    const ofAll = await matrix("both.csv", full, asked, facts);
    const without = { ...asked, aberrationNegative: true };
    const ofRest = await matrix("both.csv", full, without, facts);
    const numbers = [ofAll, ofRest].map((cohorts) => {
      const tables = [beside(caseTables.site, cohorts), beside(caseTables.protein, cohorts)];
      return [...compareTables(tables, called(cohorts[0])).bySupport.values()];
    });
    // Differences 1, 2, 3, 4, 5 and 4 (S6: 50 - 46) of BRCA; S7 is of COAD, S1 has an aberration. The case: 8.
    expect(numbers[0]).toMatchObject([{ log2Fold: 8 - 3.5, n: 6 }]);
    expect(numbers[1]).toMatchObject([{ log2Fold: 8 - 4, n: 5 }]);
  });

  it("is not computable from a built file of either, which is named once", async () => {
    const sites = await matrix("sites.json", await builtOf(siteMatrix));
    const proteins = await matrix("proteins.json", await builtOf(proteinMatrix));
    const openProteins = await matrix("proteins.csv", proteinMatrix);
    const openSites = await matrix("sites.csv", siteMatrix);
    const filesOf = (ofSite: typeof sites, ofProtein: typeof sites): readonly string[] => {
      const compared = [beside(caseTables.site, ofSite), beside(caseTables.protein, ofProtein)];
      const asks = called(ofSite[0]);
      const { bySupport, builtFiles } = compareSitesWithProtein(
        [asks, { ...asks, support: { ...asks.support } }],
        compared,
        currentSymbol,
      );
      expect(bySupport.size).toBe(0);
      return builtFiles;
    };
    expect(filesOf(sites, openProteins)).toEqual(["sites.json"]);
    expect(filesOf(openSites, proteins)).toEqual(["proteins.json"]);
    expect(describeBuiltFiles(["a.json", "b.json"])).toBe(
      "Site minus protein is not computable from a built cohort file, which holds no values by sample (a.json, b.json); it needs the matrix itself.",
    );
  });

  it("says nothing of built files where the case lacks the protein", async () => {
    const sites = await matrix("sites.json", await builtOf(siteMatrix));
    const compared = [beside(caseTables.site, sites), beside(table("protein", []), sites)];
    expect(compareTables(compared, called(sites[0])).builtFiles).toEqual([]);
    expect(describeBuiltFiles([])).toBeNull();
  });
});
