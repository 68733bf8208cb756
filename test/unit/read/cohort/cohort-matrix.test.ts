import { describe, expect, it } from "vitest";
import type { ReferenceCohort } from "../../../../src/read/cohort/cohort.ts";
import { anyCase, cohortOf, metaOf, refusalOf } from "./cohort-text.ts";

const matrix = "gene,B1,B2,B3,L1,P1\nHER2,-1,2,0.5,3,NA\nEGFR,0.1,,0.3,-0.4,0.5\nKIT,1,-2,3,-4,5\n";
const meta =
  "sample,tissue,disease,role,known-aberration\nB1,breast,BRCA,disease;pan-cancer,\nB2,breast,BRCA,disease;pan-cancer,ERBB2 amplification\nB3,breast,BRCA,disease,\nL1,liver,,normal,\nP1,,LUAD,pan-cancer,\n";

function numbersOf({ rows }: ReferenceCohort, gene: string) {
  const row = rows.find((each) => each.gene === gene);
  return { values: [...(row?.values() ?? [])], missing: row?.missing, leftOut: row?.leftOut };
}

describe("reference samples of a matrix", () => {
  it("are one cohort of the file's name where nothing is known of them", async () => {
    const { file } = await cohortOf(matrix);
    const [cohort, other] = file.cohorts(anyCase);
    expect(other).toBeUndefined();
    expect(cohort).toMatchObject({ name: "ref", role: "not stated", samples: 5, removed: [] });
    expect(cohort && numbersOf(cohort, "EGFR")).toEqual({
      values: [-0.4, 0.1, 0.3, 0.5],
      missing: 1,
      leftOut: 0,
    });
  });

  it("are counted alike when the file is read and when it is compared with", async () => {
    const { file, problems } = await cohortOf(matrix);
    expect(problems.find(({ code }) => code === "protein-table")?.message).toContain(
      "reference samples: 5,",
    );
    expect(file.cohorts(anyCase)[0]?.samples).toBe(5);
    expect(file.sampleNames).toEqual(["B1", "B2", "B3", "L1", "P1"]);
  });

  it("of an ADAT are all of its samples, though the head of the file does not reach the first", async () => {
    const adat = [
      "^HEADER",
      "^TABLE_BEGIN",
      "\t\tSeqId\t1-1",
      "\t\tUniProt\tP04626",
      "\t\tEntrezGeneSymbol\tERBB2",
      "\t\tOrganism\tHuman",
      "\t\tType\tProtein",
      "SampleId\tSampleType\t\t",
      "S1\tSample\t\t1024",
      "Pool\tCalibrator\t\t1",
      "S2\tSample\t\t512",
      "",
    ].join("\n");
    const { file } = await cohortOf(adat);
    expect(file.sampleNames).toEqual(["S1", "S2"]);
    const [without] = file.cohorts({ ...anyCase, caseNames: new Set(["S1"]) });
    expect(without?.removed).toEqual(["S1"]);
    expect(without && numbersOf(without, "ERBB2").values).toEqual([9]);
  });

  it("are read from a GCT, all of its samples, without its facts", async () => {
    const gct = [
      "#1.3",
      "1\t3\t1\t1",
      "id\tgeneSymbol\tS1\tS2\tS3",
      "Type\tna\tTumor\tNAT\tTumor",
      "NP_004439.2\tERBB2\t0.5\t-1.5\t2",
      "",
    ].join("\n");
    const { file, problems } = await cohortOf(gct);
    expect(file.sampleNames).toEqual(["S1", "S2", "S3"]);
    const [all] = file.cohorts(anyCase);
    expect(all && numbersOf(all, "ERBB2").values).toEqual([-1.5, 0.5, 2]);
    expect(problems.find(({ code }) => code === "normal-among-references")).toMatchObject({
      severity: "notice",
    });
  });

  it("count values below the limit, also of the first sample, and not those of a sample that is left out", async () => {
    const rows = ["B1,0.5", "B2,0.8", "B3,2", "B4,3"].map((each) => {
      const [sample, npx] = each.split(",");
      return `${sample},O1,Q13126,MTAP,Pass,1,${npx}`;
    });
    const olink = `SampleID,OlinkID,UniProt,Assay,QC_Warning,LOD,NPX\n${rows.join("\n")}\n`;
    const facts = (await metaOf("sample,known-aberration\nB1,\nB2,MTAP deletion\nB3,\nB4,\n"))
      .samples;
    const { file, problems } = await cohortOf(olink, facts);
    const [all] = file.cohorts(anyCase);
    expect(all?.rows[0]).toMatchObject({ missing: 0, notDetected: 2 });
    expect(all && numbersOf(all, "MTAP").values).toEqual([0.5, 0.8, 2, 3]);
    const [without] = file.cohorts({ ...anyCase, caseNames: new Set(["B1"]) });
    expect(without?.rows[0]).toMatchObject({ missing: 0, notDetected: 1 });
    const [negative] = file.cohorts({ ...anyCase, aberrationNegative: true });
    expect(negative?.rows[0]).toMatchObject({ missing: 0, leftOut: 1, notDetected: 1 });
    expect(problems.map(({ code }) => code)).not.toContain("case-value-doubtful");
  });

  it("are parted by role, disease and organ, a sample of two roles in two cohorts", async () => {
    const { file } = await cohortOf(matrix, (await metaOf(meta)).samples);
    expect(
      file.cohorts(anyCase).map(({ name, role, disease, tissue, samples }) => ({
        name,
        role,
        disease,
        tissue,
        samples,
      })),
    ).toEqual([
      { name: "ref BRCA", role: "disease", disease: "BRCA", tissue: null, samples: 3 },
      {
        name: "ref normal liver",
        role: "biopsy-site normal",
        disease: null,
        tissue: "liver",
        samples: 1,
      },
      { name: "ref pan-cancer", role: "pan-cancer", disease: null, tissue: null, samples: 3 },
    ]);
  });

  it.each(["B1", "B2", "P1"])("never hold the case %s, also as the first column", async (name) => {
    const { file } = await cohortOf(matrix);
    const [cohort] = file.cohorts({ ...anyCase, caseNames: new Set([name, "TUMOR"]) });
    expect(cohort).toMatchObject({ samples: 4, removed: [name] });
    const all = [1, -2, 3, -4, 5];
    const own = { B1: 1, B2: -2, P1: 5 }[name];
    expect(cohort && numbersOf(cohort, "KIT").values).toEqual(
      all.filter((value) => value !== own).sort((a, b) => a - b),
    );
  });

  it("are doubted where a name is the case's but for case, separators and ending", async () => {
    const { file } = await cohortOf(matrix);
    const [cohort] = file.cohorts({ ...anyCase, caseNames: new Set(["b 1_T", "L-1"]) });
    expect(cohort).toMatchObject({
      samples: 5,
      likeCase: [
        'its sample "B1" is named like the case "b 1_T"',
        'its sample "L1" is named like the case "L-1"',
      ],
    });
  });

  it("lose a sample that has all values of the case, under whatever name", async () => {
    const values = Array.from({ length: 25 }, (_, index) => 1 + index / 7);
    const lines = values.map((value, index) => `G${index},${value},${value.toFixed(3)},${-value}`);
    const { file } = await cohortOf(["gene,A,COPY,B", ...lines].join("\n"));
    const caseRows = values.map((value, index) => ({
      gene: `G${index}`,
      line: index + 2,
      value: index === 3 ? null : value,
      cohort: new Float64Array(),
    }));
    const [cohort] = file.cohorts({ ...anyCase, caseRows });
    expect(cohort?.removed).toEqual(["A", "COPY"]);
    expect(cohort?.likeCase[1]).toBe(
      'its sample "COPY" has the values of the case in all 24 rows that both have, and was taken out',
    );
    const [few] = file.cohorts({ ...anyCase, caseRows: caseRows.slice(0, 20) });
    expect(few).toMatchObject({ removed: [], likeCase: [] });
  });

  it("lose a copy of the case also where a gene stands twice, under a symbol and an alias", async () => {
    const values = Array.from({ length: 25 }, (_, index) => 1 + index / 7);
    const lines = values.map((value, index) => `G${index},${value},${-value}`);
    const twice = ["HER2,7,-7", "ERBB2,2,-2"];
    const { file } = await cohortOf(["gene,COPY,B", ...lines, ...twice].join("\n"));
    const rowOf = (gene: string, value: number) => ({
      gene,
      line: 2,
      value,
      cohort: new Float64Array(),
    });
    const caseRows = [
      ...values.map((value, index) => rowOf(`G${index}`, value)),
      rowOf("HER2", 7),
      rowOf("ERBB2", 2),
    ];
    const [cohort] = file.cohorts({ ...anyCase, caseRows });
    expect(cohort?.removed).toEqual(["COPY"]);
  });

  it("leave out samples with a known aberration of a gene for that gene alone, by any of its names", async () => {
    const { file } = await cohortOf(matrix, (await metaOf(meta)).samples);
    const [breast] = file.cohorts({ ...anyCase, aberrationNegative: true });
    expect(breast && numbersOf(breast, "HER2")).toEqual({
      values: [-1, 0.5],
      missing: 0,
      leftOut: 1,
    });
    expect(breast && numbersOf(breast, "KIT")).toEqual({
      values: [-2, 1, 3],
      missing: 0,
      leftOut: 0,
    });
  });

  it("refuse to be aberration-negative where no aberration is known", async () => {
    const { file } = await cohortOf(matrix);
    const refused = await refusalOf(() => file.cohorts({ ...anyCase, aberrationNegative: true }));
    expect(refused).toMatchObject({ kind: "usage", code: "cohort-aberrations-unknown" });
  });

  it("are in no cohort where the facts leave them out, and that is said", async () => {
    const { samples } = await metaOf("sample,disease\nB1,BRCA\nZ9,BRCA\n");
    const { file, problems } = await cohortOf(matrix, samples);
    expect(file.cohorts(anyCase).map((cohort) => cohort.samples)).toEqual([1]);
    expect(problems.find(({ code }) => code === "cohort-samples-unnamed")?.message).toContain(
      "4 of 5 samples are in no cohort",
    );
  });
});
