import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sealJson } from "../../../src/io/sealed-json.ts";
import { cohortFormat } from "../../../src/model/cohort-file.ts";
import { buildCohort } from "../../../src/run/build-cohort.ts";
import { anyCase, cohortOf, metaOf, refusalOf } from "../read/cohort-text.ts";

const matrix = "gene,S1,S2,S3,S4\nERBB2,9.6004,10.1,9.8,12.3456\nEGFR,8,,8.5,\nKIT,,,,\n";

async function build(content: string, changes: Partial<typeof anyCase> = {}) {
  const { file } = await cohortOf(content);
  return buildCohort([file], { ...anyCase, ...changes });
}

describe("a built cohort file", () => {
  it("gives back n, missing, the sorted values and their median, rounded to three decimals", async () => {
    const { text } = await build(matrix);
    const { file } = await cohortOf(text);
    expect(file).toMatchObject({ format: "metaction-cohort/1", molecule: "protein" });
    const [cohort] = file.cohorts(anyCase);
    expect(cohort).toMatchObject({ name: "ref", samples: 4, scale: "log2-intensity" });
    expect(
      cohort?.rows.map(({ gene, missing, median, values }) => [
        gene,
        missing,
        median,
        [...values()],
      ]),
    ).toEqual([
      ["EGFR", 2, 8.25, [8, 8.5]],
      ["ERBB2", 0, 9.95, [9.6, 9.8, 10.1, 12.346]],
      ["KIT", 4, Number.NaN, []],
    ]);
  });

  it("keeps how many values lie below the limit of detection, and is as before where none does", async () => {
    const olink =
      "SampleID,OlinkID,UniProt,Assay,QC_Warning,LOD,NPX\nS1,O1,Q13126,MTAP,Pass,1,0.5\nS2,O1,Q13126,MTAP,Pass,1,0.8\nS3,O1,Q13126,MTAP,Pass,1,2\nS1,O2,P10721,KIT,Pass,1,3\nS2,O2,P10721,KIT,Pass,1,3\n";
    const { text, content } = await build(olink);
    const { file } = await cohortOf(text);
    const [cohort] = file.cohorts(anyCase);
    expect(
      cohort?.rows.map(({ gene, missing, notDetected, values }) => [
        gene,
        missing,
        notDetected,
        [...values()],
      ]),
    ).toEqual([
      ["KIT", 1, 0, [3, 3]],
      ["MTAP", 0, 2, [0.5, 0.8, 2]],
    ]);
    expect(content.cohorts[0]?.rows.map((row) => row.length)).toEqual([6, 7]);
  });

  it("is the same whatever the order of samples and rows, and names no sample", async () => {
    const turned = "gene,S4,S3,S2,S1\nKIT,,,,\nEGFR,,8.5,,8\nERBB2,12.3456,9.8,10.1,9.6004\n";
    const [a, b] = [await build(matrix), await build(turned)];
    expect(a.content.cohorts).toEqual(b.content.cohorts);
    expect(JSON.stringify(a.content.cohorts)).not.toMatch(/"S\d"/);
  });

  it("is within half of the last place of every value", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 4, maxLength: 4 }),
        async (values) => {
          const { text } = await build(`gene,A,B,C,D\nX,${values.join(",")}\nY,-1,1,-1,1\n`);
          const [cohort] = (await cohortOf(text)).file.cohorts(anyCase);
          const read = [...(cohort?.rows[0]?.values() ?? [])];
          const sorted = values.toSorted((a, b) => a - b);
          expect(read).toHaveLength(4);
          for (const [index, value] of sorted.entries()) {
            expect(Math.abs((read[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(0.0005001);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is refused when one bit of it was changed", async () => {
    const { text } = await build(matrix);
    const bytes = Buffer.from(text);
    for (let place = '{"format":"metaction-cohort/'.length; place < bytes.length; place += 7) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const refused = await refusalOf(async () => (await cohortOf(changed)).file);
      expect(refused).toMatchObject({ kind: "input", code: "cohort-file-damaged" });
    }
    const short = await refusalOf(async () => await cohortOf(bytes.subarray(0, -1)));
    expect(short.code).toBe("cohort-file-damaged");
  });

  it.each([
    ["8000 500", [8, 8.5]],
    ["-8000 500", [-8, -7.5]],
    ["8000", null],
    ["8000 500 1", null],
    ["8000 -500", null],
    ["8000  500", null],
    ["8000 500 ", null],
    ["8000,500", null],
    ["8000 5e2", null],
    ["8000 1234567890", null],
    ["- 500", null],
    ["", null],
  ])(
    "reads the steps %j of two values as they are written and in no other way",
    async (steps, read) => {
      const { content } = await build(matrix);
      const cohorts = content.cohorts.map((cohort) => ({
        ...cohort,
        rows: cohort.rows.map(([gene, site, missing, leftOut, center, text]) => [
          gene,
          site,
          missing,
          leftOut,
          center,
          gene === "EGFR" ? steps : text,
        ]),
      }));
      const { text } = sealJson(cohortFormat, JSON.stringify({ ...content, cohorts }));
      const [cohort] = (await cohortOf(text)).file.cohorts(anyCase);
      const row = cohort?.rows.find(({ gene }) => gene === "EGFR");
      if (read !== null) expect([...(row?.values() ?? [])]).toEqual(read);
      else expect((await refusalOf(() => row?.values())).message).toContain("do not add up");
    },
  );

  it("refuses a case that is one of its samples, since it cannot be taken out", async () => {
    const { text } = await build(matrix);
    const { file } = await cohortOf(text);
    const question = { ...anyCase, caseNames: new Set(["S3"]) };
    expect(await refusalOf(() => file.cohorts(question))).toMatchObject({
      kind: "identity",
      code: "cohort-holds-case",
    });
  });

  it("does not hold what was left out of it", async () => {
    const { text } = await build(matrix, { caseNames: new Set(["S3"]) });
    const [cohort] = (await cohortOf(text)).file.cohorts({
      ...anyCase,
      caseNames: new Set(["S3"]),
    });
    expect(cohort?.samples).toBe(3);
    expect([...(cohort?.rows[0]?.values() ?? [])]).toEqual([8]);
  });

  it("says when it was built of samples without a known aberration, and cannot be asked for it otherwise", async () => {
    const { samples } = await metaOf("sample,known-aberration\nS1,\nS2,\nS3,ERBB2\nS4,\n");
    const { file } = await cohortOf(matrix, samples);
    const negative = { ...anyCase, aberrationNegative: true };
    const built = await cohortOf(buildCohort([file], negative).text);
    const [cohort] = built.file.cohorts(negative);
    expect(cohort?.aberrationNegative).toBe(true);
    expect(cohort?.rows.map(({ gene, leftOut }) => [gene, leftOut])).toContainEqual(["ERBB2", 1]);
    const plain = await cohortOf((await build(matrix)).text);
    const refused = await refusalOf(() => plain.file.cohorts(negative));
    expect(refused.code).toBe("cohort-aberrations-unknown");
  });
});
