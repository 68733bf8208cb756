import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/model/report.ts";
import { buildReport } from "../../../src/report/build-report.ts";
import { makeVcfTags, tagVcfLines, type VcfTags } from "../../../src/report/tag-vcf.ts";
import { stripTags } from "../../differential/strip-tags.ts";
import { collect } from "../io/make-bytes.ts";
import { sampleParts } from "./sample-report.ts";

const head = "##fileformat=VCFv4.2\n";
const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";
const file = "case.vcf";

async function tag(blocks: readonly string[], tags: Partial<VcfTags>): Promise<string> {
  async function* given(): AsyncGenerator<Buffer> {
    for (const block of blocks) yield Buffer.from(block, "latin1");
  }
  const all = { file, header: ["##INFO=<ID=METACTION_X>"], byLine: new Map(), ...tags };
  return await collect(tagVcfLines(given(), all));
}

const byLine = new Map([[3, "METACTION_X=1"]]);

describe("tags stand at the end of INFO", () => {
  test.each([
    ["behind what is there", "7\t5\t.\tA\tT\t.\t.\tDP=4\tGT\t0/1\n", "DP=4;METACTION_X=1\tGT"],
    [
      "in the place of the missing value",
      "7\t5\t.\tA\tT\t.\t.\t.\tGT\t0/1\n",
      "\tMETACTION_X=1\tGT",
    ],
    ["where INFO is the last column", "7\t5\t.\tA\tT\t.\t.\tDP=4\n", "DP=4;METACTION_X=1\n"],
    ["before a carriage return", "7\t5\t.\tA\tT\t.\t.\tDP=4\r\n", "DP=4;METACTION_X=1\r\n"],
    ["where the last line has no end", "7\t5\t.\tA\tT\t.\t.\tDP=4", "DP=4;METACTION_X=1"],
    ["in bytes that are no UTF-8", "7\t5\t.\tA\tT\t.\t.\tN=\xe5\n", "N=\xe5;METACTION_X=1\n"],
  ])("%s", async (_, record, expected) => {
    const text = head + columns + record;
    const tagged = await tag([text], { byLine });
    expect(tagged).toContain(expected);
    expect(stripTags(tagged)).toBe(text);
  });

  test("and their declarations before the names of the columns, with the file's line end", async () => {
    const tagged = await tag([head + columns.replace("\n", "\r\n")], {});
    expect(tagged).toBe(`${head}##INFO=<ID=METACTION_X>\r\n${columns.replace("\n", "\r\n")}`);
  });
});

test("blocks may be cut behind any line", async () => {
  const lines = [
    head,
    columns,
    ...Array.from({ length: 20 }, (_, i) => `7\t${i}\t.\tA\tT\t.\t.\tDP=${i}\n`),
  ];
  const all = new Map(
    lines.map((_, index) => [index + 1, `METACTION_X=${index}`] as const).slice(2),
  );
  const whole = await tag([lines.join("")], { byLine: all });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 25 }), async (sizes) => {
      const blocks: string[] = [];
      let at = 0;
      for (const size of sizes) {
        blocks.push(lines.slice(at, at + size).join(""));
        at += size;
      }
      expect(await tag(blocks, { byLine: all })).toBe(whole);
    }),
  );
});

test("a file that has tags already is refused at their line, with the way to take them out", async () => {
  const tagged = await tag([head + columns], {});
  await expect(tag([tagged], {})).rejects.toMatchObject({
    problems: [{ code: "already-tagged", where: { file, line: 2 } }],
  });
});

test("two alleles of one record have their values in one order, and their lists together", () => {
  const report = buildReport(sampleParts());
  const met = report.findings.filter(({ statements }) => statements.length > 0);
  const [first, second] = met as [Finding, Finding];
  const ids = [second.observation, first.observation, "without a finding"];
  const tags = makeVcfTags(report, {
    file,
    records: [
      { line: 9, ids },
      { line: null, ids },
    ],
  });
  const values = Object.fromEntries(
    (tags.byLine.get(9) ?? "").split(";").map((field) => field.split("=") as [string, string]),
  );
  const sorted = [first, second].toSorted((a, b) => (a.observation < b.observation ? -1 : 1));
  expect(tags.byLine.size).toBe(1);
  expect(values["METACTION_GENE"]).toBe(sorted.map(({ gene }) => gene).join(","));
  expect(values["METACTION_TIER"]?.split(",")).toHaveLength(2);
  expect(values["METACTION_STATEMENTS"]?.split(",")).toHaveLength(
    new Set(sorted.flatMap(({ statements }) => statements)).size,
  );
});
