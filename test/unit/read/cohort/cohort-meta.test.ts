import { describe, expect, it } from "vitest";
import { metaOf, refusalOf } from "./cohort-text.ts";

describe("readCohortMeta", () => {
  it("reads what is known of each sample, however its columns are spelled", async () => {
    const { samples } = await metaOf(
      "Sample\tTissue\tDisease\tBiopsy_Site\tROLE\tknown aberration\n" +
        "S1\tbreast\tBRCA\tliver\tdisease; pan-cancer\tERBB2 amplification;TP53:R175H\n" +
        "S2\tliver\tNA\t\tnormal\tnone\n",
    );
    expect([...samples]).toEqual([
      [
        "S1",
        {
          tissue: "breast",
          disease: "BRCA",
          biopsySite: "liver",
          roles: ["disease", "pan-cancer"],
          aberrantGenes: ["ERBB2", "TP53"],
        },
      ],
      [
        "S2",
        {
          tissue: "liver",
          disease: null,
          biopsySite: null,
          roles: ["biopsy-site normal"],
          aberrantGenes: [],
        },
      ],
    ]);
  });

  it.each([
    ["sample,role\nS1,tumour\n", "cohort-role-unknown", 2],
    ["name,role\nS1,disease\n", "columns-missing", 1],
    ["sample,role\n,disease\n", "sample-missing", 2],
    ["sample,disease\nS1,BRCA\nS1,COAD\n", "cohort-sample-twice", 3],
  ])("refuses %j as %s at its line", async (text, code, line) => {
    expect(await refusalOf(async () => await metaOf(text))).toMatchObject({
      kind: "input",
      code,
      where: { file: "m.csv", line },
    });
  });

  it("names the roles that there are", async () => {
    const { hint } = await refusalOf(async () => await metaOf("sample,role\nS1,pancancer\n"));
    expect(hint).toBe(
      "Roles are disease, pan-cancer, biopsy-site normal; did you mean pan-cancer?",
    );
  });

  it("keeps a sample once that is there twice with the same facts, and says so", async () => {
    const { samples, problems } = await metaOf("sample,disease\nS1,BRCA\nS1,BRCA\n");
    expect(samples.size).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(["cohort-sample-repeated"]);
  });
});
