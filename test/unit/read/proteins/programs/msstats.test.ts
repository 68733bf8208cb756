/** Tables written by us in the form that MSstats' and MSstatsTMT's documentation describes. */
import { describe, expect, it } from "vitest";
import { msstats, msstatsTmt } from "../../../../../src/read/proteins/programs/msstats.ts";
import { readers } from "../../../../../src/read/readers.ts";
import { codesOf, readProtein, refusalOf, rowsOf } from "../read-protein-text.ts";

const head =
  '"","RUN","Protein","LogIntensities","originalRUN","GROUP","SUBJECT","TotalGroupMeasurements","NumMeasuredFeature","MissingPercentage","more50missing","NumImputedFeature"\n';
const line = (
  protein: string,
  run: string,
  value: number | "NA",
  told: { subject?: string; missing?: number; imputed?: number } = {},
): string =>
  `"1",1,"${protein}",${value},"${run}","Tumor","${told.subject ?? run.replace(".raw", "")}",6,4,${told.missing ?? 0},FALSE,${told.imputed ?? 0}\n`;

describe("msstats", () => {
  const text =
    head +
    line("sp|P04626|ERBB2_HUMAN", "TUMOR.raw", 27.5, { imputed: 2 }) +
    line("sp|P04626|ERBB2_HUMAN", "P1.raw", 21) +
    line("sp|P04626|ERBB2_HUMAN", "P2.raw", 15, { missing: 1, imputed: 6 }) +
    line("DECOY_sp|P04626|ERBB2_HUMAN", "TUMOR.raw", 30) +
    line("DECOY_sp|P04626|ERBB2_HUMAN", "P1.raw", 30) +
    line("P10721", "TUMOR.raw", "NA") +
    line("P10721", "P1.raw", 22) +
    line("P10721", "P2.raw", 23);

  it("is known by its columns, and by no other reader", () => {
    expect(readers.filter((reader) => reader.detect(text)).map(({ id }) => id)).toEqual([
      "msstats",
    ]);
  });

  it("reads the case by its subject; what was imputed as a whole is missing, and imputed features are told", async () => {
    const { table, problems } = await readProtein(msstats, text);
    expect(table.sample).toBe("TUMOR");
    expect(table.cohortSamples).toEqual(["P1", "P2"]);
    expect(rowsOf(table)).toEqual([
      ["sp|P04626|ERBB2_HUMAN", 27.5, [21, Number.NaN]],
      ["P10721", null, [22, 23]],
    ]);
    expect(codesOf(problems)).toEqual([
      "quantity-chosen",
      "rows-set-aside",
      "case-value-doubtful",
      "rows-marked",
      "gene-not-named",
    ]);
    expect(table.scale.name).toBe("log2-intensity");
  });

  it("is doubted as log10 where no value is above 11, however few its rows", async () => {
    const values = (change: (value: number) => number): string =>
      head +
      line("P04626", "TUMOR.raw", change(27.5)) +
      line("P04626", "P1.raw", change(21)) +
      line("P10721", "TUMOR.raw", change(36));
    const log10 = await readProtein(
      msstats,
      values((value) => value * Math.log10(2)),
    );
    expect(log10.problems).toContainEqual(
      expect.objectContaining({
        code: "scale-uncertain",
        severity: "warning",
        hint: expect.stringContaining("--protein-scale log10"),
      }),
    );
    const log2 = await readProtein(
      msstats,
      values((value) => value),
    );
    expect(codesOf(log2.problems)).not.toContain("scale-uncertain");
  });

  const twice = text + line("P10721", "TUMOR_2.raw", 20, { subject: "TUMOR" });

  it("asks which run is meant where the subject has several", async () => {
    expect(await refusalOf(msstats, twice)).toMatchObject({
      kind: "identity",
      code: "protein-sample-ambiguous",
    });
  });

  it("takes no other run of the case's subject for a reference", async () => {
    const { table, problems } = await readProtein(msstats, twice, { sample: "TUMOR.raw" });
    expect(table.cohortSamples).toEqual(["P1.raw", "P2.raw"]);
    expect(codesOf(problems)).toContain("case-runs-passed-over");
  });
});

describe("msstatsTmt", () => {
  const tmt = (protein: string): string =>
    [
      "Mixture,TechRepMixture,Run,Channel,Protein,Abundance,BioReplicate,Condition",
      `M1,1,M1_1,131,${protein},18,Norm,Norm`,
      `M1,1,M1_1,126,${protein},21.5,TUMOR,Tumor`,
      `M1,1,M1_1,127N,${protein},17,P1,Tumor`,
      `M2,1,M2_1,126,${protein},16.5,P2,Tumor`,
      `M2,1,M2_1,131,${protein},16,Norm,Norm`,
      `M2,1,M2_1,130C,${protein},9,Empty,Empty`,
      "",
    ].join("\n");

  it("reads channels by whom they are of, and neither the reference nor an empty channel", async () => {
    const { table } = await readProtein(msstatsTmt, tmt("P04626"));
    expect(table.cohortSamples).toEqual(["P1", "P2"]);
    expect(rowsOf(table)).toEqual([["P04626", 21.5, [17, 16.5]]]);
    expect(table.scale.name).toBe("log2-intensity");
  });

  it("reads a channel by its run as well, and gives the first that is a sample for a check", async () => {
    const { table } = await readProtein(msstatsTmt, tmt("P04626"), { sample: "M1_1 126" });
    expect(rowsOf(table)).toEqual([["P04626", 21.5, [17, 16.5]]]);
    expect(msstatsTmt.firstSample(tmt("P04626"))).toBe("M1_1 126");
  });

  it("reads sites of MSstatsPTM", async () => {
    const { table } = await readProtein(msstatsTmt, tmt("P04626_Y1248"));
    expect(table.molecule).toBe("phosphosite");
    expect(table.rows[0]).toMatchObject({ gene: "P04626", site: "Y1248" });
  });
});
