import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportSchemaVersion } from "../../../src/model/report-terms.ts";
import { parseReport } from "../../../src/report/parse-report.ts";
import { renderers } from "../../../src/report/render/renderers.ts";

/** Parts of reports as each version of the program wrote them. */
const folder = join(import.meta.dirname, "stored");
const files = readdirSync(folder).toSorted();

function read(file: string): { text: string; report: ReturnType<typeof parseReport> } {
  const text = readFileSync(join(folder, file), "utf8");
  return { text, report: parseReport(text, file) };
}

test("every minor version before this one has a stored report", () => {
  const [, minor = ""] = reportSchemaVersion.split(".");
  expect(files).toEqual(Array.from({ length: Number(minor) }, (_, at) => `1.${at}.0.json`));
});

test.each(files)("%s is read, keeps all that it says, and every format can write it", (file) => {
  const { text, report } = read(file);
  const { schemaVersion, problems, ...rest } = JSON.parse(text);
  expect(`${schemaVersion}.json`).toBe(file);
  expect(report.schemaVersion).toBe(reportSchemaVersion);
  expect(report).toMatchObject(rest);
  expect(report.problems.slice(0, problems.length)).toEqual(problems);
  for (const renderer of renderers) expect(renderer.render(report)).toContain("BRAF");
});

test("what a version did not know is said to be unknown, and a notice names it", () => {
  const { report } = read("1.0.0.json");
  expect(report.targets[0]).toMatchObject({
    clonality: { state: "not assessable", reason: { code: "not-in-report" } },
    verification: { measurements: [] },
  });
  expect(report.targets[0]?.evidence[0]).toMatchObject({
    approvals: [],
    escat: null,
    supersededBy: null,
  });
  expect(report.problems.map(({ code, message }) => [code, message])).toEqual([
    [
      "report-upgraded",
      "1.0.0.json is of schema version 1.0.0 and says nothing of: approvals, ESCAT tiers and successors of evidence; measurements behind a verification; clonality",
    ],
  ]);
  expect(read("1.3.0.json").report.problems).toEqual([]);
});

test("a report of a later minor version is refused: what it says might be overlooked", () => {
  const { text } = read("1.3.0.json");
  const later = text.replace('"schemaVersion": "1.3.0"', '"schemaVersion": "1.99.0"');
  expect(() => parseReport(later, "x.json")).toThrow(/1\.99\.0; this metaction reads up to/);
});

test("a report of an earlier version that breaks the schema otherwise is refused at its fault", () => {
  const { text } = read("1.0.0.json");
  const broken = text.replace('"rank": 1', '"rank": 0');
  expect(broken).not.toBe(text);
  expect(() => parseReport(broken, "x.json")).toThrow(/not a valid report/);
});
