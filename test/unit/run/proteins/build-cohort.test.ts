import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../../src/io/sha256.ts";
import { sealBytes } from "../../../../src/io/sealed-bytes.ts";
import { cohortFormat } from "../../../../src/model/cohort-file.ts";
import { describeValues } from "../../../../src/read/cohort/row-values.ts";
import { buildCohort } from "../../../../src/run/proteins/build-cohort.ts";
import { anyCase, cohortOf, metaOf, refusalOf } from "../../read/cohort/cohort-text.ts";

const matrix = "gene,S1,S2,S3,S4\nERBB2,9.6004,10.1,9.8,12.3456\nEGFR,8,,8.5,\nKIT,,,,\n";

async function build(content: string, changes: Partial<typeof anyCase> = {}) {
  const { file } = await cohortOf(content);
  return buildCohort([file], { ...anyCase, ...changes });
}

describe("a built cohort file", () => {
  it("gives back n, missing, the sorted values and their median, rounded to three decimals", async () => {
    const { bytes } = await build(matrix);
    const { file } = await cohortOf(bytes);
    expect(file).toMatchObject({
      format: "metaction-cohort/2",
      molecule: "protein",
      digest: { sha256: sha256(bytes), bytes: bytes.length },
    });
    const [cohort] = file.cohorts(anyCase);
    expect(cohort).toMatchObject({ name: "ref", samples: 4, scale: "log2-intensity" });
    expect(
      cohort?.rows.map((row) => [row.gene, row.missing, row.median(), [...row.values()]]),
    ).toEqual([
      ["EGFR", 2, 8.25, [8, 8.5]],
      ["ERBB2", 0, 9.95, [9.6, 9.8, 10.1, 12.346]],
      ["KIT", 4, Number.NaN, []],
    ]);
  });

  it("keeps how many values lie below the limit of detection", async () => {
    const olink =
      "SampleID,OlinkID,UniProt,Assay,QC_Warning,LOD,NPX\nS1,O1,Q13126,MTAP,Pass,1,0.5\nS2,O1,Q13126,MTAP,Pass,1,0.8\nS3,O1,Q13126,MTAP,Pass,1,2\nS1,O2,P10721,KIT,Pass,1,3\nS2,O2,P10721,KIT,Pass,1,3\n";
    const { bytes } = await build(olink);
    const { file } = await cohortOf(bytes);
    const [cohort] = file.cohorts(anyCase);
    expect(
      cohort?.rows.map((row) => [row.gene, row.missing, row.notDetected, [...row.values()]]),
    ).toEqual([
      ["KIT", 1, 0, [3, 3]],
      ["MTAP", 0, 2, [0.5, 0.8, 2]],
    ]);
  });

  it("holds what is computed of the values as it is computed of them, and their ranks", async () => {
    const values = Array.from({ length: 31 }, (_, index) => ((index * 7.3) % 11) - 4);
    const names = values.map((_, index) => `S${index}`);
    const lines = [
      ["gene", ...names],
      ["X", ...values],
      ["Y", ...values.map(() => 1)],
    ];
    const { bytes } = await build(lines.map((cells) => `${cells.join(",")}\n`).join(""));
    const [cohort] = (await cohortOf(bytes)).file.cohorts(anyCase);
    for (const row of cohort?.rows ?? []) {
      const read = row.values();
      expect(row.numbers()).toEqual(describeValues(read));
      for (const value of [-5, read[3] ?? 0, 0.0001, read[30] ?? 0, 99]) {
        expect(row.rankOf(value)).toEqual({
          below: read.filter((each) => each < value).length,
          equal: read.filter((each) => each === value).length,
        });
      }
    }
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
          const { bytes } = await build(`gene,A,B,C,D\nX,${values.join(",")}\nY,-1,1,-1,1\n`);
          const [cohort] = (await cohortOf(bytes)).file.cohorts(anyCase);
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
    const { bytes } = await build(matrix);
    for (let place = '{"format":"metaction-cohort/'.length; place < bytes.length; place += 7) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const refused = await refusalOf(async () => (await cohortOf(changed)).file);
      expect(refused).toMatchObject({ kind: "input", code: "cohort-file-damaged" });
    }
    const short = await refusalOf(async () => await cohortOf(bytes.subarray(0, -1)));
    expect(short.code).toBe("cohort-file-damaged");
  });

  it("is refused by its name where an earlier version wrote it", async () => {
    const earlier = '{"format":"metaction-cohort/1","sha256":"00","payload":{}}\n';
    const refused = await refusalOf(async () => (await cohortOf(earlier)).file);
    expect(refused).toMatchObject({ kind: "input", code: "cohort-file-earlier" });
    expect(refused.hint).toContain("Build it again");
  });

  it.each<readonly [string, readonly number[]]>([
    ["a value short", [0x80, 0x7d]],
    ["a value more", [0x80, 0x7d, 0xf4, 0x03, 0x01]],
    ["an unfinished value", [0x80, 0x7d, 0xf4, 0x83]],
    ["a value of too many groups", [0x80, 0x7d, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
  ])("is refused with %s in a row, when the row is read", async (_, steps) => {
    const { bytes, content } = await build("gene,A,B\nEGFR,8,8.5\n");
    // 8000 and 500 units behind the one record of 72 bytes, before the seal of 65.
    expect([...bytes.subarray(-69, -65)]).toEqual([0x80, 0x7d, 0xf4, 0x03]);
    const record = Buffer.from(bytes.subarray(-69 - 72, -69));
    record.writeUInt32LE(steps.length, 12);
    const body = Buffer.concat([record, Buffer.from(steps)]);
    const cohorts = content.cohorts.map((cohort) => ({ ...cohort, bytes: body.length }));
    const changed = sealBytes(cohortFormat, JSON.stringify({ ...content, cohorts }), body);
    const [row] = (await cohortOf(changed.bytes)).file.cohorts(anyCase)[0]?.rows ?? [];
    expect((await refusalOf(() => row?.values())).message).toContain("do not add up");
    expect((await refusalOf(() => row?.rankOf(8))).message).toContain("do not add up");
  });

  it.each<readonly [string, object]>([
    ["molecule", { molecule: "lipid" }],
    ["scale", { scale: { name: "" } }],
    ["decimals", { decimals: 2 }],
    ["sources", { sources: [{ file: "x", sha256: "0", bytes: 1 }] }],
    ["cohorts", { cohorts: [] }],
    ["cohorts", { cohorts: [{ name: "x" }] }],
  ])("is refused where its %s is of another shape", async (place, change) => {
    const { bytes, content } = await build(matrix);
    const body = bytes.subarray(bytes.indexOf(0x0a) + 1, -65);
    const changed = sealBytes(cohortFormat, JSON.stringify({ ...content, ...change }), body);
    const refused = await refusalOf(async () => (await cohortOf(changed.bytes)).file);
    expect(refused).toMatchObject({ code: "cohort-file-damaged" });
    expect(refused.message).toContain(`(/${place})`);
  });

  it("is refused where it has other rows than it says", async () => {
    const { bytes, content } = await build(matrix);
    const body = bytes.subarray(bytes.indexOf(0x0a) + 1, -65);
    for (const [size, kept] of [
      [body.length, body.subarray(1)],
      [body.length - 1, body],
      [3, body.subarray(0, 3)],
    ] as const) {
      const cohorts = content.cohorts.map((cohort) => ({ ...cohort, bytes: size }));
      const changed = sealBytes(cohortFormat, JSON.stringify({ ...content, cohorts }), kept);
      const refused = await refusalOf(async () => (await cohortOf(changed.bytes)).file);
      expect(refused.message).toContain("has other rows than it says");
    }
  });

  it("refuses a case that is one of its samples, since it cannot be taken out", async () => {
    const { bytes } = await build(matrix);
    const { file } = await cohortOf(bytes);
    const question = { ...anyCase, caseNames: new Set(["S3"]) };
    expect(await refusalOf(() => file.cohorts(question))).toMatchObject({
      kind: "identity",
      code: "cohort-holds-case",
    });
  });

  it("does not hold what was left out of it", async () => {
    const { bytes } = await build(matrix, { caseNames: new Set(["S3"]) });
    const [cohort] = (await cohortOf(bytes)).file.cohorts({
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
    const built = await cohortOf(buildCohort([file], negative).bytes);
    const [cohort] = built.file.cohorts(negative);
    expect(cohort?.aberrationNegative).toBe(true);
    expect(cohort?.rows.map(({ gene, leftOut }) => [gene, leftOut])).toContainEqual(["ERBB2", 1]);
    const plain = await cohortOf((await build(matrix)).bytes);
    const refused = await refusalOf(() => plain.file.cohorts(negative));
    expect(refused.code).toBe("cohort-aberrations-unknown");
  });

  it("says that a sample is named like the case, whichever of the two has the ending", async () => {
    const { bytes } = await build("gene,P1,P2-T\nEGFR,8,8.5\n");
    const { file } = await cohortOf(bytes);
    const ask = (name: string) => file.cohorts({ ...anyCase, caseNames: new Set([name]) })[0];
    expect(ask("P1_T")?.likeCase).toEqual(['one of its samples is named like the case "P1_T"']);
    expect(ask("p2")?.likeCase).toEqual(['one of its samples is named like the case "p2"']);
    expect(ask("P3")?.likeCase).toEqual([]);
  });

  it("says that it has the values of the case, also where a gene stands twice", async () => {
    const values = Array.from({ length: 40 }, (_, index) => 1 + ((index * 37) % 101) / 7);
    const lines = values.map((value, index) => `G${index},${value},${-value}`);
    const { bytes } = await build(["gene,A,B", ...lines, "HER2,3,2", "ERBB2,4,1"].join("\n"));
    const { file } = await cohortOf(bytes);
    const rowOf = (gene: string, value: number) => ({
      gene,
      line: 2,
      value,
      cohort: new Float64Array(),
    });
    const caseRows = [
      ...values.map((value, index) => rowOf(`G${index}`, value)),
      rowOf("HER2", 3),
      rowOf("ERBB2", 4),
    ];
    const [cohort] = file.cohorts({ ...anyCase, caseRows });
    expect(cohort?.likeCase).toEqual([
      "it has the values of the case in 40 of 40 rows that were compared",
    ]);
  });
});
