import { describe, expect, test } from "vitest";
import { chooseSampleBeside } from "../../../../src/read/vcf/tumor-sample.ts";
import { makeVcf, readVcf } from "./read-vcf-text.ts";

async function chosen(samples: readonly string[], meta: readonly string[] = [], asked?: string) {
  const options = asked === undefined ? {} : { tumorSample: asked };
  return (await readVcf(makeVcf({ samples, meta }), options)).header.tumorSample;
}

describe("the tumor sample", () => {
  test("is the one asked for, before everything else", async () => {
    const sample = await chosen(["TUMOR", "b"], ["##tumor_sample=TUMOR"], "b");
    expect(sample).toEqual({ name: "b", decidedBy: "--tumor-sample" });
  });

  test.each([
    ["##tumor_sample=b", "##tumor_sample of the header"],
    ['##MuTect="analysis_type=MuTect tumor_sample_name=b normal_sample_name=a"', /MuTect/],
    [
      '##GATKCommandLine=<ID=Mutect2,CommandLine="Mutect2 --tumor-sample b --normal-sample a">',
      /MuTect/,
    ],
    [
      '##SentieonCommandLine.TNscope=<ID=TNscope,CommandLine="driver --algo TNscope --tumor_sample b --normal_sample a out.vcf.gz">',
      /Sentieon/,
    ],
    [
      '##DRAGENCommandLine=<ID=dragen,CommandLineOptions="--enable-variant-caller true --RGSM-tumor b --RGSM a">',
      /DRAGEN/,
    ],
    ["##SAMPLE=<ID=b,Genomes=Tumor>", /SAMPLE/],
    ["##PEDIGREE=<Derived=b,Original=a>", /PEDIGREE/],
    ["##PEDIGREE=<ID=b,Original=a>", /PEDIGREE/],
  ])("is the one that the header names: %s", async (line, decidedBy) => {
    const expected = typeof decidedBy === "string" ? decidedBy : expect.stringMatching(decidedBy);
    expect(await chosen(["a", "b"], [line])).toEqual({ name: "b", decidedBy: expected });
  });

  test("is not one that the header calls a mixture, or the normal one, by DRAGEN's command", async () => {
    const mixture = "##SAMPLE=<ID=b,Genomes=Germline;Tumor,Mixture=.3;.7>";
    await expect(chosen(["a", "b"], [mixture])).rejects.toMatchObject({ kind: "usage" });
    const normal = '##DRAGENCommandLine=<ID=dragen,CommandLineOptions="--RGSM a">';
    await expect(chosen(["a", "b"], [normal])).rejects.toMatchObject({ kind: "usage" });
  });

  test("is not one that the header names and the columns do not have", async () => {
    expect(await chosen(["Tumour", "n"], ["##tumor_sample=elsewhere"])).toMatchObject({
      name: "Tumour",
    });
  });

  test.each(["TUMOR", "tumor", "Tumour"])("is the one called %s", async (name) => {
    expect(await chosen(["NORMAL", name])).toEqual({ name, decidedBy: "its name" });
  });

  test("is the only one of the file", async () => {
    expect(await chosen(["biopsy"])).toMatchObject({ name: "biopsy" });
  });

  test("is not the only one where it is called NORMAL, or by the header, unless it is asked for", async () => {
    await expect(chosen(["Normal"])).rejects.toMatchObject({
      kind: "usage",
      problems: [{ code: "tumor-sample-undecided" }],
    });
    expect(await chosen(["Normal"], [], "Normal")).toMatchObject({ name: "Normal" });
    expect(await chosen(["Normal"], ["##tumor_sample=Normal"])).toMatchObject({ name: "Normal" });
    await expect(chosen(["blood"], ["##normal_sample=blood"])).rejects.toMatchObject({
      kind: "identity",
      problems: [{ code: "tumor-sample-is-normal" }],
    });
  });

  test("is none in a file without samples", async () => {
    expect(await chosen([])).toBeNull();
  });

  test("must be said when nothing decides it", async () => {
    await expect(chosen(["a", "b"])).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining('"a", "b"'),
    });
    await expect(chosen(["TUMOR", "tumor"])).rejects.toMatchObject({ kind: "usage" });
  });

  test("asked for must be in the file; the nearest is named", async () => {
    await expect(chosen(["metastasis", "n"], [], "metastases")).rejects.toMatchObject({
      kind: "usage",
      problems: [{ hint: 'Did you mean "metastasis"?' }],
    });
    await expect(chosen([], [], "a")).rejects.toMatchObject({ kind: "usage" });
  });
});

test("a sample that is stated for a file beside the variants counts before the names of the case", () => {
  const header = {
    fileFormat: "VCFv4.3",
    minorVersion: 3,
    columnCount: 11,
    samples: ["a", "TUMOR"],
    meta: [],
    info: new Map(),
    format: new Map(),
    rawContigs: new Map(),
    contigs: new Map(),
    reference: null,
  };
  const about = {
    where: { file: "cnv.vcf" },
    kind: "copy-number",
    key: "cnv",
    report: () => {},
  } as const;
  const asked = { sample: "a", caseNames: { tumorSample: "biopsy" } };
  expect(chooseSampleBeside(header, asked, about)?.name).toBe("a");
});
