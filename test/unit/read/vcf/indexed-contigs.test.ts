import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { fileSource } from "../../../../src/io/byte-source.ts";
import { makeRegionTable } from "../../../../src/io/region-table.ts";
import type { Problem } from "../../../../src/model/problem.ts";
import { vcf } from "../../../../src/read/vcf/vcf.ts";
import { makeBgzf } from "../../io/make-bytes.ts";
import { indexBgzf, writeIndex } from "../../io/make-index.ts";
import { makeVcf } from "./read-vcf-text.ts";

const folder = mkdtempSync(join(tmpdir(), "indexed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["23", ["vcf-contig-unknown"]],
  ["chrX", []],
  ["GL000220.1", []],
])("an index tells of records on %s, which it leads past", async (contig, codes) => {
  const path = join(folder, `${contig}.vcf.gz`);
  const records = ["chr7 5 . A T . PASS . GT 0/1", `${contig} 9 . A T . PASS . GT 0/1`];
  const text = makeVcf({ records });
  const bytes = makeBgzf(text);
  writeFileSync(path, bytes);
  writeFileSync(`${path}.tbi`, writeIndex(indexBgzf(text, bytes)));
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const file = await vcf.open(fileSource(path), { allowTruncated: false, strict: false, report });
  const regions = makeRegionTable([{ contig: "7", start: 1, end: 100 }]);
  for await (const record of file.records(regions, { useIndex: true })) void record;
  expect(file.reading()).toBe("by index");
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(problems.every(({ where }) => where?.line === undefined)).toBe(true);
});
