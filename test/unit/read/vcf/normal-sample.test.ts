import { describe, expect, test } from "vitest";
import { makeVcf, readVcf } from "./read-vcf-text.ts";

async function found(
  samples: readonly string[],
  {
    meta = [],
    ...options
  }: { meta?: string[]; tumorSample?: string; otherTumors?: string[]; structural?: boolean },
) {
  return (await readVcf(makeVcf({ samples, meta }), options)).header.normalSample;
}

describe("the normal sample", () => {
  test.each([
    ["##normal_sample=b", "##normal_sample of the header"],
    ['##MuTect="analysis_type=MuTect tumor_sample_name=a normal_sample_name=b"', /MuTect/],
    [
      '##GATKCommandLine=<ID=Mutect2,CommandLine="Mutect2 --tumor-sample a --normal-sample b">',
      /MuTect/,
    ],
    [
      '##SentieonCommandLine.TNscope=<ID=TNscope,CommandLine="driver --algo TNscope --tumor_sample a --normal_sample b out.vcf.gz">',
      /Sentieon/,
    ],
    [
      '##DRAGENCommandLine=<ID=dragen,CommandLineOptions="--RGSM-tumor a --RGSM b --vc-sq 3">',
      /DRAGEN/,
    ],
    ["##SAMPLE=<ID=b,Genomes=Germline>", /SAMPLE/],
    ["##PEDIGREE=<Derived=a,Original=b>", /PEDIGREE/],
  ])("is the one of several that the header names: %s", async (line, decidedBy) => {
    const expected = typeof decidedBy === "string" ? decidedBy : expect.stringMatching(decidedBy);
    const normal = await found(["a", "b", "c"], { meta: [line], tumorSample: "a" });
    expect(normal).toEqual({ name: "b", decidedBy: expected });
  });

  test("is the one called NORMAL, else the other one of two", async () => {
    expect(await found(["TUMOR", "x", "Normal"], {})).toMatchObject({ name: "Normal" });
    expect(await found(["a", "b"], { tumorSample: "b" })).toMatchObject({ name: "a" });
  });

  test("is none of several that nothing names, and none beside a single sample", async () => {
    expect(await found(["TUMOR", "x", "y"], {})).toBeUndefined();
    expect(await found(["TUMOR"], {})).toBeUndefined();
    expect(await found([], {})).toBeUndefined();
  });

  test("is no other tumor, by its name or because the case reads it as one", async () => {
    const tumorSample = "LIVER_2026";
    expect(await found([tumorSample, "primary_tumor"], { tumorSample })).toBeUndefined();
    expect(await found([tumorSample, "tumor_normal"], { tumorSample })).toBeDefined();
    const samples = ["LIVER_2024", tumorSample];
    expect(await found(samples, { tumorSample })).toMatchObject({ name: "LIVER_2024" });
    const otherTumors = ["LIVER_2024"];
    expect(await found(samples, { tumorSample, otherTumors })).toBeUndefined();
  });

  test("is not looked for where junctions are read", async () => {
    expect(await found(["NORMAL", "TUMOR"], { structural: true })).toBeUndefined();
  });
});

const meta = [
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="x">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="x">',
  '##FORMAT=<ID=AF,Number=A,Type=Float,Description="x">',
  '##INFO=<ID=TAF,Number=A,Type=Float,Description="x">',
];

async function normals(format: string, normal: string, alt = "T", options = {}) {
  const records = [
    `7 140753336 . A ${alt} . PASS TAF=${alt === "T" ? "0.4" : "0.4,0.4"} ${format} 0/1:. ${normal}`,
  ];
  const { calls, problems } = await readVcf(
    makeVcf({ samples: ["TUMOR", "NORMAL"], meta, records }),
    options,
  );
  expect(problems).toEqual([]);
  return calls.map(({ support }) => support.normal);
}

describe("the reads of the normal", () => {
  test("are read by the rules of the tumor", async () => {
    const normal = { sample: "NORMAL", vaf: 0.2, depth: 60, altReads: 12 };
    expect(await normals("GT:AD", "0/0:48,12")).toEqual([normal]);
    expect(await normals("GT:AF", "0/0:0.25")).toEqual([
      { sample: "NORMAL", vaf: 0.25, depth: null, altReads: null },
    ]);
  });

  test("are those of each allele", async () => {
    expect(await normals("GT:AD", "0/0:40,5,55", "T,G")).toMatchObject([
      { altReads: 5, depth: 100 },
      { altReads: 55, depth: 100 },
    ]);
  });

  test("are not those that the user's INFO tag tells of the tumor", async () => {
    const options = { tumorAfTag: "TAF" };
    expect(await normals("GT:AD", "0/0:60,0", "T", options)).toMatchObject([{ vaf: 0 }]);
  });

  test.each(["0/0:.", ".", "0/0:-1,x", "0/0:48,12:9:9"])(
    "are absent where the column does not tell, and nothing is said of it: %s",
    async (column) => {
      expect(await normals("GT:AD", column)).toEqual([undefined]);
    },
  );
});
