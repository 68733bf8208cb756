/** What we say of the imported content is what the coverage file counts, and no record is lost between the two. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { civic } from "../../src/knowledgebase/import/civic.ts";
import type { Coverage } from "../../src/knowledgebase/import/describe-coverage.ts";
import { geneFileSchema } from "../../src/knowledgebase/schema/schema.ts";

const folder = join(import.meta.dirname, "../../knowledgebase");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const coverage: Coverage = JSON.parse(read("coverage.json"));
const readme = read("README.md").replaceAll(/\s+/g, " ");
const [release, later] = civic.sources.map(({ name }) => name);

test("the README's shares and numbers of CIViC are those of the coverage file", () => {
  for (const { source, type, share, records } of coverage.types) {
    if (source !== release) continue;
    const percent = (share * 100).toFixed(1);
    const count = String(records).replace(/\B(?=(?:\d{3})+$)/g, ",");
    expect(readme).toMatch(new RegExp(`${type.toLowerCase()} ${percent} % \\((?:of )?${count}\\)`));
  }
  const after = coverage.types.filter(({ source }) => source === later);
  const sum = (of: (entry: (typeof after)[number]) => number) =>
    after.reduce((total, entry) => total + of(entry), 0);
  expect(readme).toContain(
    `Of ${sum(({ records }) => records)} later items (until April 2022) ${sum(({ compiled }) => compiled)}`,
  );
});

test("every record of CIViC is one statement, or is named with its reason", () => {
  const statements = readdirSync(join(folder, "statements"))
    .flatMap((name) => geneFileSchema.parse(JSON.parse(read(`statements/${name}`))).statements)
    .filter(({ source }) => source.name === release || source.name === later);
  const compiled = coverage.types.reduce((sum, entry) => sum + entry.compiled, 0);
  expect(statements).toHaveLength(compiled);
  const left = coverage.skipped.flatMap(({ records }) => records.map((text) => text.split(" ")[0]));
  expect(left).toHaveLength(coverage.records - compiled);
  const ids = new Set(statements.map(({ source }) => source.record));
  expect(left.filter((record) => record !== undefined && ids.has(record))).toEqual([]);
  for (const { reason } of coverage.skipped) expect(reason).toMatch(/^[A-Z].*\.$/);
});
